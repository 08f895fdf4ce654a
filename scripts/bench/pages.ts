// Pages compared with a dynamic Next page, the size of the script that a page loads before the reader acts,
// and a warm start. All three need the built site.

import { spawn } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { findFreePort } from '../server/port.ts';
import type { Progress } from '../terminal/progress.ts';
import type { Host } from './host.ts';
import { FOUR_LINES } from './questions.ts';
import { median, middle, ratio, run } from './rounds.ts';
import { goal, type Finding } from './table.ts';
import { VERSION } from './world.ts';

const TURN_MS = 2000;
const PAGE = `/indicators/synthetic-rate?${FOUR_LINES}`;
const EMBED = `/embed/${VERSION}/synthetic-rate?${FOUR_LINES}`;
const PATIENCE_MS = 30_000;

/** The same page from the cache, and a new embed, compared with the page as Next renders it each time. */
export async function measurePages(product: Host, rounds: number, progress: Progress): Promise<Finding[]> {
  let n = 0;
  const another = (): string => `&coverage=0.${1000 + ((n += 1) % 9000)}`;
  const contenders = [
    // No two ask the same, so that each page is made anew.
    { name: 'next', host: product, next: () => PAGE + another() },
    { name: 'again', host: product, next: () => PAGE },
    { name: 'embed', host: product, next: () => EMBED + another() },
  ];
  const turns = await progress.step('pages', () => run(contenders, rounds, TURN_MS));
  const figure = (name: string): string =>
    `${Math.round(middle(turns, name, (turn) => turn.perSecond))}/s, ${middle(turns, name, (turn) => turn.cpu).toFixed(2)} ms`;
  const times = (name: string): number => ratio(turns, name, 'next', (turn) => turn.perSecond);
  return [
    { what: 'page made anew by Next', figure: figure('next'), peer: 'itself' },
    goal('page, again', figure('again'), 'a Next page', times('again'), '>=', 5),
    goal('embed, not cached', figure('embed'), 'a Next page', times('embed'), '>=', 5),
  ];
}

/**
 * The gzip size of the scripts that the HTML of a page names. Scripts marked `noModule` are polyfills for
 * browsers without modules; no other browser fetches them (HTML, 4.12.1).
 */
export async function measureScript(product: Host): Promise<Finding[]> {
  const origin = `http://127.0.0.1:${product.port}`;
  const html = await (await fetch(origin + PAGE)).text();
  const tags = [...html.matchAll(/<script([^>]*) src="([^"]+)"([^>]*)>/g)];
  const sources = new Set(
    tags.flatMap(([, before, src = '', after]) => (/nomodule/i.test(`${before}${after}`) ? [] : [src])),
  );
  let bytes = 0;
  for (const src of sources)
    bytes += gzipSync(Buffer.from(await (await fetch(new URL(src, origin))).arrayBuffer())).byteLength;
  const kb = bytes / 1024;
  return [goal('script of a chart page, first load', `${kb.toFixed(0)} KB gzip`, '1 KB', kb, '<=', 140)];
}

/** Whether a server answers at an address. */
const answers = (address: string): Promise<boolean> =>
  fetch(address).then(
    (response) => response.ok,
    () => false,
  );

/** `npm start` of a checkout that was built and started before: the time to its first answer. */
export async function measureStart(root: string, rounds: number, progress: Progress): Promise<Finding[]> {
  const took: number[] = [];
  let said = '';
  await progress.step('starts', async () => {
    // The first start may have to make a database.
    for (let round = 0; round <= Math.min(rounds, 3); round += 1) {
      const port = await findFreePort();
      const env: NodeJS.ProcessEnv = { ...process.env, PORT: String(port), HOST: '127.0.0.1' };
      const since = performance.now();
      const child = spawn(process.execPath, [join(root, 'scripts/run.mjs'), 'start'], {
        cwd: root,
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
      const ended = new Promise((resolve) => child.once('exit', resolve));
      while (!(await answers(`http://127.0.0.1:${port}/healthz`)) && child.exitCode === null) {
        if (performance.now() - since > PATIENCE_MS) break;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      const ready = child.exitCode === null;
      const seconds = (performance.now() - since) / 1000;
      child.kill('SIGTERM');
      await ended;
      if (!ready) return;
      if (round > 0) took.push(seconds);
    }
  });
  const what = 'warm start, to the first answer';
  if (took.length === 0)
    return [{ what, figure: 'not measured', note: said.trim().split('\n').at(-1) || 'it ended at once' }];
  return [goal(what, `${median(took).toFixed(1)} s`, '1 s', median(took), '<=', 3)];
}
