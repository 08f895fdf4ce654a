/** Inspects an unknown file: its kind, the position of its table, and what each column seems to contain. */
import type { AreaTable } from '../aliases/areas.ts';
import { NOT_A_VALUE, lookAtColumn, type ColumnLook } from './column.ts';
import { publisherNotes, unexplainedMarks, type PublisherNote } from './footnotes.ts';
import { lookAtNumbers, sayNumbers, type NumberLook } from './numbers.ts';
import { openUnknown, type OpenWish, type Unknown } from './open.ts';
import { findSpread } from './spread.ts';
import type { SpreadColumns } from './spread-columns.ts';
import { findTable, type InspectedTable } from './table.ts';

export interface Look {
  readonly file: Unknown;
  readonly table: InspectedTable;
  readonly notes: readonly PublisherNote[];
  readonly numbers: NumberLook;
  readonly columns: readonly ColumnLook[];
  /** Columns whose names are years or areas: they are values of one or two variables. */
  readonly spread: SpreadColumns | null;
  readonly spreadColumns: readonly ColumnLook[];
  /** The new column of the groups of columns, as if it were in the file; null if there are none. */
  readonly groupColumn: ColumnLook | null;
  /** Texts where numbers are expected, with their counts and an example place. */
  readonly odd: readonly {
    readonly text: string;
    readonly count: number;
    readonly line: number;
    readonly column: string;
  }[];
}

/** @throws UnreadableFile */
export async function lookAt(path: string, areas: AreaTable, wish: OpenWish = {}): Promise<Look> {
  const file = await openUnknown(path, wish);
  const table = findTable(file);
  const { names, body } = table;
  const printed = publisherNotes(table.below);
  const spread = findSpread(names, areas, table.groups);
  const named = names.map((name, at) => ({ name, at })).filter(({ name }) => !NOT_A_VALUE.test(name));
  const found = unexplainedMarks(body, names.length > 200 ? [] : [...names.keys()], printed);
  const notes = [...printed, ...found];
  const marks = notes.map((note) => note.mark);
  const numbers = lookAtNumbers(
    named,
    body,
    marks,
    file.format.type === 'csv' ? file.format.delimiter : null,
  );
  const columns = names.map((name, at) => lookAtColumn(name, at, body, areas, marks, numbers));
  const spreadColumns = (spread?.at ?? []).flatMap((at) => columns[at] ?? []);
  const { group } = spread ?? {};
  const ofGroups = group?.texts.map((text) => ({ line: 0, cells: [text] })) ?? [];
  const groupColumn = group
    ? { ...lookAtColumn(group.column, 0, ofGroups, areas, marks, numbers), at: -1 }
    : null;
  const numeric = columns.filter(
    (c) => spreadColumns.includes(c) || (c.numbers > 0 && (c.numbers > c.filled * 0.6 || c.words <= 3)),
  );
  const odd = new Map<string, { text: string; count: number; line: number; column: string }>();
  for (const line of table.body) {
    for (const { at, name } of numeric) {
      const text = line.cells[at] ?? '';
      if (text.trim() === '' || numbers.valueOf(text) !== null) continue;
      const known = odd.get(text);
      if (known) known.count++;
      else odd.set(text, { text, count: 1, line: line.line, column: name });
    }
  }
  return {
    file,
    table,
    notes,
    numbers,
    columns,
    spread,
    spreadColumns,
    groupColumn,
    odd: [...odd.values()].sort((a, b) => b.count - a.count),
  };
}

const KINDS = {
  'json-lines': 'JSON lines',
  'json-stat': 'JSON-stat',
  'pc-axis': 'PC-Axis',
  parquet: 'Parquet',
  'r-data': 'R',
} as const;

const shownDelimiter = (text: string): string => (text === '\t' ? 'tab' : JSON.stringify(text));

// Long because it says one thing after the other, each in a line or two.
/** The findings, as lines for the user. */
export function formatLook({
  file,
  table,
  numbers,
  columns,
  spread,
  spreadColumns,
  odd,
  notes,
}: Look): string[] {
  const { format } = file;
  const lines: string[] = [];
  const say = (name: string, text: string): unknown => lines.push(`${name.padEnd(12)}${text}`);
  if (format.type === 'csv') {
    say(
      'format',
      `delimited text, ${shownDelimiter(format.delimiter)} between cells, ${format.encoding}${file.bom ? ' with a byte order mark' : ''}`,
    );
  } else if (format.type === 'json') say('format', `JSON, records at "${format.path}"`);
  else if (format.type !== 'xlsx') say('format', KINDS[format.type]);
  else
    say(
      'format',
      `workbook, sheet ${JSON.stringify(file.sheet)} of ${file.sheets.map((s) => JSON.stringify(s)).join(', ')}`,
    );
  if (file.inside !== null) {
    const others = file.tables.filter((name) => name !== file.inside);
    say('archive', `${file.inside}${others.length === 0 ? '' : `; it has also ${others.join(', ')}`}`);
  }
  for (const text of file.hidden) say('hidden', text);
  const first = table.skip + 1;
  say(
    'header',
    `line ${first}${table.headerRows > 1 ? ` to ${first + table.headerRows - 1}` : ''}, ${table.names.length} columns`,
  );
  say('body', `${table.body.length} rows${file.whole ? '' : ' looked at; the file goes on'}`);
  if (spread)
    say(
      spread.period !== null ? 'years' : spread.area === null ? 'groups' : 'areas',
      `${spreadColumns.length} columns, ${spreadColumns[0]?.name} to ${spreadColumns.at(-1)?.name}`,
    );
  for (const text of sayNumbers(numbers)) say('numbers', text);
  for (const column of columns) {
    if (spreadColumns.includes(column)) continue;
    const { name, filled, empty, distinct, years, months, areas, texts } = column;
    const kinds = [
      `${distinct} different`,
      ...(empty > 0 ? [`${empty} empty`] : []),
      ...(column.numbers > 0 ? [`${column.numbers} numbers`] : []),
      ...(years > filled / 2 ? ['years'] : []),
      ...(months > filled / 2 ? ['months'] : []),
      ...(areas.share > 0.5 && texts.length > 0
        ? [`${Math.round(areas.share * 100)} % areas by ${areas.form}`]
        : []),
    ];
    say('column', `${JSON.stringify(name)}: ${kinds.join(', ')}`);
  }
  for (const { text, count, line, column } of odd.slice(0, 20)) {
    say(
      'no number',
      `${JSON.stringify(text)}, ${count} times, first in line ${line}, column ${JSON.stringify(column)}`,
    );
  }
  for (const { mark, text } of notes)
    say('note', `${mark}  ${text.length > 80 ? `${text.slice(0, 77)}...` : text}`);
  return lines;
}
