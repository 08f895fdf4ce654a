/**
 * The commands of the guide do what it says. A refused file ends with exit code 1, and nothing is written.
 */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { testDatabase } from '../../setup/database.ts';
import { copyOfTree, makeFirstRelease } from '../ingest/tree.ts';

vi.setConfig({ hookTimeout: 60_000, testTimeout: 60_000 });

const dir = mkdtempSync(join(tmpdir(), 'cotejo-ingest-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

// The commands of the guide load a file into a copy of the checkout, and into this test's own database.
const { sql } = await testDatabase({ empty: true });
const root = copyOfTree();
cpSync('tests/sources/golden', join(root, 'tests/sources/golden'), { recursive: true });
await makeFirstRelease(root);

async function run(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    const env = { ...process.env, INIT_CWD: root, COTEJO_DATA: 'own' };
    return {
      code: 0,
      ...(await promisify(execFile)(process.execPath, ['scripts/run.mjs', ...words], { env, cwd: root })),
    };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

const guide = readFileSync('docs/load-your-own-file.md', 'utf8');
/** The commands of the guide, without those on a file that only its reader has. */
const commands = [...guide.matchAll(/^npm run (\S+) -- (.*)$/gm)]
  .map((m) => [m[1] ?? '', ...(m[2] ?? '').split(' ')])
  .filter((words) => words.every((word) => !/[.](?:xlsx|csv)$/.test(word) || existsSync(word)));

describe('the guide "Load your own file"', () => {
  test('is right: each command runs, in order, and says what the guide shows', async () => {
    const said: string[] = [];
    for (const words of commands) {
      const { code, stdout, stderr } = await run(...words);
      expect(code, `${words.join(' ')}\n${stdout}${stderr}`).toBe(0);
      said.push(stdout);
    }
    expect(commands.map((words) => words[0])).toEqual(['inspect', 'ingest', 'ingest', 'diff', 'remove']);
    const fences = guide.split('```').filter((_, i) => i % 2 === 1);
    const shown = fences.filter((text) => text.startsWith('\n')).flatMap((text) => text.trim().split('\n'));
    const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
    for (const line of shown.filter((line) => !line.includes('Hondurs')))
      expect(plain(said.join('\n'))).toContain(plain(line));
    expect(readFileSync(join(root, 'own/own-study/observations.csv'), 'utf8')).toMatch(
      /,homicide-rate,MEX,.*,2012,,stated,exact,21.5,/,
    );
    const [mexico] =
      await sql`select value, edition from indicator.homicide_rate where source = 'own-study' and area = 'MEX' and period_start = '2012-01-01'`;
    expect([mexico?.['value'], mexico?.['edition']]).toEqual([21.5, 'own-study@2014-10-06']);
  }, 120_000);
});

describe('own data', () => {
  const own = (path: string): string => readFileSync(join(root, 'own', path), 'utf8');

  test('a source that is taken out is gone, an undo brings it back as it was, and both are releases', async () => {
    const table = own('own-study/observations.csv');
    const removed = await run('remove', 'own-study', '--yes');
    expect(removed.stdout).toContain('24 removed');
    expect(removed.stdout).toMatch(/Done: release 1\.0\.0\+house\.\d+ is published/);
    expect(existsSync(join(root, 'own/own-study'))).toBe(false);
    const [gone] =
      await sql`select count(*)::int as rows from indicator.homicide_rate where source = 'own-study'`;
    expect(gone?.['rows']).toBe(0);
    expect((await run('undo')).stdout).toContain('Nothing was changed yet. To do it: npm run undo -- --yes');
    const undone = await run('undo', '--yes');
    expect(undone.stdout).toContain('24 added');
    expect(own('own-study/observations.csv')).toBe(table);
    const [back] =
      await sql`select count(*)::int as rows from indicator.homicide_rate where source = 'own-study'`;
    expect(back?.['rows']).toBe(12);
  });

  test('an edit by hand that was released is not taken back by undo, which says how it is', async () => {
    const card = join(root, 'own/own-study/card.yaml');
    writeFileSync(card, own('own-study/card.yaml').replace('publisher: not stated', 'publisher: A house'));
    expect((await run('release', '--note', 'Who', '--note-es', 'Quién')).stdout).toContain('no row changed');
    const { code, stderr } = await run('undo', '--yes');
    expect(code).toBe(1);
    expect(stderr).toMatch(/house\.\d+, is a release of files that you edited by hand/);
    expect(own('own-study/card.yaml')).toContain('publisher: A house');
  });

  test("a source of the product is not the user's to take out", async () => {
    const { code, stderr } = await run('remove', 'world-bank-population', '--yes');
    expect(code).toBe(1);
    expect(stderr).toContain('world-bank-population is no source of yours');
  });

  test('a file of another publisher is not charged with tampering', async () => {
    const file = join(dir, 'other.csv');
    writeFileSync(
      file,
      'Entity,Code,indicator,period,value,release\nHonduras,HND,homicide-rate,2014,65,1.0.0+casa.2\n',
    );
    const { code, stdout, stderr } = await run('verify', file);
    expect(code).toBe(1);
    expect(stderr).toContain('Release 1.0.0+casa.2 is of another publisher, "casa"');
    expect(stdout).not.toContain('altered');
  });
});

describe('npm run load', () => {
  const file = join(dir, 'hdi.csv');
  const answers = ['--unit', 'points', '--unit-es', 'puntos', '--title-es', 'Índice de desarrollo', '--yes'];
  writeFileSync(
    file,
    'Country,Year,Development index\nHonduras,2019,0.632\nEl Salvador,2019,0.683\nHonduras,2020,0.623\n',
  );

  test('without answers names the flag of every open question, and writes nothing', async () => {
    const { code, stderr } = await run('load', file);
    expect(code).toBe(1);
    expect(stderr).toMatch(/--unit .*\n.*--publisher/);
    expect(existsSync(join(root, 'own/own-hdi'))).toBe(false);
  });

  test('loads an index with its unit and decimals, and ends with the address of its page', async () => {
    const { code, stdout, stderr } = await run('load', file, ...answers, '--publisher', 'UNDP');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('own-development-index  Honduras  2019  0.632');
    expect(stdout.trim().split('\n').at(-1)).toBe(
      'See it: npm start, then http://127.0.0.1:3000/indicators/own-development-index?source=own-hdi',
    );
    const [entry] = await sql`
      select jsonb_path_query_first(r.catalogue, '$.indicators[*] ? (@.id == "own-development-index")') as indicator
      from cotejo.releases r order by id desc limit 1`;
    expect(entry?.['indicator']).toMatchObject({
      id: 'own-development-index',
      measure: 'level',
      title: { en: 'Development index', es: 'Índice de desarrollo' },
      unit: { code: 'points', label: { en: 'points', es: 'puntos' } },
      decimals: 3,
      additive: 'none',
    });
    const card = readFileSync(join(root, 'own/own-hdi/card.yaml'), 'utf8');
    expect(card).toContain('publisher: "UNDP"');
  });

  test('a count with fractions is refused, with its place', async () => {
    const other = join(dir, 'fractions.csv');
    writeFileSync(other, 'Country,Year,Lamps in use\nHonduras,2019,12\nHonduras,2020,0.5\n');
    const { code, stdout } = await run(
      'load',
      other,
      ...answers,
      '--measure',
      'count',
      '--publisher',
      'UNDP',
    );
    expect(code).toBe(1);
    expect(stdout).toContain('fractions.csv, line 3, column "Lamps in use": "0.5" is not a whole number');
    expect(stdout).toContain('Nothing was loaded.');
  });

  test('an address is refused with the command that fetches it', async () => {
    const { code, stderr } = await run('load', 'https://example.org/a.csv');
    expect(code).toBe(1);
    expect(stderr).toContain('curl -L --remote-name "https://example.org/a.csv"');
  });
});

describe('one source of many files', () => {
  const yearFile = (year: number, honduras: number): string => {
    const path = join(dir, `rescues at sea ${year}.csv`);
    writeFileSync(path, `Country,Year,Rescues\nHonduras,${year},${honduras}\nBelize,${year},1\n`);
    return path;
  };
  const first = [yearFile(2013, 7), yearFile(2014, 9)];
  const own = (path: string): string => readFileSync(join(root, 'own/own-rescues-at-sea', path), 'utf8');

  test('is loaded by the wizard, and locators name the file that was read', async () => {
    const words = ['--measure', 'count', '--title-es', 'Rescates', '--publisher', 'A house', '--yes'];
    const { code, stdout, stderr } = await run('load', ...first, ...words);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('own-rescues: from 1 to 9; periods: calendar-year');
    expect(own('recipe.yaml')).toContain('file: rescues at sea *.csv');
    expect(own('card.yaml')).toContain('files: [ rescues at sea 2013.csv, rescues at sea 2014.csv ]');
    expect(own('observations.csv')).toContain('"rescues at sea 2014.csv: line 2, Rescues"');
  });

  test('gets another year with all its files, and without one of them nothing is written', async () => {
    const third = yearFile(2015, 4);
    const edition = ['--recipe', 'own-rescues-at-sea', '--edition', '2027-01-15'];
    const before = own('observations.csv');
    const short = await run('ingest', first[0] ?? '', third, ...edition);
    expect(short.code).toBe(1);
    expect(short.stderr).toContain(
      'own-rescues-at-sea was loaded from rescues at sea 2014.csv too: give all its files.',
    );
    expect(own('observations.csv')).toBe(before);
    const whole = await run('ingest', ...first, third, ...edition);
    expect(whole.stdout).toContain('own-rescues-at-sea: 2 added');
    const values = await sql`
      select area, extract(year from period_start)::int as year, value from indicator.own_rescues
      where source = 'own-rescues-at-sea' order by area, year`;
    expect(values.map(({ area, year, value }) => [area, year, value])).toEqual([
      ['BLZ', 2013, 1],
      ['BLZ', 2014, 1],
      ['BLZ', 2015, 1],
      ['HND', 2013, 7],
      ['HND', 2014, 9],
      ['HND', 2015, 4],
    ]);
  });
});

describe('a file with a refused cell', () => {
  test('ends with exit code 1, its refused cells in a file, and no table', async () => {
    const file = join(dir, 'rates.csv');
    const recipe = join(dir, 'recipe.yaml');
    writeFileSync(file, 'Area,Year,Rate\nHondurs,2014,65\nHND,2014,=1+1\nHND,2013,70\n');
    writeFileSync(
      recipe,
      'source: mine\nfile: rates.csv\nformat: { type: csv }\narea: Area\nperiod: Year\nfigures:\n  - { indicator: homicide-rate, value: Rate }\n',
    );
    const rejects = join(dir, 'rejects.csv');
    const { code, stdout, stderr } = await run(
      'ingest',
      file,
      '--recipe',
      recipe,
      '--out',
      join(dir, 'mine'),
      '--rejects',
      rejects,
    );
    expect(code).toBe(1);
    expect(stdout).toContain(
      'rates.csv, line 2, column "Area": "Hondurs" is not a known area; did you mean "Honduras"?',
    );
    expect(stderr).toContain('Nothing was written.');
    expect(existsSync(join(dir, 'mine'))).toBe(false);
    expect(readFileSync(rejects, 'utf8').split('\n')).toHaveLength(4);
  });

  test.each(['inspect', 'ingest', 'sources', 'release', 'rebuild', 'diff', 'verify', 'remove', 'undo'])(
    'npm run %s -- --help tells how it is used',
    async (verb) => {
      const { code, stdout } = await run(verb, '--help');
      expect(code).toBe(0);
      expect(stdout).toContain(`npm run ${verb}`);
    },
  );

  test('npm run sources says which are loaded and which wait for their file', async () => {
    const { stdout } = await run('sources');
    expect(stdout).toMatch(/world-bank-population .* loaded, 299 rows/);
  });
});
