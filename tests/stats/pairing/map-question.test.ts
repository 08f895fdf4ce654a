/** The question of a map: which countries, which source, which year. */
import { describe, expect, test } from 'vitest';
import { mapQuestion } from '#stats/pairing/map-question.ts';
import type { SeriesWithYears } from '#stats/pairing/partners.ts';
import { HOMICIDE } from '../../app/_charts/answers.ts';
import { chartCell } from '../../app/_charts/making.ts';
import { readReleases } from '#sources/releases/committed.ts';

const catalogue = readReleases('.').at(-1)!.catalogue;
const indicator = catalogue.indicators.find(({ id }) => id === 'homicide-rate')!;
const americas = catalogue.areas.find(({ code }) => code === 'm49-019')!;
const [source = '', otherSource = ''] = indicator.sources;

const series = (area: string, years: readonly number[], from = source): SeriesWithYears => ({
  ...chartCell(HOMICIDE, area, '2014', 1),
  indicator: indicator.id,
  source: from,
  years,
  wholeYears: [],
});
const AMERICAN = ['HND', 'SLV', 'GTM', 'MEX', 'USA', 'CAN'];
const onFile = [
  ...AMERICAN.map((area) => series(area, area === 'CAN' || area === 'USA' ? [2020] : [2020, 2021])),
  // A later year, but of two countries only.
  ...['HND', 'SLV'].map((area) => series(area, [2022])),
  series('ESP', [2020, 2021]),
  series('FRA', [2021]),
  series('BRA', [2021], otherSource),
  series('HNSAP', [2021]),
];
const isOnMap = (code: string): boolean => code.length === 3;

describe('the question of a map', () => {
  test('names the countries of a group that its source has, in the latest year with nearly all of them', () => {
    const question = mapQuestion(onFile, indicator, catalogue, { group: americas, isOnMap });
    expect(question?.search).toBe(
      `basis=calendar-year&breakdown=_T&country=SLV~HND~GTM~MEX~USA~CAN&definition=main&source=${source}&time=2020`,
    );
    expect(question).toMatchObject({ year: 2020, countries: 6 });
  });

  test('names no country for the world, and the latest year is then another', () => {
    const question = mapQuestion(onFile, indicator, catalogue, { group: null, isOnMap });
    expect(question?.search).not.toContain('country=');
    expect(question).toMatchObject({ year: 2021, countries: 6 });
  });

  test('is none of fewer than five countries, and none of figures that may be below zero', () => {
    const few = onFile.slice(0, 4);
    expect(mapQuestion(few, indicator, catalogue, { group: americas, isOnMap })).toBeNull();
    const signed = { ...indicator, signed: true };
    expect(mapQuestion(onFile, signed, catalogue, { group: americas, isOnMap })).toBeNull();
  });
});
