import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Qualifier, Stated } from '#stats/uncertainty/hedge.ts';
import {
  QUALIFIERS,
  addHedges,
  floorOf,
  hedgeOf,
  highIsStrict,
  lowIsStrict,
  printedEnd,
} from '#stats/uncertainty/hedge.ts';
import { scaleHedge, statedOf } from '#stats/uncertainty/hedge.ts';

/**
 * Every figure here is 5 with a qualifier, or 4 to 6. A row means: exactly 5 plus less than 5 is 5 to less
 * than 10.
 */
const TABLE = `
  one       | other     | word      | value | low | high
  exact     | exact     | exact     | 10 | >=10   | <=10
  exact     | about     | about     | 10 | >=10   | <=10
  exact     | more-than | more-than |    | >10    | 
  exact     | at-least  | at-least  |    | >=10   | 
  exact     | just-over | just-over |    | >10    | 
  exact     | less-than | range     |    | >=5    | <10
  exact     | at-most   | range     |    | >=5    | <=10
  exact     | nearly    | nearly    |    |        | <10
  exact     | range     | range     |    | >=9    | <=11
  about     | about     | about     | 10 | >=10   | <=10
  about     | more-than | about     |    | >10    | 
  about     | at-least  | about     |    | >=10   | 
  about     | just-over | about     |    | >10    | 
  about     | less-than | about     |    | >=5    | <10
  about     | at-most   | about     |    | >=5    | <=10
  about     | nearly    | about     |    |        | <10
  about     | range     | about     |    | >=9    | <=11
  more-than | more-than | more-than |    | >10    | 
  more-than | at-least  | more-than |    | >10    | 
  more-than | just-over | more-than |    | >10    | 
  more-than | less-than | more-than |    | >5     | 
  more-than | at-most   | more-than |    | >5     | 
  more-than | nearly    | nothing   |    |        | 
  more-than | range     | more-than |    | >9     | 
  at-least  | at-least  | at-least  |    | >=10   | 
  at-least  | just-over | more-than |    | >10    | 
  at-least  | less-than | at-least  |    | >=5    | 
  at-least  | at-most   | at-least  |    | >=5    | 
  at-least  | nearly    | nothing   |    |        | 
  at-least  | range     | at-least  |    | >=9    | 
  just-over | just-over | just-over |    | >10    | 
  just-over | less-than | more-than |    | >5     | 
  just-over | at-most   | more-than |    | >5     | 
  just-over | nearly    | nothing   |    |        | 
  just-over | range     | more-than |    | >9     | 
  less-than | less-than | less-than |    | (>=0)  | <10
  less-than | at-most   | less-than |    | (>=0)  | <10
  less-than | nearly    | nearly    |    |        | <10
  less-than | range     | range     |    | >=4    | <11
  at-most   | at-most   | at-most   |    | (>=0)  | <=10
  at-most   | nearly    | nearly    |    |        | <10
  at-most   | range     | range     |    | >=4    | <=11
  nearly    | nearly    | nearly    |    |        | <10
  nearly    | range     | nearly    |    |        | <11
  range     | range     | range     |    | >=8    | <=12
`;

const OPEN_ABOVE: readonly Qualifier[] = ['more-than', 'at-least', 'just-over'];

function stated(qualifier: Qualifier, at = 5, width = 1): Stated {
  if (qualifier === 'exact' || qualifier === 'about') return { qualifier, value: at, low: null, high: null };
  if (qualifier === 'range') return { qualifier, value: null, low: at - width, high: at + width };
  return OPEN_ABOVE.includes(qualifier)
    ? { qualifier, value: null, low: at, high: null }
    : { qualifier, value: null, low: null, high: at };
}

/** Ends as the table writes them: `>` strict, `>=` not; in brackets if it is the floor and not printed. */
function written(word: Qualifier, other: Qualifier): string[] {
  const sum = addHedges([hedgeOf(stated(word), 0), hedgeOf(stated(other), 0)]);
  const result = statedOf(sum, 0);
  const low = sum.low === -Infinity ? '' : `${lowIsStrict(sum.words) ? '>' : '>='}${sum.low}`;
  const high = sum.high === Infinity ? '' : `${highIsStrict(sum.words) ? '<' : '<='}${sum.high}`;
  const unprinted = result !== null && result.value === null && result.low === null && low !== '';
  return [result?.qualifier ?? 'nothing', String(result?.value ?? ''), unprinted ? `(${low})` : low, high];
}

const rows = TABLE.trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('the word for a sum of two hedged figures', () => {
  test.each(rows)('%s and %s: %s %s %s %s', (word, other, ...expected) => {
    expect(written(word as Qualifier, other as Qualifier)).toEqual(expected);
    expect(written(other as Qualifier, word as Qualifier)).toEqual(expected);
  });

  test('the table holds every pair of words once', () => {
    const pairs = new Set(rows.map(([word, other]) => [word, other].sort().join(' ')));
    expect(pairs.size).toBe((QUALIFIERS.length * (QUALIFIERS.length + 1)) / 2);
    expect(rows).toHaveLength(pairs.size);
  });
});

describe('what a hedge says', () => {
  test('nearly 10,000 has no low end: it is not 0 to 10,000', () => {
    const hedge = hedgeOf(stated('nearly', 10_000), 0);
    expect(hedge).toMatchObject({ low: -Infinity, high: 10_000, central: null });
    expect(statedOf(hedge, 0)).toEqual(stated('nearly', 10_000));
  });

  test('less than 2 begins at 0, or nowhere where the measure may be negative', () => {
    expect(hedgeOf(stated('less-than', 2), floorOf(false)).low).toBe(0);
    expect(hedgeOf(stated('less-than', 2), floorOf(true)).low).toBe(-Infinity);
  });

  test('just over 5 keeps its word beside points only: 4 to 6 more make it more than 9', () => {
    expect(written('just-over', 'exact')[0]).toBe('just-over');
    expect(written('just-over', 'range')[0]).toBe('more-than');
  });

  test.each(QUALIFIERS)('%s 5 alone is said again as it was said', (qualifier) => {
    for (const floor of [0, -Infinity]) {
      expect(statedOf(hedgeOf(stated(qualifier), floor), floor)).toEqual(stated(qualifier));
    }
  });

  test('4,000 to 5,000 and about 4,000 are about 8,000 to 9,000', () => {
    const sum = addHedges([hedgeOf(stated('range', 4500, 500), 0), hedgeOf(stated('about', 4000), 0)]);
    expect(statedOf(sum, 0)).toEqual({ qualifier: 'about', value: null, low: 8000, high: 9000 });
  });

  test('the end that is printed is the value, else the low end, else the high one', () => {
    expect(printedEnd({ qualifier: 'exact', value: 5, low: 4, high: 6 })).toBe(5);
    expect(printedEnd({ qualifier: 'exact', value: 0, low: 4, high: 6 })).toBe(0);
    expect(printedEnd(stated('range'))).toBe(4);
    expect(printedEnd(stated('nearly'))).toBe(5);
  });

  test('nothing at all adds up to exactly 0', () => {
    expect(addHedges([])).toEqual({ low: 0, high: 0, central: 0, words: new Set() });
  });
});

const figure = fc
  .record({
    qualifier: fc.constantFrom(...QUALIFIERS),
    at: fc.integer({ min: 1, max: 1_000_000 }),
    width: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ qualifier, at, width }) => stated(qualifier, at, Math.min(width, at)));

/** A number that a hedged figure allows; `where` from 0 to 1 is its distance from the low end. */
function draw(stated: Stated, where: number): number {
  const { low, high, words } = hedgeOf(stated, 0);
  if (low === high) return low;
  const first = low === -Infinity ? high - 1e6 : low;
  const last = high === Infinity ? first + 1e6 : high;
  const step = (last - first) / 1024;
  const from = lowIsStrict(words) && low !== -Infinity ? first + step : first;
  const to = highIsStrict(words) && high !== Infinity ? last - step : last;
  return from + where * (to - from);
}

describe('sums of random hedged figures', () => {
  const parts = fc.array(fc.tuple(figure, fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: 1,
    maxLength: 8,
  });

  test('numbers that the parts admit make a sum that the result admits', () => {
    fc.assert(
      fc.property(parts, (chosen) => {
        const sum = addHedges(chosen.map(([stated]) => hedgeOf(stated, 0)));
        const drawn = chosen.reduce((total, [figure, where]) => total + draw(figure, where), 0);
        const slack = Math.abs(drawn) * 1e-12;
        expect(drawn + slack).toBeGreaterThanOrEqual(sum.low);
        expect(drawn - slack).toBeLessThanOrEqual(sum.high);
        if (lowIsStrict(sum.words) && sum.low > -Infinity) expect(drawn).toBeGreaterThan(sum.low);
        if (highIsStrict(sum.words) && sum.high < Infinity) expect(drawn).toBeLessThan(sum.high);
      }),
    );
  });

  test('the ends are reached when every part is at its end', () => {
    fc.assert(
      fc.property(parts, (chosen) => {
        const hedges = chosen.map(([stated]) => hedgeOf(stated, 0));
        const sum = addHedges(hedges);
        expect(sum.low).toBe(hedges.reduce((total, hedge) => total + hedge.low, 0));
        expect(sum.high).toBe(hedges.reduce((total, hedge) => total + hedge.high, 0));
        expect(Number.isNaN(sum.low) || Number.isNaN(sum.high)).toBe(false);
      }),
    );
  });

  test('a weighted figure keeps its word, and no end becomes NaN', () => {
    fc.assert(
      fc.property(figure, fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (stated, weight) => {
        const scaled = scaleHedge(hedgeOf(stated, 0), weight);
        expect(scaled.low <= scaled.high).toBe(true);
        expect(statedOf(scaled, 0)?.qualifier).toBe(stated.qualifier);
      }),
    );
  });
});
