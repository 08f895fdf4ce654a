/** The comparison of an answer's sources, checked against every pair. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '#stats/limits.ts';
import type { Cell } from '#stats/model/observation.ts';
import { ownFigures, severalSources } from '#stats/sources/disagreement.ts';
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

describe('the comparison of sources', () => {
  const year = (period: string, text: string, source: string, more: Partial<Cell> = {}): Cell =>
    cellFrom(period, text, { source, ...more });
  const of = (source: string, found: ReturnType<typeof questions>) =>
    found?.others.find((other) => other.source === source);

  it('takes the published figure of a source before the one that was added up, in either order', () => {
    const twice = [year('2014', '5', 'a'), year('2014', '6', 'a', { computed: 'sum' })];
    const published = [{ ...twice[0], computed: null }];
    expect(ownFigures(twice)).toEqual(published);
    expect(ownFigures([...twice].reverse())).toEqual(published);
    const sums = [twice[1]!, year('2014', '7', 'a', { computed: 'weighted-mean' })];
    expect(ownFigures(sums)).toEqual([{ ...twice[1], computed: null }]);
    expect(ownFigures([year('2014', '-', 'a'), ...twice])).toEqual(published);
    expect(ownFigures([year('2014', '-', 'a')])).toEqual([]);
    expect(ownFigures([year('2014', '5', 'a'), year('2013', '4', 'a'), year('2014', '5', 'b')])).toHaveLength(
      3,
    );
  });

  it('is of sources with a figure: one beside a gap is no comparison', () => {
    expect(questions([year('2014', '5', 'a'), year('2014', '-', 'b')])).toBeNull();
    expect(questions([])).toBeNull();
  });

  it('asks nothing where the sources share neither two members nor two periods', () => {
    const found = questions([year('2014', '5', 'a'), year('2014', '5', 'b')]);
    expect(found?.verdict).toBe('unchecked');
    expect(found?.others).toEqual([{ source: 'b', ranking: null, change: null }]);
  });

  it('shows only where more than one source has a figure', () => {
    const cells = [year('2014', '5', 'a'), year('2014', '6', 'b'), year('2014', '7', 'a', { area: 'SLV' })];
    expect(questions(cells)?.envelopes.map(({ area }) => area)).toEqual(['HND']);
  });

  it('names each source by its card, and by its id where there is none', () => {
    const cells = [year('2014', '5', 'b'), year('2014', '6', 'a')];
    const shortTitle = { en: 'Source B', es: 'Fuente B' };
    const sources = [
      { id: 'x', shortTitle: { en: 'X', es: 'X' } },
      { id: 'b', shortTitle },
    ] as never;
    const query = { transform: null } as never;
    expect(severalSources({ cells, indicator, breaks: [], query, sources })?.sources).toEqual([
      { id: 'a', shortTitle: { en: 'a', es: 'a' } },
      { id: 'b', shortTitle },
    ]);
    expect(questions(cells)?.sources.map(({ shortTitle: title }) => title.en)).toEqual(['a', 'b']);
  });

  it('counts a source that is shown once, if its rows were read again beside the answer', () => {
    const shown = [year('2014', '5', 'a')];
    const answer = { cells: shown, indicator, breaks: [], query: { transform: null } as never };
    expect(severalSources(answer, [year('2014', '9', 'a'), year('2014', '6', 'b')])?.envelopes).toMatchObject(
      [{ low: 5, high: 6, sources: ['a', 'b'] }],
    );
    expect(severalSources(answer, [year('2014', '9', 'a')])).toBeNull();
    expect(severalSources(answer, [year('2014', '6', 'b')])?.sources).toHaveLength(2);
  });

  it('never mixes two definitions or two bases, and reads on where the first has no question', () => {
    const other = { definition: 'other' };
    const cells = [
      year('2014', '5', 'a'),
      year('2014', '5', 'b'),
      ...['a', 'b'].flatMap((source, i) => [
        year('2014', String(1 + i), source, other),
        year('2014', String(2 - i), source, { ...other, area: 'SLV' }),
      ]),
    ];
    const found = of('b', questions(cells));
    expect(found?.ranking).toMatchObject({ asked: 1, verdict: 'certain' });
    expect(found?.change).toBeNull();
    const apart = [
      year('2013', '5', 'a'),
      year('2013', '5', 'b'),
      year('2014', '6', 'a', other),
      year('2014', '6', 'b', other),
    ];
    expect(of('b', questions(apart))?.change).toBeNull();
  });

  it('goes by time, whatever the order of the cells', () => {
    const cells = ['2014', '2012', '2013'].flatMap((period, i) => [
      year(period, String(3 - i), 'a'),
      year(period, String(3 - i), 'b'),
      year(period, '2', 'a', { area: 'SLV' }),
      year(period, '2', 'b', { area: 'SLV' }),
    ]);
    const found = of('b', questions(cells));
    expect(found?.change?.from?.end).toBe('2012-12-31');
    expect(found?.change?.period.end).toBe('2014-12-31');
    expect(found?.change?.asked).toBe(2);
    expect(found?.ranking?.period.end).toBe('2014-12-31');
  });

  it('is of what is there at both ends: members of one end alone have no change', () => {
    const both = (period: string, area: string) =>
      ['a', 'b'].map((source) => year(period, '5', source, { area }));
    const cells = [both('2012', 'HND'), both('2013', 'HND'), both('2013', 'SLV'), both('2014', 'SLV')].flat();
    expect(of('b', questions(cells))?.change).toBeNull();
    const more = [...cells, ...both('2014', 'HND'), ...both('2012', 'GTM')];
    expect(of('b', questions(more))?.change).toMatchObject({ asked: 1, unchecked: [], turns: [] });
  });

  it('ranks sixty members pair by pair, and no more', () => {
    const members = (count: number): Cell[] =>
      Array.from({ length: count }, (_, i) =>
        ['a', 'b'].map((source) => year('2014', '5', source, { area: `A${i}` })),
      ).flat();
    expect(of('b', questions(members(60)))?.ranking?.asked).toBe(1770);
    expect(of('b', questions(members(61)))?.ranking).toBeNull();
  });
});
