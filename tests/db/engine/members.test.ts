/**
 * Groups whose members change, and a rate that two populations can weight. No release has either yet, so the
 * world is synthetic: in 2010 one country leaves a union and another joins, with figures worked out by hand.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import type { Area, Catalogue, Indicator } from '#stats/model/catalogue.ts';
import type { Cell, Observation } from '#stats/model/observation.ts';
import { calendarYear, formatPeriod } from '#stats/time/period.ts';
import { testDatabase } from '../../setup/database.ts';
import { asker, type Ask } from '../asking.ts';
import { publisher } from '../publishing.ts';

const { sql } = await testDatabase({ empty: true });

const text = (name: string) => ({ en: `Synthetic ${name}`, es: `${name} sintético` });
const indicator = (id: string, measure: 'rate' | 'count', sources: readonly string[]): Indicator => ({
  id,
  measure,
  title: text(id),
  definition: text(id),
  unit: { code: 'x', label: text('unit') },
  decimals: 1,
  areaRole: text('area'),
  counted: 'persons',
  additive: measure === 'rate' ? 'none' : 'stock',
  signed: false,
  bases: ['calendar-year'],
  sources,
  definitions: [{ code: 'main', name: text('definition'), text: text('definition') }],
  parts: [],
  notes: [],
  ...(measure === 'rate' && {
    per: 100_000,
    weight: { indicator: 'population', source: 'synthetic-people', fallback: 'synthetic-estimate' },
  }),
});
const country = (code: string): Area => ({ code, kind: 'country', name: text(code) });
const SOURCES = ['synthetic-people', 'synthetic-census', 'synthetic-register', 'synthetic-estimate'];
const catalogue: Catalogue = {
  indicators: [
    indicator('population', 'count', ['synthetic-people', 'synthetic-census', 'synthetic-estimate']),
    indicator('synthetic-rate', 'rate', ['synthetic-register']),
  ],
  areas: [
    ...['AAA', 'BBB', 'CCC', 'DDD', 'TER'].map(country),
    {
      code: 'union',
      kind: 'group',
      name: { en: 'Union', es: 'Unión' },
      members: [
        { area: 'AAA' },
        { area: 'BBB', to: '2010-01-01' },
        { area: 'CCC', from: '2010-01-01' },
        { area: 'DDD', from: '2030-01-01' },
      ],
    },
    {
      code: 'with-territory',
      kind: 'group',
      name: text('With a territory'),
      members: [{ area: 'AAA' }, { area: 'TER' }],
    },
    { code: '_T', kind: 'all', name: text('all') },
    { code: '_Z', kind: 'none', name: text('none') },
  ],
  dimensions: [],
  sources: SOURCES.map((id) => ({
    id,
    kind: 'primary',
    form: 'series',
    title: text(id),
    shortTitle: text(id),
    publisher: 'Nobody: synthetic',
    published: '2026',
    licence: { name: 'none' },
    redistribute: 'yes',
    redistributeReason: 'synthetic',
  })),
  editions: SOURCES.map((id, i) => ({
    id: `${id}@1`,
    source: id,
    vintage: '1',
    accessed: '2026-11-22',
    sha256: String(i).padStart(64, '0'),
  })),
};

const figure = (of: string, source: string, area: string, year: number, value: number): Observation => ({
  indicator: of,
  source,
  area,
  counterpart: '_Z',
  breakdown: '_T',
  definition: 'main',
  basis: 'calendar-year',
  period: calendarYear(year),
  periodStatus: 'stated',
  ofBasis: null,
  edition: `${source}@1`,
  stated: { qualifier: 'exact', value, low: null, high: null },
  intervalKind: 'none',
  numerator: null,
  denominator: null,
  gap: null,
  attributedTo: null,
  locator: null,
  printed: null,
  note: null,
});

/** Rate, population by one source and by the other; the same in both years. */
const FIGURES: Readonly<Record<string, readonly [rate: number, people: number, census: number]>> = {
  AAA: [10, 100, 300],
  BBB: [20, 300, 100],
  CCC: [40, 100, 100],
  DDD: [80, 100, 100],
};
const observations = Object.entries(FIGURES).flatMap(([area, [rate, people, census]]) =>
  [2009, 2010].flatMap((year) => [
    figure('synthetic-rate', 'synthetic-register', area, year, rate),
    figure('population', 'synthetic-people', area, year, people),
    figure('population', 'synthetic-census', area, year, census),
  ]),
);

// A territory that the usual population does not have, and another population of a country that it has.
for (const year of [2009, 2010])
  observations.push(
    figure('synthetic-rate', 'synthetic-register', 'TER', year, 50),
    figure('population', 'synthetic-estimate', 'TER', year, 300),
    figure('population', 'synthetic-estimate', 'AAA', year, 1_000),
  );

let ask: Ask;
beforeAll(async () => {
  await migrate({ report: () => undefined });
  ({ ask } = await asker(sql, await publisher()({ catalogue, observations })));
}, 60_000);

const line = ({ area, period, stated, computed }: Cell): string =>
  `${area} ${formatPeriod(period)}: ${stated?.value} [${computed}]`;
const lines = async (search: string, id = 'synthetic-rate'): Promise<string[]> =>
  (await ask(id, search)).map(line);
const notes = (cells: readonly Cell[]): string[] =>
  cells.flatMap((cell) => cell.notes.map(({ text }) => text.en));

describe('a group whose members change', () => {
  test('has by default those of the first day of each period', async () => {
    // 2009: (10 x 100 + 20 x 300) / 400; 2010: (10 x 100 + 40 x 100) / 200
    expect(await lines('group=union')).toEqual([
      'union 2009: 17.5 [weighted-mean]',
      'union 2010: 25 [weighted-mean]',
    ]);
    expect(notes(await ask('synthetic-rate', 'group=union'))).toEqual([]);
  });

  test('has with members=today those of the release in every period, and says so', async () => {
    expect(await lines('group=union&members=today')).toEqual([
      'union 2009: 25 [weighted-mean]',
      'union 2010: 25 [weighted-mean]',
    ]);
    const cells = await ask('synthetic-rate', 'group=union&members=today');
    expect(new Set(notes(cells))).toEqual(
      new Set([
        'Union: members as of 22 Nov 2026, the release date, including for earlier periods (members=today).',
      ]),
    );
    expect(cells.every((cell) => cell.notes[0]?.mandatory)).toBe(true);
    expect(cells.map((cell) => cell.coverage?.expected)).toEqual([2, 2]);
  });

  test('is counted with the same members, and what is made of them says so too', async () => {
    expect(await lines('group=union&source=synthetic-people&time=2009', 'population')).toEqual([
      'union 2009: 400 [sum]',
    ]);
    expect(await lines('group=union&members=today&source=synthetic-people&time=2009', 'population')).toEqual([
      'union 2009: 200 [sum]',
    ]);
    const search = 'group=union&members=today&source=synthetic-census&time=2009&transform=per-capita';
    const [cell] = await ask('population', search);
    // 400 people in the census over 200 in the default population, both for today's members.
    expect(cell?.stated?.value).toBe(200_000);
    expect(cell?.notes).toHaveLength(1);
  });

  test('a country beside it has no note', async () => {
    const cells = await ask('synthetic-rate', 'country=AAA&group=union&members=today&time=2009');
    expect(cells.map((cell) => [cell.area, cell.notes.length])).toEqual([
      ['AAA', 0],
      ['union', 1],
    ]);
  });
});

describe('another population', () => {
  test('weighs where it is asked for, and is cited in the place of the usual one', async () => {
    // 2009: (10 x 300 + 20 x 100) / 400; 2010: (10 x 300 + 40 x 100) / 400
    expect(await lines('group=union&weight=synthetic-census')).toEqual([
      'union 2009: 12.5 [weighted-mean]',
      'union 2010: 17.5 [weighted-mean]',
    ]);
    const editions = async (search: string) => (await ask('synthetic-rate', search))[0]?.editions;
    expect(await editions('group=union')).toEqual(['synthetic-people@1', 'synthetic-register@1']);
    expect(await editions('group=union&weight=synthetic-census')).toEqual([
      'synthetic-census@1',
      'synthetic-register@1',
    ]);
  });

  test('is the fallback of a territory that the usual one does not have, and is named', async () => {
    const [cell] = await ask('synthetic-rate', 'group=with-territory&time=2009');
    // (10 x 100 + 50 x 300) / 400: the country keeps its usual population of 100.
    expect(cell?.stated?.value).toBe(40);
    expect(cell?.coverage).toEqual({ present: 2, expected: 2, weight: 1 });
    expect(cell?.editions).toEqual(['synthetic-estimate@1', 'synthetic-people@1', 'synthetic-register@1']);
    expect(notes([cell!])).toEqual([
      'The population of Synthetic TER comes from another source (Synthetic synthetic-estimate).',
    ]);
    const named = await ask('synthetic-rate', 'group=with-territory&time=2009&weight=synthetic-census');
    expect(named.map(({ gap }) => gap?.missing)).toEqual([['TER']]);
  });

  test('weighs countries that are added up', async () => {
    expect(await lines('by=source&country=AAA~DDD&time=2010&weight=synthetic-census')).toEqual([
      'AAA+DDD 2010: 27.5 [weighted-mean]',
    ]);
  });

  test('also weighs the members of today', async () => {
    expect(await lines('group=union&members=today&time=2009&weight=synthetic-census')).toEqual([
      'union 2009: 17.5 [weighted-mean]',
    ]);
  });
});
