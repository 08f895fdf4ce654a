/** A row of a publisher's table once its layout is undone, and the names of its columns. */
import { suggest } from '../../validation/nearest.ts';
import type { RecipeFault } from './fault.ts';

export interface SourceRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** For a row made from a column of values: the index of that column in the file, from 0. */
  readonly unpivoted: number | null;
  /** What is wrong with the row as a whole: refused unless a filter leaves it out. */
  readonly wrong?: Pick<RecipeFault, 'value' | 'rule' | 'advice'>;
}

/** The columns that a recipe may name: those of the header, and those that unpivoting adds. */
export class HeaderColumns {
  private readonly places: ReadonlyMap<string, number>;
  readonly problems: string[] = [];
  /** The columns that the recipe reads. */
  readonly read = new Set<number>();

  constructor(
    readonly names: readonly string[],
    readonly file: string,
  ) {
    this.places = new Map(names.map((name, i) => [name, i]));
  }

  /** The index of a column; -1, with a recorded problem, if the header does not have the name. */
  find(name: string): number {
    const place = this.places.get(name);
    if (place !== undefined) {
      this.read.add(place);
      return place;
    }
    const all = `its columns are ${this.names.map((n) => JSON.stringify(n)).join(', ')}`;
    const problem = `the header has no column ${JSON.stringify(name)}; ${suggest(name, this.names, all)}`;
    if (!this.problems.includes(problem)) this.problems.push(problem);
    return -1;
  }
}
