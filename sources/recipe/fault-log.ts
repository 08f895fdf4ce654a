/** What is wrong with a file or its recipe, as far as it was read. */
import { UnreadableFile } from '../formats/line.ts';
import type { RecipeFault } from './rows/fault.ts';
import type { Layout } from './rows/layout.ts';
import type { SayCell } from './values/column-reader.ts';

const MOST_FAULTS_KEPT = 100;

/** Faults as they are found; of the first hundred the report says each. */
export class FaultLog {
  readonly faults: RecipeFault[] = [];
  count = 0;
  /** The sheet that is being read. */
  sheet: string | null = null;

  constructor(private readonly onFault?: (fault: RecipeFault, sheet: string | null) => void) {}

  readonly refuse = (fault: RecipeFault): void => {
    this.count++;
    if (this.faults.length < MOST_FAULTS_KEPT) this.faults.push(fault);
    this.onFault?.(fault, this.sheet);
  };

  /** A fault of a row or of the file, not of one cell. */
  refuseWhole(about: Omit<RecipeFault, 'line' | 'at' | 'column'>, line: number | null = null): void {
    this.refuse({ line, at: null, column: null, ...about });
  }

  /** What ends a run: the file cannot be read on, or the recipe cannot be followed. Anything else is thrown on. */
  end(error: unknown): void {
    if (error instanceof UnreadableFile) {
      const { rule, advice, place } = error;
      this.sheet = place.sheet ?? this.sheet;
      this.refuseWhole({ value: place.value ?? '', rule, advice }, place.line ?? null);
    } else if (error instanceof SyntaxError) {
      this.refuseWhole({ value: '', rule: error.message, advice: 'correct the recipe' });
    } else throw error;
  }

  /** Says a fault of a cell with its place in the file. */
  sayCell(layout: Layout): SayCell {
    return (row, at, { rule, advice }) =>
      this.refuse({
        line: row.line,
        at: layout.placeInFile(row, at),
        column: layout.nameInFile(row, at),
        value: row.cells[at] ?? '',
        rule,
        advice,
      });
  }
}
