/**
 * Own data through an update: a house with two people, each with a clone of the product, and one folder of own data.
 * They load different files into it, the product revises the same indicator, and both pull.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createAnswers } from '#app/_answers/answers.ts';
import { createData } from '#app/_data/data.ts';
import { closeReader, reader } from '#app/_data/pool.ts';
import { migrate } from '#db/migrate.ts';
import { replay } from '#scripts/database/replay.ts';
import { ownLine } from '#scripts/ingest/line.ts';
import { Draft, productHome } from '#sources/draft/draft.ts';
import { draftRelease } from '#sources/draft/release.ts';
import { askerOf } from '../../app/_answers/ask.ts';
import { testDatabase, type TestDatabase } from '../../setup/database.ts';
import { copyOfTree, loadText, releaseOwn } from '../ingest/tree.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cotejo-house-')));
const data = join(folder, 'data');
const upstream = copyOfTree();
const [ana, benito] = [join(folder, 'ana'), join(folder, 'benito')];
const before = process.env['COTEJO_DATA'];
process.env['COTEJO_DATA'] = data;
afterAll(() => {
  process.env['COTEJO_DATA'] = before;
  rmSync(folder, { recursive: true, force: true });
});

const git = (root: string, ...words: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...words], {
    cwd: root,
    encoding: 'utf8',
    stdio: 'pipe',
  });

/** Makes a release of the product and commits it, as its maintainers do. */
async function releaseUpstream(en: string): Promise<string> {
  const draft = new Draft(productHome(upstream));
  const drafted = await draftRelease({
    root: upstream,
    draft,
    note: { en, es: en },
    date: '2026-11-30',
    correction: false,
  });
  draft.commit();
  git(upstream, 'add', '-A');
  git(upstream, 'commit', '-q', '-m', en);
  return drafted?.release.version ?? '';
}

/** The database of a clone, loaded as `npm start` loads it. */
async function start(root: string, database: Pick<TestDatabase, 'url' | 'reader'>): Promise<string> {
  process.env['DATABASE_URL'] = database.url;
  if (database.reader) process.env['DATABASE_URL_READER'] = database.reader;
  await migrate({ report: () => undefined });
  return (await replay({ root, report: () => undefined })).version;
}

/** The answers of a site that was just started on the current database. */
async function answers(addresses: readonly string[]): Promise<string[]> {
  await closeReader();
  const ask = askerOf(createAnswers({ data: createData(reader) }).answer);
  const texts: string[] = [];
  for (const address of addresses) {
    const { status, text, headers } = await ask(address);
    texts.push(`${status} ${headers['etag']}\n${text}`);
  }
  return texts;
}

const RECIPE = (source: string, indicator: string, measure: string): string => `source: ${source}
file: ${source}.csv
title: Figures of the house
format: { type: csv }
area: Country
period: Year
figures:
  - { indicator: homicide-rate, value: Rate }
  - { indicator: ${indicator}, measure: ${measure}, value: Count }
`;

/** Loads a file as a person of the house does. */
function load(root: string, source: string, rows: string): ReturnType<typeof loadText> {
  const [file, recipe] = [join(folder, `${source}.csv`), join(folder, `${source}.yaml`)];
  writeFileSync(file, `Country,Year,Rate,Count\n${rows}`);
  writeFileSync(recipe, RECIPE(source, `${source}-cases`, 'count'));
  return loadText(root, file, recipe, { line: ownLine(root) });
}

const RATES = 'homicide-rate.csv?country=HND~SLV&time=2014..2016';
let databases: TestDatabase[] = [];

beforeAll(async () => {
  databases = [
    await testDatabase({ empty: true }),
    await testDatabase({ empty: true }),
    await testDatabase({ empty: true }),
  ];
  writeFileSync(join(upstream, '.gitignore'), `${readFileSync('.gitignore', 'utf8')}node_modules\n`);
  git(upstream, 'init', '-q', '-b', 'main');
  await releaseUpstream('The first release');
  for (const to of [ana, benito]) git(folder, 'clone', '-q', upstream, to);
  mkdirSync(data);
  writeFileSync(join(data, 'site.yaml'), 'id: casa\nname: La Casa\nurl: https://casa.example.org\n');
});

// Long because it is one story.
test('two people of one house load, the product revises, both pull: every address answers as before', async () => {
  const [first, second, fresh] = databases as [TestDatabase, TestDatabase, TestDatabase];
  expect(await start(ana, first)).toBe('1.0.0');
  const [plain] = await answers([`/data/1.0.0/${RATES}`]);

  const loaded = await load(ana, 'ana', 'Honduras,2015,57.5,12\nEl Salvador,2015,103,40\n');
  expect(loaded).toMatchObject({ code: 0, err: '' });
  expect(loaded.out).toContain('Release 1.0.0+casa.1 is in the database');
  mkdirSync(join(data, 'catalogue'), { recursive: true });
  writeFileSync(
    join(data, 'catalogue/areas.yaml'),
    '- { code: own-pair, kind: group, name: { en: Our pair, es: Nuestro par }, members: [{ area: HND }, { area: SLV }] }\n',
  );
  expect(await releaseOwn(ana)).toBe('1.0.0+casa.2');

  expect(await start(benito, second)).toBe('1.0.0+casa.2');
  const other = await load(benito, 'benito', 'Guatemala,2016,27.3,7\n');
  expect(other.out).toContain('Release 1.0.0+casa.3 is in the database');

  expect(await start(ana, first)).toBe('1.0.0+casa.3');
  const pinned = [
    `/data/1.0.0/${RATES}`,
    `/data/1.0.0+casa.1/${RATES}`,
    `/data/1.0.0%2Bcasa.1/${RATES}`,
    '/data/1.0.0+casa.2/own-ana-cases.json?group=own-pair&by=area',
    '/data/1.0.0+casa.3/own-benito-cases.csv',
    '/data/1.0.0+casa.3/homicide-rate.csv?time=2015..2016&country=GTM~HND',
    '/data/1.0.0+casa.3/homicide-rate/dimensions.json',
    '/data/1.0.0+casa.1/own-ana-cases/revisions.json?to=1.0.0%2Bcasa.3',
    '/data/1.0.0+casa.3/SHA256SUMS',
  ];
  const earlier = await answers(pinned);
  expect(earlier.map((text) => text.slice(0, 3))).toEqual(pinned.map(() => '200'));
  expect(earlier[0]).toBe(plain);
  expect(earlier[1]).toContain('Honduras,HND,2015,homicide-rate,rate,per 100k population,_Z,_T,main,2015');
  expect(earlier[1]).toMatch(/57\.5,.*own-ana,.*1\.0\.0\+casa\.1/);
  expect(earlier[2]).toBe(earlier[1]);

  // The product revises the rate of Honduras in 2015, and adds nothing of ours.
  const table = join(upstream, 'sources/owid-homicide-rate/observations.csv');
  const text = readFileSync(table, 'utf8');
  const revised = text.replace(
    /^(,homicide-rate,[A-Z]{3},_Z,_T,main,\d{4},,stated,exact,)([\d.]+)(,)/m,
    '$199.125$3',
  );
  expect(revised).not.toBe(text);
  writeFileSync(table, revised);
  expect(await releaseUpstream('A revision')).toBe('1.1.0');

  for (const [root, database] of [
    [ana, first],
    [benito, second],
    [benito, fresh],
  ] as const) {
    git(root, 'pull', '-q');
    expect(git(root, 'status', '--porcelain', '--', 'sources')).toBe('');
    expect(await start(root, database)).toBe('1.1.0+casa.3');
    expect(await answers(pinned)).toEqual(earlier);
    const [now, alone, old] = await answers([
      '/data/1.1.0+casa.3/homicide-rate.csv?csvType=full',
      '/data/1.1.0/homicide-rate.csv?csvType=full',
      '/data/1.0.0+casa.3/homicide-rate.csv?csvType=full',
    ]);
    expect(now).toContain(',99.125,');
    expect(now).toContain('own-benito');
    expect(alone).toContain(',99.125,');
    expect(alone).not.toContain('own-');
    expect(old).not.toContain('99.125');
  }

  // The next load is beside the new release of the product.
  const next = await load(benito, 'benito', 'Guatemala,2016,27.3,7\nGuatemala,2017,26.1,9\n');
  expect(next.out).toContain('--edition');
  const later = await load(benito, 'carla', 'Guatemala,2017,26.1,9\n');
  expect(later.out).toContain('Release 1.1.0+casa.4 is in the database');
  const [listed] = await answers(['/data/releases.json']);
  const { releases } = JSON.parse(listed?.slice(listed.indexOf('\n')) ?? '') as {
    releases: { version: string; publisher?: { name: string } }[];
  };
  expect(releases.map(({ version }) => version)).toEqual([
    '1.0.0',
    '1.0.0+casa.1',
    '1.0.0+casa.2',
    '1.0.0+casa.3',
    '1.1.0+casa.3',
    '1.1.0+casa.4',
  ]);
  expect(releases[0]).not.toHaveProperty('publisher');
  expect(releases[3]?.publisher).toEqual({ id: 'casa', name: 'La Casa', url: 'https://casa.example.org' });
});
