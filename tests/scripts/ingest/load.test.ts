/**
 * A new user's file becomes a release in the files and in the database: completely, or not at all. It is long
 * because it is one story: each part begins with the state that the previous one left.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { openAt } from '#db/connect.ts';
import { publishAll } from '#db/publish/publish.ts';
import { publicationOf } from '#scripts/database/replay.ts';
import { Draft, finishDraft, productHome } from '#sources/draft/draft.ts';
import { readReleases } from '#sources/releases/committed.ts';
import { testDatabase } from '../../setup/database.ts';
import { copyOfTree, hashOfDatabase, hashOfSources, loadText, makeFirstRelease, start } from './tree.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { sql, url } = await testDatabase({ empty: true });
const root = copyOfTree();
await makeFirstRelease(root);
const first = readReleases(root).at(-1)?.version ?? '';
const next = (version: string): string =>
  version.replace(/^(\d+)\.(\d+)\.\d+$/, (_, a, b) => `${a}.${Number(b) + 1}.0`);

const RECIPE = `source: mine
file: mine.csv
title: Murders that we counted
format: { type: csv, delimiter: ; }
numbers: { decimal: ',' }
missing: { n/d: not-published }
area: Country
period: Year
figures:
  - { indicator: homicide-rate, value: Rate }
  - { indicator: street-lamps, measure: count, value: Lamps }
`;
const ROWS = [
  'Country;Year;Rate;Lamps',
  'Honduras;2015;57,5;12',
  'El Salvador;2015;103;40',
  'Francia;2015;1,6;900',
  'Guatemala;2015;n/d;7',
];
const file = join(root, 'mine.csv');
const recipe = join(root, 'recipe.yaml');
const write = (rows: readonly string[]): void => writeFileSync(file, `${rows.join('\n')}\n`);
write(ROWS);
writeFileSync(recipe, RECIPE);

const state = async (): Promise<string> => `${hashOfSources(root)}\n${await hashOfDatabase(sql)}`;
const versions = async (): Promise<string[]> =>
  (
    await sql`select concat_ws('.', major, minor, patch) as v from releases where published_at is not null order by id`
  ).map((row) => String(row['v']));
afterAll(closeReader);

describe('before anything is loaded', () => {
  test('a dry run says which release it would be and changes nothing', async () => {
    const before = await state();
    const { code, out } = await loadText(root, file, recipe, { dryRun: true });
    expect(out).toContain(`${next(first)}: 8 added`);
    expect(out).toContain('Dry run: nothing was written.');
    expect(code).toBe(0);
    expect(await state()).toBe(before);
    expect(existsSync(join(root, '.cotejo/draft'))).toBe(false);
  });

  const refusals: readonly (readonly [string, (rows: string[]) => readonly string[], RegExp])[] = [
    [
      'an unknown area',
      (rows) => rows.with(1, 'Hondurs;2015;57,5;12'),
      /line 2, column "Country": "Hondurs" is not a known area; did you mean "Honduras"/,
    ],
    [
      'a text where a number should be',
      (rows) => rows.with(2, 'El Salvador;2015;many;40'),
      /line 3, column "Rate": "many" is not a number/,
    ],
    [
      'a number in the other way of writing',
      (rows) => rows.with(1, 'Honduras;2015;57.5.1;12'),
      /line 2, column "Rate": "57.5.1"/,
    ],
    [
      'an impossible date',
      (rows) => rows.with(1, 'Honduras;2015-13;57,5;12'),
      /line 2, column "Year": "2015-13"/,
    ],
    ['a row that appears twice', (rows) => [...rows, rows[1] ?? ''], /repeats line 2/],
    [
      'a header that changed',
      (rows) => rows.with(0, 'Country;Year;Homicides;Lamps'),
      /the header has no column "Rate"/,
    ],
    ['a cell that begins with =', (rows) => rows.with(1, 'Honduras;2015;=57;12'), /"=57" begins with =/],
    ['a negative rate', (rows) => rows.with(1, 'Honduras;2015;-57,5;12'), /-57,5/],
    ['a row that is cut off', (rows) => rows.with(4, 'Guatemala;20'), /line 5/],
    ['an empty file', () => [], /the header has no column "Country"/],
  ];
  test.each(refusals)(
    '%s: refused, and sources and database are exactly as before',
    async (_, change, message) => {
      const before = await state();
      write(change([...ROWS]));
      const rejects = join(root, 'rejects.csv');
      const { code, out, err } = await loadText(root, file, recipe, { rejects });
      write(ROWS);
      expect(out + err).toMatch(message);
      expect(err).toContain('Nothing was written.');
      expect(code).toBe(1);
      expect(readFileSync(rejects, 'utf8').split('\n').length).toBeGreaterThan(2);
      expect(await state()).toBe(before);
    },
  );

  test('an expectation that does not hold, such as a total that does not add up', async () => {
    const before = await state();
    writeFileSync(
      recipe,
      `${RECIPE}expect:\n  sums: [{ name: all lamps, where: { indicator: street-lamps }, is: 960 }]\n`,
    );
    const { code, err } = await loadText(root, file, recipe);
    writeFileSync(recipe, RECIPE);
    expect(err).toContain(
      'the expectation "all lamps" does not hold: expected 960, found 959 in 4 observations',
    );
    expect(code).toBe(1);
    expect(await state()).toBe(before);
  });

  test('a file in another encoding is refused and changes nothing', async () => {
    const before = await state();
    writeFileSync(file, Buffer.from(`${ROWS.join('\n')}\nPerú;2015;7,2;3\n`, 'latin1'));
    const { code, out } = await loadText(root, file, recipe);
    write(ROWS);
    expect(out).toMatch(/is not UTF-8/i);
    expect(code).toBe(1);
    expect(await state()).toBe(before);
  });

  test('what the database itself refuses is refused, and files do not take their places either', async () => {
    const before = await state();
    // A check that the file's own rules do not have: no area has more than 200 homicides per 100,000.
    await sql`alter table rates add constraint rates_of_this_test check (value < 100) not valid`;
    const { code, err } = await loadText(root, file, recipe);
    await sql`alter table rates drop constraint rates_of_this_test`;
    expect(err).toMatch(/rates_of_this_test/);
    expect(code).toBe(1);
    expect(await state()).toBe(before);
  });

  test('a release whose files cannot take their places is not published', async () => {
    const before = await hashOfDatabase(sql);
    const committed = readReleases(root).map(publicationOf);
    const more = { ...committed.at(-1)!, version: '99.0.0', added: () => [], closed: () => [] };
    const full = (): never => {
      throw new Error('no space left on device');
    };
    await expect(publishAll([...committed, more], () => undefined, full)).rejects.toThrow('no space left');
    expect(await hashOfDatabase(sql)).toBe(before);
  });
});

describe('killed in mid-load', () => {
  /** Blocks every writer of rates until it is released. */
  async function held(): Promise<{ let: () => Promise<void>; waits: () => Promise<void> }> {
    const other = openAt(url, { max: 1 });
    let letGo = (): void => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    let holding: Promise<unknown> = Promise.resolve();
    await new Promise<void>((reached) => {
      holding = other.begin(async (transaction) => {
        await transaction`lock table cotejo.rates in share mode`;
        reached();
        await gate;
      });
    });
    return {
      async let() {
        letGo();
        await holding;
        await other.end();
      },
      async waits() {
        for (;;) {
          const [row] =
            await sql`select count(*)::int as n from pg_locks where not granted and relation = 'cotejo.rates'::regclass`;
          if (Number(row?.['n']) > 0) return;
          await sleep(50);
        }
      },
    };
  }
  const words = ['ingest', '--product', 'mine.csv', '--recipe', 'recipe.yaml', '--date', '2026-12-01'];

  test('sources and database are as before, a second one is refused meanwhile, and a third goes through', async () => {
    const before = await state();
    const lock = await held();
    const { child, ended } = start(root, words);
    await lock.waits();
    const second = await start(root, words).ended;
    expect(second.err).toMatch(/Another command is changing the sources \(process \d+\)/);
    expect(second.code).toBe(1);
    child.kill('SIGKILL');
    await ended;
    await lock.let();
    // The server only notices when the session next sends something.
    await vi.waitFor(
      async () =>
        expect(
          (
            await sql`select 1 from pg_stat_activity where state <> 'idle' and pid <> pg_backend_pid() and datname = current_database()`
          ).length,
        ).toBe(0),
      { timeout: 20_000 },
    );
    rmSync(join(root, '.cotejo'), { recursive: true, force: true });
    expect(await state()).toBe(before);
    const third = await start(root, words).ended;
    expect(third.err).toBe('');
    expect(third.code).toBe(0);
    expect(await versions()).toEqual([...readReleases(root).map((release) => release.version)]);
    expect((await versions()).at(-1)).toBe(next(first));
  });

  test('between the note of moves and the moves: the next command ends what was begun', () => {
    const draft = new Draft(productHome(root));
    draft.write('mine/left.txt', 'all of it');
    mkdirSync(join(root, '.cotejo/draft'), { recursive: true });
    writeFileSync(join(root, '.cotejo/draft/moves.json'), JSON.stringify({ gone: [], moves: draft.paths }));
    expect(existsSync(join(root, 'sources/mine/left.txt'))).toBe(false);
    expect(finishDraft(productHome(root))).toBe(true);
    expect(readFileSync(join(root, 'sources/mine/left.txt'), 'utf8')).toBe('all of it');
    rmSync(join(root, 'sources/mine/left.txt'));
    expect(finishDraft(productHome(root))).toBe(false);
  });
});

describe('once loaded', () => {
  beforeAll(async () => {
    expect((await versions()).at(-1)).toBe(next(first));
  });

  test('the figures are in the tables, with their gap, their source and its edition', async () => {
    const rows =
      await sql`select area, value, gap, edition from indicator.homicide_rate where source = 'mine' order by area`;
    expect(rows.map((row) => [row['area'], row['value'], row['gap']])).toEqual([
      ['FRA', 1.6, null],
      ['GTM', null, 'not-published'],
      ['HND', 57.5, null],
      ['SLV', 103, null],
    ]);
    expect(rows[0]?.['edition']).toBe('mine@2026-12-01');
    expect((await sql`select 1 from indicator.street_lamps`).length).toBe(4);
  });

  test('an indicator that nobody had described is drafted, and adds nothing up', () => {
    const text = readFileSync(join(root, 'sources/catalogue/indicators/street-lamps.yaml'), 'utf8');
    expect(text).toContain('# Drafted');
    expect(text).toContain('additive: none');
    expect(readFileSync(join(root, 'sources/catalogue/indicators/homicide-rate.yaml'), 'utf8')).toMatch(
      /sources: \[.*unodc-homicide-2012, mine, migrant-crisis-2015\]/,
    );
  });

  test('the same file again makes no release, and writes nothing', async () => {
    const before = await state();
    const { code, out } = await loadText(root, file, recipe);
    expect(out).toBe(
      'mine: mine.csv is loaded already, nothing to read.\nNothing changed: no release is made.',
    );
    expect(code).toBe(0);
    expect(await state()).toBe(before);
  });

  test('nor does it where nobody remembers that it was loaded', async () => {
    rmSync(join(root, '.cotejo/loaded.json'), { force: true });
    const before = await hashOfDatabase(sql);
    const { out } = await loadText(root, file, recipe);
    expect(out).toContain(`Nothing changed since ${next(first)}: no release is made.`);
    expect(await hashOfDatabase(sql)).toBe(before);
  });

  test('another file under the hash of the card is refused, and told what to do', async () => {
    write(ROWS.with(1, 'Honduras;2015;60;12'));
    const { code, out } = await loadText(root, file, recipe);
    expect(out).toMatch(/the file's SHA-256 is [0-9a-f]{64}, and the card says/);
    expect(out).toContain('--edition');
    expect(code).toBe(1);
  });

  test('as a newer edition it revises: old figures stay in the release that has them', async () => {
    const { code, out } = await loadText(root, file, recipe, { vintage: '2027-01-15', date: '2027-01-20' });
    expect(out).toContain(`${next(next(first))}: 1 revised, 7 confirmed`);
    expect(code).toBe(0);
    const rows = await sql`
      select o.value, concat_ws('.', r.major, r.minor) as since from observations o join releases r on r.id = o.since_release
      where source = 'mine' and indicator = 'homicide-rate' and area = 'HND' order by o.since_release`;
    expect(rows.map((row) => [row['value'], row['since']])).toEqual([
      [57.5, next(first).slice(0, -2)],
      [60, next(next(first)).slice(0, -2)],
    ]);
    expect(readFileSync(join(root, 'sources/mine/card.yaml'), 'utf8')).toMatch(/vintage: 2027-01-15/);
  });

  test('an edition that is not newer is refused', async () => {
    const { code, err } = await loadText(root, file, recipe, { vintage: '2027-01-15' });
    expect(err).toContain('--edition 2027-01-15: the edition already loaded is of 2027-01-15');
    expect(code).toBe(1);
  });
});
