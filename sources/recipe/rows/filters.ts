/** Which rows are read, in the order of the recipe; each row left out is counted under its reason. */
import { testOf } from './condition.ts';
import type { Columns, Row } from './row.ts';
import type { Recipe } from '../schema/shape.ts';

export class Filters {
  private readonly steps: readonly { readonly goesOut: (row: Row) => boolean; readonly reason: string }[];
  readonly dropped = new Map<string, number>();

  constructor(filters: Recipe['filters'], columns: Columns) {
    this.steps = filters.map(({ drop, keep, reason }) => {
      const [isDropped, isKept] = [drop && testOf(drop, columns), keep && testOf(keep, columns)];
      this.dropped.set(reason, this.dropped.get(reason) ?? 0);
      return { goesOut: (row) => (isDropped?.(row) ?? false) || (isKept ? !isKept(row) : false), reason };
    });
  }

  /** True when the row is read on. */
  pass(row: Row): boolean {
    for (const { goesOut, reason } of this.steps) {
      if (!goesOut(row)) continue;
      this.count(reason);
      return false;
    }
    return true;
  }

  count(reason: string): void {
    this.dropped.set(reason, (this.dropped.get(reason) ?? 0) + 1);
  }
}
