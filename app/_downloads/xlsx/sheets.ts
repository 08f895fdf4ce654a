/** The sheets of a workbook about one answer or several: data, codebook, sources, notes, licence, citation. */
import { XLSX_WORDS } from '#app/_words/xlsx.ts';
import type { CellParts } from '#stats/evidence/evidence.ts';
import { verdictOn } from '#stats/comparability/notice.ts';
import { verdictText } from '#stats/comparability/verdict.ts';
import { formOf } from '#stats/format/number-form.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { formatApa } from '../citation/apa.ts';
import { formatBibtex } from '../citation/bibtex.ts';
import type { Citation } from '../citation/cited-work.ts';
import { CODEBOOK_CODES, CODEBOOK_COLUMNS, codesOf, EXTRA_COLUMNS } from '../codebook/codebook.ts';
import { COLUMN_NAMES, DOWNLOAD_COLUMNS, type CsvRow, type DownloadColumn } from '../columns.ts';
import { csvRowOf } from '../csv.ts';
import { PART_COLUMNS, partRows, type PartRow } from '../part-rows.ts';
import { rowWriter } from '../row.ts';
import type { XlsxCell } from './cells.ts';
import type { XlsxSheet } from './workbook.ts';

const SHARES: readonly (keyof CsvRow)[] = ['value', 'low', 'high'];
const WIDE: readonly (keyof CsvRow)[] = ['Entity', 'locator', 'note', 'source', 'edition'];

/** Column and value have the same name, which the compiler cannot see across a list of names. */
const columnOf = (name: keyof CsvRow): DownloadColumn<unknown> => DOWNLOAD_COLUMNS[name];

/** A value as a cell of its type. Texts need no guard here: a cell with a text is never computed. */
function cellOf(name: keyof CsvRow, value: CsvRow[keyof CsvRow], isShare: boolean): XlsxCell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return isShare && SHARES.includes(name) ? { share: value } : value;
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return columnOf(name).format(value);
  return columnOf(name).type === 'date' ? { day: value } : value;
}

/** The rows of an answer as cells, made one after another. */
function* dataRows(comparison: Comparison): Generator<XlsxCell[]> {
  yield COLUMN_NAMES.map((name) => ({ head: name }));
  const { suffix } = formOf(comparison.query.transform?.id, comparison.indicator);
  const isShare = suffix.en === '%' && comparison.query.transform?.id !== 'change-percent';
  const toRow = rowWriter(comparison);
  for (const cell of comparison.cells) {
    const row = csvRowOf(toRow(cell), comparison.language);
    yield COLUMN_NAMES.map((name) => cellOf(name, row[name], isShare));
  }
}

/** The parts of computed figures: the columns of the data, then those that say what each is a part of. */
function* partSheetRows(comparison: Comparison, rows: readonly PartRow[]): Generator<XlsxCell[]> {
  yield [...PART_COLUMNS, ...COLUMN_NAMES].map((name) => ({ head: name }));
  for (const { row, fields } of rows) {
    const written = csvRowOf(row, comparison.language);
    yield [
      ...PART_COLUMNS.map((name) => fields[name]),
      ...COLUMN_NAMES.map((name) => cellOf(name, written[name], written.measure === 'share')),
    ];
  }
}

function partSheet(comparison: Comparison, parts: readonly CellParts[], name: string): XlsxSheet {
  const rows = [...partRows(comparison, parts).values()].flat();
  return {
    name,
    widths: [...PART_COLUMNS.map(() => 28), ...COLUMN_NAMES.map(() => 14)],
    rows: partSheetRows(comparison, rows),
    rowCount: rows.length + 1,
  };
}

/** A sheet of few rows under a head. */
const smallSheet = (
  name: string,
  head: readonly string[],
  rows: readonly (readonly XlsxCell[])[],
  widths: readonly number[],
): XlsxSheet => ({
  name,
  widths,
  rows: [head.map((text) => ({ head: text })), ...rows],
  rowCount: rows.length + 1,
});

function codebookSheet(
  comparisons: readonly Comparison[],
  language: Comparison['language'],
  hasParts: boolean,
): XlsxSheet {
  const { sheets, codebook } = XLSX_WORDS[language];
  const onRequest = EXTRA_COLUMNS.filter(({ name }) => hasParts && name.startsWith('part_'));
  const columns = [...CODEBOOK_COLUMNS, ...onRequest].map(({ name, type, meaning }) => [
    name,
    null,
    type,
    meaning.en,
    meaning.es,
  ]);
  const all = [...CODEBOOK_CODES, ...comparisons.flatMap(codesOf)];
  const codes = new Map(
    all.map(({ column, code, meaning }) => [
      `${column} ${code}`,
      [column, code, null, meaning.en, meaning.es],
    ]),
  );
  return smallSheet(sheets.codebook, codebook, [...columns, ...codes.values()], [18, 24, 10, 60, 60]);
}

function sourceSheets(comparisons: readonly Comparison[], language: Comparison['language']): XlsxSheet[] {
  const { sheets, sources: head, licence: licenceHead } = XLSX_WORDS[language];
  const sources = [
    ...new Map(comparisons.flatMap((answer) => answer.sources).map((source) => [source.id, source])).values(),
  ];
  const editions = [
    ...new Map(
      comparisons.flatMap((answer) => answer.editions).map((edition) => [edition.id, edition]),
    ).values(),
  ];
  const rows = sources.map(({ id, title, author, publisher, published, url, kind, note }) => {
    const own = editions.filter((edition) => edition.source === id);
    return [
      id,
      title[language],
      author ?? null,
      publisher,
      published,
      url ?? null,
      kind,
      note ? { wrapped: note[language] } : null,
      own.map((edition) => edition.id).join(' '),
      own.map((edition) => edition.sha256).join(' '),
    ];
  });
  const licences = sources.map(({ id, licence, redistribute }) => [
    id,
    licence.name,
    licence.url ?? null,
    redistribute,
  ]);
  return [
    smallSheet(sheets.sources, head, rows, [26, 50, 24, 24, 12, 40, 12, 60, 30, 66]),
    smallSheet(sheets.licence, licenceHead, licences, [26, 40, 50, 20]),
  ];
}

function notesSheet(comparisons: readonly Comparison[], language: Comparison['language']): XlsxSheet {
  const { sheets, notes: head, definition, verdict, release, note } = XLSX_WORDS[language];
  const rows = comparisons.flatMap((comparison): XlsxCell[][] => {
    const { indicator, areas, cells } = comparison;
    const judged = verdictOn(comparison);
    const ofCells = new Set(cells.flatMap(({ notes }) => notes.map(({ text }) => text[language])));
    return [
      [release, `${comparison.release.version} (${comparison.release.date})`],
      [definition, { wrapped: indicator.definition[language] }],
      ...(judged ? [[verdict, { wrapped: verdictText(judged, language) }]] : []),
      ...indicator.notes.map(({ text }) => [indicator.title[language], { wrapped: text[language] }]),
      ...areas.flatMap(({ name, note: own }) => (own ? [[name[language], { wrapped: own[language] }]] : [])),
      ...[...ofCells].map((text) => [note, { wrapped: text }]),
    ];
  });
  return smallSheet(sheets.notes, head, rows, [30, 110]);
}

export interface WorkbookForm {
  /** The parts of computed figures of the first answer. */
  readonly parts?: readonly CellParts[] | null;
  /** Whether several answers stand below each other in one sheet. */
  readonly isOneTable?: boolean;
}

/** One head, then the rows of all answers. */
function* dataTogether(comparisons: readonly Comparison[]): Generator<XlsxCell[]> {
  for (const [i, comparison] of comparisons.entries()) {
    const rows = dataRows(comparison);
    if (i > 0) rows.next();
    yield* rows;
  }
}

function dataSheets(
  comparisons: readonly Comparison[],
  name: string,
  isOneTable: boolean,
): readonly XlsxSheet[] {
  const widths = COLUMN_NAMES.map((column) => (WIDE.includes(column) ? 28 : 14));
  if (isOneTable) {
    const rows = comparisons.reduce((sum, { cells }) => sum + cells.length, 0);
    return [{ name, widths, rows: dataTogether(comparisons), rowCount: rows + 1 }];
  }
  return comparisons.map((comparison, i) => ({
    name: comparisons.length === 1 ? name : `${name} ${i + 1}`,
    widths,
    rows: dataRows(comparison),
    rowCount: comparison.cells.length + 1,
  }));
}

/** The sheets of a workbook; of several answers each has a sheet with its data, unless they are one table. */
export function workbookSheets(
  comparisons: readonly Comparison[],
  citation: Citation,
  { parts = null, isOneTable = false }: WorkbookForm = {},
): XlsxSheet[] {
  const { language } = citation;
  const { sheets, citation: head } = XLSX_WORDS[language];
  const [sources, licence] = sourceSheets(comparisons, language) as [XlsxSheet, XlsxSheet];
  const cited = smallSheet(
    sheets.citation,
    head,
    [
      ['APA', { wrapped: formatApa(citation) }],
      ['BibTeX', { wrapped: formatBibtex(citation) }],
    ],
    [12, 110],
  );
  return [
    ...dataSheets(comparisons, sheets.data, isOneTable),
    ...(parts && comparisons[0] ? [partSheet(comparisons[0], parts, sheets.parts)] : []),
    codebookSheet(comparisons, language, parts !== null),
    sources,
    notesSheet(comparisons, language),
    licence,
    cited,
  ];
}
