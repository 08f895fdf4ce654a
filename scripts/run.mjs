// The first script: `node scripts/run.mjs VERB`, which is what every `npm run` calls. It needs only Node,
// installs missing packages, and runs `scripts/commands/VERB.ts`.
//
// Written for old parsers as well, so that an old Node reads far enough to say that it is too old.

import { execFileSync } from 'child_process';
import { readFileSync } from 'fs';
import { dirname, join } from 'path';
import { fileURLToPath, pathToFileURL } from 'url';
import { isAlive } from './lock.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const verbs = {
  start: 'install, prepare the database, build if needed, serve (PORT, HOST, DATABASE_URL)',
  serve: 'serve alone, with the reader of a database that another machine fills (DATABASE_URL_READER)',
  dev: 'the same for work on the code: serves from source and reloads',
  build: 'build the site into .next and the server into .cotejo/build',
  stop: "stop this checkout's server and embedded database",
  reset: 'empty the database (with DATABASE_URL: asks for --yes)',
  load: 'from a file of yours to a page: looks at it, asks what only you know, and loads it',
  inspect: 'look at a file you do not know and draft a recipe for it',
  fetch: 'ask a publisher over the network and keep the answer as it came',
  ingest: 'read a file by its recipe, check it, make the next release of your data and publish that',
  rebuild: 'make the committed tables again from the raw files in a folder, and compare',
  sources: 'list the sources, their editions and whether they are loaded',
  replay: 'publish the releases of this checkout that the database does not have yet',
  'grant-reader': 'give a login of yours the rights and settings of the site, and nothing more',
  release: 'release what you changed in your own data by hand: a title, a note, a correction',
  remove: 'take a source out of your own data (says what would change; --yes does it)',
  undo: 'take back the last change of your own data (says what would change; --yes does it)',
  diff: 'what changed between two releases',
  verify: 'which release and address a downloaded file is, and what in it was altered',
  'check-report': 'which figures of a report (HTML, Markdown, Word) have been revised since',
  statement: 'print the SQL that answers a data address, and its plan',
  test: 'run the tests (arguments go to vitest; TEST_DATABASE_URL uses a server of yours)',
  'test-browser': 'drive a real Chromium through the site (CHROMIUM_PATH)',
  bench: 'measure the product beside a bare server (--rows, --rounds, --json)',
  drill: 'kill, freeze, overload and fuzz a site of its own on this machine (--short, --kills 50 ...)',
  oracle: 'work out random answers again from the committed tables (--addresses, --seed, --origin)',
  mutate: 'change each rule and see whether a test fails (--changed, or files)',
  check: 'types, lint, format, import directions, dead code, lockfile, names',
};

const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 };

function help() {
  const lines = Object.entries(verbs).map(([verb, what]) => `  ${verb.padEnd(14)}${what}`);
  return ['node scripts/run.mjs VERB', '', ...lines].join('\n');
}

/** The process above the shell that npm started us with; 0 when npm itself is our parent. */
function pidOfNpm(parent) {
  try {
    const line =
      process.platform === 'linux'
        ? readFileSync(`/proc/${parent}/stat`, 'utf8').replace(/^\d+ \((.*)\) \S+ (\d+).*$/s, '$2 $1')
        : execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(parent)], { encoding: 'utf8' }).trim();
    const [, pid, name] = /^(\d+)\s+(.*)$/.exec(line);
    return /npm|node/.test(name) ? 0 : Number(pid);
  } catch {
    return 0;
  }
}

/**
 * The first signal asks the command to clean up and return; a second signal from the user ends the process at
 * once. A command without clean-up (it takes no second argument) ends at the first.
 */
function watchSignals() {
  const controller = new AbortController();
  const state = { code: 0, at: 0, cleansUp: false, signal: controller.signal };
  const receive = (name) => {
    if (state.code !== 0) {
      // Ctrl-C arrives twice, from the terminal and from npm: only a later signal counts as a second.
      if (Date.now() - state.at > 1000) process.exit(state.code);
      return;
    }
    state.code = 128 + SIGNALS[name];
    state.at = Date.now();
    controller.abort(new Error('interrupted'));
    if (!state.cleansUp) process.exit(state.code);
    // A command that does not end when asked is killed; a site first finishes its open requests.
    const patience = 1000 * (Number(process.env.STOP_SECONDS || 10) || 0);
    setTimeout(() => process.exit(state.code), patience + 10000).unref();
  };
  Object.keys(SIGNALS).forEach((name) => process.on(name, () => receive(name)));
  // npm, and the shell between npm and this process, may die of a signal without passing it on.
  if (process.env.npm_lifecycle_event && process.platform !== 'win32') {
    const parent = process.ppid;
    const above = pidOfNpm(parent);
    setInterval(() => {
      if (process.ppid !== parent || (above && !isAlive(above))) receive('SIGTERM');
    }, 300).unref();
  }
  return state;
}

async function run(argv) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Cotejo needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
    return 1;
  }
  const verb = argv[0];
  if (verb === '--help' || verb === '-h') {
    console.log(help());
    return 0;
  }
  if (!verb || !Object.prototype.hasOwnProperty.call(verbs, verb)) {
    console.error(`${verb ? `"${verb}" is not a verb.` : 'Which verb?'}\n\n${help()}`);
    return 1;
  }
  // Modules are found by URL, and these two characters have another meaning in a URL.
  if (/[?*]/.test(root)) {
    console.error(`Cotejo cannot run from a path with ? or * in it: move or rename ${root}`);
    return 1;
  }
  process.chdir(root);
  const state = watchSignals();
  // The installation cleans up after itself: npm is stopped and waited for.
  state.cleansUp = true;
  const { installPackages } = await import('./install.mjs');
  const took = await installPackages({ root, stop: state.signal });
  if (took > 0) console.log(`install     done in ${(took / 1000).toFixed(1)} s`);

  // By path, because before the installation the name could not be resolved.
  const tsx = await import(pathToFileURL(join(root, 'node_modules/tsx/dist/esm/api/index.mjs')).href);
  tsx.register();
  const { main } = await import(pathToFileURL(join(root, 'scripts', 'commands', `${verb}.ts`)).href);
  state.cleansUp = main.length > 1;
  const code = await main(argv.slice(1), state.signal);
  return state.code || code;
}

run(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    const interrupted = error instanceof Error && error.message === 'interrupted';
    // Our own messages need no stack; bugs do.
    if (!interrupted)
      console.error(process.env.DEBUG ? error : `${error && error.message ? error.message : error}`);
    process.exit(interrupted ? 130 : 1);
  },
);
