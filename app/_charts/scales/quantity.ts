/**
 * What an axis of an answer measures: the unit of its figures, the form of its numbers, and its origin. The
 * origin of amounts is zero. The origin of an index is 100, and its axis need not include zero. Ranks have no
 * origin, and the first is at the top.
 */
import type { Comparison } from '#stats/model/comparison.ts';
import type { Text } from '#stats/language.ts';
import { formOf, type Form } from '#stats/format/number-form.ts';
import { unitShown } from '#stats/format/unit.ts';

export interface AxisQuantity {
  readonly label: Text;
  readonly form: Form;
  /** The number that every axis must include; null for ranks. */
  readonly origin: number | null;
  /** The number of ranked areas, for a rank. */
  readonly places: number | null;
}

/** What the axes of an answer measure. */
export function axisQuantity(comparison: Comparison): AxisQuantity {
  const { indicator, query, cells } = comparison;
  const id = query.transform?.id;
  return {
    label: unitShown(comparison).label,
    form: formOf(id, indicator),
    origin: id === 'rank' ? null : id === 'index' ? 100 : 0,
    places: id === 'rank' ? Math.max(1, ...cells.map((cell) => cell.rank?.of ?? 1)) : null,
  };
}
