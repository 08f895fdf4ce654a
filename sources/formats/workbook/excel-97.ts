/**
 * What the cells of an Excel 97 workbook (.xls) have besides their values: raised digits, struck-out text, number
 * formats, hidden rows and columns. The spreadsheet library reads the values only, and would make 39421 of 3942 with
 * a raised 1.
 */
import CFB from 'cfb';
import { ON_THE_LINE, type CellRun, type WorkbookCell } from './workbook-cell.ts';

type Formatting = WorkbookCell['whole'];

/** The marks of one sheet; the key of a cell is `row,column` from 0. */
export interface SheetMarks {
  readonly cells: ReadonlyMap<string, Pick<WorkbookCell, 'whole' | 'format' | 'runs'>>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

const ID = {
  formula: 0x0006,
  end: 0x000a,
  font: 0x0031,
  columns: 0x007d,
  sheet: 0x0085,
  numbers: 0x00bd,
  blanks: 0x00be,
  xf: 0x00e0,
  texts: 0x00fc,
  text: 0x00fd,
  continued: 0x003c,
  number: 0x0203,
  label: 0x0204,
  row: 0x0208,
  short: 0x027e,
  format: 0x041e,
} as const;

/** Formats that have a number but no code in the file, as far as they are percentages or dates. */
const BUILT_IN: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'm/d/yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'm/d/yy h:mm',
};

interface Entry {
  readonly id: number;
  readonly at: number;
  readonly data: Buffer;
}

function entriesOf(stream: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + 4 <= stream.length;) {
    const [id, length] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)];
    if (id === 0 && length === 0) break;
    entries.push({ id, at, data: stream.subarray(at + 4, at + 4 + length) });
    at += 4 + length;
  }
  return entries;
}

/** Bytes over the borders of records: a text may go on in the next one, and then says again how wide its letters are. */
class Blocks {
  private block = 0;
  private at = 0;

  constructor(private readonly blocks: readonly Buffer[]) {}

  private get left(): number {
    return (this.blocks[this.block]?.length ?? 0) - this.at;
  }

  get isAtEnd(): boolean {
    return this.block >= this.blocks.length || (this.block === this.blocks.length - 1 && this.left <= 0);
  }

  private next(): void {
    if (this.left > 0) return;
    this.block++;
    this.at = 0;
  }

  byte(): number {
    this.next();
    return this.blocks[this.block]?.[this.at++] ?? 0;
  }

  short(): number {
    return this.byte() | (this.byte() << 8);
  }

  long(): number {
    return this.short() | (this.short() << 16);
  }

  skip(length: number): void {
    for (let i = 0; i < length && !this.isAtEnd; i++) this.byte();
  }

  letters(count: number, wide: boolean): string {
    let [text, isWide] = ['', wide];
    for (let i = 0; i < count && !this.isAtEnd; i++) {
      if (this.left <= 0) isWide = (this.byte() & 1) === 1;
      text += String.fromCharCode(isWide ? this.short() : this.byte());
    }
    return text;
  }
}

/** A shared text, and from which letter on it has which font. */
interface SharedText {
  readonly text: string;
  readonly fonts: readonly (readonly [from: number, font: number])[];
}

function sharedTexts(blocks: readonly Buffer[]): SharedText[] {
  const stream = new Blocks(blocks);
  stream.skip(4);
  const count = stream.long();
  const texts: SharedText[] = [];
  while (texts.length < count && !stream.isAtEnd) {
    const [length, flags] = [stream.short(), stream.byte()];
    const runs = flags & 8 ? stream.short() : 0;
    const more = flags & 4 ? stream.long() : 0;
    const text = stream.letters(length, (flags & 1) === 1);
    texts.push({
      text,
      fonts: Array.from({ length: runs }, () => [stream.short(), stream.short()] as const),
    });
    stream.skip(more);
  }
  return texts;
}

/** The styles of a workbook: what its fonts and formats look like. */
class Looks {
  private readonly fonts: Formatting[] = [];
  private readonly cells: { readonly font: number; readonly format: number }[] = [];
  private readonly formats = new Map<number, string>();
  texts: SharedText[] = [];

  see({ id, data }: Entry): void {
    if (id === ID.font) {
      const position = [ON_THE_LINE.position, 'raised', 'lowered'][data.readUInt16LE(8)] ?? 'line';
      this.fonts.push({
        position: position as CellRun['position'],
        isStruck: (data.readUInt16LE(2) & 8) === 8,
      });
    } else if (id === ID.xf) this.cells.push({ font: data.readUInt16LE(0), format: data.readUInt16LE(2) });
    else if (id === ID.format) {
      const [length, flags] = [data.readUInt16LE(2), data[4] ?? 0];
      const code =
        flags & 1 ? data.toString('utf16le', 5, 5 + 2 * length) : data.toString('latin1', 5, 5 + length);
      this.formats.set(data.readUInt16LE(0), code);
    }
  }

  /** There is no font 4: the fifth font of the list has the number 5. */
  private font(number: number): Formatting {
    return this.fonts[number > 4 ? number - 1 : number] ?? ON_THE_LINE;
  }

  /** What a cell has besides its value; null if nothing. */
  markOf(xf: number, shared?: number): Pick<WorkbookCell, 'whole' | 'format' | 'runs'> | null {
    const look = this.cells[xf] ?? { font: 0, format: 0 };
    const whole = this.font(look.font);
    const format = this.formats.get(look.format) ?? BUILT_IN[look.format] ?? null;
    const { text = '', fonts = [] } = (shared === undefined ? undefined : this.texts[shared]) ?? {};
    const runs = fonts.map(([from, font], i): CellRun => {
      return { text: text.slice(from, fonts[i + 1]?.[0]), ...this.font(font) };
    });
    const [first] = fonts;
    if (first && first[0] > 0) runs.unshift({ text: text.slice(0, first[0]), ...whole });
    const isPlain = runs.every(({ position, isStruck }) => position === 'line' && !isStruck);
    const isOrdinary = whole.position === 'line' && !whole.isStruck;
    if (isPlain && isOrdinary && (format === null || format === 'General')) return null;
    return { whole, format, runs: isPlain ? null : runs };
  }
}

function marksOfSheet(entries: readonly Entry[], looks: Looks): SheetMarks {
  const cells = new Map<string, NonNullable<ReturnType<Looks['markOf']>>>();
  const [hiddenRows, hiddenColumns] = [new Set<number>(), new Set<number>()];
  const put = (row: number, column: number, mark: ReturnType<Looks['markOf']>): void => {
    if (mark) cells.set(`${row},${column}`, mark);
  };
  for (const { id, data } of entries) {
    if (id === ID.end) break;
    const short = (at: number): number => (at + 2 <= data.length ? data.readUInt16LE(at) : 0);
    if (id === ID.text) put(short(0), short(2), looks.markOf(short(4), short(6) | (short(8) << 16)));
    else if (id === ID.number || id === ID.short || id === ID.formula || id === ID.label)
      put(short(0), short(2), looks.markOf(short(4)));
    else if (id === ID.numbers)
      for (let at = 4, column = short(2); at + 6 <= data.length - 2; at += 6, column++)
        put(short(0), column, looks.markOf(short(at)));
    else if (id === ID.row && (short(12) & 0x20) !== 0) hiddenRows.add(short(0));
    else if (id === ID.columns && (short(8) & 1) === 1)
      for (let column = short(0); column <= Math.min(short(2), 255); column++) hiddenColumns.add(column);
  }
  return { cells, hiddenRows, hiddenColumns };
}

/** The marks of each sheet, in their order. @throws Error if the file is damaged */
export function readMarks(bytes: Uint8Array): SheetMarks[] {
  const file = CFB.read(Buffer.from(bytes), { type: 'buffer' });
  const content = (CFB.find(file, 'Workbook') ?? CFB.find(file, 'Book'))?.content;
  const entries = content ? entriesOf(Buffer.from(content as Uint8Array)) : [];
  const looks = new Looks();
  const begins: number[] = [];
  for (const [i, entry] of entries.entries()) {
    if (entry.id === ID.end) break;
    looks.see(entry);
    if (entry.id === ID.sheet) begins.push(entry.data.readUInt32LE(0));
    if (entry.id !== ID.texts) continue;
    const blocks = [entry.data];
    for (let next = i + 1; entries[next]?.id === ID.continued; next++) blocks.push(entries[next]!.data);
    looks.texts = sharedTexts(blocks);
  }
  return begins.map((at) => {
    const first = entries.findIndex((entry) => entry.at === at);
    return marksOfSheet(first < 0 ? [] : entries.slice(first + 1), looks);
  });
}
