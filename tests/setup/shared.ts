import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';

/** A file or folder beside the checkout that is not in the repository; undefined if absent. */
export function findShared(path: string): string | undefined {
  const full = join(process.cwd(), '../shared', path);
  return existsSync(full) ? full : undefined;
}

/**
 * Tests on publishers' complete files, which are not in the repository but beside the checkout in
 * `../shared`. If they are absent, these tests are skipped and `npm test` reports it; `tests/sources/samples`
 * has some rows of each.
 *
 * @example describeShared('data', 'files of real publishers', (folder) => test('...', ...))
 */
export function describeShared(path: string, name: string, tests: (found: string) => void): void {
  const found = findShared(path);
  if (found) {
    describe(name, () => tests(found));
    return;
  }
  // At the end, `npm test` counts skipped tests by the reason in these parentheses.
  describe.skip(`${name} (needs ../shared/${path}, the whole files of publishers)`, () => tests(''));
}
