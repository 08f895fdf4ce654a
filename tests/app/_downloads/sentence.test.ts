/** A figure as a sentence keeps its hedge, its basis, its source and its release, in both languages. */
import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { figureSentence } from '#app/_downloads/sentence/sentence.ts';
import { QUALIFIER_WORDS } from '#stats/format/labels.ts';
import { LANGUAGES, type Language } from '#stats/language.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { QUALIFIERS, type Qualifier, type Stated } from '#stats/uncertainty/hedge.ts';
import { parsePeriod } from '#stats/time/period.ts';
import { comparisonWith, sampleCell } from './comparison.ts';

const GOLDEN = 'tests/app/_downloads/golden/sentences.txt';

/** A figure of each qualifier. */
const STATED: Readonly<Record<Qualifier, Stated>> = {
  exact: { qualifier: 'exact', value: 61.1, low: null, high: null },
  about: { qualifier: 'about', value: 4, low: null, high: null },
  'more-than': { qualifier: 'more-than', value: null, low: 20_000, high: null },
  'at-least': { qualifier: 'at-least', value: null, low: 30, high: null },
  'just-over': { qualifier: 'just-over', value: null, low: 70_000, high: null },
  'less-than': { qualifier: 'less-than', value: null, low: null, high: 2 },
  'at-most': { qualifier: 'at-most', value: null, low: null, high: 60 },
  nearly: { qualifier: 'nearly', value: null, low: null, high: 10_000 },
  range: { qualifier: 'range', value: null, low: 4000, high: 5000 },
};

/** An answer with one cell, in a language. */
const withCell = (cell: Partial<Cell>, language: Language): [Cell, Comparison] => {
  const whole: Cell = { ...sampleCell, ...cell };
  return [whole, comparisonWith([whole], language)];
};

const FROM_BELOW = ['more-than', 'at-least', 'just-over'] as const;
const FROM_ABOVE = ['less-than', 'at-most', 'nearly'] as const;
const number = fc.double({ noNaN: true, min: 0, max: 1e9 });

/** Figures with one end only, as a source prints them or as a sum of such figures has them. */
const oneSided: fc.Arbitrary<Stated> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...FROM_BELOW, 'about' as const), number)
    .map(([qualifier, low]): Stated => ({ qualifier, value: null, low, high: null })),
  fc
    .tuple(fc.constantFrom(...FROM_ABOVE, 'about' as const), number)
    .map(([qualifier, high]): Stated => ({ qualifier, value: null, low: null, high })),
);

describe('the sentence of a figure', () => {
  test('is as in the golden file for every qualifier, basis and language', () => {
    const lines = LANGUAGES.flatMap((language) => [
      ...QUALIFIERS.map((qualifier) => figureSentence(...withCell({ stated: STATED[qualifier] }, language))),
      ...[
        'FY2014',
        '2014-10',
        '2018-10-19',
        '2014-10/2015-04',
        '2008-01-01/..',
        '../2015-10-15',
        'annual@2015-11',
        'unstated@2018-10-20',
      ].map((text) => {
        const period = parsePeriod(text)!;
        return figureSentence(...withCell({ stated: STATED.exact, period, basis: period.basis }, language));
      }),
      figureSentence(...withCell({ stated: STATED['less-than'], periodStatus: 'assumed' }, language)),
      figureSentence(
        ...withCell({ stated: STATED.range, computed: 'weighted-mean', area: 'northern-triangle' }, language),
      ),
      figureSentence(...withCell({ gap: { code: 'suppressed', missing: [] } }, language)),
      figureSentence(
        ...withCell(
          {
            stated: STATED.exact,
            notes: [{ mandatory: true, text: { en: 'Revised since.', es: 'Revisada después.' } }],
          },
          language,
        ),
      ),
    ]);
    const text = `${lines.join('\n')}\n`;
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(GOLDEN, text);
    expect(text).toBe(readFileSync(GOLDEN, 'utf8'));
  });

  test('never states a figure that is bounded on one side without its hedge', () => {
    const computed = fc.constantFrom(null, 'sum' as const);
    fc.assert(
      fc.property(oneSided, fc.constantFrom(...LANGUAGES), computed, (stated, language, how) => {
        const text = figureSentence(...withCell({ stated, computed: how }, language));
        const words = (stated.low === null ? FROM_ABOVE : FROM_BELOW).map(
          (qualifier) => QUALIFIER_WORDS[qualifier][language],
        );
        expect(
          words.some((word) => text.includes(` ${word} `)),
          text,
        ).toBe(true);
      }),
    );
  });

  test('names source, basis and release', () => {
    for (const language of LANGUAGES) {
      const [cell, comparison] = withCell({ stated: STATED.exact }, language);
      const text = figureSentence(cell, comparison);
      for (const part of [
        comparison.sources[0]!.shortTitle[language],
        comparison.release.version,
        language === 'en' ? 'calendar year' : 'año calendario',
      ])
        expect(text).toContain(part);
    }
  });
});
