/** Makes a copy of `sources` small, for tests that compile and release it again and again. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Tables of up to this number of lines stay whole. */
const MOST_LINES = 300;

/** Shortens the long tables in a copy of `sources` to their first lines, and removes its releases. */
export function shortenTables(folder: string): void {
  for (const name of readdirSync(folder)) {
    const table = join(folder, name, 'observations.csv');
    if (!existsSync(table)) continue;
    const lines = readFileSync(table, 'utf8').split('\n');
    if (lines.length > MOST_LINES) writeFileSync(table, `${lines.slice(0, MOST_LINES).join('\n')}\n`);
  }
  for (const name of readdirSync(join(folder, 'releases')))
    if (/^\d/.test(name)) rmSync(join(folder, 'releases', name), { recursive: true });
}
