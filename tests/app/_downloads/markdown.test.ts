import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMarkdown } from '#app/_downloads/markdown/markdown.ts';
import { plainText } from '#app/_downloads/markdown/text.ts';
import { formatNumber } from '#stats/number.ts';
import { QUALIFIER_WORDS } from '#stats/format/labels.ts';
import { QUALIFIERS, type Qualifier } from '#stats/uncertainty/hedge.ts';
import { anyComparison, comparisonWith, sampleCell } from './comparison.ts';

const ADDRESS = '/data/1.0.0/homicide-rate.md?country=HND';
const ONE_SIDED = QUALIFIERS.filter((word) => /than|least|most|nearly|over/.test(word));

/** A figure with one end. */
const oneSided = (qualifier: Qualifier, end: number) => ({
  ...sampleCell,
  stated: /less|most|nearly/.test(qualifier)
    ? { qualifier, value: null, low: null, high: end }
    : { qualifier, value: null, low: end, high: null },
});

describe('an answer as Markdown', () => {
  test('never prints a number with one end without its word', () => {
    const figure = fc.tuple(fc.constantFrom(...ONE_SIDED), fc.integer({ min: 10_000, max: 99_999 }));
    fc.assert(
      fc.property(
        fc.uniqueArray(figure, { minLength: 1, maxLength: 4, selector: ([, end]) => end }),
        fc.constantFrom('en' as const, 'es' as const),
        fc.boolean(),
        (figures, language, asGrid) => {
          const cells = figures.map(([qualifier, end], i) => ({
            ...oneSided(qualifier, end),
            area: ['HND', 'SLV', 'MEX', 'northern-triangle'][asGrid ? i : 0]!,
            definition: asGrid ? 'main' : `d${i}`,
          }));
          const text = formatMarkdown(comparisonWith(cells, language), ADDRESS);
          for (const [qualifier, end] of figures) {
            const number = plainText(formatNumber(end, language, 0));
            const word = QUALIFIER_WORDS[qualifier][language];
            const before = text.split(number).slice(0, -1);
            expect(before.length).toBeGreaterThan(0);
            for (const part of before) expect(part.endsWith(`${word} `), `${number} in ${text}`).toBe(true);
          }
        },
      ),
    );
  });

  test('keeps every text of a source a text: a table has as many cells in each line', () => {
    fc.assert(
      fc.property(anyComparison, (comparison) => {
        const text = formatMarkdown(comparison, ADDRESS);
        const lines = text.split('\n').filter((line) => line.startsWith('|'));
        const cells = lines.map((line) => line.split(/(?<!\\)\|/).length);
        expect(new Set(cells).size).toBeLessThanOrEqual(1);
        expect(text).not.toMatch(/(?<!\\)</);
      }),
    );
  });

  test('says the place in the source, the doubt about a period, the notes and the release', () => {
    const cell = {
      ...sampleCell,
      periodStatus: 'assumed' as const,
      notes: [{ text: { en: 'A | note', es: 'Una | nota' }, mandatory: false }],
    };
    const text = formatMarkdown(comparisonWith([cell]), ADDRESS);
    expect(text).toContain('68.6[^1] (2014?)');
    expect(text).toContain('Report of 2015, paragraph 13');
    expect(text).toContain('[^1]: A \\| note');
    expect(text).toContain('release 1.0.0 of 22 November 2026');
    expect(text).toContain('[CSV](/data/1.0.0/homicide-rate.csv?country=HND)');
    expect(formatMarkdown(comparisonWith([cell], 'es'), ADDRESS)).toContain(
      'edición 1.0.0 del 22 de noviembre de 2026',
    );
  });

  test('of many rows has the first, and says how many more there are and where', () => {
    const cells = Array.from({ length: 250 }, (_, i) => ({ ...sampleCell, definition: `d${i}` }));
    const text = formatMarkdown(comparisonWith(cells), ADDRESS);
    expect(text.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(202);
    expect(text).toContain('50 more rows are in [CSV](/data/1.0.0/homicide-rate.csv?country=HND).');
  });
});
