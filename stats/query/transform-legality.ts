/**
 * Which transforms make sense for which indicators and bases of time. If one does not, the reason is given in
 * both languages and nothing is computed. A test prints the whole table.
 */
import { REFUSALS } from '../wording/transforms.ts';
import { MEASURE_RULES, type Measure } from '../model/measure.ts';
import { TRANSFORM_IDS, type TransformId } from '../model/query.ts';
import type { Indicator } from '../model/catalogue.ts';
import type { Basis } from '../time/period.ts';
import { BASIS_RULES, YEAR_BASES } from '../time/period.ts';
import type { Problem } from '../problem.ts';

/** The properties of an indicator that legality depends on. */
export type Kind = Pick<Indicator, 'measure' | 'additive' | 'signed'>;

export type RefusalCode = keyof typeof REFUSALS;

/** Why a measure is not divided by population; null if it may be. */
const NOT_PER_HEAD: Readonly<Record<Measure, RefusalCode | null>> = {
  rate: 'already-per-head',
  share: 'already-a-part',
  count: null,
  estimate: null,
  level: 'nothing-to-add',
};

/** Why figures of a measure are not parts of a total; null if they may be. */
const NOT_OF_A_TOTAL: Readonly<Record<Measure, RefusalCode | null>> = {
  rate: 'rates-do-not-add',
  share: 'already-a-part',
  count: null,
  estimate: null,
  level: 'nothing-to-add',
};

/**
 * Why a transform makes no sense for an indicator; null if it does.
 * @example refusalOf('per-capita', { measure: 'rate', additive: 'flow', signed: false }) ===
 * 'already-per-head'
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
      // A signed level is a height, such as degrees, and not a change.
      return signed && additive === 'none' && measure !== 'level' ? 'already-a-change' : null;
    case 'rolling-mean':
      // Rates and shares are combined through their numerators and denominators, whatever their additivity.
      return !MEASURE_RULES[measure].isRatio && additive === 'none' ? 'nothing-to-add' : null;
    case 'rank':
      return null;
  }
}

/** Why a transform cannot work on a basis of time. A rank is within one period, so it works on any basis. */
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

/** Measures whose figures may be divided by one another: counts and estimates are treated alike. */
const DIVIDED_AS: Readonly<Record<Measure, string>> = {
  rate: 'rate',
  share: 'share',
  count: 'count',
  estimate: 'count',
  level: 'level',
};

/** Why figures of an indicator are not divided by those of another; null if they may be. */
export function divisionRefusalOf(
  indicator: Kind & Pick<Indicator, 'unit'>,
  by: Kind & Pick<Indicator, 'unit'>,
): RefusalCode | null {
  if (by.signed) return 'may-be-negative';
  if (DIVIDED_AS[indicator.measure] !== DIVIDED_AS[by.measure]) return 'unlike-measures';
  const adds = indicator.additive !== 'none' && by.additive !== 'none';
  return adds || indicator.unit.code === by.unit.code ? null : 'unlike-measures';
}

/** How a URL writes each transform; those with an argument have an example of it. */
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

/** The transforms that an indicator accepts, as a URL writes them. */
export const formsFor = (kind: Kind): readonly string[] =>
  TRANSFORM_IDS.filter((id) => refusalOf(id, kind) === null).map((id) => EXAMPLE[id]);

/** The problem with a transform that an indicator does not accept. It lists those that it does. */
export const refusedTransform = (transform: TransformId, reason: RefusalCode, kind: Kind): Problem => ({
  code: 'unknown-value',
  parameter: 'transform',
  value: transform,
  accepted: formsFor(kind),
  text: REFUSALS[reason],
});
