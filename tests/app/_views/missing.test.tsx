/** What the page of an indicator says is missing, of the figures that are in the database. */
import { beforeAll, expect, test } from 'vitest';
import { renderToStaticMarkup } from 'react-dom/server';
import { createData, type SiteData } from '#app/_data/data.ts';
import { reader } from '#app/_data/pool.ts';
import { MissingNotes } from '#app/_views/indicator/MissingNotes.tsx';
import type { Language } from '#stats/language.ts';
import { readReleases } from '#sources/releases/committed.ts';
import { testDatabase } from '../../setup/database.ts';
import { LATEST } from '../../setup/releases.ts';

const { catalogue } = readReleases('.').at(-1)!;
let data: SiteData;
beforeAll(async () => {
  await testDatabase();
  data = createData(reader);
});

async function linesOf(id: string, language: Language): Promise<string[]> {
  const missing = (await data.loadMissing(LATEST, id))!;
  const indicator = catalogue.indicators.find((own) => own.id === id)!;
  const html = renderToStaticMarkup(<MissingNotes {...{ missing, indicator, catalogue, language }} />);
  return html
    .split('</p>')
    .map((line) => line.replace(/<[^>]+>/g, ''))
    .filter((line) => line !== '');
}

test('homicide rates: the span of each source, its missing years, and the countries that nobody has', async () => {
  const [spans = '', places = '', ...more] = await linesOf('homicide-rate', 'en');
  expect(spans).toMatch(/^What is missing\. .*Our World in Data.*: 1990 to 202\d/);
  expect(places).toMatch(/^No source here has a figure for .+ and \d+ more\.$/);
  expect(more.length).toBeLessThanOrEqual(1);
});

test('encounters: what a source is not broken down by', async () => {
  const [spans = ''] = await linesOf('border-encounters', 'en');
  expect(spans).toMatch(/OHSS, by citizenship: .* no breakdown by .*title/);
  expect((await linesOf('border-encounters', 'es'))[0]).toMatch(/^Lo que falta\. .*sin desglose por /);
});

test('months that were not published are missing: Panama, April to July 2020', async () => {
  const [spans = ''] = await linesOf('darien-transits', 'en');
  expect(spans).toMatch(/nothing for .*2020/);
});

test.each(catalogue.indicators.map(({ id }) => id))('%s has three lines at most', async (id) => {
  for (const language of ['en', 'es'] as const)
    expect((await linesOf(id, language)).length).toBeLessThanOrEqual(3);
});
