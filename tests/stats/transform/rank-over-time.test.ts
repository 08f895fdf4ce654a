/** The rank of each period in its own series. */
import { describe, expect, test } from 'vitest';
import type { Break } from '#stats/model/break.ts';
import { rankWords } from '#stats/format/rank.ts';
import { rankOverTime } from '#stats/transform/rank-over-time.ts';
import { cellFrom, cellSummary } from './cells.ts';

const BREAK: Break = {
  id: 'changed',
  indicator: 'homicides',
  kind: 'definition',
  at: '2014-01-01',
  name: { en: 'changed', es: 'cambió' },
  text: { en: 'changed', es: 'cambió' },
  cited: { text: { en: 'a report', es: 'un informe' } },
};

describe('rank over time', () => {
  const ranks = (figures: Readonly<Record<string, string>>, breaks: readonly Break[] = []): string[] =>
    rankOverTime(
      Object.entries(figures).map(([year, text]) => cellFrom(year, text)),
      { signed: false, breaks },
    ).map((cell) => (cell.rank ? rankWords(cell.rank, 'en').replace('\u00a0', ' ') : cellSummary(cell)));

  test('each period has its place among the others, and spans where hedges overlap', () => {
    expect(ranks({ 2010: '70', 2011: '66.9', 2012: '83' })).toEqual(['2nd of 3', '3rd of 3', '1st of 3']);
    expect(ranks({ 2010: '4000..5000', 2011: '4500', 2012: '7000' })).toEqual([
      '2nd to 3rd of 3',
      '2nd to 3rd of 3',
      '1st of 3',
    ]);
    expect(ranks({ 2010: '5', 2011: '-', 2012: '6' })).toEqual(['2nd of 2', 'not-published', '1st of 2']);
  });

  test('a break parts the order, and a period that it leaves alone has no place', () => {
    expect(ranks({ 2012: '5', 2013: '6', 2014: '1', 2015: '2' }, [BREAK])).toEqual([
      '2nd of 2',
      '1st of 2',
      '2nd of 2',
      '1st of 2',
    ]);
    expect(ranks({ 2012: '5', 2013: '6', 2014: '1' }, [BREAK])).toEqual([
      '2nd of 2',
      '1st of 2',
      'break changed',
    ]);
    expect(ranks({ 2014: '1' }, [BREAK])).toEqual(['nothing-beside']);
  });

  test('a break of another series parts nothing', () => {
    const other: Break = { ...BREAK, source: 'b' };
    expect(ranks({ 2013: '6', 2014: '1' }, [other])).toEqual(['1st of 2', '2nd of 2']);
    expect(ranks({ 2013: '6', 2014: '1' }, [{ ...BREAK, source: 'a' }])).toEqual([
      'break changed',
      'break changed',
    ]);
  });

  test('a break is named only if there is a figure behind it, and each once', () => {
    expect(ranks({ 2013: '-', 2014: '1' }, [BREAK])).toEqual(['not-published', 'nothing-beside']);
    expect(ranks({ 2012: '3', 2013: '4', 2014: '1' }, [BREAK])[2]).toBe('break changed');
  });

  test('a break inside a period parts it from all others, and not from itself', () => {
    const midYear: Break = { ...BREAK, at: '2014-07-01' };
    expect(ranks({ 2012: '5', 2013: '6', 2014: '1', 2015: '2', 2016: '3' }, [midYear])).toEqual([
      '2nd of 2',
      '1st of 2',
      'break changed',
      '2nd of 2',
      '1st of 2',
    ]);
    expect(ranks({ 2014: '1' }, [midYear])).toEqual(['nothing-beside']);
  });

  test('a gap is one of a rank', () => {
    const cells = ['2013', '2014'].map((year) => cellFrom(year, '5'));
    for (const cell of rankOverTime(cells, { signed: false, breaks: [BREAK] }))
      expect(cell).toMatchObject({ transform: 'rank', gap: { code: 'break', missing: ['changed'] } });
  });

  test('the periods that tie are named', () => {
    const cells = ['2010', '2011', '2012'].map((year) => cellFrom(year, year === '2012' ? '1' : '5'));
    const [first] = rankOverTime(cells, { signed: false, breaks: [] });
    expect(first?.rank).toMatchObject({ best: 1, worst: 1, of: 3, ties: ['2011'] });
  });
});
