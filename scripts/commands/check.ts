// `npm run check`: all checks that do not run the code. It prints a line for each check, and its findings
// only if it found something.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from '../server/child-process.ts';
import { parseFiles } from '../checks/code.ts';
import { checkExportedNames } from '../checks/exported-names.ts';
import { checkFolderSize } from '../checks/folder-size.ts';
import { checkFunctionLength } from '../checks/function-length.ts';
import { checkLockfile } from '../checks/lockfile.ts';
import { checkFiles } from '../checks/names.ts';
import { checkParameterNames } from '../checks/parameters.ts';
import { formatDuration } from '../terminal/progress.ts';

interface Finding {
  name: string;
  ok: boolean;
  details: string;
  ms: number;
}

type Check = () => Promise<{ ok: boolean; details: string }>;

/** Two, for the cores of a small machine: each check is a process that keeps a core busy. */
const AT_ONCE = 2;

const CODE_FOLDERS = ['app', 'claims', 'db', 'scripts', 'sources', 'stats', 'tests'];

/** The files that are committed or would be. */
function ourFiles(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed.split('\0').filter((file) => file && existsSync(join(root, file)));
}

/** The findings of our own checks in the files and in their code. */
function checkNamesAndLengths(root: string): string[] {
  const files = ourFiles(root);
  const sources = parseFiles(root, files);
  return [
    ...checkFiles(root, files),
    ...checkFolderSize(files),
    ...checkExportedNames(sources),
    ...sources.flatMap(checkParameterNames),
    ...sources.flatMap(checkFunctionLength),
  ];
}

function checks(root: string, stop: AbortSignal): Record<string, Check> {
  const program = (...args: string[]): Check => {
    return async () => {
      const { code, output } = await runNode({
        args,
        cwd: root,
        env: process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined },
        print: 'pipe',
        stop,
      });
      return { ok: code === 0, details: output };
    };
  };
  const tool = (script: string, ...args: string[]): Check =>
    program(join(root, 'node_modules', script), ...args);
  const own = (find: () => string[]): Check => {
    return async () => {
      const findings = find();
      return { ok: findings.length === 0, details: findings.join('\n') };
    };
  };
  const present = [...CODE_FOLDERS, 'server.ts'].filter((path) => existsSync(join(root, path)));
  // The longest first, so that it does not run alone at the end.
  return {
    lint: tool('eslint/bin/eslint.js', '--max-warnings=0', '.'),
    types: tool('typescript/bin/tsc', '--project', '.'),
    format: tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
    'import directions': tool(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--output-type=err-long',
      ...present,
    ),
    'dead code': tool('knip/bin/knip.js', '--no-progress'),
    // At once done where no rule has changed.
    'changed rules': program(join(root, 'scripts/run.mjs'), 'mutate', '--changed', '--least', '90'),
    lockfile: own(() => checkLockfile(root)),
    'names and lengths': own(() => checkNamesAndLengths(root)),
  };
}

function print({ name, ok, details, ms }: Finding): void {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(20)}${formatDuration(ms)}`);
  if (!ok) console.log(`${details.trimEnd().replace(/^/gm, '       ')}\n`);
}

/** `npm run check`; with names of checks as arguments, only those. */
export async function main(argv: string[], stop: AbortSignal): Promise<number> {
  const all = checks(process.cwd(), stop);
  const unknown = argv.filter((name) => !all[name]);
  if (unknown.length > 0) {
    console.error(`There is no check "${unknown[0]}"; the checks are: ${Object.keys(all).join(', ')}`);
    return 1;
  }
  const queue = Object.entries(all).filter(([name]) => argv.length === 0 || argv.includes(name));
  let failed = 0;
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [name, check] = next;
      const since = performance.now();
      const { ok, details } = await check();
      if (stop.aborted) return;
      if (!ok) failed += 1;
      print({ name, ok, details, ms: performance.now() - since });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return failed > 0 ? 1 : 0;
}
