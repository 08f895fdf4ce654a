/** Notes as readers get them: whose they are, and the cautions on figures of few cases or few people. */
import { expect, test } from 'vitest';
import { CAUTIONS } from '#stats/comparability/few-cases.ts';
import { testDatabase } from '../setup/database.ts';
import { LATEST } from '../setup/releases.ts';
import { asker } from './asking.ts';

const { sql } = await testDatabase();
const { ask } = await asker(sql, LATEST);
const first = await asker(sql, '1.1.0');

const notesOf = async (indicator: string, search: string, language: 'en' | 'es' = 'en'): Promise<string[]> =>
  (await ask(indicator, search)).flatMap(({ notes }) => notes.map(({ text }) => text[language]));

test('a note of a member names it in the sum', async () => {
  const group = 'group=northern-triangle&source=unodc-homicide-2012&time=2010';
  expect(await notesOf('homicides', group)).toEqual([
    'Guatemala: UNODC names as its source CTS/National police (CJ).',
    'El Salvador: UNODC names as its source National police/OAS (CJ).',
    'Honduras: UNODC names as its source OCAVI/National police (CJ).',
  ]);
  // The country's own figure needs no name.
  expect(await notesOf('homicides', group.replace('group=northern-triangle', 'country=HND'))).toEqual([
    'UNODC names as its source OCAVI/National police (CJ).',
  ]);
});

test('notes that differ in a number are one sentence with the numbers and their members', async () => {
  const search =
    'country=USA&origin=BRA~DOM~PER&by=area~source&breakdown=authority%3Dcourts&definition=of-decided-on-merits&source=unhcr-asylum-decisions&time=2014';
  expect((await ask('asylum-grant-share', search)).map(({ computed }) => computed)).toEqual([
    'ratio-of-sums',
  ]);
  const [en = ''] = await notesOf('asylum-grant-share', search);
  expect(en).toMatch(
    /^5 \(Dominican Republic and Peru\) and 10 \(Brazil\) people were given other protection\./,
  );
});

test('a share of fewer than 20 cases and a rate of few people carry a caution', async () => {
  const few = (await ask('asylum-grant-share')).filter(
    ({ stated, denominator }) => stated && denominator !== null && denominator < 20,
  );
  expect(few.length).toBeGreaterThan(0);
  expect(few.every(({ notes }) => notes.at(-1) === CAUTIONS['few-cases'])).toBe(true);
  const small = 'country=KNA&source=owid-homicide-rate&time=2012';
  const rate = await ask('homicide-rate', small);
  expect(rate.filter(({ stated }) => stated).map(({ notes }) => notes.at(-1))).toEqual([
    CAUTIONS['few-people'],
  ]);
  // The first releases do not say where few people live.
  const before = await first.ask('homicide-rate', small);
  expect(before.flatMap(({ notes }) => notes)).toEqual([]);
  // A rank has no cases of its own.
  const ranks = await ask('homicide-rate', `${small.replace('KNA', 'KNA~SLV')}&transform=rank`);
  expect(ranks.flatMap(({ notes }) => notes)).toEqual([]);
});
