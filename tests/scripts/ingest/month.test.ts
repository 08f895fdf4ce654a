/**
 * Ten minutes a month, as docs/fetch.md describes them, with the real commands and a server that has the files
 * of every publisher in its own shape: everything is fetched and loaded in one release; a month later one file
 * has changed, and the next release has what was revised in it.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { parseDocument } from 'yaml';
import { downloadsIn } from '#sources/fetch/file/download-list.ts';
import { findRecipe } from '#sources/recipe/schema/source.ts';
import { readReleases } from '#sources/releases/committed.ts';
import { testDatabase } from '../../setup/database.ts';
import { UNHCR_ROWS, WORLD_BANK_ROWS } from '../../sources/fetch/publisher-server.ts';
import { pageWith, startMirror, type MirrorServer } from '../../sources/fetch/mirror-server.ts';
import { copyOfTree, makeFirstRelease, start, type CommandOutcome } from './tree.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const SAMPLES = 'tests/sources/samples/files';
const DARIEN = 'raw.githubusercontent.com/iom/gdidata/HEAD/data/irreg_darien_nat.rda';
const OWID = 'ourworldindata.org/grapher/homicide-rate-unodc.csv';

await testDatabase({ empty: true });
const root = copyOfTree();
const home = join(root, 'sources');
const downloads = downloadsIn(home).filter(({ from }) => from !== null);
let server: MirrorServer;

/** The samples are some rows of each file: what the recipes expect of whole files is left out in the copy. */
function expectNothing(path: string): void {
  const document = parseDocument(readFileSync(path, 'utf8'));
  document.delete('expect');
  writeFileSync(path, document.toString({ lineWidth: 0 }));
}

const sampleOf = (source: string): string =>
  join(SAMPLES, basename(findRecipe(source, 'sources').recipe.file));

const applied = (year: number, level: string, pc: string, count: number | string) => ({
  year,
  coo_iso: 'HND',
  coa_iso: 'USA',
  procedure_type: 'G',
  app_type: 'N',
  dec_level: level,
  app_pc: pc,
  applied: count,
});

/** What an API answers, by the indicator or data set on the card. */
function answerOf(name: string): string {
  if (name === 'asylum-decisions') return JSON.stringify({ page: 1, maxPages: 1, items: UNHCR_ROWS });
  if (name === 'asylum-applications') {
    const items = [applied(2014, 'EO', 'P', 3_054), applied(2014, 'IN', 'C', '1234')];
    return JSON.stringify({ page: 1, maxPages: 1, items });
  }
  const rows = WORLD_BANK_ROWS.map((row) => ({ ...row, indicator: { id: name } }));
  const about = { page: 1, pages: 1, per_page: 2000, total: rows.length, lastupdated: '2026-11-30' };
  return JSON.stringify([about, rows]);
}

/**
 * UNODC's workbook: a title, the header in the third row, and rows of every kind. Every figure is invented. Long because
 * it lists its rows.
 */
async function unodcWorkbook(): Promise<Uint8Array> {
  const row = (
    code: string,
    country: string,
    what: string,
    parts: string[],
    year: number,
    unit: string,
    value: number,
  ) => [
    code,
    country,
    'Americas',
    'Latin America and the Caribbean',
    what,
    ...parts,
    year,
    unit,
    value,
    'CTS',
  ];
  const total = ['Total', 'Total', 'Total', 'Total'];
  const victims = 'Victims of intentional homicide';
  const rate = 'Rate per 100,000 population';
  const header =
    'Iso3_code,Country,Region,Subregion,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,VALUE,Source';
  return writeXlsx({
    sheets: [
      {
        name: 'data_cts_intentional_homicide',
        rows: [
          ['United Nations Office on Drugs and Crime'],
          ['Extracted on 1 November 2026'],
          header.split(','),
          row('HND', 'Honduras', victims, total, 2014, 'Counts', 5_000),
          row('HND', 'Honduras', victims, total, 2014, rate, 60.5),
          row('HND', 'Honduras', victims, total, 2025, rate, 20.25),
          row('HND', 'Honduras', victims, ['Total', 'Total', 'Male', 'Total'], 2014, 'Counts', 4_500),
          row(
            'HND',
            'Honduras',
            victims,
            ['by mechanisms', 'Firearms', 'Total', 'Total'],
            2014,
            'Counts',
            4_000,
          ),
          row(
            'HND',
            'Honduras',
            'Persons arrested/suspected for intentional homicide',
            total,
            2014,
            'Counts',
            900,
          ),
          row('GBR_S', 'United Kingdom (Scotland)', victims, total, 2014, 'Counts', 60),
          row('', 'Americas', victims, total, 2014, rate, 15),
        ],
      },
    ],
  });
}

async function serve({ files }: MirrorServer): Promise<void> {
  for (const { from, page, sources } of downloads) {
    const [first = ''] = sources;
    if (from?.worldbank !== undefined) {
      const path = `api.worldbank.org/v2/country/all/indicator/${from.worldbank}`;
      files.set(path, { body: answerOf(from.worldbank) });
    } else if (from?.unhcr !== undefined)
      files.set(`api.unhcr.org/population/v1/${from.unhcr}/`, { body: answerOf(from.unhcr) });
    else if (from?.address !== undefined)
      files.set(from.address.slice('https://'.length), { body: readFileSync(sampleOf(first)) });
    else {
      const { host, pathname } = new URL(page ?? '');
      const own = first === 'unodc-cts-2026';
      const name = own ? 'data_cts_intentional_homicide.xlsx' : basename(sampleOf(first));
      const link = `/sites/default/files/2026-10/${encodeURIComponent(name)}`;
      files.set(`${host}${pathname}`, { body: pageWith('/sites/default/files/2023-Nov/other.csv', link) });
      files.set(`${host}${decodeURIComponent(link)}`, {
        body: own ? await unodcWorkbook() : readFileSync(sampleOf(first)),
        changed: '2026-10-20T08:00:00Z',
      });
    }
  }
  files.set(DARIEN, { body: readFileSync('tests/sources/formats/r-files/irreg_darien_nat.rda') });
  files.set(OWID, { body: readFileSync(join(SAMPLES, 'homicide-rate-unodc.csv')), changed: '2026-10-01' });
}

const run = (...words: readonly string[]): Promise<CommandOutcome> => start(root, words).ended;
const fetchAll = (): Promise<CommandOutcome> => run('fetch', '--all', '--base', server.base, '--pause', '0');
const lines = (text: string, start: string): string[] =>
  text.split('\n').filter((line) => line.startsWith(start));
const versions = (): string[] => readReleases(root).map(({ version }) => version);

beforeAll(async () => {
  for (const { sources } of downloads) for (const id of sources) expectNothing(join(home, id, 'recipe.yaml'));
  await makeFirstRelease(root);
  server = await startMirror();
  await serve(server);
});
afterAll(() => server.close());

test('a failure of one publisher is said and does not stop the others', async () => {
  server.files.delete(OWID);
  const { code, out } = await fetchAll();
  expect(code).toBe(1);
  expect(lines(out, 'failed')).toEqual([
    expect.stringMatching(/owid-homicide-rate: .* answers 404: .* --recipe owid-homicide-rate --edition/),
  ]);
  expect(lines(out, 'written')).toHaveLength(downloads.length - 1);
  expect(lines(out, 'by hand').join('\n')).toContain('open https://www.ice.gov/statistics in a browser');
  await serve(server);
});

test('all that can be fetched is loaded in one release, each file by its own recipe and edition', async () => {
  expect((await fetchAll()).code).toBe(0);
  const dry = await run('ingest', '--product', '--dry-run');
  expect(dry.err).toBe('');
  expect(dry.out).toContain('Dry run: nothing was written.');
  expect(versions()).toEqual(['1.0.0']);
  const loaded = await run('ingest', '--product', '--date', '2026-12-01');
  expect(loaded.err).toBe('');
  const sources = downloads.flatMap((download) => download.sources);
  const read = lines(loaded.out, 'read ').map((line) => line.replace(/^read +([a-z0-9-]+):.*/, '$1'));
  expect(read.sort()).toEqual(sources.sort());
  expect(versions()).toHaveLength(2);
  // The recipe of what the API answers, and the day of the edition, are now beside the card.
  const homicide = findRecipe('world-bank-homicide', home);
  expect(homicide.recipe.format).toEqual({ type: 'json', path: '1' });
  expect(homicide.card?.edition.vintage).toBe('2026-11-30');
  expect(findRecipe('cbp-nationwide-encounters', home).card?.edition.vintage).toBe('2026-10-20');
  // UNODC's workbook, by a recipe of its own, and Panama's table, which its publisher has in a file of R.
  const unodc = readFileSync(join(home, 'unodc-cts-2026/observations.csv'), 'utf8');
  const figures = [...unodc.matchAll(/^,(homicide[^,]*),([A-Z]{3}),/gm)].map(
    ([, id, area]) => `${id} ${area}`,
  );
  expect(figures.sort()).toEqual(['homicide-rate HND', 'homicide-rate HND', 'homicides HND']);
  const transits = readFileSync(join(home, 'panama-darien/observations.csv'), 'utf8');
  expect(transits).toMatch(/t 2010-01, nat CUB/);
  expect(loaded.out).toMatch(/sources\/owid-homicide-rate\/card.yaml: published and note/);
  expect(loaded.out).toMatch(/What was revised: npm run diff -- 1\.0\.0 \d\.\d\.\d/);
});

test('a month later, only the file that changed is read, and the release says what was revised', async () => {
  const text = readFileSync(join(SAMPLES, 'homicide-rate-unodc.csv'), 'utf8');
  const changed = text.replace(/^(El Salvador,SLV,2015,)[^,]+/m, '$1106.5');
  expect(changed).not.toBe(text);
  server.files.set(OWID, { body: changed, changed: '2026-11-15' });
  server.asked.length = 0;
  const { code, out } = await fetchAll();
  expect(code).toBe(0);
  expect(lines(out, 'written')).toEqual([expect.stringMatching(/owid-homicide-rate: .*2026-11-15/)]);
  expect(lines(out, 'unchanged')).toHaveLength(downloads.length - 1);
  const files = server.asked.filter(({ path }) => /\.(csv|xlsx)$/.test(path));
  expect(files.filter(({ status }) => status === 200).map(({ path }) => path)).toEqual([OWID]);
  const loaded = await run('ingest', '--product', '--date', '2027-01-01');
  expect(loaded.err).toBe('');
  expect(lines(loaded.out, 'read ')).toHaveLength(1);
  const [before = '', after = ''] = versions().slice(-2);
  expect(loaded.out).toMatch(/ {2}owid-homicide-rate: 1 revised, \d+ confirmed/);
  const diff = await run('diff', before, after);
  expect(diff.out).toMatch(
    /revised {3}homicide-rate SLV 2015: exact 107\.63823 -> exact 106\.5 \(owid-homicide-rate@/,
  );
  expect((await run('ingest', '--product')).out).toContain(
    `Nothing changed since ${after}: no release is made.`,
  );
});

test('the table is made again from the fetched file', async () => {
  const files = readdirSync(join(root, '.cotejo/fetched')).join('\n');
  expect(files).toMatch(/^worldbank-VC\.IHR\.PSRC\.P5-1990-20\d\d@2026-11-30\.json$/m);
  const { out } = await run('rebuild', '.cotejo/fetched', '--source', 'world-bank-homicide');
  expect(out).toMatch(/world-bank-homicide: the same to the byte/);
  for (const source of ['unodc-cts-2026', 'panama-darien']) {
    const again = await run('rebuild', '.cotejo/fetched', '--source', source);
    expect(again.out).toMatch(new RegExp(`${source}: the same to the byte`));
  }
});
