import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';

/** A file or folder beside the checkout that some people have and most have not; undefined when absent. */
export function findShared(path: string): string | undefined {
  const full = join(process.cwd(), '../shared', path);
  return existsSync(full) ? full : undefined;
}

/**
 * Tests on material that is not in the repository (real publishers' files, beside the checkout in
 * `../shared`). Where it is absent they are skipped, and the reason is printed.
 *
 * @example describeShared('data', 'files of real publishers', (folder) => test('...', ...))
 */
export function describeShared(path: string, name: string, tests: (found: string) => void): void {
  const found = findShared(path);
  if (found) {
    describe(name, () => tests(found));
    return;
  }
  console.info(`skipped: ${name}, because ../shared/${path} is not there`);
  describe.skip(`${name} (needs ../shared/${path})`, () => tests(''));
}
