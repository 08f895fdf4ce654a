/** A stored row keeps the qualifier of its source, and a gap is a gap even if its ends are known. */
import { expect, test } from 'vitest';
import type { Qualifier } from '#stats/uncertainty/hedge.ts';
import { statedOfStored } from '#stats/uncertainty/stored-figure.ts';

const stored = (
  word: Qualifier,
  value: number | null,
  [low, high]: readonly [number | null, number | null],
  isGap = false,
) => statedOfStored({ words: new Set([word]), value, low, high, isGap }, 0);

test.each([
  ['exact', 5, [null, null], { value: 5, low: null, high: null }, null, null],
  ['about', 5, [4, 7], { value: 5, low: 4, high: 7 }, true, true],
  ['more-than', null, [5, Infinity], { value: null, low: 5, high: null }, false, null],
  ['just-over', null, [5, Infinity], { value: null, low: 5, high: null }, false, null],
  ['less-than', null, [0, 5], { value: null, low: null, high: 5 }, null, false],
  ['nearly', null, [-Infinity, 5], { value: null, low: null, high: 5 }, null, false],
  ['range', null, [0, 5], { value: null, low: 0, high: 5 }, true, true],
] as const)('%s of %s', (word, value, ends, numbers, lowInclusive, highInclusive) => {
  expect(stored(word, value, ends)).toEqual({
    stated: { qualifier: word, ...numbers },
    lowInclusive,
    highInclusive,
  });
});

test('a suppressed row states nothing, although its ends are on file', () => {
  expect(stored('range', null, [1, 4], true)).toEqual({
    stated: null,
    lowInclusive: null,
    highInclusive: null,
  });
});
