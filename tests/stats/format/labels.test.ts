import { describe, expect, test } from 'vitest';
import { AREA_KINDS } from '#stats/model/catalogue.ts';
import { GAPS } from '#stats/model/gap.ts';
import { QUALIFIERS } from '#stats/uncertainty/hedge.ts';
import { LANGUAGES } from '#stats/language.ts';
import { MEASURES } from '#stats/model/measure.ts';
import { COMPUTATIONS, INTERVAL_KINDS } from '#stats/model/observation.ts';
import { BASES, PERIOD_STATUSES } from '#stats/time/period.ts';
import * as words from '#stats/format/labels.ts';
import { foundingCatalogue } from '../founding.ts';

/** Exactly these have no word of their own: only their number is shown. */
const WORDLESS = ['en exact', 'es exact', 'en range'];

describe('every code has words in both languages', () => {
  test.each([
    ['qualifiers', QUALIFIERS, words.QUALIFIER_WORDS],
    ['bases of time', BASES, words.BASIS_WORDS],
    ['statuses of a period', PERIOD_STATUSES, words.PERIOD_STATUS_WORDS],
    ['measures', MEASURES, words.MEASURE_WORDS],
    ['computations', COMPUTATIONS, words.COMPUTATION_WORDS],
    ['kinds of interval', INTERVAL_KINDS, words.INTERVAL_WORDS],
  ] as const)('%s', (_, codes, texts) => {
    expect(Object.keys(texts).sort()).toEqual([...codes].sort());
    for (const language of LANGUAGES) {
      const labels = Object.entries(texts).map(
        ([code, text]) => [`${language} ${code}`, text[language]] as const,
      );
      for (const [code, text] of labels) if (!WORDLESS.includes(code)) expect(text, code).not.toBe('');
      const spoken = labels.map(([, text]) => text).filter(Boolean);
      expect(new Set(spoken).size, `two codes with one word in ${language}`).toBe(spoken.length);
    }
  });

  test('gaps have words and a mark, and no two share a mark', () => {
    expect(Object.keys(words.GAP_WORDS).sort()).toEqual([...GAPS].sort());
    for (const language of LANGUAGES) {
      const marks = Object.values(words.GAP_WORDS).map((gap) => gap.mark[language]);
      expect(new Set(marks).size).toBe(GAPS.length);
      for (const label of Object.values(words.GAP_WORDS)) expect(label.words[language]).not.toBe('');
    }
  });

  test('every code list is the one that docs/rules.md and the addresses promise', () => {
    expect(QUALIFIERS.join(' ')).toBe(
      'exact about more-than at-least just-over less-than at-most nearly range',
    );
    expect(BASES.join(' ')).toBe(
      'calendar-year us-fiscal-year month day interval since cumulative annual-level unstated quarter half-year',
    );
    expect(GAPS.slice(0, 10).join(' ')).toBe(
      'not-published suppressed not-applicable withdrawn redacted members-missing no-weight no-parts not-additive overlap',
    );
    expect(AREA_KINDS).toContain('other');
  });

  test('a catalogue is plain data: it goes through JSON and comes back the same', () => {
    expect(JSON.parse(JSON.stringify(foundingCatalogue))).toEqual(foundingCatalogue);
    const keys = [
      foundingCatalogue.indicators,
      foundingCatalogue.sources,
      foundingCatalogue.editions,
      foundingCatalogue.dimensions,
    ];
    for (const list of keys) expect(new Set(list.map((entry) => entry.id)).size).toBe(list.length);
    expect(new Set(foundingCatalogue.areas.map((area) => area.code)).size).toBe(
      foundingCatalogue.areas.length,
    );
  });
});
