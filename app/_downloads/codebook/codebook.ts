/** The codebook: every column and every code of a download, in both languages. */
import { CODE_WORDS, COLUMN_WORDS, EXTRA_COLUMN_WORDS } from '#app/_words/columns.ts';
import {
  BASIS_WORDS,
  COMPUTATION_WORDS,
  GAP_WORDS,
  INTERVAL_WORDS,
  MEASURE_WORDS,
  PERIOD_STATUS_WORDS,
  QUALIFIER_WORDS,
} from '#stats/format/labels.ts';
import { TRANSFORM_WORDS } from '#stats/wording/transforms.ts';
import type { Text } from '#stats/language.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { COLUMN_NAMES, DOWNLOAD_COLUMNS, type ColumnType, type CsvRow } from '../columns.ts';

export interface CodebookColumn {
  readonly name: keyof CsvRow;
  readonly type: ColumnType;
  readonly meaning: Text;
}

/** A code that occurs in the cells of a column. */
export interface CodebookCode {
  readonly column: keyof CsvRow;
  readonly code: string;
  readonly meaning: Text;
}

/** Every column in the order of the file. */
export const CODEBOOK_COLUMNS: readonly CodebookColumn[] = COLUMN_NAMES.map((name) => ({
  name,
  type: DOWNLOAD_COLUMNS[name].type,
  meaning: COLUMN_WORDS[name],
}));

const codes = (column: keyof CsvRow, words: Readonly<Record<string, Text>>): CodebookCode[] =>
  Object.entries(words).map(([code, meaning]) => ({ column, code, meaning }));

const wordsOf = <Entry>(
  entries: Readonly<Record<string, Entry>>,
  textOf: (entry: Entry) => Text,
): Record<string, Text> =>
  Object.fromEntries(Object.entries(entries).map(([code, entry]) => [code, textOf(entry)]));

/** The codes that are the same for all indicators. */
export const CODEBOOK_CODES: readonly CodebookCode[] = [
  ...codes('measure', MEASURE_WORDS),
  ...codes('counterpart', CODE_WORDS.counterpart),
  ...codes('breakdown', CODE_WORDS.breakdown),
  ...codes('basis', BASIS_WORDS),
  ...codes('qualifier', { ...QUALIFIER_WORDS, ...CODE_WORDS.qualifier }),
  ...codes('interval_kind', INTERVAL_WORDS),
  ...codes(
    'gap',
    wordsOf(GAP_WORDS, ({ words }) => words),
  ),
  ...codes('computed', COMPUTATION_WORDS),
  ...codes('status', PERIOD_STATUS_WORDS),
  ...codes(
    'transform',
    wordsOf(TRANSFORM_WORDS, ({ name }) => name),
  ),
];

/** The codes of an answer: its areas, breakdowns, definitions and sources. */
export function codesOf({ indicator, areas, dimensions, sources }: Comparison): CodebookCode[] {
  return [
    { column: 'indicator', code: indicator.id, meaning: indicator.title },
    { column: 'unit', code: indicator.unit.code, meaning: indicator.unit.label },
    ...areas.map(({ code, name }): CodebookCode => ({ column: 'Code', code, meaning: name })),
    ...dimensions.flatMap(({ id, codes: own }) =>
      own.map(({ code, name }): CodebookCode => ({
        column: 'breakdown',
        code: `${id}=${code}`,
        meaning: name,
      })),
    ),
    ...indicator.definitions.map(({ code, text }): CodebookCode => ({
      column: 'definition',
      code,
      meaning: text,
    })),
    ...sources.map(({ id, title }): CodebookCode => ({ column: 'source', code: id, meaning: title })),
  ];
}

/** The columns that a file has on request, after all others. */
export const EXTRA_COLUMNS: readonly {
  readonly name: string;
  readonly type: ColumnType;
  readonly meaning: Text;
}[] = Object.entries(EXTRA_COLUMN_WORDS).map(([name, meaning]) => ({
  name,
  type: name === 'part_weight' ? 'number' : 'text',
  meaning,
}));

/** The document at `/data/codebook.json`. */
export const formatCodebook = (): string =>
  `${JSON.stringify({ columns: CODEBOOK_COLUMNS, codes: CODEBOOK_CODES, on_request: EXTRA_COLUMNS }, null, 1)}\n`;
