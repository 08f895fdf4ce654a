/** Decides which rows are read, in the order of the recipe; each row left out is counted under its reason. */
import { testOf } from './condition.ts';
import type { HeaderColumns, SourceRow } from './row.ts';
import type { Recipe } from '../schema/shape.ts';

export class Filters {
  private readonly steps: readonly {
    readonly goesOut: (row: SourceRow) => boolean;
    readonly reason: string;
  }[];
  readonly dropped = new Map<string, number>();

  constructor(filters: Recipe['filters'], columns: HeaderColumns) {
    this.steps = filters.map(({ drop, keep, reason }) => {
      const [isDropped, isKept] = [drop && testOf(drop, columns), keep && testOf(keep, columns)];
      this.dropped.set(reason, this.dropped.get(reason) ?? 0);
      return { goesOut: (row) => (isDropped?.(row) ?? false) || (isKept ? !isKept(row) : false), reason };
    });
  }

  /** True if the row is kept. */
  pass(row: SourceRow): boolean {
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
