// `npm run mutate`: makes small changes to each rule, one at a time, and checks that a test fails. A change
// that survives shows a rule without a test. The list of rules is `tests/mutation/rules.mjs`.

import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runNode } from '../server/child-process.ts';
import { changedRules } from '../checks/changed-rules.ts';
import { UserError } from '../terminal/user-error.ts';

const USAGE = `npm run mutate -- [--changed] [--least N] [--tests PATH,...] [FILE...]

Changes the rules of stats/ in every small way and runs the tests of tests/stats against each change.
  FILE       only these files, such as stats/uncertainty/hedge.ts
  --changed  only lines that differ from the branch main; on main, those of the last commit and uncommitted ones
  --least N  the exit code is 1 if the score is below N
  --tests    runs only these tests, such as tests/stats/claims: faster, and the score is never too high
What survives is printed; .cotejo/mutation.json has all of it. All rules take an hour.`;

interface Rules {
  readonly RULES: Readonly<Record<string, readonly string[]>>;
  readonly isRule: (path: string) => boolean;
}

/** The files to mutate; a name in the list without a file is a mistake in the list. */
function filesFor(asked: { changed: boolean; files: string[] }, { RULES, isRule }: Rules): string[] {
  if (asked.changed) return changedRules(process.cwd(), isRule);
  for (const file of asked.files) if (!existsSync(file)) throw new UserError(`${file}: file not found.`);
  if (asked.files.length > 0) return asked.files;
  const all = readdirSync('stats', { recursive: true, encoding: 'utf8' }).map((file) => `stats/${file}`);
  for (const name of Object.values(RULES).flat())
    if (!all.some((file) => file.endsWith(`/${name}.ts`)))
      throw new UserError(`tests/mutation/rules.mjs names ${name}, but there is no ${name}.ts in stats/.`);
  return all.filter(isRule);
}

/** `npm run mutate`. */
export async function main(argv: string[], stop: AbortSignal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      changed: { type: 'boolean', default: false },
      least: { type: 'string' },
      tests: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const least = values.least === undefined ? null : Number(values.least);
  if (least !== null && !(least > 0 && least <= 100))
    throw new UserError('--least must be a number from 1 to 100.');
  for (const path of values.tests?.split(',') ?? [])
    if (!existsSync(path)) throw new UserError(`--tests ${path}: neither a file nor a folder.`);
  const root = process.cwd();
  const rules = (await import('#tests/mutation/rules.mjs')) as Rules;
  const files = filesFor({ changed: values.changed, files: positionals }, rules);
  if (files.length === 0) {
    console.log('No rule has changed.');
    return 0;
  }
  mkdirSync(join(root, '.cotejo'), { recursive: true });
  const stryker = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const { code } = await runNode({
    args: [stryker, 'run', 'tests/mutation/stryker.config.mjs', '--mutate', files.join(',')],
    cwd: root,
    env: {
      ...(least !== null && { LEAST_SCORE: String(least) }),
      ...(values.tests !== undefined && { MUTATION_TESTS: values.tests }),
    },
    print: 'inherit',
    stop,
    patienceMs: 10_000,
  });
  return code;
}
