/** `npm run diff` and `npm run verify`, on the committed releases and on files downloaded from the site. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { main as diff } from '#scripts/commands/diff.ts';
import { main as verify } from '#scripts/commands/verify.ts';
import { readReleases } from '#sources/releases/committed.ts';
import { askProduct } from '../app/_answers/ask.ts';
import { testDatabase } from '../setup/database.ts';

await testDatabase();
afterAll(closeReader);
const dir = mkdtempSync(join(tmpdir(), 'cotejo-verify-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const latest = readReleases('.').at(-1)?.version ?? '';

async function run(
  verb: (argv: string[]) => Promise<number>,
  ...words: string[]
): Promise<{ code: number; out: string }> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  try {
    return { code: await verb(words), out: lines.join('\n') };
  } finally {
    log.mockRestore();
  }
}

/** A download, saved as a file. */
async function download(address: string, change = (text: string): string => text): Promise<string> {
  const { status, text } = await askProduct(address);
  expect(status).toBe(200);
  const path = join(dir, address.replace(/[^a-z0-9.]/gi, '-').slice(-80));
  writeFileSync(path, change(text));
  return path;
}

describe('npm run diff', () => {
  test('counts and lists what 1.1.0 brought, by indicator', async () => {
    const { code, out } = await run(diff, '1.0.0', '1.1.0');
    expect(code).toBe(0);
    expect(out).toContain('1.0.0 to 1.1.0: 20307 added, 0 removed, 0 revised, 0 confirmed');
    expect(out).toMatch(/border-deaths: 310 added/);
    expect(out).toContain('... and 20307 more added; --all lists them');
  });

  test('as JSON holds every figure of the indicator that is asked for', async () => {
    const { out } = await run(diff, '1.0.0', '1.1.0', '--indicator', 'border-deaths', '--json');
    const document = JSON.parse(out) as {
      counts: object;
      rows: { change: string; period: string; breakdown: string; was: null; is: { value: string } }[];
    };
    expect(document.counts).toEqual({ added: 310, removed: 0, revised: 0, confirmed: 0 });
    expect(document.rows).toHaveLength(310);
    const row = document.rows.find(
      (entry) => entry.period === 'FY2014' && entry.breakdown === 'border=southwest',
    );
    expect(row).toMatchObject({
      change: 'added',
      was: null,
      is: { edition: expect.stringContaining('@') as string },
    });
  });

  test.each([
    [['1.0.0', '7.7.7'], /There is no release 7.7.7/],
    [['1.1.0', '1.0.0'], /1.1.0 is later than 1.0.0/],
    [[], /Give two releases/],
    [['1.0.0', '1.1.0', '--indicator', 'happiness'], /unknown indicator/],
  ])('refuses %j', async (words, message) => {
    await expect(run(diff, ...words)).rejects.toThrow(message);
  });
});

describe('npm run verify', () => {
  const CSV = '/data/1.0.0/homicide-rate.csv?country=HND~SLV~GTM&time=2012..2014';

  test('says which release a file is, and that nothing was altered', async () => {
    const { code, out } = await run(verify, await download(CSV));
    expect(code).toBe(0);
    expect(out).toMatch(/^release {5}1\.0\.0 of /);
    expect(out).toMatch(/altered {5}nothing: \d+ rows are as they were published/);
    expect(out).toContain(`nothing of it has been revised up to ${latest}`);
  });

  test('knows the address of JSON, in both languages', async () => {
    const address = '/data/1.0.0/homicide-rate.json?country=HND~SLV~GTM&lang=es&time=2012..2014';
    const { code, out } = await run(verify, await download(address));
    expect(out).toContain(`address     ${address}`);
    expect(out).toContain('altered     nothing');
    expect(code).toBe(0);
  });

  test.each([
    'caravan-size',
    'asylum-grant-share',
    'migrant-kidnappings',
    'population',
    'border-deaths',
    'daily-wage',
    'poverty-share',
  ])(
    'every published row of %s is as it was published: hedges, ranges, open ends, shares, gaps',
    async (id) => {
      const known = readReleases('.')
        .at(-1)
        ?.catalogue.indicators.some((indicator) => indicator.id === id);
      expect(known).toBe(true);
      const { code, out } = await run(verify, await download(`/data/${latest}/${id}.csv?csvType=full`));
      expect(out).toMatch(/altered {5}nothing: [1-9]\d* rows/);
      expect(code).toBe(0);
    },
  );

  test('finds the figure that somebody changed, with line, column, and what was published', async () => {
    const path = await download(CSV, (text) => text.replace(',68,', ',86,'));
    const { code, out } = await run(verify, path);
    const line =
      readFileSync(path, 'utf8')
        .split('\n')
        .findIndex((line) => line.includes(',86,')) + 1;
    expect(out).toContain('altered     1 cells');
    expect(out).toContain(
      `line ${line}: HND 2014 (migrant-crisis-2015): value is 86 and was published as 68`,
    );
    expect(code).toBe(1);
  });

  test('finds a row that was never published', async () => {
    const path = await download(CSV, (text) => text.replace(/^Honduras,HND,2014/m, 'Honduras,NIC,2014'));
    const { code, out } = await run(verify, path);
    expect(out).toMatch(/NIC 2014 .*: release 1\.0\.0 has no such row/);
    expect(code).toBe(1);
  });

  test('does not mind what a spreadsheet does: 68.0 for 68, another order of rows', async () => {
    const path = await download(CSV, (text) => {
      const [header = '', ...lines] = text.replace(',68,', ',68.0,').trimEnd().split('\n');
      return `\ufeff${[header, ...lines.reverse()].join('\r\n')}\r\n`;
    });
    expect((await run(verify, path)).code).toBe(0);
  });

  test('counts what was computed and does not pretend to have checked it', async () => {
    const { code, out } = await run(
      verify,
      await download('/data/1.0.0/homicide-rate.csv?group=northern-triangle&time=2014'),
    );
    expect(out).toMatch(/computed {4}1 rows were computed and are not checked here/);
    expect(code).toBe(0);
  });

  test('refuses a file that is none of ours', async () => {
    const path = join(dir, 'other.csv');
    writeFileSync(path, 'a,b\n1,2\n');
    await expect(run(verify, path)).rejects.toThrow(/is not a CSV file from Cotejo: it has no column Entity/);
    const pairs = join(dir, 'compare.csv');
    writeFileSync(
      pairs,
      'Entity,Code,Year,alignment,release,indicator_1,value_1\nHonduras,HND,2014,same,1.0.0,a,1\n',
    );
    await expect(run(verify, pairs)).rejects.toThrow(/compares indicators, which is not verified/);
    const sides = join(dir, 'compare.json');
    writeFileSync(sides, '{"format":"cotejo-compare","version":1,"sides":[]}');
    await expect(run(verify, sides)).rejects.toThrow(/compares indicators/);
    await expect(run(verify, join(dir, 'none.csv'))).rejects.toThrow(/file not found/);
  });
});
