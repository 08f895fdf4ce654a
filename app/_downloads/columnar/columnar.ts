/**
 * A comparison as compact JSON: the rows of CSV and JSON column by column, with the sources, the definition and
 * what each column means. A fifth of the JSON that has a row for each figure.
 */
import type { Comparison } from '#stats/model/comparison.ts';
import { unitShown } from '#stats/format/unit.ts';
import { COLUMN_WORDS } from '#app/_words/columns.ts';
import { COLUMN_NAMES } from '../columns.ts';
import { downloadRows } from '../row.ts';
import { verdictOn } from '#stats/comparability/notice.ts';
import { encodeColumns, type EncodedColumn } from './encode.ts';

/** The document at `/data/{release}/{indicator}.columns.json`. */
export interface ColumnsDocument {
  readonly format: 'cotejo-columns';
  readonly version: 1;
  readonly release: string;
  readonly address: string;
  readonly language: Comparison['language'];
  readonly title: string;
  readonly unit: string;
  readonly definition: string;
  readonly verdict: string | null;
  readonly notes: readonly string[];
  readonly sources: readonly {
    readonly id: string;
    readonly title: string;
    readonly publisher: string;
    readonly published: string;
    readonly licence: string;
    readonly url?: string;
  }[];
  /** Of the columns that have values in this answer. */
  readonly codebook: Readonly<Record<string, string>>;
  readonly rows: number;
  /** Columns without any value. */
  readonly empty: readonly string[];
  readonly columns: Readonly<Record<string, EncodedColumn>>;
}

const isEmpty = (column: EncodedColumn): boolean =>
  'all' in column && (column.all === null || (Array.isArray(column.all) && column.all.length === 0));

/** The document as an object. */
export function columnsDocument(comparison: Comparison, address: string): ColumnsDocument {
  const { release, language, indicator, sources } = comparison;
  const rows = downloadRows(comparison);
  const all = encodeColumns(rows, COLUMN_NAMES);
  const full = Object.entries(all).filter(([, column]) => !isEmpty(column));
  return {
    format: 'cotejo-columns',
    version: 1,
    release: release.version,
    address,
    language,
    title: indicator.title[language],
    unit: unitShown(comparison).label[language],
    definition: indicator.definition[language],
    verdict: verdictOn(comparison)?.verdict ?? null,
    notes: indicator.notes.map((note) => note.text[language]),
    sources: sources.map(({ id, title, publisher, published, licence, url }) => ({
      id,
      title: title[language],
      publisher,
      published,
      licence: licence.url ?? licence.name,
      ...(url !== undefined && { url }),
    })),
    codebook: Object.fromEntries(
      COLUMN_NAMES.filter((name) => full.some(([own]) => own === name)).map((name) => [
        name,
        COLUMN_WORDS[name][language],
      ]),
    ),
    rows: rows.length,
    empty: COLUMN_NAMES.filter((name) => !full.some(([own]) => own === name)),
    columns: Object.fromEntries(full),
  };
}

/** The text of the document: a line for each column. */
export function formatColumns(comparison: Comparison, address: string): string {
  const { columns, ...head } = columnsDocument(comparison, address);
  const lines = Object.entries(columns).map(
    ([name, column]) => `${JSON.stringify(name)}:${JSON.stringify(column)}`,
  );
  return `${JSON.stringify(head).slice(0, -1)},"columns":{\n${lines.join(',\n')}\n}}\n`;
}
