/** Reads a file that a test makes, whatever its format. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFile, type Format, type Opened } from '#sources/formats/open.ts';

const dir = mkdtempSync(join(tmpdir(), 'cotejo-formats-'));
// Not when a file of tests ends: others may share its process.
process.on('exit', () => rmSync(dir, { recursive: true, force: true }));

export const CSV = { type: 'csv', delimiter: ',', encoding: 'utf-8', quotes: true } as const satisfies Format;

export function fileOf(content: string | Uint8Array, name = 'file'): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

/** The cells of a file, line by line, and what else is known of it. */
export async function readCells(
  content: string | Uint8Array,
  format: Format,
): Promise<{ cells: string[][]; lines: number[]; opened: Opened }> {
  const opened = await openFile(fileOf(content), format);
  const all = [];
  for await (const batch of opened.lines) all.push(...batch);
  return { cells: all.map(({ cells }) => [...cells]), lines: all.map(({ line }) => line), opened };
}
