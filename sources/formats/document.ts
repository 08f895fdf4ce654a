/**
 * JSON: a list of records somewhere in a document. The columns are the names of the fields in the order in
 * which they first appear; nested fields have a dotted name (`country.id`).
 */
import { wholeOf, type TableBytes } from './container.ts';
import { guessEncoding, labelOf } from './encoding.ts';
import { UnreadableFile, type Line } from './line.ts';

const MB = 1024 * 1024;
const MOST_BYTES = 200 * MB;

/** Follows a dotted path; numbers count from 0: `1` is the second part of a World Bank answer. */
function follow(root: unknown, path: string): unknown {
  let value = root;
  for (const step of path === '' ? [] : path.split('.')) {
    value =
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
  }
  return value;
}

/** Deeper records are no table, and would overflow the stack. */
const DEEPEST = 100;

export function flatten(value: unknown, name: string, into: Map<string, string>, depth = 0): void {
  if (depth > DEEPEST) {
    throw new UnreadableFile(
      `a record has fields that are nested more than ${DEEPEST} deep`,
      'ask the publisher for CSV, or for records with fewer levels',
    );
  }
  if (value === null || value === undefined) into.set(name, '');
  else if (typeof value !== 'object') into.set(name, String(value));
  else {
    for (const [key, inner] of Object.entries(value))
      flatten(inner, name === '' ? key : `${name}.${key}`, into, depth + 1);
  }
}

const tooMuch = (bytes: number): UnreadableFile =>
  new UnreadableFile(
    `the file has ${Math.round(bytes / MB)} MB or more, and 200 MB of JSON are taken`,
    'ask the publisher for CSV or JSON lines, which are read at any size',
  );

/** A JSON document as a value. @throws UnreadableFile */
export async function parseJson(table: TableBytes): Promise<unknown> {
  const bytes = await wholeOf(table, MOST_BYTES, tooMuch);
  try {
    const label = labelOf(guessEncoding(bytes.subarray(0, 4096)).encoding, bytes);
    return JSON.parse(
      new TextDecoder(label === 'utf-16le' || label === 'utf-16be' ? label : 'utf-8', { fatal: true }).decode(
        bytes,
      ),
    );
  } catch (error) {
    throw new UnreadableFile(
      `the file is not JSON (${error instanceof Error ? error.message.slice(0, 80) : String(error)})`,
      'get the whole file again',
    );
  }
}

/** Reads the records at `path` of a JSON file; the first line is the names of the fields. @throws UnreadableFile */
export function recordsAt(root: unknown, path: string): Line[] {
  const list = follow(root, path);
  if (!Array.isArray(list)) {
    const keys = Object.keys(root ?? {}).slice(0, 12);
    throw new UnreadableFile(
      `no list of records found at "${path}"`,
      `correct path under format in the recipe; the document begins with ${keys.join(', ') || 'nothing'}`,
    );
  }
  const columns = new Map<string, number>();
  const records = list.map((record) => {
    const fields = new Map<string, string>();
    flatten(record, '', fields);
    for (const name of fields.keys()) if (!columns.has(name)) columns.set(name, columns.size);
    return fields;
  });
  const names = [...columns.keys()];
  return [
    { line: 0, cells: names },
    ...records.map((fields, i) => ({ line: i + 1, cells: names.map((name) => fields.get(name) ?? '') })),
  ];
}
