/** `members=` and `weight=` in URLs, with the figures of release 1.1.0. */
import { afterAll, describe, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { parseCsv } from '#app/_downloads/csv.ts';
import { testDatabase } from '../../setup/database.ts';
import { askProduct, askJson } from './ask.ts';

await testDatabase();
afterAll(closeReader);

const RATE = '/data/1.1.0/homicide-rate';
const rowsOf = async (address: string) => parseCsv((await askProduct(address)).text);

describe('the income groups, known as one list without a date', () => {
  const LMC = `${RATE}.csv?coverage=0.5&group=wb-lmc&source=owid-homicide-rate&time=2000..2014`;

  test('say at every figure that the list is applied to the past', async () => {
    const rows = await rowsOf(LMC);
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      expect(row).toMatchObject({ computed: 'weighted-mean', gap: null });
      expect(row.note).toBe(
        'Lower middle income, Americas (World Bank): the list of members in this release has no date and is applied to every period, including past ones (members=today).',
      );
    }
    const [first] = await rowsOf(`${LMC}&lang=es`);
    expect(first?.note).toContain('América de ingreso mediano bajo (Banco Mundial): la lista de miembros');
  });

  test('in JSON the note is mandatory, and the picture has it', async () => {
    const { rows } = (await askJson(LMC.replace('.csv', '.json'))) as unknown as {
      rows: { note: { mandatory: boolean }[] }[];
    };
    expect(rows.every((row) => row.note[0]?.mandatory)).toBe(true);
    expect((await askProduct(LMC.replace('.csv', '.svg'))).text).toContain('has no date');
  });

  test('mean the same with members=today, figure for figure', async () => {
    const today = LMC.replace('&source', '&members=today&source');
    expect((await askProduct(today)).text).toBe((await askProduct(LMC)).text);
  });

  test('a country beside them says nothing of a list', async () => {
    const rows = await rowsOf(`${RATE}.csv?country=HND&group=wb-lmc&source=owid-homicide-rate&time=2010`);
    expect(rows.map((row) => [row.Code, row.note === ''])).toEqual([
      ['HND', true],
      ['wb-lmc', false],
    ]);
  });
});

describe('a group that stays as it is', () => {
  const TRIANGLE = `${RATE}.csv?group=northern-triangle&source=migrant-crisis-2015&time=2014`;

  test('has with members=today the same figures, and says whose they are', async () => {
    const [usual, today] = [await rowsOf(TRIANGLE), await rowsOf(`${TRIANGLE}&members=today`)];
    const noteless = (rows: typeof usual) => rows.map((row) => ({ ...row, note: '' }));
    expect(noteless(today)).toEqual(noteless(usual));
    const isSaid = ({ note }: (typeof usual)[number]): boolean =>
      note?.includes('Northern Triangle: members as of 22 Nov 2026') ?? false;
    expect([today.length, today.every(isSaid), usual.some(isSaid)]).toEqual([1, true, false]);
  });

  test('the usual is left out of address and document', async () => {
    const usual = await askProduct(`${RATE}.json?group=northern-triangle`);
    const spelt = await askProduct(
      `${RATE}.json?group=northern-triangle&members=of-the-day&weight=world-bank-population`,
    );
    expect(spelt.text).toBe(usual.text);
    expect(spelt.headers['etag']).toBe(usual.headers['etag']);
    expect(spelt.headers['link']).toContain('homicide-rate.json?group=northern-triangle>; rel="canonical"');
    const { query } = JSON.parse(usual.text) as { query: object };
    expect(query).not.toHaveProperty('members');
    expect(query).not.toHaveProperty('weight');
  });

  test('what is asked for stands in both', async () => {
    const { text } = await askProduct(`${RATE}.json?group=northern-triangle&members=today&time=2014`);
    const { query, address } = JSON.parse(text) as { query: object; address: string };
    expect(query).toMatchObject({ members: 'today' });
    expect(address).toBe('/data/1.1.0/homicide-rate.json?group=northern-triangle&members=today&time=2014');
  });
});

describe('beside another indicator', () => {
  const COMPARED = '/data/1.1.0/compare.json?indicators=homicide-rate~population&group=wb-lmc&time=2012';
  interface Compared {
    readonly address: string;
    readonly sides: readonly { readonly answer: { readonly query: object } }[];
  }

  test('members= is asked of both sides, as groups are', async () => {
    const { address, sides } = JSON.parse((await askProduct(`${COMPARED}&members=today`)).text) as Compared;
    expect(address).toContain('group=wb-lmc&indicators=homicide-rate~population&members=today&time=2012');
    for (const { answer } of sides) expect(answer.query).toMatchObject({ members: 'today' });
  });

  test('weight= is asked of the side that is a rate', async () => {
    const { status, text } = await askProduct(`${COMPARED}&weight.1=world-bank-population`);
    expect([status, (JSON.parse(text) as Compared).address.includes('weight')]).toEqual([200, false]);
    const refused = await askProduct(`${COMPARED}&weight.2=world-bank-population`);
    expect(refused.status).toBe(400);
    expect(JSON.parse(refused.text)).toMatchObject({ parameter: 'weight.2', accepted: ['homicide-rate'] });
  });
});
