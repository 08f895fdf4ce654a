/**
 * Files in publishers' layouts, with invented figures: the draft is right as it comes, or asks exactly what a person
 * must decide. Each file in `layouts` has its draft, the figures that it reads and what it refuses beside it, read by a
 * person; if a case fails, what came out is written as `.changed.txt`.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { draftFor } from './drafting.ts';

const folder = 'tests/sources/inspect/layouts';
const files = readdirSync(folder).filter((name) => !name.endsWith('.txt'));
const MOST_FIGURES = 16;

async function outcomeOf(name: string): Promise<string> {
  const path = join(folder, name);
  try {
    const { draft, figures, faults } = await draftFor(path);
    const lines = draft.split('\n').slice(2, -1);
    return [...lines, '', ...figures.slice(0, MOST_FIGURES), '', ...faults, ''].join('\n');
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n`;
  }
}

test.each(files)('%s', async (name) => {
  const found = await outcomeOf(name);
  const [expectedPath, changedPath] = ['.expected.txt', '.changed.txt'].map((end) =>
    join(folder, name + end),
  );
  let expected = '';
  try {
    expected = readFileSync(expectedPath ?? '', 'utf8').replaceAll('\r\n', '\n');
  } catch {
    // The first time there is none yet.
  }
  if (found === expected) rmSync(changedPath ?? '', { force: true });
  else writeFileSync(changedPath ?? '', found);
  expect(found).toBe(expected);
});
