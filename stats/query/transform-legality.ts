/**
 * Which transform makes sense for which indicator and which basis of time. Where one does not, it says why,
 * in both languages; nothing is computed. The test of this table prints it whole.
 */
import { REFUSALS } from '../wording/transforms.ts';
import { MEASURE_RULES, type Measure } from '../model/measure.ts';
import { TRANSFORM_IDS, type TransformId } from '../model/query.ts';
import type { Indicator } from '../model/catalogue.ts';
import type { Basis } from '../time/period.ts';
import { BASIS_RULES, YEAR_BASES } from '../time/period.ts';
import type { Problem } from '../problem.ts';

/** What legality depends on. */
export type Kind = Pick<Indicator, 'measure' | 'additive' | 'signed'>;

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
