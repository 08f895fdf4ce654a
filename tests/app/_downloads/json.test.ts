import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisonFromJson, formatJson, type ComparisonDocument } from '#app/_downloads/json.ts';
import { downloadRows } from '#app/_downloads/row.ts';
import type { Break } from '#stats/model/break.ts';
import { anyComparison, sampleCell, comparisonWith } from './comparison.ts';

const read = (bytes: Buffer): ComparisonDocument => JSON.parse(bytes.toString()) as ComparisonDocument;

describe('JSON', () => {
  test('a comparison survives the journey whole', () => {
    fc.assert(
      fc.property(anyComparison, (comparison) => {
        expect(comparisonFromJson(read(formatJson(comparison, '/data/x')))).toEqual(comparison);
      }),
    );
  });

  test('its rows are written as JSON writes rows', () => {
    fc.assert(
      fc.property(anyComparison, (comparison) => {
        const text = formatJson(comparison, '/data/x').toString();
        const lines = downloadRows(comparison).map((row) => JSON.stringify(row));
        expect(text.slice(text.indexOf('"rows":[') + 8)).toBe(
          lines.length > 0 ? `\n${lines.join(',\n')}\n]}\n` : ']}\n',
        );
      }),
    );
  });

  test('the document says what it is, which release it is of, and where it is', () => {
    const document = read(formatJson(comparisonWith([sampleCell]), '/data/1.0.0/homicide-rate.json'));
    expect(document).toMatchObject({
      format: 'cotejo-comparison',
      version: 1,
      address: '/data/1.0.0/homicide-rate.json',
    });
    expect(document.rows[0]).toMatchObject({ Entity: 'Honduras', value: 68.6, period: '2014', gap: null });
  });

  test('the verdict on its figures stands in it, with codes for programs and sentences for readers', () => {
    const later = { ...sampleCell, period: { ...sampleCell.period, start: '2016-01-01', end: '2016-12-31' } };
    const broken: Break = {
      id: 'synthetic-break',
      indicator: 'homicide-rate',
      kind: 'method',
      at: '2015-01-01',
      name: { en: 'a break', es: 'una ruptura' },
      text: { en: 'A synthetic break.', es: 'Una ruptura sintética.' },
      cited: { text: { en: 'A test', es: 'Una prueba' } },
    };
    const { comparability, breaks } = read(
      formatJson({ ...comparisonWith([sampleCell, later]), breaks: [broken] }, ''),
    );
    expect(comparability?.verdict).toBe('comparable-with-notes');
    expect(comparability?.reasons).toEqual([
      {
        code: 'break',
        severity: 'note',
        of: ['synthetic-break'],
        text: {
          en: 'The way of counting changed between these periods, or may have: A synthetic break.',
          es: 'La forma de contar cambió entre estos periodos, o pudo cambiar: Una ruptura sintética.',
        },
      },
    ]);
    expect(breaks).toEqual([broken]);
  });

  test('a document of another kind is refused', () => {
    expect(() =>
      comparisonFromJson({ ...read(formatJson(comparisonWith([]), '')), version: 2 as 1 }),
    ).toThrow();
  });
});
