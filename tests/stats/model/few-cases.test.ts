import { expect, test } from 'vitest';
import { isOfFewCases, isOfFewPeople } from '#stats/model/few-cases.ts';

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

test.each([
  ['rate', undefined, 'KNA', '_Z', true],
  ['rate', undefined, 'SLV', '_Z', false],
  ['rate', undefined, 'USA', 'KNA', true],
  ['rate', 'rank', 'KNA', '_Z', false],
  ['count', 'per-capita', 'KNA', '_Z', true],
  ['count', undefined, 'KNA', '_Z', false],
  ['share', undefined, 'KNA', '_Z', false],
] as const)('a %s (%s) of %s and %s is of few people: %s', (measure, transform, area, counterpart, few) => {
  const cell = { area, counterpart, ...(transform && { transform }) };
  expect(isOfFewPeople(cell, { measure }, (code) => code === 'KNA')).toBe(few);
});
