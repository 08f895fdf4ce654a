/** The questions of `npm run load`, answered by flags as a script does: what each answer makes of the recipe. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formatPeriod } from '#stats/time/period.ts';
import { askerFor } from '#scripts/ingest/questions/ask.ts';
import { askAll } from '#scripts/ingest/questions/questions.ts';
import { ownRecipeText } from '#sources/draft/own-source.ts';
import { draftRecipe } from '#sources/inspect/draft/draft.ts';
import { lookAt } from '#sources/inspect/look.ts';
import { readByRecipe } from '#sources/recipe/run.ts';
import { parseRecipe } from '#sources/recipe/schema/recipe.ts';
import type { Observation } from '#stats/model/observation.ts';
import { sourcesCatalogue as catalogue, table } from '../../sources/recipe/read.ts';

const dir = mkdtempSync(join(tmpdir(), 'cotejo-questions-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const say = (o: Observation): string =>
  [o.indicator, o.area, o.counterpart, o.breakdown, formatPeriod(o.period), o.stated?.value ?? o.gap]
    .filter((part) => part !== '_Z' && part !== '_T')
    .join(' ');

/** The figures that a file gives once its questions are answered. */
async function load(name: string, text: string, flags: Readonly<Record<string, unknown>>): Promise<string[]> {
  const path = join(dir, name);
  writeFileSync(path, text);
  const draft = draftRecipe(await lookAt(path, table), path, catalogue, table);
  const asker = askerFor({ publisher: 'A house', ...flags }, { isTTY: false });
  const own = ownRecipeText(draft.text, catalogue);
  const accepted = flags['accept'] === 'yes';
  const { recipe, wrong } = await askAll(asker, { ...draft, own, accepted }, catalogue, table);
  expect(wrong).toEqual([]);
  const parsed = parseRecipe(ownRecipeText(recipe, catalogue), 'recipe.yaml');
  const reading = readByRecipe({ recipe: parsed, path, table, catalogue, edition: 'own@2026', sha256: null });
  const made: Observation[] = [];
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) made.push(...step.value);
  expect(step.value.faultGroups).toEqual([]);
  return made.map(say);
}

const ITEMS = 'Country,Item,Year,Lamps\nHonduras,Maize,2019,5\nHonduras,Beans,2019,7\nBelize,Maize,2019,1\n';
const named = { title: ['Lamps'], measure: ['count'] };

describe('a column whose texts tell rows apart', () => {
  it('has parts of one figure', async () => {
    expect(await load('items.csv', ITEMS, { ...named, by: ['parts'] })).toEqual([
      'own-lamps HND item=maize 2019 5',
      'own-lamps HND item=beans 2019 7',
      'own-lamps BLZ item=maize 2019 1',
    ]);
  });

  it('has figures of their own', async () => {
    const flags = {
      by: ['Item=figures'],
      measure: ['count'],
      title: ['Maize=Lamps of maize', 'Beans=Lamps of beans'],
    };
    expect(await load('items.csv', ITEMS, flags)).toEqual([
      'own-maize HND 2019 5',
      'own-beans HND 2019 7',
      'own-maize BLZ 2019 1',
    ]);
  });

  it('has one that is meant', async () => {
    expect(await load('items.csv', ITEMS, { ...named, by: ['Item=only Maize'] })).toEqual([
      'own-lamps HND 2019 5',
      'own-lamps BLZ 2019 1',
    ]);
  });

  it('is asked about, and an answer that fits nothing is refused', async () => {
    await expect(load('items.csv', ITEMS, named)).rejects.toThrow(
      '--by "Item=..."   "Item" has "Maize", "Beans". Are they parts of one figure (parts)',
    );
    await expect(load('items.csv', ITEMS, { ...named, by: ['Item=only Rice'] })).rejects.toThrow(
      '"Rice" is none of its texts',
    );
  });
});

it('takes one of two units, and describes it with its unit', async () => {
  const text =
    'Country,Element,Unit,Year,Value\nHonduras,Yield,kg/ha,2019,1844.5\nHonduras,Production,t,2019,555660\n';
  const flags = { figures: 'Yield', measure: ['level'], title: ['Yield of maize'] };
  expect(await load('fao.csv', text, flags)).toEqual(['own-yield HND 2019 1844.5']);
});

it('reads dates of two ways as the person says', async () => {
  const text = 'Country,Date,Lamps\nHonduras,01/02/2021,3\nHonduras,03/04/2021,4\n';
  const days = (format: string): Promise<string[]> =>
    load('days.csv', text, { ...named, 'period-as': format });
  expect(await days('d/M/yyyy')).toEqual(['own-lamps HND 2021-02-01 3', 'own-lamps HND 2021-04-03 4']);
  expect(await days('M/d/yyyy')).toEqual(['own-lamps HND 2021-01-02 3', 'own-lamps HND 2021-03-04 4']);
});

it('reads years of two numbers from the month that the person says', async () => {
  const text = 'Country,Year,Lamps\nHonduras,2013/14,3\nHonduras,2014/15,4\n';
  expect(await load('years.csv', text, { ...named, 'period-as': '4' })).toEqual([
    'own-lamps HND 2013-04/2014-03 3',
    'own-lamps HND 2014-04/2015-03 4',
  ]);
});

it('reads numbers of two ways as the person says', async () => {
  const text = 'Country;Year;Lamps\nHonduras;2019;1,234\nBelize;2019;5,678\n';
  expect(
    await load('numbers.csv', text, { ...named, measure: ['level'], unit: ['points'], number: '1234' }),
  ).toEqual(['own-lamps HND 2019 1234', 'own-lamps BLZ 2019 5678']);
});

it('takes a second column of areas for a part if it is no second area', async () => {
  const text =
    'Country,Market,Year,Lamps\nHonduras,Mexico,2019,3\nHonduras,Chile,2019,4\nBelize,Peru,2019,5\nPanama,Cuba,2019,6\nGuatemala,Mexico,2019,7\nEl Salvador,Cuba,2019,7\n';
  const flags = { ...named, by: ['parts'], counterpart: 'no' };
  expect((await load('markets.csv', text, flags))[0]).toBe('own-lamps HND market=mexico 2019 3');
});

it('adds up events of one name if they are to be', async () => {
  const text = 'Country,Year,Lamps\nHonduras,2019,3\nHonduras,2019,4\n';
  expect(await load('events.csv', text, { ...named, group: 'yes' })).toEqual(['own-lamps HND 2019 7']);
});

it('takes the year from the name of the file, or asks for it', async () => {
  const text = 'Country,Lamps\nHonduras,3\n';
  expect(await load('lamps-2019.csv', text, { ...named, 'file-year': 'yes' })).toEqual([
    'own-lamps HND 2019 3',
  ]);
  expect(await load('lamps-2019.csv', text, { ...named, 'file-year': 'no', period: 'FY2018' })).toEqual([
    'own-lamps HND FY2018 3',
  ]);
});

describe('places of no known kind', () => {
  const text = 'GEO,Year,Lamps\nCanada,2019,9\nQuebec,2019,2\nOntario,2019,3\nYukon,2019,4\n';

  it('lie in the country that the person says', async () => {
    const flags = { ...named, within: 'CAN', kind: 'state', 'area-code': ['Canada=CAN'] };
    expect(await load('geo.csv', text, flags)).toEqual([
      'own-lamps CAN 2019 9',
      'own-lamps own-can-quebec 2019 2',
      'own-lamps own-can-ontario 2019 3',
      'own-lamps own-can-yukon 2019 4',
    ]);
  });

  it('are parts if they are no places', async () => {
    const flags = { ...named, accept: 'yes', within: 'none', area: 'CAN' };
    expect((await load('geo.csv', text, flags))[1]).toBe('own-lamps CAN geo=quebec 2019 2');
  });
});

describe('names that are left out as sums', () => {
  const text =
    'Country,Year,Lamps\nHonduras,2019,3\nBelize,2019,1\nMexico,2019,2\nOECD members,2019,9\nVarious/Unknown,2019,4\n';
  const codes = ['Various/Unknown=_U'];

  it('are asked for, and unknown places are no sums', async () => {
    await expect(load('sums.csv', text, { ...named, 'area-code': codes })).rejects.toThrow(
      '--keep "Country=..."   Left out of "Country" as sums, or as no area: "OECD members".',
    );
    expect(await load('sums.csv', text, { ...named, keep: ['none'], 'area-code': codes })).toEqual([
      'own-lamps HND 2019 3',
      'own-lamps BLZ 2019 1',
      'own-lamps MEX 2019 2',
      'own-lamps _U 2019 4',
    ]);
  });

  it('are loaded by their code if they are wanted', async () => {
    const flags = { ...named, keep: ['OECD members'], 'area-code': [...codes, 'OECD members=own-oecd'] };
    expect((await load('sums.csv', text, flags))[3]).toBe('own-lamps own-oecd 2019 9');
  });
});
