import { expect, test } from 'vitest';
import { cautionOf, isOfFewCases, isOfFewPeople } from '#stats/comparability/few-cases.ts';

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

test.each([
  ['share', 'ratio', 0.2, 0.8, false],
  ['rate', 'ratio', 4.1, 8.2, false],
  ['share', 'rolling-mean', 3, 12, true],
  ['count', 'share-of-total', 2, 3, true],
  ['estimate', 'share-of-total', 2, 3, false],
  ['count', 'per-capita', 3, 9e6, true],
  ['estimate', 'per-capita', 3, 9e6, false],
] as const)('a %s as %s, %s of %s: %s', (measure, transform, numerator, denominator, few) => {
  expect(isOfFewCases({ numerator, denominator, transform }, { measure })).toBe(few);
});

const rate = {
  area: 'KNA',
  counterpart: '_Z',
  numerator: null,
  denominator: null,
  stated: { qualifier: 'exact', value: 33.5, low: null, high: null },
} as const;

test.each([
  ['not known', rate, 'few-people'],
  ['few', { ...rate, numerator: 17, denominator: 50_000 }, 'few-cases'],
  ['many', { ...rate, numerator: 25, denominator: 50_000 }, null],
  ['those of a larger country', { ...rate, area: 'SLV' }, null],
  ['those of a gap', { ...rate, stated: null }, null],
] as const)('the caution on a rate whose cases are %s', (_, cell, caution) => {
  expect(cautionOf(cell, { measure: 'rate' }, (code) => code === 'KNA')).toBe(caution);
});
