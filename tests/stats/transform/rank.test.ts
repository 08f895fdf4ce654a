/** A rank is only as certain as the figures are. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { ordinal, rankWords } from '#stats/format/rank.ts';
import { rank } from '#stats/transform/rank.ts';
import { cellFrom, cellSummary } from './cells.ts';

describe('rank with uncertainty', () => {
  const ranks = (figures: Readonly<Record<string, string>>): string[] =>
    rank(
      Object.entries(figures).map(([area, text]) => cellFrom('2014', text, { area })),
      { signed: false, member: (cell) => cell.area },
    ).map((cell) => (cell.rank ? rankWords(cell.rank, 'en').replace('\u00a0', ' ') : cellSummary(cell)));

  test('in 2014 Honduras and El Salvador came first and second, narrowly', () => {
    expect(ranks({ VEN: '62.9', HND: '65', SLV: '63.6' })).toEqual(['3rd of 3', '1st of 3', '2nd of 3']);
  });

  test('where hedges overlap a rank is a span', () => {
    expect(ranks({ first: '4000..5000', other: '4500', all: '7000' })).toEqual([
      '2nd to 3rd of 3',
      '2nd to 3rd of 3',
      '1st of 3',
    ]);
    expect(ranks({ a: 'more-than 5', b: '5', c: 'at-least 5' })).toEqual([
      '1st to 2nd of 3',
      '2nd to 3rd of 3',
      '1st to 2nd of 3',
    ]);
  });

  test('equal figures share the better place, and it is known with whom', () => {
    const figures = { GTM: '5', HND: '5', SLV: '4' };
    expect(ranks(figures)).toEqual(['1st of 3', '1st of 3', '3rd of 3']);
    const cells = Object.entries(figures).map(([area, text]) => cellFrom('2014', text, { area }));
    const ties = rank(cells, { signed: false, member: (cell) => cell.area }).map((cell) => cell.rank?.ties);
    expect(ties).toEqual([['HND'], ['GTM'], []]);
  });

  test('who has no figure has no place, and is named', () => {
    const [other, , two] = rank(
      [
        cellFrom('2014', '5', { area: 'GTM' }),
        cellFrom('2014', '4', { area: 'SLV' }),
        cellFrom('2014', '-', { area: 'HND' }),
      ],
      {
        signed: false,
        member: (cell) => cell.area,
      },
    );
    expect(other?.rank).toEqual({ best: 1, worst: 1, of: 2, ties: [], unranked: ['HND'] });
    expect(two && cellSummary(two)).toBe('not-published');
  });

  it('is a figure too, with the hedge of the rank', () => {
    const [other, two] = rank(
      [cellFrom('2014', 'about 5', { area: 'GTM' }), cellFrom('2014', '4..6', { area: 'HND' })],
      { signed: false, member: (cell) => cell.area },
    );
    expect([other, two].map((cell) => cell && cellSummary(cell))).toEqual(['about 1..2', 'about 1..2']);
  });

  test('figures of two sources, or of two periods, are not in one order', () => {
    const cells = [
      cellFrom('2014', '5', { area: 'GTM' }),
      cellFrom('2014', '6', { area: 'HND', source: 'b' }),
      cellFrom('2013', '7', { area: 'SLV' }),
    ];
    const ranks = rank(cells, { signed: false, member: (cell) => cell.area }).map(cellSummary);
    expect(ranks).toEqual(['nothing-beside', 'nothing-beside', 'nothing-beside']);
  });

  test('a rank in words names the first and the last place that it may be, and of how many', () => {
    const position = { best: 3, worst: 5, of: 18 };
    expect(rankWords(position, 'en')).toBe('3rd to 5th of\u00a018');
    expect(rankWords(position, 'es')).toBe('del 3.º al 5.º de\u00a018');
    expect(rankWords({ ...position, worst: 3 }, 'en')).toBe('3rd of\u00a018');
    expect(rankWords({ ...position, worst: 3 }, 'es')).toBe('3.º de\u00a018');
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111].map((n) => ordinal(n, 'en')).join(' ')).toBe(
      '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 101st 111th',
    );
  });
});

test('every place that some draw gives lies in the span, and its ends are reached', () => {
  const figures = fc
    .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 }))
    .map(([low, width]) => (width === 0 ? String(low) : `${low}..${low + width}`));
  fc.assert(
    fc.property(fc.array(figures, { minLength: 2, maxLength: 4 }), (texts) => {
      let draws: number[][] = [[]];
      for (const text of texts) {
        const [low = 0, high = low] = text.split('..').map(Number);
        const whole = Array.from({ length: high - low + 1 }, (_, i) => low + i);
        draws = draws.flatMap((values) => whole.map((value) => [...values, value]));
      }
      const cells = texts.map((text, i) => cellFrom('2014', text, { area: String(i) }));
      rank(cells, { signed: false, member: (cell) => cell.area }).forEach((cell, i) => {
        const ranks = draws.map((values) => 1 + values.filter((value) => value > (values[i] ?? 0)).length);
        expect([cell.rank?.best, cell.rank?.worst]).toEqual([Math.min(...ranks), Math.max(...ranks)]);
      });
    }),
  );
});
