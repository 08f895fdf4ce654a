/** Parquet; only this file uses the library that reads it. Rows come in slices, so that memory does not grow. */
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { wholeOf, type TableBytes } from './container.ts';
import { UnreadableFile, type Line, type ReadProgress, type TextLines } from './line.ts';

const SLICE = 20_000;
const MB = 1024 * 1024;
const MOST_BYTES = 200 * MB;

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    const text = value.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
  }
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  if (typeof value === 'object')
    return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner));
  return `${value as string | number | bigint | boolean}`;
}

const wrong = (error: unknown): UnreadableFile =>
  new UnreadableFile(
    `the Parquet file cannot be read (${error instanceof Error ? error.message.slice(0, 120) : String(error)})`,
    "get the whole file again, or write it as CSV: duckdb -c \"COPY (FROM 'FILE') TO 'table.csv'\"",
  );

/** Reads a Parquet file; the first line is the names of the columns. @throws UnreadableFile */
export async function* readParquet(path: string, table: TableBytes, progress: ReadProgress): TextLines {
  const tooMuch = (): UnreadableFile =>
    new UnreadableFile(
      'the packed Parquet file has more than 200 MB',
      'unpack it, and give the Parquet file',
    );
  try {
    const file = table.isPlain
      ? await asyncBufferFromFile(path)
      : bufferOf(await wholeOf(table, MOST_BYTES, tooMuch));
    const metadata = await parquetMetadataAsync(file);
    const names = parquetSchema(metadata).children.map(({ element }) => element.name);
    const rows = Number(metadata.num_rows);
    yield [{ line: 0, cells: names }];
    for (let rowStart = 0; rowStart < rows; rowStart += SLICE) {
      const rowEnd = Math.min(rows, rowStart + SLICE);
      const objects = await parquetReadObjects({ file, metadata, rowStart, rowEnd, compressors });
      yield objects.map((row, i): Line => ({
        line: rowStart + i + 1,
        cells: names.map((name) => textOf(row[name])),
      }));
      progress(Math.round((file.byteLength * rowEnd) / rows));
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : wrong(error);
  }
}

/** Bytes in memory as the library asks for them. */
const bufferOf = (bytes: Buffer) => ({
  byteLength: bytes.length,
  slice: (start: number, end?: number): ArrayBuffer => new Uint8Array(bytes.subarray(start, end)).buffer,
});
