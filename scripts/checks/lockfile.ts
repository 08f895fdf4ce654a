// npm writes into the lock only what it saw while resolving: a platform build may be missing, and then
// `npm ci` fails or installs half on that platform. So: whatever a package names as optional has an entry.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockEntry {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  optionalDependencies?: Record<string, string>;
}

/** The platforms that a fresh clone must install on; each must have a build of what has builds. */
const PLATFORMS = ['linux', 'darwin', 'win32'];

/** What is wrong with a lock file, one line each. */
export function checkLock(packages: Record<string, LockEntry & { os?: string[] }>): string[] {
  const findings: string[] = [];
  for (const [path, entry] of Object.entries(packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!resolves(packages, path, name))
        findings.push(`${path || 'package.json'} names ${name}, which has no entry`);
    }
    if (path !== '' && !entry.link && !entry.integrity) findings.push(`${path} has no integrity hash`);
  }
  const covered = new Set(Object.values(packages).flatMap(({ os }) => os ?? []));
  for (const platform of PLATFORMS)
    if (!covered.has(platform)) findings.push(`no package is made for ${platform}`);
  return findings;
}

/** Looks a name up as Node would: in the package's own folder, then in each folder above it. */
function resolves(packages: Record<string, LockEntry>, from: string, name: string): boolean {
  for (let folder = from; ;) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (folder === '') return false;
    const up = folder.lastIndexOf('/node_modules/');
    folder = up < 0 ? '' : folder.slice(0, up);
  }
}

/** The findings of the checkout's lock, and whether it speaks of the same packages as package.json. */
export function checkLockfile(root: string): string[] {
  const read = (file: string) =>
    JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, unknown>;
  const { packages } = read('package-lock.json') as { packages: Record<string, LockEntry> };
  const manifest = read('package.json');
  const top = (packages[''] ?? {}) as Record<string, unknown>;
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'engines'];
  const differing = kinds.filter((kind) => !sameWords(manifest[kind], top[kind]));
  return [...checkLock(packages), ...differing.map((kind) => `package.json and the lock differ in ${kind}`)];
}

function sameWords(some: unknown, other: unknown): boolean {
  const words = (value: unknown) => JSON.stringify(Object.entries(value ?? {}).sort());
  return words(some) === words(other);
}
