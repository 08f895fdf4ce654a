/**
 * Keeps the last of several snapshots: a source that prints the year to date each quarter states the same
 * year four times, and only the last counts. The file is first read once to find which is last.
 */
import type { HeaderColumns, SourceRow } from '../rows/row.ts';
import type { Recipe } from '../schema/shape.ts';

export class Snapshots {
  private last = new Map<string, string>();
  private readonly by: readonly number[];
  private readonly at: number;

  constructor({ by, column }: NonNullable<Recipe['latest']>, columns: HeaderColumns) {
    this.by = by.map((name) => columns.find(name));
    this.at = columns.find(column);
  }

  /** Knows what another file of the source has shown, too. */
  sharing(other: Snapshots | null): this {
    if (other) this.last = other.last;
    return this;
  }

  private keyOf(row: SourceRow): string {
    return this.by.map((at) => row.cells[at] ?? '').join('\u0000');
  }

  see(row: SourceRow): void {
    const [key, snapshot] = [this.keyOf(row), row.cells[this.at] ?? ''];
    if (snapshot > (this.last.get(key) ?? '')) this.last.set(key, snapshot);
  }

  isLast(row: SourceRow): boolean {
    return (row.cells[this.at] ?? '') === (this.last.get(this.keyOf(row)) ?? '');
  }
}
