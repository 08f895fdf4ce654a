/** The register of doubts names figures that exist; a number without its year is found where it stands. */
import { afterAll, describe, expect, test } from 'vitest';
import { siteData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import { DOUBTS } from '#claims/doubts.ts';
import { printedNumber } from '#stats/claims/relation.ts';
import { parseObservationId } from '#stats/model/observation-id.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { testDatabase } from '../setup/database.ts';
import { askJson, askProduct } from '../app/_answers/ask.ts';

await testDatabase();
afterAll(closeReader);

const LATEST = (await siteData.loadReleases()).at(-1)!.version;

describe('a doubt', () => {
  test.each(DOUBTS.flatMap(({ id, figures }) => figures.map((figure) => [id, figure] as const)))(
    '%s is about a figure on file: %s',
    async (_, figure) => {
      expect(await siteData.loadObservation(LATEST, parseObservationId(figure)!, 'en')).not.toBeNull();
    },
  );

  test('that a catalogue declares is in the register too, which is a document and a feed', async () => {
    const { doubts } = (await askJson('/data/doubts.json')) as { doubts: { id: string }[] };
    expect(doubts.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['mexico-21-5', 'honduras-homicide-classes']),
    );
    const feed = (await askProduct('/data/doubts.atom?lang=es')).text;
    expect(feed.match(/<entry>/g)).toHaveLength(doubts.length);
    expect(feed).toContain('El 21,5 de México es de otro año');
  });
});

describe('a number without its year', () => {
  const found = async (area: string, number: string): Promise<string[]> =>
    ((await siteData.loadMatches(LATEST, 'homicide-rate', area, printedNumber(number)!)) ?? []).map(
      ({ source, state }) => `${source} ${formatPeriod(state.period)}`,
    );

  test('21.5 for Mexico is UNODC’s of 2012 in two studies, and no source’s of 2014 but the report’s', async () => {
    const matches = await found('MEX', '21.5');
    expect(matches).toEqual(
      expect.arrayContaining(['unodc-gsh-2013 2012', 'unodc-gsh-2019 2012', 'migrant-crisis-2015 2014']),
    );
    expect(matches.filter((match) => match.endsWith('2014'))).toEqual(['migrant-crisis-2015 2014']);
  });

  test('is found in earlier files too: 83.0 for Honduras is the World Bank’s of 2012 before it was revised', async () => {
    const matches =
      (await siteData.loadMatches(LATEST, 'homicide-rate', 'HND', printedNumber('83.0')!)) ?? [];
    const bank = matches.find(
      ({ source, state }) => source === 'world-bank-homicide' && formatPeriod(state.period) === '2012',
    );
    expect(bank?.state).toMatchObject({ since: '1.2.0', until: '1.3.0' });
  });

  test('that stands nowhere is not guessed', async () => {
    expect(await found('MEX', '77.77')).toEqual([]);
  });

  test('is a document', async () => {
    const { found: figures } = (await askJson(
      '/data/which.json?indicator=homicide-rate&area=MEX&number=21.5',
    )) as {
      found: { id: string }[];
    };
    expect(figures.map(({ id }) => id)).toContain('homicide-rate~unodc-gsh-2013~MEX~2012');
    for (const search of [
      'indicator=homicide-rate&area=MEX&number=many',
      'indicator=homicide-rate&area=XX&number=1',
    ])
      expect((await askProduct(`/data/which.json?${search}`)).status).toBe(400);
  });
});

test('a series in every file is a table with one row for each period and file', async () => {
  const { text } = await askProduct('/data/vintages.csv?indicator=homicide-rate&area=HND');
  const bank = text
    .split('\n')
    .filter((line) => line.includes(',world-bank-homicide,') && line.includes(',2012,'));
  expect(bank).toHaveLength(3);
  expect(await askJson('/data/vintages.json?indicator=homicide-rate&area=HND')).toMatchObject({
    area: 'HND',
    basis: 'calendar-year',
  });
  expect((await askProduct('/data/vintages.csv?indicator=homicide-rate&area=')).status).toBe(400);
  const of = (more: string) => askProduct(`/data/vintages.json?indicator=homicide-rate&area=HND&${more}`);
  for (const wrong of ['basis=fiscal', 'origin=XX', 'definition=other'])
    expect((await of(wrong)).status, wrong).toBe(400);
  expect((await of('basis=us-fiscal-year')).status).toBe(404);
});
