/** A figure that is not 0 does not print as 0. */
import { expect, test } from 'vitest';
import { formatStated } from '#stats/format/figure.ts';
import type { Stated } from '#stats/uncertainty/hedge.ts';

const point = (value: number): Stated => ({ qualifier: 'exact', value, low: null, high: null });
const share = { measure: 'share', decimals: 1 } as const;
const count = { measure: 'estimate', decimals: 0 } as const;

test.each([
  [0.0001, 'en', 'less than 0.1%'],
  [0.0001, 'es', 'menos de 0,1%'],
  [0.0006, 'en', '0.1%'],
  [0, 'en', '0.0%'],
] as const)('a part of a whole, %d in %s: %s', (value, language, said) => {
  expect(formatStated(point(value), count, language, true, 'share-of-total').number).toBe(said);
});

test('a small fall is not none', () => {
  expect(formatStated(point(-0.04), count, 'en', true, 'change-percent').number).toBe('more than −0.1%');
  expect(formatStated(point(0.04), count, 'en', true, 'change-percent').number).toBe('less than 0.1%');
});

test('the ends of an interval get the digits they need', () => {
  const range: Stated = { qualifier: 'range', value: null, low: 0.0004, high: 0.02 };
  expect(formatStated(range, share, 'en', true).number).toBe('0.04% to 2.0%');
});
