import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalsOf, formatNumber, plainNumber, significant, significantText } from '#stats/number.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
/** Typical figures: a few digits, some of them decimals. */
const short = fc
  .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(14))
  .map(([digits, decimals]) => digits / 10 ** decimals);

describe('numbers for machines', () => {
  test.each([
    [1e21, '1000000000000000000000'],
    [-1.5e22, '-15000000000000000000000'],
    [1e-7, '0.0000001'],
    [-1.5e-7, '-0.00000015'],
    [1.23456789012e-15, '0.00000000000000123456789012'],
    [-0, '0'],
    [0.1 + 0.2, '0.3'],
    [47.8514227, '47.8514227'],
  ])('%s is written %s', (value, text) => expect(plainNumber(value)).toBe(text));

  test('a plain number has no exponent and reads back to the same twelve digits', () => {
    fc.assert(
      fc.property(fc.oneof(finite, short), (value) => {
        const text = plainNumber(value);
        expect(text).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
        expect(Number(text)).toBe(significant(value) + 0);
      }),
      { numRuns: 2000 },
    );
  });

  test('cutting to twelve digits twice is cutting once', () => {
    fc.assert(
      fc.property(finite, (value) => {
        expect(significant(significant(value))).toBe(significant(value));
      }),
    );
  });

  test('the text of a number that is cut is that of JSON', () => {
    const short = fc
      .tuple(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), fc.integer({ min: 0, max: 15 }))
      .map(([digits, decimals]) => digits / 10 ** decimals);
    fc.assert(
      fc.property(fc.oneof(finite, short), (value) => {
        expect(significantText(value)).toBe(JSON.stringify(significant(value)));
      }),
      { numRuns: 5000 },
    );
  });

  test('a long whole number is cut to twelve digits too', () => {
    expect(significant(999_999_999_999)).toBe(999_999_999_999);
    expect(significant(1_234_567_890_123)).toBe(1_234_567_890_120);
    expect(significant(-1_234_567_890_126)).toBe(-1_234_567_890_130);
  });

  test('infinity stays infinity', () => {
    expect(significant(Infinity)).toBe(Infinity);
    expect(significant(-Infinity)).toBe(-Infinity);
  });
});

describe('numbers for readers', () => {
  test.each([
    [68541, 0, '68,541', '68 541'],
    [4600.5, 1, '4,600.5', '4600,5'],
    [9999, 0, '9,999', '9999'],
    [10000, 0, '10,000', '10 000'],
    [1234567.891, 2, '1,234,567.89', '1 234 567,89'],
    [-26.3, 1, '\u221226.3', '\u221226,3'],
    [-0, 0, '0', '0'],
    [-0.04, 1, '0.0', '0,0'],
    [1e21, 0, '1,000,000,000,000,000,000,000', '1 000 000 000 000 000 000 000'],
  ])('%s with %i decimals is %s and %s', (value, decimals, en, es) => {
    expect(formatNumber(value, 'en', decimals)).toBe(en);
    expect(formatNumber(value, 'es', decimals)).toBe(es.replaceAll(' ', '\u202f'));
  });

  test('both languages show the same digits', () => {
    const values = fc.double({ min: -1e15, max: 1e15, noNaN: true });
    const digits = (text: string): string => text.replace(/[^0-9\u2212]/g, '');
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        expect(digits(formatNumber(value, 'es', decimals))).toBe(digits(formatNumber(value, 'en', decimals)));
      }),
    );
  });

  test('a published number shows the digits that its source gave, at most as many as the indicator shows', () => {
    expect(decimalsOf(21.5, 3)).toBe(1);
    expect(decimalsOf(21.5, 0)).toBe(0);
    expect(decimalsOf(68541, 2)).toBe(0);
    expect(decimalsOf(1e-7, 9)).toBe(7);
  });
});
