import { expect, test } from 'vitest';
import { isOfFewCases } from '#stats/model/few-cases.ts';

test.each([
  ['share', 5, 5, true],
  ['share', 0, 20, false],
  ['rate', 19, 90_000, true],
  ['rate', 20, 90_000, false],
  ['rate', null, null, false],
  ['count', 3, 5, false],
] as const)('a %s of %s in %s: %s', (measure, numerator, denominator, few) => {
  expect(isOfFewCases({ numerator, denominator }, { measure })).toBe(few);
});
