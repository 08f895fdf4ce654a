/** A draft is YAML, whatever the headings and cells of a file are. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { draftRecipe } from '#sources/inspect/draft/draft.ts';
import { lookAt } from '#sources/inspect/look.ts';
import { fileOf } from '../formats/opened.ts';
import { sourcesCatalogue, table } from '../recipe/read.ts';

const odd = fc.constantFrom(
  '...',
  '---',
  ': ',
  '#',
  '? x',
  '|-',
  '{ a: 1',
  "it's",
  '"',
  '\n# edit: no',
  '- ',
  '&a',
  '*b',
  '!c',
  '%',
  '@',
  '`',
  'null',
  'yes',
);
const text = fc.oneof(odd, fc.string({ maxLength: 12 }));
const cell = (content: string): string => `"${content.replaceAll('"', '""').replaceAll('\0', '')}"`;

test('its text is read back by the library that wrote it', { timeout: 120_000 }, async () => {
  const rows = fc.array(fc.tuple(fc.constantFrom('Honduras', 'Mexico', 'Peru'), text, text), {
    minLength: 3,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(text, text, rows, async (second, third, body) => {
      const lines = body.map(([area, a, b], i) => [area, a, b, String(2010 + i), String(i * 7)]);
      const content = [['Country', second, third, 'Year', 'Deaths'], ...lines]
        .map((line) => `${line.map(cell).join(',')}\n`)
        .join('');
      const path = fileOf(content, 'odd.csv');
      const { text: draft } = draftRecipe(await lookAt(path, table), path, sourcesCatalogue, table);
      expect(parseDocument(draft).errors.map((error) => `${error.message}\n${draft}`)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
