/**
 * Answers as Parquet: the columns of CSV with their types, in the order of the answer, with what they mean, the
 * licences and the citation as metadata of the file.
 */
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { unitShown } from '#stats/format/unit.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { apaLine } from '../citation/apa.ts';
import type { Citation } from '../citation/cited-work.ts';
import { CODEBOOK_COLUMNS } from '../codebook/codebook.ts';
import {
  COLUMN_NAMES,
  DOWNLOAD_COLUMNS,
  type ColumnType,
  type CsvRow,
  type DownloadColumn,
} from '../columns.ts';
import { csvRowOf } from '../csv.ts';
import { rowWriter } from '../row.ts';

/** Rows of a group: a reader that wants few rows reads few groups. */
const GROUP_ROWS = 50_000;

type SchemaPart = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

const PHYSICAL: Readonly<Record<ColumnType, Pick<SchemaPart, 'type' | 'converted_type'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  number: { type: 'DOUBLE' },
  integer: { type: 'INT32' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
};

/** Column and value have the same name, which the compiler cannot see across a list of names. */
const columnOf = (name: keyof CsvRow): DownloadColumn<unknown> => DOWNLOAD_COLUMNS[name];

/** A value in the type of its column. Texts are as they are: nothing reads formulas here. */
function valueOf(name: keyof CsvRow, value: CsvRow[keyof CsvRow]): unknown {
  if (value === null || value === '') return null;
  const { type, format } = columnOf(name);
  if (type === 'date') return new Date(`${String(value)}T00:00:00Z`);
  return typeof value === 'object' ? format(value) || null : value;
}

/** What is known of the file as a whole, as texts by name. */
function metadataOf(
  comparisons: readonly Comparison[],
  citation: Citation,
): { key: string; value: string }[] {
  const { language } = citation;
  const [first] = comparisons;
  const sources = new Map(
    comparisons.flatMap((answer) => answer.sources).map((source) => [source.id, source]),
  );
  const entries: Readonly<Record<string, string>> = {
    title: comparisons.map(({ indicator }) => indicator.title[language]).join('; '),
    release: first?.release.version ?? '',
    content_hash: first?.release.contentHash ?? '',
    citation: apaLine(citation),
    url: citation.work.url ?? '',
    definitions: JSON.stringify(
      comparisons.map(({ indicator }) => ({ indicator: indicator.id, definition: indicator.definition })),
    ),
    units: JSON.stringify(
      comparisons.map((answer) => ({ indicator: answer.indicator.id, unit: unitShown(answer).label })),
    ),
    notes: JSON.stringify(comparisons.flatMap(({ indicator }) => indicator.notes.map(({ text }) => text))),
    sources: JSON.stringify(
      [...sources.values()].map(({ id, title, publisher, published, url, licence }) => ({
        id,
        title,
        publisher,
        published,
        url,
        licence,
      })),
    ),
    codebook: JSON.stringify(
      Object.fromEntries(CODEBOOK_COLUMNS.map(({ name, meaning }) => [name, meaning[language]])),
    ),
  };
  return Object.entries(entries).map(([key, value]) => ({ key: `cotejo.${key}`, value }));
}

const SCHEMA: SchemaPart[] = [
  { name: 'root', num_children: COLUMN_NAMES.length },
  ...COLUMN_NAMES.map((name): SchemaPart => ({
    name,
    repetition_type: 'OPTIONAL',
    ...PHYSICAL[columnOf(name).type],
  })),
];

/** A file that is written answer after answer: only the rows of one group are in memory as columns. */
export interface ParquetFile {
  add(answer: Comparison): void;
  finish(): Uint8Array;
}

/** Begins a file. `answers` are what is to come, with or without their cells: the metadata describe them. */
export function parquetFile(answers: readonly Comparison[], citation: Citation): ParquetFile {
  const bytes = new ByteWriter();
  const kvMetadata = metadataOf(answers, citation);
  const writer = new ParquetWriter({ writer: bytes, schema: SCHEMA, kvMetadata, createdBy: 'cotejo' });
  const group = new Map(COLUMN_NAMES.map((name) => [name, [] as unknown[]]));
  let rows = 0;
  const writeGroup = (): void => {
    const columnData = COLUMN_NAMES.map((name) => ({ name, data: group.get(name) ?? [] }));
    // It writes to memory, so there is nothing to wait for.
    void writer.write({ columnData, rowGroupSize: GROUP_ROWS });
    for (const values of group.values()) values.length = 0;
    rows = 0;
  };
  return {
    add: (answer) => {
      const toRow = rowWriter(answer);
      for (const cell of answer.cells) {
        const row = csvRowOf(toRow(cell), answer.language);
        for (const [name, values] of group) values.push(valueOf(name, row[name]));
        rows += 1;
        if (rows === GROUP_ROWS) writeGroup();
      }
    },
    finish: () => {
      if (rows > 0) writeGroup();
      void writer.finish();
      return new Uint8Array(bytes.getBuffer());
    },
  };
}

/** The file of answers that are there. */
export function formatParquet(comparisons: readonly Comparison[], citation: Citation): Uint8Array {
  const file = parquetFile(comparisons, citation);
  for (const comparison of comparisons) file.add(comparison);
  return file.finish();
}
