/**
 * Spreadsheets of OpenDocument (.ods), as LibreOffice writes them. The spreadsheet library reads them too, but leaves
 * out rows in groups, hidden rows, raised digits and struck-out text without a word; so the XML is read here.
 */
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { UnreadableFile } from '../line.ts';
import { ON_THE_LINE, type CellRun, type WorkbookCell } from './workbook-cell.ts';
import { OpenDocumentStyles, type XmlAttributes, type Formatting } from './open-document-styles.ts';
import type { Merge, RawSheet } from './raw-sheet.ts';

/** Elements whose text is not the text of the cell around them. */
const ASIDE = new Set([
  'office:annotation',
  'draw:frame',
  'table:shapes',
  'table:tracked-changes',
  'text:note',
]);

const repeated = (attributes: XmlAttributes, name: string): number => {
  const times = Number(attributes[name] ?? 1);
  return Number.isInteger(times) && times > 0 ? times : 1;
};

const isHidden = (attributes: XmlAttributes): boolean =>
  ['collapse', 'filter'].includes(attributes['table:visibility'] ?? '');

/** The value of a cell as it is stored. */
function valueOf(attributes: XmlAttributes, text: string): WorkbookCell['value'] {
  switch (attributes['office:value-type'] ?? attributes['calcext:value-type']) {
    case 'float':
    case 'currency':
    case 'percentage':
      return Number(attributes['office:value']);
    case 'date': {
      const date = attributes['office:date-value'] ?? '';
      const day = new Date(date.includes('T') && !/Z|[+-]\d\d:\d\d$/.test(date) ? `${date}Z` : date);
      return Number.isNaN(day.getTime()) ? date : day;
    }
    case 'boolean':
      return attributes['office:boolean-value'] ?? text;
    default:
      return text === '' ? (attributes['office:string-value'] ?? null) : text;
  }
}

const MOST_COLUMNS = 16_384;

/** Builds the sheets from the elements of content.xml, in their order. */
class Sheets {
  readonly sheets: RawSheet[] = [];
  private rows: WorkbookCell[][] = [];
  private merges: Merge[] = [];
  private hiddenRows = new Set<number>();
  private hiddenColumns = new Set<number>();
  /** The usual style of each column. */
  private columnStyles: (string | undefined)[] = [];
  private column = 0;
  private row: WorkbookCell[] = [];
  private cell: XmlAttributes | null = null;
  private runs: CellRun[] = [];
  private readonly spans: Formatting[] = [];
  private aside = 0;

  constructor(
    private readonly styles: OpenDocumentStyles,
    private readonly mostRows: number,
  ) {}

  open(name: string, attributes: XmlAttributes): void {
    if (ASIDE.has(name)) this.aside++;
    if (this.aside > 0) return;
    switch (name) {
      case 'table:table':
        this.rows = [];
        this.merges = [];
        this.hiddenRows = new Set();
        this.hiddenColumns = new Set();
        this.columnStyles = [];
        this.column = 0;
        this.sheets.push({
          name: attributes['table:name'] ?? '',
          rows: this.rows,
          merges: this.merges,
          hiddenRows: this.hiddenRows,
          hiddenColumns: this.hiddenColumns,
        });
        return;
      case 'table:table-column': {
        const times = Math.min(repeated(attributes, 'table:number-columns-repeated'), MOST_COLUMNS);
        for (let i = 0; i < times; i++, this.column++) {
          if (isHidden(attributes)) this.hiddenColumns.add(this.column);
          this.columnStyles[this.column] = attributes['table:default-cell-style-name'];
        }
        return;
      }
      case 'table:table-row':
        this.row = [];
        return;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.cell = attributes;
        this.runs = [];
        return;
      case 'text:p':
        if (this.runs.length > 0) this.text(' ');
        return;
      case 'text:span':
        this.spans.push(this.styles.formattingOf(attributes['text:style-name']));
        return;
      case 'text:s':
      case 'text:tab':
      case 'text:line-break':
        this.text(' ');
    }
  }

  text(text: string): void {
    if (this.cell && this.aside === 0) this.runs.push({ text, ...(this.spans.at(-1) ?? ON_THE_LINE) });
  }

  close(name: string, attributes: XmlAttributes): void {
    if (ASIDE.has(name)) this.aside--;
    else if (this.aside > 0) return;
    else if (name === 'text:span') this.spans.pop();
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.endCell();
    else if (name === 'table:table-row') this.endRow(attributes);
    else if (name === 'table:table') while (this.rows.at(-1)?.length === 0) this.rows.pop();
  }

  private endCell(): void {
    const { cell: attributes, runs, row } = this;
    this.cell = null;
    if (!attributes) return;
    const times = repeated(attributes, 'table:number-columns-repeated');
    const style = attributes['table:style-name'] ?? this.columnStyles[row.length];
    const text = runs
      .map((run) => run.text)
      .join('')
      .trim();
    const value = valueOf(attributes, text);
    const formula = attributes['table:formula']?.replace(/^(of|oooc|msoxl):=/, '') ?? null;
    const isPlain = runs.every(({ position, isStruck }) => position === 'line' && !isStruck);
    const cell: WorkbookCell = {
      value,
      runs: isPlain || typeof value !== 'string' ? null : runs,
      whole: this.styles.formattingOf(style),
      format: attributes['office:value-type'] === 'percentage' ? '%' : this.styles.formatOf(style),
      formula: value === null ? formula : null,
    };
    const [wide, high] = ['columns', 'rows'].map((what) =>
      repeated(attributes, `table:number-${what}-spanned`),
    );
    if ((wide ?? 1) > 1 || (high ?? 1) > 1) {
      const [startRow, startCol] = [this.rows.length, row.length];
      this.merges.push({
        startRow,
        startCol,
        endRow: startRow + (high ?? 1) - 1,
        endCol: startCol + (wide ?? 1) - 1,
      });
    }
    // Empty cells are repeated to the last column of the sheet.
    for (let i = 0; i < times && row.length < MOST_COLUMNS; i++) row.push(cell);
  }

  private endRow(attributes: XmlAttributes): void {
    const { row, rows } = this;
    while (row.length > 0 && isEmpty(row.at(-1))) row.pop();
    const times = repeated(attributes, 'table:number-rows-repeated');
    // Empty rows are repeated to the last row of the sheet. A filled one behind them is then too far down.
    for (let i = 0; i < times && rows.length <= this.mostRows; i++) {
      if (isHidden(attributes) && row.length > 0) this.hiddenRows.add(rows.length);
      rows.push(row);
    }
  }
}

const isEmpty = (cell: WorkbookCell | undefined): boolean => cell?.value == null && cell?.formula == null;

/** Who is told of the elements of a text. */
interface Listener {
  readonly open: (name: string, attributes: XmlAttributes) => void;
  readonly close: (name: string, attributes: XmlAttributes) => void;
  readonly text?: (text: string) => void;
}

/** @throws Error if the text is not XML */
function parse(xml: string, { open, close, text }: Listener): void {
  const parser = new SaxesParser();
  const failed: Error[] = [];
  parser.on('error', (error) => failed.push(error));
  parser.on('opentag', ({ name, attributes }) => open(name, attributes));
  parser.on('closetag', ({ name, attributes }) => close(name, attributes));
  if (text) parser.on('text', text);
  parser.write(xml).close();
  if (failed[0]) throw failed[0];
}

/** The sheets of an .ods file. @throws UnreadableFile, or an Error if it is damaged */
export function readOpenDocument(bytes: Uint8Array, mostRows: number): RawSheet[] {
  const files = unzipSync(bytes, { filter: ({ name }) => /^(content|styles)\.xml$/.test(name) });
  const content = files['content.xml'];
  if (!content)
    throw new UnreadableFile('the workbook has no content.xml in it', 'save it again as .ods or .xlsx');
  const styles = new OpenDocumentStyles();
  const ofStyles: Listener = {
    open: (name, attributes) => styles.open(name, attributes),
    close: (name) => styles.close(name),
  };
  if (files['styles.xml']) parse(strFromU8(files['styles.xml']), ofStyles);
  const sheets = new Sheets(styles, mostRows);
  parse(strFromU8(content), {
    open: (name, attributes) => {
      styles.open(name, attributes);
      sheets.open(name, attributes);
    },
    text: (text) => sheets.text(text),
    close: (name, attributes) => {
      styles.close(name);
      sheets.close(name, attributes);
    },
  });
  return sheets.sheets;
}
