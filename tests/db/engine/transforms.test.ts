/** Transforms and preferred sources of real figures, each answered by one statement. */
import { describe, expect, test } from 'vitest';
import { countCells } from '#db/engine/count.ts';
import { answerQueries, answerQuery } from '#db/engine/answer.ts';
import type { Indicator } from '#stats/model/catalogue.ts';
import type { Break } from '#stats/model/break.ts';
import type { Cell } from '#stats/model/observation.ts';
import { parseParameters } from '#stats/query-string.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { parseQuery } from '#stats/query/query.ts';
import { testDatabase } from '../../setup/database.ts';
import { asker } from '../asking.ts';
import { countingStatements } from './counting.ts';

const { sql } = await testDatabase();
const founding = await asker(sql, '1.0.0');
const { ask, index } = await asker(sql, '1.1.0');

const CHILDREN = 'basis=us-fiscal-year&breakdown=border%3Dsouthwest';
const only = (cells: readonly Cell[], code: string): Cell => {
  const [cell, ...more] = cells.filter((cell) => cell.area === code || cell.counterpart === code);
  if (!cell) throw new Error(`there is no cell of ${code}`);
  expect(more).toEqual([]);
  return cell;
};
const values = (cells: readonly Cell[]): (number | string | null)[] =>
  cells.map(({ stated, gap }) => stated?.value ?? gap?.code ?? null);

describe('the figures of the documents', () => {
  test('children at the south-west border rose by 29,782 in fiscal year 2014, the 77 percent of the document', async () => {
    const question = `${CHILDREN}&source=cbp-usbp-monthly&time=FY2014`;
    expect(values(await ask('uac-apprehensions', `${question}&transform=change`))).toEqual([29_782]);
    const [percent] = await ask('uac-apprehensions', `${question}&transform=change-percent`);
    const [printed] = await ask('uac-apprehensions-change', 'time=FY2014');
    expect(percent?.stated?.value).toBeCloseTo(76.84, 2);
    expect(Math.round(percent?.stated?.value ?? NaN)).toBe(printed?.stated?.value);
    expect(percent).toMatchObject({ transform: 'change-percent', printed: null, locator: null });
  });

  test('a year before that the document does not give is named', async () => {
    const [cell] = await founding.ask('uac-apprehensions', `${CHILDREN}&time=FY2014&transform=change`);
    expect(cell?.gap).toEqual({ code: 'period-missing', missing: ['FY2013'] });
  });

  test('the ranks of 2014 include figures with an assumed year', async () => {
    const cells = await founding.ask('homicide-rate', 'country=SLV~HND~GTM~MEX&time=2014&transform=rank');
    expect(cells.map(({ area, rank }) => [area, rank?.best, rank?.worst, rank?.of])).toEqual([
      ['SLV', 2, 2, 4],
      ['HND', 1, 1, 4],
      ['GTM', 3, 3, 4],
      ['MEX', 4, 4, 4],
    ]);
    expect(cells.every((cell) => cell.periodStatus === 'assumed')).toBe(true);
  });

  test('hedges that overlap share their places, and a group has none among its members', async () => {
    const cells = await founding.ask('caravan-size', 'transform=rank');
    const spans = cells.filter((cell) => cell.rank && cell.rank.best < cell.rank.worst);
    expect(spans.length).toBeGreaterThan(0);
    const triangle = await founding.ask(
      'homicide-rate',
      'country=SLV~HND~GTM&group=northern-triangle&time=2014&transform=rank',
    );
    expect(only(triangle, 'HND').rank).toEqual({ best: 1, worst: 1, of: 3 });
    // The group is the only group: the 1st of 1 is not an answer.
    expect(only(triangle, 'northern-triangle').gap).toEqual({ code: 'nothing-beside', missing: [] });
  });
});

describe('figures of publishers', () => {
  const rates = 'country=SLV&source=owid-homicide-rate';

  test('an index is 100 in its base year, also where that is not shown', async () => {
    const plain = await ask('homicide-rate', `${rates}&time=2010..2014`);
    const shown = await ask('homicide-rate', `${rates}&time=2012..2014&transform=index:2010`);
    const base = plain[0]?.stated?.value ?? NaN;
    expect(shown.map((cell) => formatPeriod(cell.period))).toEqual(['2012', '2013', '2014']);
    shown.forEach((cell, i) => {
      expect(cell.stated?.value).toBeCloseTo(((plain[i + 2]?.stated?.value ?? NaN) / base) * 100, 8);
    });
    expect(values(await ask('homicide-rate', `${rates}&time=2010&transform=index:2010`))).toEqual([100]);
    const later = await ask('homicide-rate', `${rates}&time=2010..2011&transform=index:2014`);
    expect(later).toHaveLength(2);
    expect(later[0]?.stated?.value).toBeGreaterThan(100);
  });

  test('an index of Honduras goes across 2013, when its classes of homicide are doubted, and says so', async () => {
    const question = 'country=HND&source=owid-homicide-rate&time=2010..2014&transform=index:2010';
    const cells = await ask('homicide-rate', question);
    expect(cells.every((cell) => cell.stated !== null)).toBe(true);
    const doubted = cells.map((cell) => cell.notes.some(({ text }) => text.en.includes('classing murders')));
    expect(doubted).toEqual([false, false, false, true, true]);
  });

  test('a change reads the year before, also of the latest alone', async () => {
    const question = 'country=HND&time=latest';
    const [last] = await ask('population', question);
    const year = Number(formatPeriod(last?.period as Cell['period']));
    const both = values(await ask('population', `country=HND&time=${year - 1}..${year}`)) as number[];
    const change = await ask('population', `${question}&transform=change`);
    expect(values(change)).toEqual([(both[1] ?? NaN) - (both[0] ?? NaN)]);
    expect(change.map((cell) => formatPeriod(cell.period))).toEqual([String(year)]);
  });

  test('a rolling mean reads its whole window and shows what was asked for', async () => {
    const plain = values(await ask('population', 'country=HND&time=2012..2014')) as number[];
    const [mean, ...more] = await ask('population', 'country=HND&time=2014&transform=rolling-mean:3');
    expect(more).toEqual([]);
    expect(mean?.stated?.value).toBeCloseTo(plain.reduce((a, b) => a + b, 0) / 3, 3);
  });

  test('no change is taken across a break in the way of counting, and the break is named', async () => {
    const broken: Break = {
      id: 'synthetic-break',
      indicator: 'population',
      area: 'HND',
      kind: 'method',
      at: '2013-01-01',
      name: { en: 'Synthetic break', es: 'Ruptura sintética' },
      text: { en: 'Made up for this test.', es: 'Inventada para esta prueba.' },
      cited: { text: { en: 'This test', es: 'Esta prueba' } },
    };
    const catalogue = { ...index.catalogue, breaks: [broken] };
    const population = catalogue.indicators.find((indicator) => indicator.id === 'population') as Indicator;
    const gapsOf = async (which: string): Promise<Cell['gap'][]> => {
      const search = `${which}&time=2013..2014&transform=change`;
      const query = parseQuery(parseParameters(search), population, catalogue);
      const { cells } = await answerQuery(sql, { ...index, catalogue }, query);
      return cells.map((cell) => cell.gap);
    };
    const gap = { code: 'break', missing: ['synthetic-break'] };
    expect(await gapsOf('country=HND~SLV')).toEqual([gap, null, null, null]);
    expect(await gapsOf('group=northern-triangle')).toEqual([gap, null]);
    expect(await gapsOf('by=source&country=HND~SLV')).toEqual([gap, null]);
    expect(await gapsOf('by=source&country=GTM~SLV')).toEqual([null, null]);
  });

  test('children for every 100,000 people: a fiscal year takes the people of the year in which it ends', async () => {
    const question = `${CHILDREN}&source=cbp-usbp-monthly&time=FY2014`;
    const [people] = await ask('population', 'country=USA&time=2014');
    const [cell, ...more] = await ask('uac-apprehensions', `${question}&transform=per-capita`);
    expect(more).toEqual([]);
    expect(cell).toMatchObject({ numerator: 68_541, denominator: people?.stated?.value });
    expect(cell?.stated?.value).toBeCloseTo(21.469, 3);
    expect(cell?.editions).toContain('world-bank-population@2026-03-06');
  });

  test('asylum applications by the people of the origin; a group has the people of its members', async () => {
    const question = 'origin=HND~northern-triangle&definition=persons&time=2014&transform=per-capita:origin';
    const cells = (await ask('asylum-applications', question)).filter((cell) => cell.stated);
    const people = await ask('population', 'country=HND&group=northern-triangle&time=2014');
    for (const code of ['HND', 'northern-triangle']) {
      const own = cells.filter((cell) => cell.counterpart === code);
      expect(own.length).toBeGreaterThan(0);
      for (const cell of own) expect(cell.denominator).toBe(only(people, code).stated?.value);
    }
  });

  test('a total of all origins has no people of its own', async () => {
    const cells = await ask('asylum-applications', 'origin=_T&transform=per-capita:origin');
    expect(cells.every((cell) => cell.stated === null)).toBe(true);
  });

  test('parts of a total add up to all of it, in each year', async () => {
    const cells = await ask('population', 'country=SLV~HND~GTM&time=2000..2020&transform=share-of-total');
    const sums = new Map<string, number>();
    for (const { period, stated } of cells) {
      sums.set(formatPeriod(period), (sums.get(formatPeriod(period)) ?? 0) + (stated?.value ?? NaN));
    }
    expect(sums.size).toBe(21);
    for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 10);
  });

  test('who was asked for and has no figure leaves no total', async () => {
    const cells = await ask('population', 'country=HND~AIA&time=2014&transform=share-of-total');
    expect(cells.map((cell) => [cell.area, cell.gap])).toEqual([
      ['HND', { code: 'members-missing', missing: ['AIA'] }],
      ['AIA', { code: 'not-on-file', missing: [] }],
    ]);
  });

  test('groups that overlap leave no total', async () => {
    const cells = await ask(
      'population',
      'group=northern-triangle~central-america-7&time=2014&transform=share-of-total',
    );
    expect(new Set(cells.map((cell) => cell.gap?.code))).toEqual(new Set(['overlap']));
  });
});

describe('preferred sources', () => {
  test('for each area the first source that has a figure in the time asked for', async () => {
    const { sources } = index.catalogue.indicators.find((indicator) => indicator.id === 'homicide-rate') ?? {
      sources: [],
    };
    for (const time of ['time=2014', 'time=2000..2013', 'time=latest', '']) {
      const all = await ask('homicide-rate', time);
      const preferred = await ask('homicide-rate', `${time}&source=preferred`);
      const chosen = new Set(preferred.map((cell) => `${cell.area} ${cell.basis} ${cell.source}`));
      for (const { area, basis } of all) {
        const there = all.filter((entry) => entry.area === area && entry.basis === basis);
        const first = sources.find((id) => there.some((cell) => cell.source === id && cell.stated));
        if (first) expect(chosen).toContain(`${area} ${basis} ${first}`);
      }
      expect(chosen.size).toBe(new Set(preferred.map((cell) => `${cell.area} ${cell.basis}`)).size);
    }
  });

  test('a year before that only another source has is no year before', async () => {
    const cells = await ask(
      'homicide-rate',
      'country=HND~MEX&source=preferred&time=2005..2014&transform=change',
    );
    for (const area of ['HND', 'MEX']) {
      expect(new Set(cells.filter((cell) => cell.area === area).map((cell) => cell.source)).size).toBe(1);
    }
  });
});

test('every one of these is one statement, and its count is that of its cells', async () => {
  const questions = [
    ['uac-apprehensions', `${CHILDREN}&time=FY2014&transform=change`],
    ['asylum-applications', 'origin=HND~northern-triangle&transform=per-capita:origin'],
    ['homicide-rate', 'source=preferred&time=latest&transform=rank'],
    ['homicide-rate', 'group=northern-triangle&transform=index:2010'],
    ['population', 'by=origin~breakdown~source&country=HND~SLV&transform=rolling-mean:5&time=latest'],
  ] as const;
  for (const [id, search] of questions) {
    const indicator = index.catalogue.indicators.find((indicator) => indicator.id === id);
    if (!indicator) throw new Error(`there is no ${id}`);
    const query = parseQuery(parseParameters(search), indicator, index.catalogue);
    const counted = countingStatements(sql);
    const { cells } = await answerQuery(counted.sql, index, query);
    expect(counted.sent()).toBe(1);
    expect(cells.length).toBeGreaterThan(0);
    expect(await countCells(counted.sql, index, query)).toBe(cells.length);
    expect(counted.sent()).toBe(2);
  }
});

test('several questions are one statement too, with the answers of each alone', async () => {
  const asked = [
    ['uac-apprehensions', `${CHILDREN}&time=FY2014&transform=change`],
    ['asylum-applications', 'origin=HND~northern-triangle&transform=per-capita:origin'],
    ['homicide-rate', 'group=northern-triangle&time=latest'],
    ['homicide-rate', 'time=1900'],
  ] as const;
  const queries = asked.map(([id, search]) => {
    const indicator = index.catalogue.indicators.find((indicator) => indicator.id === id)!;
    return parseQuery(parseParameters(search), indicator, index.catalogue);
  });
  const counted = countingStatements(sql);
  const together = await answerQueries(counted.sql, index, queries);
  expect(counted.sent()).toBe(1);
  const alone = await Promise.all(queries.map((query) => answerQuery(sql, index, query)));
  expect(together).toEqual(alone);
  expect(together.map(({ cells }) => cells.length > 0)).toEqual([true, true, true, false]);
});
