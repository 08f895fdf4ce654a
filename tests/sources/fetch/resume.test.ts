/** An interruption costs one page, and the fetch resumes from the pages that were saved. */
import { execFile, spawn } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { complaintOf, go, newFolder } from './errand.ts';
import { send, startPublisher, WORLD_BANK_ROWS, type PublisherServer } from './publisher-server.ts';

let server: PublisherServer;
beforeEach(async () => void (server = await startPublisher()));
afterEach(() => server.close());

const wish = { pageRows: 2 };
const pagesAsked = (): number[] => server.asked.map(({ page }) => page);

/** Fails at page 3 for good, with two pages saved. */
async function failAtPage3(out: string): Promise<string> {
  server.instead = (asked, _nth, response) => asked.page === 3 && send(response, 500, '');
  const said = await complaintOf({ base: server.base, out, wish });
  server.instead = () => false;
  server.asked.length = 0;
  return said;
}

it('a fetch that failed says how to go on, and goes on from the pages that are kept', async () => {
  const out = newFolder();
  expect(await failAtPage3(out)).toMatch(/2 pages are kept: the same command with --resume goes on/);
  expect(readdirSync(out)).toEqual(['worldbank-VC.IHR.PSRC.P5.part']);
  const { file } = await go({ base: server.base, out, wish, resume: true });
  expect(pagesAsked()).toEqual([3, 4, 1]);
  expect((JSON.parse(readFileSync(file, 'utf8')) as unknown[])[1]).toEqual(WORLD_BANK_ROWS);
});

it('without --resume it begins anew', async () => {
  const out = newFolder();
  await failAtPage3(out);
  await go({ base: server.base, out, wish });
  expect(pagesAsked()).toEqual([1, 2, 3, 4, 1]);
});

it('a kept page whose bytes are not those of its hash is fetched again', async () => {
  const out = newFolder();
  await failAtPage3(out);
  appendFileSync(join(out, 'worldbank-VC.IHR.PSRC.P5.part', 'pages', '0002.json'), ' ');
  await go({ base: server.base, out, wish, resume: true });
  expect(pagesAsked()).toEqual([2, 3, 4, 1]);
});

it('data that changed since the interruption are not mixed with what is kept', async () => {
  const out = newFolder();
  await failAtPage3(out);
  server.worldBankRows = [{ ...WORLD_BANK_ROWS[0], value: 20 }, ...WORLD_BANK_ROWS.slice(1)];
  const said = await complaintOf({ base: server.base, out, wish, resume: true });
  expect(said).toMatch(/page 1 is another at the end than at the beginning\); run the same command again/);
  expect(readdirSync(out)).toEqual([]);
});

it('pages kept for another question are refused', async () => {
  const out = newFolder();
  await failAtPage3(out);
  const said = await complaintOf({ base: server.base, out, wish: { pageRows: 3 }, resume: true });
  expect(said).toMatch(/belong to another query; repeat that query exactly, or omit --resume/);
});

const command = (out: string, ...more: string[]): string[] => [
  'scripts/run.mjs',
  ...['fetch', 'worldbank', 'VC.IHR.PSRC.P5', '--base', server.base, '--out', out],
  ...['--page-rows', '2', '--pause', '0', ...more],
];

/** Starts the command, waits until it requests page 3, and sends the signal; returns how it ended. */
async function stopAtPage3(
  out: string,
  signal: NodeJS.Signals,
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, command(out), { stdio: ['ignore', 'ignore', 'pipe'] });
  server.instead = (asked) => {
    if (asked.page !== 3) return false;
    child.kill(signal);
    return true;
  };
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((done) => child.on('exit', done));
  server.instead = () => false;
  server.asked.length = 0;
  return { code, said };
}

it.each(['SIGKILL', 'SIGINT'] as const)(
  '%s in the middle: nothing under the final name; --resume ends it',
  async (signal) => {
    const out = newFolder();
    const { code, said } = await stopAtPage3(out, signal);
    if (signal === 'SIGINT') {
      expect(code).toBe(130);
      expect(said).toMatch(/Interrupted\. .*--resume goes on from there\./);
    }
    expect(readdirSync(out)).toEqual(['worldbank-VC.IHR.PSRC.P5.part']);
    const { stdout, stderr } = await promisify(execFile)(process.execPath, command(out, '--resume'));
    expect(pagesAsked()).toEqual([3, 4, 1]);
    expect(stderr).toMatch(/page 1 of 4 \(kept from before\), 2 rows/);
    expect(stderr).toMatch(/page 4 of 4, 7 rows/);
    const file = join(out, 'worldbank-VC.IHR.PSRC.P5@2026-07-20.json');
    expect(stdout).toContain('worldbank-VC.IHR.PSRC.P5@2026-07-20.json (7 rows,');
    expect(existsSync(file)).toBe(true);
  },
  // Two processes, on a machine that may be busy.
  60_000,
);
