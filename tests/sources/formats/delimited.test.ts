/** Our reader of delimited text agrees with csv-parse for any chunks, and gives the line of each record. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRecords } from '#sources/formats/delimited.ts';
import type { Line } from '#sources/formats/line.ts';

async function* chunked(text: string, size: number): AsyncGenerator<string, void, undefined> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function split(text: string, size = 7): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const batch of splitRecords(chunked(text, size), { delimiter: ',', quotes: true }))
    lines.push(...batch);
  return lines;
}

const cell = fc.oneof(
  fc.constantFrom('', 'a', 'Côte d’Ivoire', '1,5', 'say "x"', 'two\nlines', '"', ','),
  fc.string({ maxLength: 6 }),
);
const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

describe('delimited text', () => {
  it('is cut where csv-parse cuts it, in chunks of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 30 }),
        async (rows, size) => {
          const text = rows.map((row) => row.map(quote).join(',')).join('\n') + '\n';
          const options = { relax_column_count: true, record_delimiter: '\n' };
          const judged: string[][] = parse(text, options);
          const found = (await split(text, size)).map((line) => line.cells.map((c) => c.replace(/\r$/, '')));
          expect(found).toEqual(judged.map((row) => row.map((c) => c.replace(/\r$/, ''))));
        },
      ),
    );
  });

  it('numbers a record by the line on which it begins', async () => {
    const lines = await split('a,b\n1,"x\ny"\r\n2,z');
    expect(lines).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', 'x\ny'] },
      { line: 4, cells: ['2', 'z'] },
    ]);
  });

  it('refuses a quote that is never closed, at the line where it opens', async () => {
    await expect(split('a,b\n1,"x\n2,y\n')).rejects.toMatchObject({ place: { line: 2 } });
  });
});
