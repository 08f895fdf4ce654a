/** The register of doubts names figures that exist; a number without its year is found where it stands. */
import { afterAll, describe, expect, test, vi } from 'vitest';
import { FIVE_MINUTES } from '#app/_answers/http/headers.ts';
import { siteData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import { DOUBTS } from '#claims/doubts.ts';
import { printedNumber } from '#stats/claims/relation.ts';
import { parseObservationId } from '#stats/model/observation-id.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { testDatabase } from '../setup/database.ts';
import { answerBytes, askJson, askProduct, requestFor } from '../app/_answers/ask.ts';

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

describe('a doubt that is entered later', () => {
  const HONDURAS = 'country=HND&source=owid-homicide-rate&time=2012..2014';
  const PAIR = 'country=HND~SLV&indicators=homicide-rate~population&time=2014';
  const DRAWN = [
    `/data/${LATEST}/homicide-rate.svg?${HONDURAS}`,
    `/data/${LATEST}/compare.svg?${PAIR}`,
    `/data/${LATEST}/homicide-rate.csv?${HONDURAS}&doubts=yes`,
    `/embed/${LATEST}/board?a=${encodeURIComponent(`homicide-rate?${HONDURAS}`)}`,
    `/embed/${LATEST}/homicide-rate?${HONDURAS}`,
    `/embed/${LATEST}/compare?${PAIR}`,
  ];

  /** The same site with another register. */
  async function withDoubt() {
    const sources = ['owid-homicide-rate', 'world-bank-homicide', 'migrant-crisis-2015'];
    const doubt = {
      ...DOUBTS[0]!,
      id: 'entered-later',
      figures: sources.map((source) => `homicide-rate~${source}~HND~2014`),
    };
    vi.resetModules();
    vi.doMock('#claims/doubts.ts', () => ({ DOUBTS: [doubt, ...DOUBTS] }));
    const [{ createAnswers }, pool] = await Promise.all([
      import('#app/_answers/answers.ts'),
      import('#app/_data/pool.ts'),
    ]);
    return { answer: createAnswers().answer, close: pool.closeReader };
  }

  test('is seen within minutes on everything that draws it, under another ETag', async () => {
    const { answer, close } = await withDoubt();
    for (const address of DRAWN) {
      const before = await askProduct(address);
      const after = (await answer(requestFor(address)))!;
      expect([address, before.status, after.status]).toEqual([address, 200, 200]);
      expect(before.headers['cache-control'], address).toBe(FIVE_MINUTES);
      expect(after.headers['etag'], address).not.toBe(before.headers['etag']);
      expect(await answerBytes(after), address).not.toEqual(await answerBytes(before));
    }
    await close();
    vi.doUnmock('#claims/doubts.ts');
    vi.resetModules();
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
