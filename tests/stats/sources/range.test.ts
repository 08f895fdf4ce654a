/** Several sources of one figure: side by side, never mixed. */
import { ENVELOPE_RULE } from '#stats/wording/sources.ts';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { envelopesOf, spreadOf } from '#stats/sources/range.ts';
import type { Hedge } from '#stats/uncertainty/hedge.ts';
import { exactly, interval } from '#stats/uncertainty/interval.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { cellFrom } from '../transform/cells.ts';

const range = (low: number, high: number): Hedge => interval(low, high, null, new Set(['range']));

describe('the envelope of several sources', () => {
  it('runs from the least to the greatest, and says whose they are: Honduras in 2014', () => {
    const [envelope] = envelopesOf(
      [
        cellFrom('2014', '65', { source: 'unodc-2025' }),
        cellFrom('2014', '66.9', { source: 'unodc-2019' }),
        cellFrom('2014', '68', { source: 'report-2015' }),
        cellFrom('2014', '-', { source: 'press' }),
      ],
      false,
    );
    expect(envelope).toMatchObject({
      low: 65,
      high: 68,
      lowest: ['unodc-2025'],
      highest: ['report-2015'],
      apart: { low: 3, high: 3 },
      reconcilable: false,
      silent: ['press'],
    });
    expect(envelope?.band?.stated).toEqual({ qualifier: 'range', value: null, low: 65, high: 68 });
  });

  it('keeps what one source leaves open: 14,000 and nearly 10,000 are more than 4,000 apart', () => {
    const [envelope] = envelopesOf(
      [
        cellFrom('2018-11-14', '14000', { source: 'a' }),
        cellFrom('2018-11-14', 'nearly 10000', { source: 'b' }),
      ],
      false,
    );
    expect(envelope?.apart).toEqual({ low: 4000, high: Infinity });
    expect(envelope?.low).toBe(-Infinity);
    expect(envelope?.band?.stated).toMatchObject({ low: null, high: 14_000 });
  });

  it('of one source is its own interval, with nothing apart', () => {
    const [envelope] = envelopesOf([cellFrom('2018-11-09', '4000..5000')], false);
    expect(envelope).toMatchObject({ low: 4000, high: 5000, apart: { low: 0, high: 0 }, reconcilable: true });
    expect(envelope?.band?.stated.qualifier).toBe('range');
  });

  it('never holds two definitions, two bases or two areas', () => {
    const all = envelopesOf(
      [
        cellFrom('2014', '0.142', { definition: 'of-decided-on-merits' }),
        cellFrom('2014', '0.064', { definition: 'of-all-closed' }),
        cellFrom('FY2014', '0.037'),
        cellFrom('2014', '0.2', { area: 'MEX' }),
      ],
      false,
    );
    expect(
      all.map((envelope) => `${envelope.definition} ${formatPeriod(envelope.period)} ${envelope.area}`),
    ).toEqual([
      'of-decided-on-merits 2014 HND',
      'of-all-closed 2014 HND',
      'main FY2014 HND',
      'main 2014 MEX',
    ]);
  });

  it('says when the sources leave everything open, and when a source is approximate', () => {
    const [envelope] = envelopesOf(
      [cellFrom('2014', 'less-than 5', { source: 'a' }), cellFrom('2014', 'more-than 9', { source: 'b' })],
      false,
    );
    expect(envelope?.band).toBeNull();
    expect(envelope?.apart).toEqual({ low: 4, high: Infinity });
    const [about] = envelopesOf([cellFrom('2014', 'about 5')], false);
    expect(about?.approximate).toBe(true);
  });

  it('needs a figure', () => {
    expect(() => spreadOf([])).toThrow('an envelope needs a figure');
    expect(envelopesOf([cellFrom('2014', '-')], false)).toEqual([]);
    expect(ENVELOPE_RULE.en).toMatch(/never mixes figures with different definitions\.$/);
    expect(ENVELOPE_RULE.es).toMatch(/definiciones distintas\.$/);
  });
});

test('how far apart sources are equals brute force over whole numbers', () => {
  const figures = fc
    .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 3 }))
    .map(([low, width]) => (width === 0 ? exactly(low) : range(low, low + width)));
  fc.assert(
    fc.property(fc.array(figures, { minLength: 1, maxLength: 4 }), (hedges) => {
      let draws: number[][] = [[]];
      for (const { low, high } of hedges) {
        const whole = Array.from({ length: high - low + 1 }, (_, i) => low + i);
        draws = draws.flatMap((values) => whole.map((value) => [...values, value]));
      }
      const apart = draws.map((values) => Math.max(...values) - Math.min(...values));
      const spread = spreadOf(hedges.map((hedge, i) => ({ source: String(i), hedge })));
      expect(spread.apart).toEqual({ low: Math.min(...apart), high: Math.max(...apart) });
      expect(spread.reconcilable).toBe(Math.min(...apart) === 0);
      expect([spread.low, spread.high]).toEqual([Math.min(...draws.flat()), Math.max(...draws.flat())]);
    }),
  );
});

describe('the band', () => {
  const band = (...figures: readonly string[]) =>
    envelopesOf(
      figures.map((text, i) => cellFrom('2014', text, { source: 'abc'[i]! })),
      false,
    )[0]?.band?.stated;

  it('of one source is its own figure, with its word', () => {
    expect(band('about 5')).toEqual({ qualifier: 'about', value: 5, low: null, high: null });
    expect(band('just-over 5')).toEqual({ qualifier: 'just-over', value: null, low: 5, high: null });
  });

  it('of sources that agree is their figure', () => {
    expect(band('5', '5')).toEqual({ qualifier: 'exact', value: 5, low: null, high: null });
  });

  it('of sources that differ has ends and no word of closeness: just over 5 and 8 are more than 5', () => {
    expect(band('just-over 5', '8')).toEqual({ qualifier: 'more-than', value: null, low: 5, high: null });
    expect(band('5', '8')).toEqual({ qualifier: 'range', value: null, low: 5, high: 8 });
  });

  it('is of the sources with a figure, published and computed figures apart', () => {
    const all = envelopesOf(
      [
        cellFrom('2014', '5', { source: 'a' }),
        cellFrom('2014', '-', { source: 'b' }),
        cellFrom('2014', '6', { source: 'c' }),
        cellFrom('2014', '9', { source: 'a', computed: 'sum' }),
      ],
      false,
    );
    expect(all.map(({ sources, silent }) => [sources, silent])).toEqual([
      [['a', 'c'], ['b']],
      [['a'], []],
    ]);
  });
});

describe('the two figures that are furthest apart', () => {
  const furthest = (...figures: readonly string[]) =>
    envelopesOf(
      figures.map((text, i) => cellFrom('2014', text, { source: 'abcd'[i]! })),
      false,
    )[0]?.furthest?.map(({ sources, stated, intervalKind }) => [
      sources.join(''),
      stated.value ?? stated.low ?? stated.high,
      intervalKind,
    ]) ?? null;

  it('are given with their sources, the lesser first', () => {
    expect(furthest('65', '66.9', '68', '65')).toEqual([
      ['ad', 65, 'none'],
      ['c', 68, 'none'],
    ]);
    expect(furthest('68', '65')).toEqual([
      ['b', 65, 'none'],
      ['a', 68, 'none'],
    ]);
  });

  it('are those that are apart even at their nearest', () => {
    expect(furthest('1..9', '3..5', '7..8')).toEqual([
      ['b', 3, 'stated'],
      ['c', 7, 'stated'],
    ]);
    expect(furthest('nearly 10000', '14000')).toEqual([
      ['a', 10_000, 'stated'],
      ['b', 14_000, 'none'],
    ]);
  });

  it('are none where the sources may agree', () => {
    expect(furthest('5')).toBeNull();
    expect(furthest('5', '5')).toBeNull();
    expect(furthest('3..5', '5..7')).toBeNull();
  });
});
