/** Releases from sorted lines: the same rows for any number of lines, in order, with nothing lost. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { hashRows, readReleases, RowsFile, committedRows } from '#sources/releases/committed.ts';
import { keyOfLine, linesOf, readLines, rowOfLine } from '#sources/releases/lines.ts';
import { changesOf, linesInForce, mergeLines, type Change } from '#sources/releases/merge.ts';
import { SortedRuns } from '#sources/releases/sorted-runs.ts';
import {
  CANONICAL_HEADER,
  canonicalLine,
  compareCanonicalRows,
  rowKey,
  type CanonicalRow,
} from '#stats/model/canonical-row.ts';

const dir = mkdtempSync(join(tmpdir(), 'cotejo-lines-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const releases = readReleases('.');
const rows = await committedRows(linesInForce(releases));
const all = async (lines: AsyncIterable<readonly string[]>): Promise<string[]> => {
  const found: string[] = [];
  for await (const batch of lines) found.push(...batch);
  return found;
};

test('what is in force has the content hash of the last release', () => {
  expect(rows.length).toBeGreaterThan(10_000);
  expect(hashRows(rows)).toBe(releases.at(-1)?.contentHash);
});

test('a line is the row that it was made from, commas, quotes and line feeds in notes included', () => {
  const [first] = rows as [CanonicalRow];
  const odd = { ...first, note_en: 'a, "b"\nand c', note_es: '""', printed: ',', locator: '"' };
  expect(rowOfLine(canonicalLine(odd))).toEqual(odd);
  for (const row of rows) expect(rowOfLine(canonicalLine(row))).toEqual(row);
});

test('a line whose quotes do not close is refused', () => {
  expect(() => rowOfLine('homicide-rate,"source,HND\n')).toThrow(/[Qq]uote/);
  expect(() => rowOfLine('homicide-rate,"source"x,HND\n')).toThrow(/[Qq]uote/);
});

test('keys of lines have the order of rows', () => {
  const texts = rows.map((row) => keyOfLine(canonicalLine(row)));
  expect(texts.every((key, i) => i === 0 || (texts[i - 1] ?? '') < key)).toBe(true);
  expect(texts).toEqual(rows.map((row) => rowKey(row).replaceAll('\u0000', ',')));
});

test('a file is read the same in pieces of any size, packed or not', async () => {
  const [first] = rows as [CanonicalRow];
  const lines = rows
    .slice(0, 500)
    .map((row, i) =>
      canonicalLine(i % 7 === 0 ? { ...row, note_en: `é "quoted"\nline ${i}`, note_es: first.note_es } : row),
    );
  const text = CANONICAL_HEADER + lines.join('');
  writeFileSync(join(dir, 'plain.csv'), text);
  writeFileSync(join(dir, 'packed.csv.gz'), gzipSync(text));
  expect(await all(readLines(join(dir, 'plain.csv')))).toEqual(lines);
  expect(await all(readLines(join(dir, 'packed.csv')))).toEqual(lines);
  expect(await all(readLines(join(dir, 'none.csv')))).toEqual([]);
  writeFileSync(join(dir, 'other.csv'), 'a,b\n1,2\n');
  await expect(all(readLines(join(dir, 'other.csv')))).rejects.toThrow(
    /other.csv: line 1: the columns must be/,
  );
});

describe('lines in any order', () => {
  test('come out sorted, from one run or many', async () => {
    const wanted = rows.map(canonicalLine);
    // Enough of them for several runs: the same rows again, for other indicators.
    const more = ['a', 'b', 'c', 'd', 'e'].flatMap((letter) => wanted.map((line) => letter + line));
    const unique = [...new Map(more.map((line) => [keyOfLine(line), line])).values()];
    for (const given of [
      unique,
      [...unique].reverse(),
      unique.filter((_, i) => i % 2).concat(unique.filter((_, i) => i % 2 === 0)),
    ]) {
      const runs = new SortedRuns(mkdtempSync(join(dir, 'runs-')));
      for (let at = 0; at < given.length; at += 900) await runs.add(given.slice(at, at + 900));
      expect(await all(runs.sorted())).toEqual([...unique].sort());
      expect(runs.count).toBe(unique.length);
    }
  });

  test('of two lists are one list, and a row that both have is refused', async () => {
    const lines = rows.slice(0, 3000).map(canonicalLine);
    const list = (some: string[], name: string) => ({ name, lines: linesOf(some) });
    const [even, odd] = [0, 1].map((rest) => lines.filter((_, i) => i % 2 === rest)) as [string[], string[]];
    expect(await all(mergeLines([list(even, 'a'), list(odd, 'b')]))).toEqual(lines);
    await expect(all(mergeLines([list(lines, 'a'), list(odd, 'b')]))).rejects.toThrow(
      /two lists contain the row/,
    );
    await expect(all(mergeLines([list([...lines].reverse(), 'a')]))).rejects.toThrow(
      /a: rows are out of order/,
    );
  });
});

/** Rows of a small world, with few keys and even fewer figures and editions. */
const small = fc
  .uniqueArray(
    fc.record({
      area: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
      year: fc.integer({ min: 2000, max: 2005 }),
      value: fc.integer({ min: 1, max: 3 }),
      edition: fc.constantFrom('x@1', 'x@2'),
    }),
    {
      selector: ({ area, year }) => `${area} ${year}`,
    },
  )
  .map((some) =>
    some
      .map(({ area, year, value, edition }) => ({
        ...(rows[0] as CanonicalRow),
        area,
        period_start: `${year}-01-01`,
        value: String(value),
        edition,
      }))
      .sort(compareCanonicalRows),
  );

test('property: changes lead from any state to any other, and releases made of them give it back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(small, { minLength: 1, maxLength: 4 }), async (states) => {
      const steps: { version: string; added: string[]; closed: string[] }[] = [];
      const asSteps = () =>
        steps.map(({ version, ...lists }) => ({
          version,
          read: (kind: 'added' | 'closed') => linesOf(lists[kind]),
        }));
      for (const [i, state] of states.entries()) {
        const changes: Change[] = [];
        const seen: string[] = [];
        const lines = state.map(canonicalLine);
        for await (const some of changesOf(linesInForce(asSteps()), linesOf(lines), (line) =>
          seen.push(line),
        ))
          changes.push(...some);
        expect(seen).toEqual(lines);
        const before = new Map((states[i - 1] ?? []).map((row) => [rowKey(row), row]));
        for (const change of changes) {
          const was = 'was' in change ? rowOfLine(change.was) : undefined;
          const is = 'is' in change ? rowOfLine(change.is) : undefined;
          expect(was).toEqual(before.get(rowKey((is ?? was)!)));
          if (was && is) expect(change.kind).toBe(was.value === is.value ? 'confirmed' : 'revised');
        }
        steps.push({
          version: `${i + 1}.0.0`,
          added: changes.flatMap((change) => ('is' in change ? change.is : [])),
          closed: changes.flatMap((change) => ('was' in change ? change.was : [])),
        });
        expect(await all(linesInForce(asSteps()))).toEqual(lines);
      }
    }),
    { numRuns: 200 },
  );
});

test('a file of rows is packed from half a megabyte on, and where it must be', async () => {
  const lines = rows.slice(0, 100).map(canonicalLine);
  const write = async (name: string, packed: boolean): Promise<string | null> => {
    const file = new RowsFile(join(dir, name));
    for (const line of lines) await file.add(line);
    return file.finish(packed);
  };
  expect(await write('few.csv', false)).toBe(join(dir, 'few.csv'));
  expect(await write('must.csv', true)).toBe(join(dir, 'must.csv.gz'));
  expect(await all(readLines(join(dir, 'must.csv')))).toEqual(lines);
});
