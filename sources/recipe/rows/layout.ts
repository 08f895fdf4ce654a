/**
 * Undoes the layout of a table: finds the header, fills cells down, cuts columns of several texts, stops at the
 * footer, and turns columns that are values into rows. The result has one figure per row.
 */
import { columnLetters, type Line } from '../../formats/line.ts';
import type { Merge } from '../../formats/workbook/raw-sheet.ts';
import type { Refuse } from './fault.ts';
import { headerNames } from './header.ts';
import { HeaderColumns, type SourceRow } from './row.ts';
import type { Recipe } from '../schema/shape.ts';

/** What a file has besides its lines. */
export interface SheetLook {
  readonly merges: readonly Merge[];
  readonly hiddenColumns: ReadonlySet<number>;
  /** The name of the file. */
  readonly fileName?: string;
}

const HIDDEN = {
  value: '',
  rule: 'is a row that the workbook hides',
  advice: 'write hidden: read or hidden: leave-out under format in the recipe',
};

export class Layout {
  columns: HeaderColumns | null = null;
  /** Names of the columns in the file. */
  private names: string[] = [];
  /** The same after a column was cut. */
  private cutNames: string[] = [];
  private cutAt = -1;
  private skipped = 0;
  private headerLines: Line[] = [];
  private ended = false;
  private last: string[] = [];
  private fill: number[] = [];
  private values: { at: number; names: readonly string[] }[] = [];
  private bases: number[] = [];
  /** The texts of columns that the recipe makes of other things than cells: of rows that name others, of the file's name. */
  private added: string[] = [];
  private sectionAt = -1;

  constructor(
    private readonly recipe: Recipe,
    private readonly sheet: SheetLook,
    private readonly refuse: Refuse,
  ) {}

  /** Rows from the next lines; none before the header is complete. */
  lay(batch: readonly Line[]): SourceRow[] {
    const rows: SourceRow[] = [];
    for (const line of batch) {
      if (this.ended) break;
      if (this.columns === null && !this.takeHeader(line)) continue;
      this.take(line, rows);
    }
    return rows;
  }

  /** True if the line is the first of the body, for a recipe that names the columns itself. */
  private takeHeader(line: Line): boolean {
    const { skip, rows, columns, spread } = this.recipe.header;
    if (this.skipped < skip) {
      this.skipped++;
      return false;
    }
    if (rows > 0) this.headerLines.push(line);
    if (this.headerLines.length < rows) return false;
    this.names = rows === 0 ? [...(columns ?? [])] : headerNames(this.headerLines, this.sheet.merges, spread);
    const wrong = (columns ?? []).findIndex((name, i) => this.names[i] !== name);
    if (wrong >= 0) {
      this.refuse({
        line: line.line,
        at: wrong,
        column: this.names[wrong] ?? `column ${wrong + 1}`,
        value: this.names[wrong] ?? '',
        rule: `is not the column that the recipe expects here (${JSON.stringify(columns?.[wrong])})`,
        advice: 'the publisher has changed the header: look at the file, then correct header in the recipe',
      });
    }
    this.prepare();
    return rows === 0;
  }

  private prepare(): void {
    const { fillDown = [], file, split } = this.recipe;
    const own = new HeaderColumns(this.names, file);
    this.fill = fillDown.map((name) => own.find(name)).filter((at) => at >= 0);
    this.cutNames = this.names;
    if (split) {
      this.cutAt = own.find(split.column);
      this.cutNames = this.cutAt < 0 ? this.names : this.names.toSpliced(this.cutAt, 1, ...split.into);
    }
    const columns = this.unpivoted(own) ?? new HeaderColumns(this.cutNames, file);
    const { sections, fromFileName: named } = this.recipe;
    const more = [...(sections ? [sections.name] : []), ...(named ? [named.name] : [])];
    this.columns = more.length > 0 ? new HeaderColumns([...columns.names, ...more], file) : columns;
    if (sections) {
      this.sectionAt = own.find(sections.column);
      this.added.push('');
    }
    this.columns.problems.push(...own.problems);
    if (named) this.readFileName(named.pattern);
  }

  private readFileName(pattern: string): void {
    const name = this.sheet.fileName ?? this.recipe.file;
    const match = new RegExp(pattern).exec(name);
    this.added.push(match?.[1] ?? match?.[0] ?? '');
    if (!match)
      this.columns?.problems.push(
        `the name of the file, ${JSON.stringify(name)}, does not fit fromFileName.pattern (${pattern}); rename the file, or correct it`,
      );
  }

  /** The cells of a row, with those of the columns that are made of other things. */
  private withAdded(cells: readonly string[]): readonly string[] {
    if (this.added.length === 0) return cells;
    const length = (this.columns?.names.length ?? 0) - this.added.length;
    return [...Array.from({ length }, (_, i) => cells[i] ?? ''), ...this.added];
  }

  /** Whether a line names the lines below it; its text is then theirs. */
  private beginsSection({ cells }: Line): boolean {
    if (this.sectionAt < 0) return false;
    const text = (cells[this.sectionAt] ?? '').trim();
    if (text === '' || cells.some((cell, at) => at !== this.sectionAt && cell.trim() !== '')) return false;
    this.added = [text, ...this.added.slice(1)];
    return true;
  }

  /** The columns after unpivoting; null if the recipe does not unpivot. */
  private unpivoted(own: HeaderColumns): HeaderColumns | null {
    const { unpivot, file } = this.recipe;
    if (!unpivot) return null;
    const { columns, name, value } = unpivot;
    const names = [name].flat();
    const pattern = typeof columns === 'string' ? new RegExp(columns) : null;
    this.cutNames.forEach((column, at) => {
      const match = pattern ? pattern.exec(column) : columns.includes(column) ? [column] : null;
      if (match)
        this.values.push({ at, names: names.map((_, i) => match[i + 1] ?? (i === 0 ? column : '')) });
      else this.bases.push(at);
    });
    if (this.values.length === 0) {
      own.problems.push(`no column is named as unpivot.columns says (${String(columns)}); correct it`);
    }
    for (const column of pattern ? [] : columns) if (!this.cutNames.includes(column)) own.find(column);
    const base = this.bases.map((at) => this.cutNames[at] ?? '');
    return new HeaderColumns([...base, ...names, value], file);
  }

  private take(line: Line, rows: SourceRow[]): void {
    const { footer, unpivot } = this.recipe;
    const first = line.cells.find((cell) => cell.trim() !== '');
    if (first === undefined) {
      if (footer.emptyRow) this.ended = true;
      return;
    }
    if (footer.begins.length > 0 && footer.begins.some((begin) => first.trimStart().startsWith(begin))) {
      this.ended = true;
      return;
    }
    if (this.beginsSection(line)) return;
    const wrong = line.isHidden ? HIDDEN : this.wrongWidth(line.cells);
    const more = wrong ? { wrong } : null;
    const full = this.fill.length > 0 ? this.filled(line.cells) : line.cells;
    const whole = this.cutAt < 0 ? full : this.cut(full);
    if (!unpivot) {
      rows.push({ line: line.line, cells: this.withAdded(whole), unpivoted: null, ...more });
      return;
    }
    const base = this.bases.map((at) => whole[at] ?? '');
    for (const { at, names } of this.values) {
      const cells = this.withAdded([...base, ...names, whole[at] ?? '']);
      rows.push({ line: line.line, cells, unpivoted: at, ...more });
    }
  }

  /** Empty cells at the end of a line, or below columns without a name, are no fault of a record. */
  private wrongWidth(cells: readonly string[]): SourceRow['wrong'] {
    const { format } = this.recipe;
    const { length } = this.names;
    if (format.type !== 'csv' || cells.length === length) return undefined;
    const spare =
      cells.length > length
        ? cells.slice(length).every((cell) => cell.trim() === '')
        : this.names.slice(cells.length).every((name) => /^column \d+$/.test(name));
    if (spare) return undefined;
    return {
      value: cells.join(format.delimiter),
      rule: `has ${cells.length} cells where the header has ${length}`,
      advice:
        'get the whole file again, quote cells that hold the delimiter, or leave the row out with a filter or a footer in the recipe',
    };
  }

  private filled(cells: readonly string[]): string[] {
    const whole = [...cells];
    for (const at of this.fill) {
      if ((whole[at] ?? '').trim() === '') whole[at] = this.last[at] ?? '';
    }
    this.last = whole;
    return whole;
  }

  private cut(cells: readonly string[]): string[] {
    const { by = ',', into = [] } = this.recipe.split ?? {};
    const parts = (cells[this.cutAt] ?? '').split(by).map((part) => part.trim());
    return cells.toSpliced(this.cutAt, 1, ...into.map((_, i) => parts[i] ?? ''));
  }

  /** The position in the file of a column, from its index in {@link columns}; null for an added column. */
  placeInFile(row: Pick<SourceRow, 'unpivoted'>, at: number): number | null {
    const last = (this.columns?.names.length ?? 0) - 1 - this.added.length;
    if (this.added.length > 0 && at > last) return null;
    if (row.unpivoted === null) return this.uncut(at);
    const base = this.bases[at];
    if (base !== undefined) return this.uncut(base);
    return at === last ? this.uncut(row.unpivoted) : null;
  }

  private uncut(at: number): number {
    if (this.cutAt < 0 || at <= this.cutAt) return at;
    return Math.max(this.cutAt, at - (this.recipe.split?.into.length ?? 1) + 1);
  }

  /** The file's own name for a column: `FY2014` where the recipe says `value`. */
  nameInFile(row: SourceRow, at: number): string {
    const place = this.placeInFile(row, at);
    return (place === null ? this.columns?.names[at] : this.names[place]) ?? '';
  }

  /** Columns that are read though the workbook hides them. @returns problems */
  hiddenAmong(read: Iterable<number>): string[] {
    const { hiddenColumns } = this.sheet;
    if (hiddenColumns.size === 0) return [];
    const inFile = (at: number): number[] => {
      const place = this.recipe.unpivot ? this.bases[at] : at;
      return place === undefined ? [] : [this.uncut(place)];
    };
    const places = new Set([...[...read].flatMap(inFile), ...this.values.map(({ at }) => this.uncut(at))]);
    return [...places]
      .filter((at) => hiddenColumns.has(at))
      .map(
        (at) =>
          `column ${JSON.stringify(this.names[at] ?? '')} (${columnLetters(at)}) is hidden in the workbook; write hidden: read or hidden: leave-out under format`,
      );
  }
}
