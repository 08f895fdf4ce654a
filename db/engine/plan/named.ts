/** The codes that a query names. A named code without a cell becomes a gap in the answer. */
import type { SeriesKey } from '../../../stats/model/observation.ts';
import type { Query } from '../../../stats/model/query.ts';
import { PREFERRED } from '../../../stats/query/values.ts';
import type { AxisPlan, Plan } from './plan.ts';

type NamedAxis = 'area' | 'counterpart' | 'breakdown' | 'definition' | 'source';

export const namesCodes = ({ country, group, origin, breakdown, definition, source }: Query): boolean =>
  [country, group, origin, breakdown, definition].some((codes) => codes.length > 0) ||
  source.some((code) => code !== PREFERRED);

/** The codes that a query names on each axis, as they appear in cells: combined codes are one code. */
export function namedCodes({ query, ...axes }: Plan): Readonly<Record<NamedAxis, readonly string[]>> {
  const codesOf = (names: readonly string[], axis: AxisPlan): readonly string[] =>
    names.length === 0 ? [] : [...new Set(axis?.map((target) => target.code))];
  return {
    area: codesOf([...query.country, ...query.group], axes.areas),
    counterpart: codesOf(query.origin, axes.origins),
    breakdown: codesOf(query.breakdown, axes.breakdowns),
    definition: query.definition,
    source: query.source.filter((code) => code !== PREFERRED),
  };
}

export const NAMED_AXES: readonly NamedAxis[] = ['area', 'counterpart', 'breakdown', 'definition', 'source'];

/** A code that the query names on an axis but that no series of the answer has. */
export interface Unanswered {
  readonly axis: NamedAxis;
  readonly code: string;
}

/**
 * The series of the gaps that an answer needs. `seriesFor` makes one for a code; it may cover codes of other
 * axes too.
 */
export function seriesOfGaps(
  plan: Plan,
  series: readonly SeriesKey[],
  seriesFor: (missing: Unanswered) => SeriesKey,
): readonly SeriesKey[] {
  const named = namedCodes(plan);
  const gaps: SeriesKey[] = [];
  for (const axis of NAMED_AXES) {
    if (named[axis].length === 0) continue;
    const there = new Set([...series, ...gaps].map((key) => key[axis]));
    for (const code of named[axis]) if (!there.has(code)) gaps.push(seriesFor({ axis, code }));
  }
  return gaps;
}

/** Whether a query names a code that no series of its answer has. */
export const isUnanswered = (plan: Plan, series: readonly SeriesKey[]): boolean => {
  const named = namedCodes(plan);
  return NAMED_AXES.some((axis) => {
    const there = new Set(series.map((key) => key[axis]));
    return named[axis].some((code) => !there.has(code));
  });
};
