/**
 * Every code of the data in words, in both languages, and its mark for places without room for words. A test
 * checks that these lists have all codes.
 */
import type { GapCode } from '../model/gap.ts';
import type { Qualifier } from '../uncertainty/hedge.ts';
import type { Text } from '../language.ts';
import type { Measure } from '../model/measure.ts';
import type { Computation, IntervalKind } from '../model/observation.ts';
import type { Basis, PeriodStatus } from '../time/period.ts';

export const QUALIFIER_WORDS: Record<Qualifier, Text> = {
  exact: { en: '', es: '' },
  about: { en: 'about', es: 'unos' },
  'more-than': { en: 'more than', es: 'más de' },
  'at-least': { en: 'at least', es: 'al menos' },
  'just-over': { en: 'just over', es: 'poco más de' },
  'less-than': { en: 'less than', es: 'menos de' },
  'at-most': { en: 'at most', es: 'como máximo' },
  nearly: { en: 'nearly', es: 'casi' },
  range: { en: '', es: 'de' },
};

/** A gap in full, and its mark in a table cell. */
export const GAP_WORDS: Record<GapCode, { readonly words: Text; readonly mark: Text }> = {
  'not-published': { words: { en: 'not published', es: 'no publicado' }, mark: { en: 'n.p.', es: 'n.p.' } },
  suppressed: {
    words: { en: 'suppressed by the source', es: 'omitido por la fuente' },
    mark: { en: 's.', es: 'om.' },
  },
  'not-applicable': { words: { en: 'does not apply', es: 'no procede' }, mark: { en: 'n.a.', es: 'n.a.' } },
  withdrawn: {
    words: { en: 'withdrawn by the source', es: 'retirado por la fuente' },
    mark: { en: 'w.', es: 'ret.' },
  },
  redacted: {
    words: { en: 'removed for legal reasons', es: 'suprimido por ley' },
    mark: { en: 'r.', es: 'sup.' },
  },
  'members-missing': {
    words: { en: 'a member is missing', es: 'falta un miembro' },
    mark: { en: 'm.m.', es: 'f.m.' },
  },
  'period-missing': {
    words: { en: 'a period is missing', es: 'falta un periodo' },
    mark: { en: 'p.m.', es: 'f.p.' },
  },
  'not-on-file': {
    words: { en: 'no figure available', es: 'sin cifra disponible' },
    mark: { en: 'n.f.', es: 's.c.' },
  },
  'members-differ': {
    words: { en: 'not the same members', es: 'no son los mismos miembros' },
    mark: { en: 'm.d.', es: 'm.d.' },
  },
  'no-weight': {
    words: { en: 'no population available', es: 'sin población disponible' },
    mark: { en: 'n.w.', es: 's.p.' },
  },
  'no-parts': {
    words: { en: 'only a percentage is published', es: 'solo se publica el porcentaje' },
    mark: { en: 'n.pt.', es: 's.pt.' },
  },
  'not-additive': {
    words: { en: 'cannot be added', es: 'no se puede sumar' },
    mark: { en: 'n.add.', es: 'n.sum.' },
  },
  overlap: { words: { en: 'areas overlap', es: 'las zonas se solapan' }, mark: { en: 'ov.', es: 'sol.' } },
  break: {
    words: {
      en: 'the counting method changed in between',
      es: 'la forma de contar cambió entre esos periodos',
    },
    mark: { en: 'br.', es: 'rup.' },
  },
  undetermined: {
    words: { en: 'the figures do not settle it', es: 'las cifras no permiten saberlo' },
    mark: { en: 'open', es: 'ab.' },
  },
  'no-divisor': {
    words: { en: 'no figure to divide by', es: 'falta la cifra entre la que dividir' },
    mark: { en: 'n.div.', es: 's.div.' },
  },
  'zero-divisor': {
    words: { en: 'the figure to divide by is zero', es: 'la cifra entre la que dividir es cero' },
    mark: { en: '÷0', es: '÷0' },
  },
  'not-contained': {
    words: { en: 'it is not part of that whole', es: 'no es parte de ese total' },
    mark: { en: 'n.in.', es: 'n.inc.' },
  },
  'nothing-beside': {
    words: { en: 'there is nothing to compare it with', es: 'no hay con qué compararla' },
    mark: { en: 'alone', es: 'sola' },
  },
};

export const BASIS_WORDS: Record<Basis, Text> = {
  'calendar-year': { en: 'calendar year', es: 'año calendario' },
  'us-fiscal-year': { en: 'US fiscal year', es: 'año fiscal de EE. UU.' },
  month: { en: 'month', es: 'mes' },
  day: { en: 'day', es: 'día' },
  interval: { en: 'other period', es: 'otro periodo' },
  since: { en: 'since a date', es: 'desde una fecha' },
  cumulative: { en: 'total up to a date', es: 'total hasta una fecha' },
  'annual-level': { en: 'yearly level, year not given', es: 'nivel anual, sin año indicado' },
  unstated: { en: 'period not stated', es: 'periodo no indicado' },
  quarter: { en: 'quarter', es: 'trimestre' },
  'half-year': { en: 'half year', es: 'semestre' },
};

export const PERIOD_STATUS_WORDS: Record<PeriodStatus, Text> = {
  stated: { en: 'period stated', es: 'periodo indicado' },
  inferred: { en: 'period inferred', es: 'periodo inferido' },
  assumed: { en: 'period assumed', es: 'periodo supuesto' },
};

export const MEASURE_WORDS: Record<Measure, Text> = {
  rate: { en: 'Rates', es: 'Tasas' },
  count: { en: 'Counts', es: 'Recuentos' },
  estimate: { en: 'Estimates', es: 'Estimaciones' },
  share: { en: 'Shares', es: 'Proporciones' },
  level: { en: 'Levels and indices', es: 'Niveles e índices' },
};

export const COMPUTATION_WORDS: Record<Computation, Text> = {
  sum: { en: 'sum of the parts', es: 'suma de las partes' },
  'weighted-mean': { en: 'weighted by population', es: 'ponderado por población' },
  'ratio-of-sums': { en: 'ratio of sums', es: 'cociente de sumas' },
};

export const INTERVAL_WORDS: Record<IntervalKind, Text> = {
  none: { en: 'no interval', es: 'sin intervalo' },
  stated: { en: 'printed range', es: 'intervalo impreso' },
  'confidence-95': { en: '95 percent confidence interval', es: 'intervalo de confianza del 95 por ciento' },
  suppression: { en: 'interval of a suppressed cell', es: 'intervalo de una celda omitida' },
  rounding: { en: 'rounding interval', es: 'intervalo de redondeo' },
  disclosure: {
    en: 'small numbers are disguised by the source',
    es: 'la fuente enmascara los números pequeños',
  },
};

/** Precedes the name of the producer of a compiled source. */
export const COMPILED_BY: Text = { en: 'compiled by', es: 'compilado por' };
