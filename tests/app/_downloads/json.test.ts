import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisonFromJson, formatJson, type ComparisonDocument } from '#app/_downloads/json.ts';
import { anyComparison, cell, comparisonOf } from './comparison.ts';

const read = (text: string): ComparisonDocument => JSON.parse(text) as ComparisonDocument;

describe('JSON', () => {
  test('a comparison survives the journey whole', () => {
    fc.assert(
      fc.property(anyComparison, (comparison) => {
        expect(comparisonFromJson(read(formatJson(comparison, '/data/x')))).toEqual(comparison);
      }),
    );
  });

  test('the document says what it is, which release it is of, and where it is', () => {
    const document = read(formatJson(comparisonOf([cell]), '/data/1.0.0/homicide-rate.json'));
    expect(document).toMatchObject({
      format: 'cotejo-comparison',
      version: 1,
      address: '/data/1.0.0/homicide-rate.json',
    });
    expect(document.rows[0]).toMatchObject({ Entity: 'Honduras', value: 68.6, period: '2014', gap: null });
  });

  test('a document of another kind is refused', () => {
    expect(() =>
      comparisonFromJson({ ...read(formatJson(comparisonOf([]), '')), version: 2 as 1 }),
    ).toThrow();
  });
});
