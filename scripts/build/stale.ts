// Checks whether the build matches the sources. It compares contents rather than dates, because a checkout, a
// stash or a switch of branches changes dates without changing content.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The inputs of a build. `sources` is not listed: nothing in the bundle may import it. */
const INPUTS = [
  'app',
  'claims',
  'db',
  'stats',
  'public',
  'server.ts',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'scripts/commands/build.ts',
  'scripts/build/bundle.ts',
  'scripts/server',
];

/** The folder of the build's own files: the bundle of the server, and the note of its inputs. */
export const buildFolder = (root: string): string => join(root, '.cotejo/build');

/** The server's bundle, which `npm start` runs. */
export const serverBundle = (root: string): string => join(buildFolder(root), 'server.mjs');

/** The note that a finished build leaves. */
export const buildStamp = (root: string): string => join(buildFolder(root), 'stamp.json');

function* files(root: string, path: string): Generator<string> {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (statSync(full).isFile()) {
    yield path;
    return;
  }
  for (const name of readdirSync(full).sort()) yield* files(root, `${path}/${name}`);
}

/** A hash of files and folders by name and content. */
export function hashContents(root: string, inputs: readonly string[], also: readonly string[] = []): string {
  const hash = createHash('sha256');
  for (const word of also) hash.update(`${word}\0`);
  for (const input of inputs) {
    for (const file of files(root, input)) {
      const bytes = readFileSync(join(root, file));
      hash.update(`${file}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest('hex');
}

/** The hash of all inputs of a build, including Node's version. A build may be copied to another folder. */
export function hashBuildInputs(root: string, env: Record<string, string | undefined> = process.env): string {
  const shown = Object.keys(env)
    .filter((name) => name.startsWith('NEXT_PUBLIC_'))
    .sort()
    .map((name) => `${name}=${env[name]}`);
  return hashContents(root, INPUTS, [process.version, process.platform, process.arch, ...shown]);
}

/** The name Next gave the build that lies in `.next`, if one is there. */
export function readBuildId(root: string): string | undefined {
  try {
    return readFileSync(join(root, '.next/BUILD_ID'), 'utf8');
  } catch {
    return undefined;
  }
}

/** Whether the build was finished with exactly these inputs and is still in place. */
export function isFresh(root: string, inputs: string): boolean {
  try {
    const stamp = JSON.parse(readFileSync(buildStamp(root), 'utf8')) as { inputs?: string; build?: string };
    return stamp.inputs === inputs && stamp.build === readBuildId(root) && existsSync(serverBundle(root));
  } catch {
    return false;
  }
}
