/** How a chart says which figures Cotejo calculated, by which rule, and how many members went into them. */
import { isOfMembers, type CoveredKind } from '#stats/aggregate/coverage.ts';
import type { Language } from '#stats/language.ts';
import type { Computation } from '#stats/model/observation.ts';

interface Words {
  /** Inside a sentence. */
  readonly arithmetic: string;
  readonly allFigures: string;
  /** A rule over what it combines; `whose` are the publishers of the weights, empty where there are none. */
  readonly rule: (rule: Computation, over: string, whose: string) => string;
  readonly all: (kind: CoveredKind, count: string) => string;
  readonly some: (kind: CoveredKind, present: string, expected: string) => string;
  /** Another part of the members in each period. */
  readonly between: (kind: CoveredKind, least: string, most: string, expected: string) => string;
  /** The same where what is expected changes too: both ends in full. */
  readonly from: (
    kind: CoveredKind,
    least: readonly [string, string],
    most: readonly [string, string],
  ) => string;
  readonly more: (count: string) => string;
  /** The threshold that was lowered, as the address has it. */
  readonly threshold: (percent: string, asked: string) => string;
  readonly thresholdOfPeople: (percent: string, asked: string) => string;
}

const KINDS = {
  en: {
    members: ['member', 'members'],
    parts: ['part', 'parts'],
    months: ['month', 'months'],
    quarters: ['quarter', 'quarters'],
    'half-years': ['half year', 'half years'],
  },
  es: {
    members: ['miembro', 'miembros'],
    parts: ['parte', 'partes'],
    months: ['mes', 'meses'],
    quarters: ['trimestre', 'trimestres'],
    'half-years': ['semestre', 'semestres'],
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<CoveredKind, readonly [string, string]>>>>;

const kindWord = (language: Language, kind: CoveredKind, count: string): string =>
  KINDS[language][kind][count === '1' ? 0 : 1];

export const ARITHMETIC_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    arithmetic: 'calculated by Cotejo',
    allFigures: 'All figures',
    rule: (rule, over, whose) =>
      rule === 'sum'
        ? `sum of ${over}`
        : rule === 'ratio-of-sums'
          ? `ratio of the sums of ${over}`
          : `average of ${over}, weighted by population${whose && ` (${whose})`}`,
    all: (kind, count) =>
      `${!isOfMembers(kind) || count === '1' ? '' : 'all '}${count} ${kindWord('en', kind, count)}`,
    some: (kind, present, expected) => `${present} of ${expected} ${kindWord('en', kind, expected)}`,
    between: (kind, least, most, expected) =>
      `${least} to ${most} of ${expected} ${kindWord('en', kind, expected)} (depending on the period)`,
    from: (kind, [least, ofLeast], [most, ofMost]) =>
      `from ${least} of ${ofLeast} to ${most} of ${ofMost} ${kindWord('en', kind, ofMost)} (depending on the period)`,
    more: (count) => `${count} more`,
    threshold: (percent, asked) =>
      `A combined figure needs at least ${percent} of its members (coverage=${asked})`,
    thresholdOfPeople: (percent, asked) =>
      `A combined figure needs members with at least ${percent} of the population (coverage=${asked})`,
  },
  es: {
    arithmetic: 'calculado por Cotejo',
    allFigures: 'Todas las cifras',
    rule: (rule, over, whose) =>
      rule === 'sum'
        ? `suma de ${over}`
        : rule === 'ratio-of-sums'
          ? `cociente de las sumas de ${over}`
          : `media de ${over}, ponderada por población${whose && ` (${whose})`}`,
    all: (kind, count) =>
      `${!isOfMembers(kind) || count === '1' ? '' : kind === 'parts' ? 'las ' : 'los '}${count} ${kindWord('es', kind, count)}`,
    some: (kind, present, expected) => `${present} de ${expected} ${kindWord('es', kind, expected)}`,
    between: (kind, least, most, expected) =>
      `entre ${least} y ${most} de ${expected} ${kindWord('es', kind, expected)} (según el periodo)`,
    from: (kind, [least, ofLeast], [most, ofMost]) =>
      `entre ${least} de ${ofLeast} y ${most} de ${ofMost} ${kindWord('es', kind, ofMost)} (según el periodo)`,
    more: (count) => `${count} más`,
    threshold: (percent, asked) =>
      `Una cifra combinada exige al menos el ${percent} de sus miembros (coverage=${asked})`,
    thresholdOfPeople: (percent, asked) =>
      `Una cifra combinada exige miembros que reúnan al menos el ${percent} de la población (coverage=${asked})`,
  },
};
