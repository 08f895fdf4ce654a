import { beforeAll, describe, expect, test } from 'vitest';
import { createData, type SiteData } from '#app/_data/data.ts';
import { figureText } from '#stats/format/figure.ts';
import { areasWithPages } from '#stats/query/area-profile.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { testDatabase } from '../../setup/database.ts';
import { LATEST } from '../../setup/releases.ts';
import { readsFigures, watchedReader } from '../_answers/watched-reader.ts';

let data: SiteData;
let statements = 0;

beforeAll(async () => {
  await testDatabase();
  data = createData(
    watchedReader((text) => {
      if (readsFigures(text)) statements += 1;
    }),
  );
});

const profileOf = (code: string) => data.loadAreaProfile(LATEST, 'en', code);

describe('what is known of Honduras', () => {
  test('has homicides and population as a place, and encounters and removals as an origin', async () => {
    const profile = await profileOf('HND');
    const ids = (axis: 'area' | 'origin') =>
      profile?.entries
        .filter((entry) => entry.axis === axis)
        .map(({ comparison }) => comparison.indicator.id);
    expect(ids('area')).toEqual(expect.arrayContaining(['homicide-rate', 'population', 'gini-index']));
    expect(ids('origin')).toEqual(expect.arrayContaining(['border-encounters', 'removals', 'tps-holders']));
  });

  test('has a figure in every entry, each from one series of one source', async () => {
    const profile = await profileOf('HND');
    for (const { latest, cells } of profile?.entries ?? []) {
      expect(latest.stated).not.toBeNull();
      expect(new Set(cells.map((cell) => cell.source)).size).toBe(1);
      expect(cells.every((cell) => [cell.area, cell.counterpart].includes('HND'))).toBe(true);
    }
  });

  test('has the homicide rate of the source that the catalogue shows, with its rank among countries', async () => {
    const profile = await profileOf('HND');
    const entry = profile?.entries.find(({ comparison }) => comparison.indicator.id === 'homicide-rate');
    expect(entry?.latest.source).toBe('owid-homicide-rate');
    expect(
      entry && [
        formatPeriod(entry.latest.period),
        figureText(entry.latest, entry.comparison.indicator, 'en'),
      ],
    ).toEqual(['2023', '31.4']);
    expect(entry?.rank?.best).toBeLessThanOrEqual(entry?.rank?.worst ?? 0);
    expect(entry?.sources).toBeGreaterThan(2);
  });

  test('ranks no inequality, because surveys of countries differ', async () => {
    const profile = await profileOf('HND');
    const gini = profile?.entries.find(({ comparison }) => comparison.indicator.id === 'gini-index');
    expect([gini?.rank, gini?.unranked]).toEqual([null, 'differs']);
  });

  test('has the rates of its cities among what documents print', async () => {
    const profile = await profileOf('HND');
    const printed = profile?.printed.flatMap(({ cells }) =>
      cells.map((cell) => `${cell.indicator} ${cell.area}`),
    );
    expect(printed).toEqual(expect.arrayContaining(['homicide-rate HNSAP', 'security-aid HND']));
  });

  test('is read with at most three statements, and once', async () => {
    await data.loadCatalogue(LATEST);
    const before = statements;
    await data.loadAreaProfile(LATEST, 'es', 'SLV');
    expect(statements - before).toBe(3);
    await data.loadAreaProfile(LATEST, 'es', 'SLV');
    expect(statements - before).toBe(3);
  });
});

describe('every area with figures', () => {
  test('has a profile, and an area without figures has none', async () => {
    const counts = await data.loadAreaCounts(LATEST);
    expect(counts.find(({ code }) => code === 'HND')?.asArea).toBeGreaterThan(10);
    expect(await profileOf('nowhere')).toBeNull();
    expect(await profileOf('BVT')).toBeNull();
  });

  test('is listed if it has a page, and only then', async () => {
    const catalogue = (await data.loadCatalogue(LATEST))!;
    const onFile = new Set((await data.loadAreaCounts(LATEST)).map(({ code }) => code));
    const listed = new Set(areasWithPages(catalogue, onFile).map(({ code }) => code));
    // A sample: a profile of a group takes half a second.
    const tried = catalogue.areas.filter(
      ({ kind }, i) =>
        (kind === 'group' && i % 6 === 0) || ((kind === 'country' || kind === 'city') && i % 40 === 0),
    );
    for (const { code } of tried)
      expect([code, (await profileOf(code)) !== null]).toEqual([code, listed.has(code)]);
  });

  test('a group of which nothing can be calculated has its members that have figures', async () => {
    const profile = await profileOf('m49-009');
    expect(profile?.entries).toEqual([]);
    expect(profile?.withFigures).toContain('AUS');
  });

  test('a group has what is computed from its members', async () => {
    const profile = await profileOf('northern-triangle');
    const entry = profile?.entries.find(({ comparison }) => comparison.indicator.id === 'population');
    expect(entry?.latest.computed).toBe('sum');
    expect(entry?.rank).toBeNull();
  });
});
