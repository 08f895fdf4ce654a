/** A row of a publisher's table once its layout is undone, and the names of its columns. */
import { suggest } from '../../validation/nearest.ts';

export interface SourceRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** For a row made from a column of values: that column's place in the file, from 0. */
  readonly unpivoted: number | null;
}

/** The columns that a recipe may name: those of the header, and those that unpivoting adds. */
export class HeaderColumns {
  private readonly places: ReadonlyMap<string, number>;
  readonly problems: string[] = [];

  constructor(
    readonly names: readonly string[],
    readonly file: string,
  ) {
    this.places = new Map(names.map((name, i) => [name, i]));
  }

  /** The place of a column; -1, with a problem kept, where the header has none of that name. */
  find(name: string): number {
    const place = this.places.get(name);
    if (place !== undefined) return place;
    const all = `its columns are ${this.names.map((n) => JSON.stringify(n)).join(', ')}`;
    const problem = `the header has no column ${JSON.stringify(name)}; ${suggest(name, this.names, all)}`;
    if (!this.problems.includes(problem)) this.problems.push(problem);
    return -1;
  }
}
