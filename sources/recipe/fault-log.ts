/** The faults of a file or its recipe, as far as it was read. */
import { UnreadableFile } from '../formats/line.ts';
import type { RecipeFault } from './rows/fault.ts';
import type { Layout } from './rows/layout.ts';
import type { SayCell } from './values/column-reader.ts';

const MOST_FAULTS_KEPT = 100;

/** Faults that say the same of the same text: the first of them, and how many there are. */
export interface FaultGroup {
  readonly first: RecipeFault;
  count: number;
}

/** Collects faults; the report lists the first hundred, and the first hundred different ones. */
export class FaultLog {
  readonly faults: RecipeFault[] = [];
  private readonly byText = new Map<string, FaultGroup>();
  count = 0;
  /** The sheet that is being read. */
  sheet: string | null = null;
  /** The file that is being read, where a source has several. */
  file: string | null = null;

  constructor(private readonly onFault?: (fault: RecipeFault, sheet: string | null) => void) {}

  readonly refuse = (told: RecipeFault): void => {
    const fault = this.file === null ? told : { ...told, file: this.file };
    this.count++;
    if (this.faults.length < MOST_FAULTS_KEPT) this.faults.push(fault);
    // The same line of two files is two places.
    const line = fault.line === null ? '' : `${fault.file ?? ''} ${fault.line}`;
    const key = `${fault.column ?? line}\u0000${fault.value}\u0000${fault.rule}`;
    const group = this.byText.get(key);
    if (group) group.count++;
    else if (this.byText.size < MOST_FAULTS_KEPT) this.byText.set(key, { first: fault, count: 1 });
    this.onFault?.(fault, this.sheet);
  };

  get groups(): readonly FaultGroup[] {
    return [...this.byText.values()];
  }

  /** A fault of a row or of the file rather than of a single cell. */
  refuseWhole(about: Omit<RecipeFault, 'line' | 'at' | 'column'>, line: number | null = null): void {
    this.refuse({ line, at: null, column: null, ...about });
  }

  /**
   * An error that ends a run: the file cannot be read further, or the recipe cannot be followed. Other errors
   * are rethrown.
   */
  end(error: unknown): void {
    if (error instanceof UnreadableFile) {
      const { rule, advice, place } = error;
      this.sheet = place.sheet ?? this.sheet;
      this.refuseWhole({ value: place.value ?? '', rule, advice }, place.line ?? null);
    } else if (error instanceof SyntaxError) {
      this.refuseWhole({ value: '', rule: error.message, advice: 'correct the recipe' });
    } else throw error;
  }

  /** Reports a fault of a cell with its place in the file. */
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
