/** All steps of docs/fetch.md with their own commands: fetching, saving, reading by the recipe. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageOf } from '#scripts/terminal/user-error.ts';
import { main } from '#scripts/commands/fetch.ts';
import { newFolder } from './errand.ts';
import { startPublisher, type PublisherServer } from './publisher-server.ts';

const page = readFileSync('docs/fetch.md', 'utf8');
const commands = [...page.matchAll(/^\s*npm run (.+ -- .+)$|^\s*npm run (fetch) *$/gm)].map(
  (m) => m[1] ?? m[2] ?? '',
);

let server: PublisherServer;
beforeAll(async () => void (server = await startPublisher()));
afterAll(() => server.close());

interface End {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs what `npm run` would run. */
async function run(words: readonly string[]): Promise<End> {
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, ['scripts/run.mjs', ...words])) };
  } catch (error) {
    return error as End;
  }
}

const wordsOf = (command: string): string[] => command.split(/\s+/).filter((word) => word !== '--');

it('the page has the commands that are tried here', () => {
  // The first three are tried in tests/scripts/ingest/month.test.ts.
  expect(commands.map((command) => command.split(' ')[0])).toEqual([
    'fetch',
    'ingest',
    'diff',
    'fetch',
    'fetch',
    'ingest',
    'fetch',
    'ingest',
  ]);
});

describe.each([
  {
    name: 'World Bank',
    at: 4,
    report: [
      /kept {5}6 observations, 5 areas, 2012 to 2014/,
      /dropped {2}1 row: a group of countries/,
      /gaps {5}1 gap: not-published/,
      /homicide-rate HND 2014: exact 65\.78/,
    ],
  },
  {
    name: 'UNHCR',
    at: 6,
    report: [
      // Two shares of each of four years of the courts; five outcomes of all seven rows.
      /kept {5}43 observations, 1 area, 2012 to 2015/,
      // 83 of 1,366 closed.
      /asylum-grant-share USA HND authority=courts 2012: exact 0\.06076/,
    ],
  },
])('$name', ({ at, report }) => {
  it('what is fetched is read by the recipe that the page names', async () => {
    const out = newFolder();
    const here = ['--base', server.base, '--out', out, '--pause', '0', '--page-rows', '3'];
    const fetched = await run([...wordsOf(commands[at] ?? ''), ...here]);
    expect(fetched.stderr).toMatch(/page 3 of 3/);
    const file = /^written {3}(.+\.json) \(7 rows/m.exec(fetched.stdout)?.[1] ?? '';
    const recipe = /--recipe (\S+)/.exec(commands[at + 1] ?? '')?.[1];
    const day = /^vintage {5}(\d{4}-\d\d-\d\d)/m.exec(fetched.stdout)?.[1] ?? '';
    const next = `npm run ingest -- ${file} --recipe ${recipe} --edition ${day} --dry-run`;
    expect(fetched.stdout).toContain(`next        ${next}`);
    const said = new Map([
      ['FILE', file],
      ['DAY', day],
    ]);
    const read = await run(wordsOf(commands[at + 1] ?? '').map((word) => said.get(word) ?? word));
    expect(read.code, read.stderr).toBe(0);
    for (const line of report) expect(read.stdout).toMatch(line);
    expect(read.stdout).toMatch(/Dry run: nothing was written\./);
    expect(server.asked.at(-1)?.userAgent).toMatch(/^Cotejo\/\d+\.\d+\.\d+ .*npm run fetch/);
    // Two processes, on a machine that may be busy.
  }, 60_000);
});

describe('the command', () => {
  it('without arguments lists the publishers', async () => {
    const { code, stdout } = await run(['fetch']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^worldbank .*World Bank[^]*^unhcr .*UNHCR/m);
  });

  it('explains every option, and so does the page', async () => {
    const { stdout } = await run(['fetch', '--help']);
    const options = [...stdout.matchAll(/--[a-z-]+/g)].map(([option]) => option);
    expect(options).toContain('--resume');
    for (const option of options) expect(page).toContain(option);
  });

  it.each([
    [['worldbnk', 'X'], /^unknown publisher or series "worldbnk"; did you mean "worldbank"\?$/],
    [['owid-homicide-rat'], /^unknown publisher or series .*; did you mean "owid-homicide-rate"\?$/],
    [['unodc-gsh-2019'], /^unknown publisher or series .*a publication has no newer edition$/],
    [['--all', 'ohss'], /^--all fetches every source: leave out the names\.$/],
    [['ohss', '--from', '2015'], /^--from is only for PUBLISHER WHAT: a source is always fetched whole\.$/],
    [['ohss', '--address', 'ohss.dhs.gov'], /^--address ohss\.dhs\.gov is not an address: /],
    [['cbp', '--address', 'https://a.test/b.csv'], /^--address is for one source: name it\.$/],
    [['worldbank'], /^name one thing to fetch; worldbank INDICATOR/],
    [['worldbank', 'a b'], /is not an indicator code; write one such as VC\.IHR\.PSRC\.P5$/],
    [['worldbank', 'X', '--origin', 'HND'], /^worldbank does not accept --origin; /],
    [
      ['unhcr', 'asylum-decision'],
      /^UNHCR has no data set "asylum-decision"; did you mean "asylum-decisions"\?$/,
    ],
    [
      ['unhcr', 'population', '--origin', 'Hondurs'],
      /^--origin: "Hondurs" is not a known area; did you mean Honduras\?/,
    ],
    [
      ['unhcr', 'population', '--from', '2015', '--to', '2012'],
      /^--from 2015 is after --to 2012; swap them$/,
    ],
    [['unhcr', 'population', '--from', '14'], /^--from 14 is not a year; /],
    [['unhcr', 'population', '--base', 'api.unhcr.org'], /^--base api\.unhcr\.org is not an address; /],
    [['unhcr', 'population', '--bas'], /^Unknown option '--bas'; npm run fetch -- --help/],
  ])('refuses %j in one line', async (words, line) => {
    const said = await main(words, new AbortController().signal).then(String, messageOf);
    expect(said).toMatch(line);
    expect(said.split('\n')).toHaveLength(1);
  });

  it('ends with code 1 and the line alone, without a stack', async () => {
    const { code, stderr } = await run(['fetch', 'worldbnk', 'X']);
    expect(code).toBe(1);
    expect(stderr.trim()).toBe('unknown publisher or series "worldbnk"; did you mean "worldbank"?');
  });
});
