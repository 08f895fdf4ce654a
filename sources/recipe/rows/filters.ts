/** Decides which rows are read, in the order of the recipe; each row left out is counted under its reason. */
import { testOf } from './condition.ts';
import type { HeaderColumns, SourceRow } from './row.ts';
import type { Recipe } from '../schema/shape.ts';

const MOST_TEXTS = 40;

export class Filters {
  private readonly steps: readonly {
    readonly goesOut: (row: SourceRow) => boolean;
    readonly reason: string;
    /** The columns that it looks at. */
    readonly at: readonly number[];
  }[];
  readonly dropped = new Map<string, number>();
  /** The first different texts of the rows left out, by reason. */
  readonly texts = new Map<string, Set<string>>();

  constructor(filters: Recipe['filters'], columns: HeaderColumns) {
    this.steps = filters.map(({ drop, keep, reason }) => {
      const [isDropped, isKept] = [drop && testOf(drop, columns), keep && testOf(keep, columns)];
      this.dropped.set(reason, this.dropped.get(reason) ?? 0);
      return {
        goesOut: (row) => (isDropped?.(row) ?? false) || (isKept ? !isKept(row) : false),
        reason,
        at: Object.keys({ ...drop, ...keep }).map((name) => columns.find(name)),
      };
    });
  }

  /** True if the row is kept. */
  pass(row: SourceRow): boolean {
    for (const { goesOut, reason, at } of this.steps) {
      if (!goesOut(row)) continue;
      this.count(reason);
      this.remember(row, reason, at);
      return false;
    }
    return true;
  }

  private remember(row: SourceRow, reason: string, at: readonly number[]): void {
    const texts = this.texts.get(reason) ?? new Set<string>();
    if (texts.size >= MOST_TEXTS) return;
    texts.add(at.map((column) => (row.cells[column] ?? '').slice(0, 40)).join(' / '));
    this.texts.set(reason, texts);
  }

  count(reason: string): void {
    this.dropped.set(reason, (this.dropped.get(reason) ?? 0) + 1);
  }
}
