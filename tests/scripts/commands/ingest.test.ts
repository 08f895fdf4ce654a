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
const commands = [...guide.matchAll(/^npm run (\S+) -- (.*)$/gm)].map((m) => [
  m[1] ?? '',
  ...(m[2] ?? '').split(' '),
]);

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
