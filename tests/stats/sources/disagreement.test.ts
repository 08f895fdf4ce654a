/** The comparison of an answer's sources, checked against every pair. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '#stats/limits.ts';
import type { Cell } from '#stats/model/observation.ts';
import { severalSources } from '#stats/sources/disagreement.ts';
import { cellFrom } from '../transform/cells.ts';

const indicator = { signed: false, sources: ['a', 'b', 'c'] } as never;
const questions = (cells: readonly Cell[]) =>
  severalSources({ cells, indicator, breaks: [], query: { transform: null } as never });

const AREAS = ['GTM', 'HND', 'SLV'] as const;
const PERIODS = ['2012', '2013', '2014'] as const;
/** A figure from 1 to 4 or none, for each source, area and period. */
const tables = fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: 18, maxLength: 18 });
const cellsOf = (figures: readonly (number | null)[]): Cell[] =>
  figures.flatMap((figure, i) => {
    const [source, area, period] = [['a', 'b'][i % 2], AREAS[(i >> 1) % 3], PERIODS[Math.floor(i / 6)]];
    return figure === null ? [] : [cellFrom(period!, String(figure), { source: source!, area: area! })];
  });

describe('the conclusions of an answer under two sources', () => {
  it('are the orders of the last period, and the changes over the longest span, that both know', () => {
    fc.assert(
      fc.property(tables, (figures) => {
        const cells = cellsOf(figures);
        const found = questions(cells);
        const of = (source: string, area: string, period: string): number | null => {
          const at = cells.find(
            (cell) => cell.source === source && cell.area === area && cell.period.end?.startsWith(period),
          );
          return at?.stated?.value ?? null;
        };
        const known = (period: string): string[] =>
          AREAS.filter((area) => of('a', area, period) !== null && of('b', area, period) !== null);
        const period = [...PERIODS].reverse().find((year) => known(year).length > 1);
        const pairs = period
          ? known(period).flatMap((x, i) =>
              known(period)
                .slice(i + 1)
                .map((y) => [x, y] as const),
            )
          : [];
        const turned = pairs.filter(
          ([x, y]) =>
            Math.sign(of('a', x, period!)! - of('a', y, period!)!) !==
            Math.sign(of('b', x, period!)! - of('b', y, period!)!),
        );
        const ranking = found?.others.find((other) => other.source === 'b')?.ranking ?? null;
        expect(ranking?.asked ?? 0).toBe(pairs.length);
        expect(ranking?.turns.length ?? 0).toBe(turned.length);

        const twice = AREAS.filter((area) => PERIODS.filter((year) => known(year).includes(area)).length > 1);
        const spans = PERIODS.filter((year) => known(year).some((area) => twice.includes(area as never)));
        const [from, to] = [spans[0], spans.at(-1)];
        const moved = from && to && from !== to ? known(from).filter((area) => known(to).includes(area)) : [];
        const flipped = moved.filter(
          (area) =>
            Math.sign(of('a', area, to!)! - of('a', area, from!)!) !==
            Math.sign(of('b', area, to!)! - of('b', area, from!)!),
        );
        const change = found?.others.find((other) => other.source === 'b')?.change ?? null;
        expect(change?.asked ?? 0).toBe(moved.length);
        expect(change?.turns.length ?? 0).toBe(flipped.length);
        if (found) {
          const differ = AREAS.some((area) =>
            PERIODS.some((year) => {
              const [a, b] = [of('a', area, year), of('b', area, year)];
              return a !== null && b !== null && a !== b;
            }),
          );
          const worst = turned.length + flipped.length > 0 ? 'certain' : differ ? 'spread' : 'no';
          expect(found.verdict).toBe(pairs.length + moved.length === 0 ? 'unchecked' : worst);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are read under sources that are on file and not shown, for the things and periods that are', () => {
    const shown = ['2012', '2014'].map((year, i) => cellFrom(year, String(4 - i), { source: 'b' }));
    const elsewhere = [
      cellFrom('2012', '1', { source: 'a' }),
      cellFrom('2014', '2', { source: 'a' }),
      cellFrom('2013', '9', { source: 'c' }),
      cellFrom('2014', '9', { source: 'c', area: 'SLV' }),
    ];
    const answer = { cells: shown, indicator, breaks: [], query: { transform: null } as never };
    expect(severalSources(answer)).toBeNull();
    const found = severalSources(answer, elsewhere);
    expect(found).toMatchObject({ chosen: 'b', verdict: 'certain' });
    expect(found?.sources.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(found?.envelopes).toHaveLength(2);
    const same = elsewhere.slice(0, 2).map((cell, i) => ({ ...shown[i]!, source: cell.source }));
    expect(severalSources(answer, same)?.verdict).toBe('no');
  });

  it('are the same with other figures, and then no agreement', () => {
    const cells = ['a', 'b'].flatMap((source, i) => [
      cellFrom('2012', String(1 + i), { source }),
      cellFrom('2014', String(3 + i), { source }),
    ]);
    expect(questions(cells)?.verdict).toBe('spread');
  });

  it('say nothing of one source, nor of places in a ranking', () => {
    const cells = [cellFrom('2014', '1', { source: 'a' }), cellFrom('2014', '2', { source: 'b' })];
    expect(questions(cells.slice(1))).toBeNull();
    const query = { transform: { id: 'rank' } } as never;
    expect(severalSources({ cells, indicator, breaks: [], query })).toBeNull();
    expect(questions(cells)?.envelopes.map(({ low, high }) => [low, high])).toEqual([[1, 2]]);
  });

  it('are not drawn from more cells than a page draws', () => {
    const many = Array.from({ length: LIMITS.drawnCells }, (_, i) =>
      cellFrom('2014', '1', { source: i % 2 ? 'a' : 'b', area: `A${i >> 1}` }),
    );
    expect(questions(many)?.envelopes.length).toBe(LIMITS.drawnCells / 2);
    expect(questions([...many, cellFrom('2015', '1', { source: 'a' })])).toBeNull();
  });
});
