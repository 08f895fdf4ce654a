import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';

/** A file or folder beside the checkout that few people have; undefined when absent. */
export function findShared(path: string): string | undefined {
  const full = join(process.cwd(), '../shared', path);
  return existsSync(full) ? full : undefined;
}

/**
 * Tests on whole files of publishers, which are not in the repository but beside the checkout in `../shared`. Where
 * they are absent these tests are skipped, and `npm test` says so; `tests/sources/samples` has some rows of each.
 *
 * @example describeShared('data', 'files of real publishers', (folder) => test('...', ...))
 */
export function describeShared(path: string, name: string, tests: (found: string) => void): void {
  const found = findShared(path);
  if (found) {
    describe(name, () => tests(found));
    return;
  }
  // `npm test` counts what was skipped at its end, by the reason in these parentheses.
  describe.skip(`${name} (needs ../shared/${path}, the whole files of publishers)`, () => tests(''));
}
