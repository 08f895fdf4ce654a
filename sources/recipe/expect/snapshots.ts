/**
 * Keeps the last of several snapshots: a source that prints the year to date each quarter states the same
 * year four times, and only the last counts. The file is first read once to find which is last.
 */
import type { HeaderColumns, SourceRow } from '../rows/row.ts';
import type { Recipe } from '../schema/shape.ts';

export class Snapshots {
  private last = new Map<string, string>();
  private readonly by: readonly number[];
  /** The column that dates a snapshot; null if the last row of the file is the last. */
  private readonly at: number | null;

  constructor({ by, column }: NonNullable<Recipe['latest']>, columns: HeaderColumns) {
    this.by = by.map((name) => columns.find(name));
    this.at = column === undefined ? null : columns.find(column);
  }

  /** Knows what another file of the source has shown, too. */
  sharing(other: Snapshots | null): this {
    if (other) this.last = other.last;
    return this;
  }

  private keyOf(row: SourceRow): string {
    return this.by.map((at) => row.cells[at] ?? '').join('\u0000');
  }

  private dateOf(row: SourceRow): string {
    return this.at === null ? String(row.line) : (row.cells[this.at] ?? '');
  }

  see(row: SourceRow): void {
    const [key, snapshot] = [this.keyOf(row), this.dateOf(row)];
    if (this.at === null || snapshot > (this.last.get(key) ?? '')) this.last.set(key, snapshot);
  }

  isLast(row: SourceRow): boolean {
    return this.dateOf(row) === (this.last.get(this.keyOf(row)) ?? '');
  }
}
