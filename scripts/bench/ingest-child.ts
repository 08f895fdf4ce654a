// A load in a separate process, as in `npm run ingest`: how long it took and how much memory it needed.
// Called by scripts/bench/ingest.ts: node --import tsx ingest-child.ts TREE FILE RECIPE

import { join } from 'node:path';
import { findRecipe } from '#sources/recipe/schema/source.ts';
import { productLine } from '../ingest/line.ts';
import { ingest } from '../ingest/ingest.ts';
import { showProgress } from '../terminal/progress.ts';

const [root = '', file = '', recipe = ''] = process.argv.slice(2);
const since = performance.now();
const steps: string[] = [];
const out = {
  write: (text: string) => steps.push(text.trim()),
  isTTY: false,
} as unknown as NodeJS.WriteStream;
const { log } = console;
console.log = () => undefined;
const code = await ingest({
  line: productLine(root),
  found: [{ source: findRecipe(recipe, join(root, 'sources')), file }],
  missing: [],
  date: '2026-11-22',
  whole: false,
  dryRun: false,
  release: true,
  samples: 0,
  told: 'whole',
  progress: showProgress(out),
  stop: new AbortController().signal,
});
const took = performance.now() - since;
log(JSON.stringify({ code, took, megabytes: process.resourceUsage().maxRSS / 1024, steps }));
