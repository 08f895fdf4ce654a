/**
 * Undoes the layout of a table: finds the header, fills cells down, stops at the footer, and makes rows of
 * the columns that are values. What comes out is one row, one thing said.
 */
import type { Line } from '../../formats/line.ts';
import type { Merge } from '../../formats/workbook.ts';
import type { Refuse } from './fault.ts';
import { headerNames } from './header.ts';
import { HeaderColumns, type SourceRow } from './row.ts';
import type { Recipe } from '../schema/shape.ts';

export class Layout {
  columns: HeaderColumns | null = null;
  /** Names of the columns of the file itself. */
  private names: string[] = [];
  private skipped = 0;
  private headerLines: Line[] = [];
  private ended = false;
  private last: string[] = [];
  private fill: number[] = [];
  private values: { at: number; name: string }[] = [];
  private bases: number[] = [];

  constructor(
    private readonly recipe: Recipe,
    private readonly merges: readonly Merge[],
    private readonly refuse: Refuse,
  ) {}

  /** Rows of the next lines; none before the header is complete. */
  lay(batch: readonly Line[]): SourceRow[] {
    const rows: SourceRow[] = [];
    for (const line of batch) {
      if (this.ended) break;
      if (this.columns === null && !this.takeHeader(line)) continue;
      this.take(line, rows);
    }
    return rows;
  }

  /** True when the line is the first of the body, for a recipe that names the columns itself. */
  private takeHeader(line: Line): boolean {
    const { skip, rows, columns } = this.recipe.header;
    if (this.skipped < skip) {
      this.skipped++;
      return false;
    }
    if (rows > 0) this.headerLines.push(line);
    if (this.headerLines.length < rows) return false;
    this.names = rows === 0 ? [...(columns ?? [])] : headerNames(this.headerLines, this.merges);
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
    const { unpivot, fillDown = [], file } = this.recipe;
    const own = new HeaderColumns(this.names, file);
    this.fill = fillDown.map((name) => own.find(name)).filter((at) => at >= 0);
    if (unpivot) {
      const pattern = new RegExp(unpivot.columns);
      this.names.forEach((name, at) => {
        const match = pattern.exec(name);
        if (match) this.values.push({ at, name: match[1] ?? name });
        else this.bases.push(at);
      });
      if (this.values.length === 0) {
        own.problems.push(`no column is named as unpivot.columns says (${unpivot.columns}); correct it`);
      }
      const base = this.bases.map((at) => this.names[at] ?? '');
      this.columns = new HeaderColumns([...base, unpivot.name, unpivot.value], file);
    } else {
      this.columns = new HeaderColumns(this.names, file);
    }
    this.columns.problems.push(...own.problems);
  }

  private take(line: Line, rows: SourceRow[]): void {
    const { footer, format, unpivot } = this.recipe;
    const { cells } = line;
    const first = cells.find((cell) => cell.trim() !== '');
    if (first === undefined) {
      if (footer.emptyRow) this.ended = true;
      return;
    }
    if (footer.begins.length > 0 && footer.begins.some((begin) => first.trimStart().startsWith(begin))) {
      this.ended = true;
      return;
    }
    if (format.type === 'csv' && cells.length !== this.names.length) {
      this.refuse({
        line: line.line,
        at: null,
        column: null,
        value: cells.join(format.delimiter),
        rule: `has ${cells.length} cells where the header has ${this.names.length}`,
        advice:
          'get the whole file again, or quote cells that hold the delimiter; name a footer in the recipe',
      });
      return;
    }
    const whole = this.fill.length > 0 ? this.filled(cells) : cells;
    if (!unpivot) {
      rows.push({ line: line.line, cells: whole, unpivoted: null });
      return;
    }
    const base = this.bases.map((at) => whole[at] ?? '');
    for (const { at, name } of this.values) {
      rows.push({ line: line.line, cells: [...base, name, whole[at] ?? ''], unpivoted: at });
    }
  }

  private filled(cells: readonly string[]): string[] {
    const whole = [...cells];
    for (const at of this.fill) {
      if ((whole[at] ?? '').trim() === '') whole[at] = this.last[at] ?? '';
    }
    this.last = whole;
    return whole;
  }

  /** The place in the file of a column by its place among {@link columns}; null for one that was added. */
  placeInFile(row: SourceRow, at: number): number | null {
    if (row.unpivoted === null) return at;
    const base = this.bases[at];
    return base ?? (at === this.bases.length + 1 ? row.unpivoted : null);
  }

  /** The name that the file itself gives to a column: `FY2014`, where the recipe says `value`. */
  nameInFile(row: SourceRow, at: number): string {
    const place = this.placeInFile(row, at);
    return (place === null ? this.columns?.names[at] : this.names[place]) ?? '';
  }
}
