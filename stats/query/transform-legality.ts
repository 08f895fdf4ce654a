/**
 * Which transform makes sense for which indicator and which basis of time. Where one does not, it says why,
 * in both languages; nothing is computed. The test of this table prints it whole.
 */
import { MEASURE_RULES, type Measure } from '../model/measure.ts';
import { TRANSFORM_IDS, type TransformId } from '../model/query.ts';
import type { Indicator } from '../model/catalogue.ts';
import type { Text } from '../language.ts';
import type { Basis } from '../time/period.ts';
import { BASIS_RULES, YEAR_BASES } from '../time/period.ts';
import type { Problem } from '../problem.ts';

/** What legality depends on. */
export type Kind = Pick<Indicator, 'measure' | 'additive' | 'signed'>;

export const REFUSALS = {
  'already-per-head': {
    en: 'A rate is per so many people already.',
    es: 'Una tasa ya es por cierto número de habitantes.',
  },
  'already-a-part': {
    en: 'A share is a part of a whole already.',
    es: 'Una proporción ya es parte de un total.',
  },
  'rates-do-not-add': {
    en: 'Rates do not add up to a total, so none is a part of it.',
    es: 'Las tasas no suman un total; ninguna es parte de él.',
  },
  'nothing-to-add': {
    en: 'These figures cannot be added: a price, a distance, a span of time or a change.',
    es: 'Estas cifras no se pueden sumar: un precio, una distancia, un plazo o un cambio.',
  },
  'may-be-negative': {
    en: 'These figures may be negative or pass through zero, so they have no percentage of one another.',
    es: 'Estas cifras pueden ser negativas o pasar por cero; ninguna es un porcentaje de otra.',
  },
  'already-a-change': {
    en: 'The figure is a change already.',
    es: 'La cifra ya es un cambio.',
  },
  'not-years': {
    en: 'It needs whole calendar or fiscal years.',
    es: 'Necesita años calendario o fiscales completos.',
  },
  'no-sequence': {
    en: 'It needs whole years or months that follow one another.',
    es: 'Necesita años o meses completos y consecutivos.',
  },
  'months-per-head': {
    en: 'Population is of a year, so months are not divided by it.',
    es: 'La población es anual; los meses no se dividen entre ella.',
  },
  'unlike-measures': {
    en: 'Only like is divided by like: counts by counts, rates by rates, shares by shares; and what cannot be added, such as a price or a distance, by the same unit.',
    es: 'Solo se divide entre lo del mismo tipo: recuentos entre recuentos, tasas entre tasas, proporciones entre proporciones; y lo que no se suma, como un precio o una distancia, entre la misma unidad.',
  },
  'no-origin': {
    en: 'These figures have no origin whose people could be counted.',
    es: 'Estas cifras no tienen un origen cuya población se pueda tomar.',
  },
} as const satisfies Readonly<Record<string, Text>>;
export type RefusalCode = keyof typeof REFUSALS;

/** Why a measure is not divided by people; null: it may be. */
const NOT_PER_HEAD: Readonly<Record<Measure, RefusalCode | null>> = {
  rate: 'already-per-head',
  share: 'already-a-part',
  count: null,
  estimate: null,
};

/** Why figures of a measure are no parts of a total; null: they may be. */
const NOT_OF_A_TOTAL: Readonly<Record<Measure, RefusalCode | null>> = {
  rate: 'rates-do-not-add',
  share: 'already-a-part',
  count: null,
  estimate: null,
};

/**
 * Why a transform has no meaning for an indicator; null where it has one.
 * @example refusalOf('per-capita', { measure: 'rate', additive: 'flow', signed: false }) === 'already-per-head'
 */
export function refusalOf(transform: TransformId, kind: Kind): RefusalCode | null {
  const { measure, additive, signed } = kind;
  switch (transform) {
    case 'per-capita':
      if (NOT_PER_HEAD[measure]) return NOT_PER_HEAD[measure];
      return additive === 'none' ? 'nothing-to-add' : null;
    case 'share-of-total':
    case 'share-of':
      if (NOT_OF_A_TOTAL[measure]) return NOT_OF_A_TOTAL[measure];
      if (additive === 'none') return 'nothing-to-add';
      return signed ? 'may-be-negative' : null;
    case 'index':
    case 'change-percent':
    case 'ratio':
      return signed ? 'may-be-negative' : null;
    case 'change':
      return signed && additive === 'none' ? 'already-a-change' : null;
    case 'rolling-mean':
      // Rates and shares go by their parts, whatever is declared of adding them.
      return !MEASURE_RULES[measure].isRatio && additive === 'none' ? 'nothing-to-add' : null;
    case 'rank':
      return null;
  }
}

/** Why a transform cannot work on a basis of time. A rank is taken within one period, whatever it is. */
export function basisRefusalOf(transform: TransformId, basis: Basis): RefusalCode | null {
  switch (transform) {
    case 'per-capita':
      return basis === 'month' ? 'months-per-head' : YEAR_BASES.includes(basis) ? null : 'not-years';
    case 'index':
      return YEAR_BASES.includes(basis) ? null : 'not-years';
    case 'change':
    case 'change-percent':
    case 'rolling-mean':
      return BASIS_RULES[basis].cycle !== null ? null : 'no-sequence';
    case 'share-of-total':
    case 'rank':
    case 'ratio':
    case 'share-of':
      return null;
  }
}

/** Figures that may be divided by one another: counts and estimates are of one kind. */
const DIVIDED_AS: Readonly<Record<Measure, string>> = {
  rate: 'rate',
  share: 'share',
  count: 'count',
  estimate: 'count',
};

/** Why figures of an indicator are not divided by those of another; null: they may be. */
export function divisionRefusalOf(
  indicator: Kind & Pick<Indicator, 'unit'>,
  by: Kind & Pick<Indicator, 'unit'>,
): RefusalCode | null {
  if (by.signed) return 'may-be-negative';
  if (DIVIDED_AS[indicator.measure] !== DIVIDED_AS[by.measure]) return 'unlike-measures';
  const adds = indicator.additive !== 'none' && by.additive !== 'none';
  return adds || indicator.unit.code === by.unit.code ? null : 'unlike-measures';
}

/** What an address may write for each transform; those that need something have an example of it. */
const EXAMPLE: Readonly<Record<TransformId, string>> = {
  'per-capita': 'per-capita',
  index: 'index:2010',
  change: 'change',
  'change-percent': 'change-percent',
  'share-of-total': 'share-of-total',
  'rolling-mean': 'rolling-mean:3',
  rank: 'rank',
  ratio: 'ratio:area=MEX',
  'share-of': 'share-of:breakdown=_T',
};

/** The transforms that an indicator takes, as an address writes them. */
export const formsFor = (kind: Kind): readonly string[] =>
  TRANSFORM_IDS.filter((id) => refusalOf(id, kind) === null).map((id) => EXAMPLE[id]);

/** The problem with a transform that is asked of an indicator; it names the transforms that it takes. */
export const refusedTransform = (transform: TransformId, reason: RefusalCode, kind: Kind): Problem => ({
  code: 'unknown-value',
  parameter: 'transform',
  value: transform,
  accepted: formsFor(kind),
  text: REFUSALS[reason],
});
