/** Pages as one document: every row once, in order, and as it was printed. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinPages, rowsIn } from '#sources/fetch/join-pages.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const join = (pages: readonly string[], path: string): string =>
  [...joinPages(pages.map(bytes), path)].join('');

it('numbers keep the form in which they were printed', () => {
  const joined = join(
    ['[{"page":1},[{"v":1.0},{"v":3.9e10}]]', '[{"page":2},[{"v":12345678901234567890}]]'],
    '1',
  );
  expect(joined).toContain('{"v":1.0},{"v":3.9e10},\n{"v":12345678901234567890}');
});

it('one page alone keeps its text but for white space around its end', () => {
  expect(JSON.parse(join(['{"items":[1,2],"page":1}'], 'items'))).toEqual({ items: [1, 2], page: 1 });
});

it('the rows are found behind brackets and quotes in texts', () => {
  const text = String.raw`{"note":"a ] \" } [","n":-1.5,"items":[ 1, 2 ]}`;
  const [from, to] = rowsIn(text, 'items') ?? [0, 0];
  expect(text.slice(from, to).trim()).toBe('1, 2');
  expect(rowsIn(text, 'rows')).toBeNull();
});

it('whatever the pages hold, joined they hold all of it', () => {
  const page = fc.record({
    about: fc.jsonValue(),
    rows: fc.array(fc.jsonValue(), { minLength: 1, maxLength: 4 }),
    space: fc.constantFrom(undefined, 2),
  });
  fc.assert(
    fc.property(fc.array(page, { minLength: 1, maxLength: 4 }), fc.boolean(), (pages, asObject) => {
      const texts = pages.map(({ about, rows, space }) =>
        JSON.stringify(asObject ? { about, items: rows, end: about } : [about, rows], null, space),
      );
      const whole = JSON.parse(join(texts, asObject ? 'items' : '1')) as { items: unknown; 1: unknown };
      const rows = asObject ? whole.items : whole[1];
      const sent = JSON.parse(JSON.stringify(pages.flatMap((page) => page.rows))) as unknown;
      expect(rows).toEqual(sent);
    }),
  );
});
