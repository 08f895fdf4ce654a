/**
 * JSON lines: one record on each line. The file is read twice, first for the names of the fields, so that it may be of
 * any size.
 */
import { decode, withLineFeeds } from './encoding.ts';
import { flatten } from './document.ts';
import { UnreadableFile, type Line, type ReadProgress, type TextLines } from './line.ts';
import type { TableBytes } from './container.ts';

type Fields = ReadonlyMap<string, string>;

function fieldsOf(text: string, line: number): Fields {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    throw new UnreadableFile('the line is not JSON', 'get the whole file again', {
      line,
      value: text.slice(0, 60),
    });
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    throw new UnreadableFile(
      'the line is not a record',
      'each line must be like {"country": "HND", "2014": 5}',
      {
        line,
        value: text.slice(0, 60),
      },
    );
  const fields = new Map<string, string>();
  flatten(record, '', fields);
  return fields;
}

async function* records(
  table: TableBytes,
  progress: ReadProgress,
): AsyncGenerator<readonly (readonly [line: number, fields: Fields])[], void, undefined> {
  let [rest, line] = ['', 0];
  for await (const chunk of withLineFeeds(decode(table.stream(progress), 'utf-8'))) {
    const texts = (rest + chunk).split('\n');
    rest = texts.pop() ?? '';
    yield texts.flatMap(
      (text) => (++line, text.trim() === '' ? [] : [[line, fieldsOf(text, line)] as const]),
    );
  }
  if (rest.trim() !== '') yield [[line + 1, fieldsOf(rest, line + 1)]];
}

/** Reads the records; the first line is the names of the fields. @throws UnreadableFile */
export async function* readJsonLines(table: TableBytes, progress: ReadProgress): TextLines {
  const names = new Set<string>();
  for await (const batch of records(table, () => {}))
    for (const [, fields] of batch) for (const name of fields.keys()) names.add(name);
  const columns = [...names];
  yield [{ line: 0, cells: columns }];
  for await (const batch of records(table, progress))
    yield batch.map(([line, fields]): Line => ({
      line,
      cells: columns.map((name) => fields.get(name) ?? ''),
    }));
}
