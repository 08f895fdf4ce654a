import { describe, expect, test } from 'vitest';
import { checkLock } from '#scripts/checks/lockfile.ts';
import { checkLength, checkNames } from '#scripts/checks/names.ts';

const build = (os: string) => ({ integrity: 'sha512-a', os: [os] });
const builds = {
  'node_modules/x-linux': build('linux'),
  'node_modules/x-darwin': build('darwin'),
  'node_modules/x-win32': build('win32'),
};

describe('a lock file', () => {
  test('has an entry for each build that a package names', () => {
    const x = {
      integrity: 'sha512-a',
      optionalDependencies: { 'x-linux': '1', 'x-darwin': '1', 'x-win32': '1' },
    };
    expect(checkLock({ 'node_modules/x': x, ...builds })).toEqual([]);
    const { 'node_modules/x-win32': _gone, ...rest } = builds;
    expect(checkLock({ 'node_modules/x': x, ...rest })).toEqual([
      'node_modules/x names x-win32, which has no entry',
      'no package is made for win32',
    ]);
  });

  test('is searched as Node does, from a folder upwards', () => {
    const y = { integrity: 'sha512-a', optionalDependencies: { 'x-linux': '1' } };
    expect(checkLock({ 'node_modules/z/node_modules/y': y, ...builds })).toEqual([]);
  });
});

describe('names', () => {
  test('of drawers are refused, as folders and as files', () => {
    expect(checkNames(['app/utils/a.ts', 'db/types.ts', 'stats/time/period.ts'])).toEqual([
      'app/utils: call it by what it holds',
      'db/types.ts: call it by what it holds',
    ]);
  });
});

describe('a file of more than 300 lines', () => {
  const long = 'x;\n'.repeat(301);
  test('needs a reason in its first comment', () => {
    expect(checkLength('a.ts', long)).toEqual(['a.ts: 302 lines and no reason in its first comment']);
    expect(checkLength('a.ts', `// A table, long because the world is.\n${long}`)).toEqual([]);
    expect(checkLength('a.ts', `// A table.\n${long}`)).toHaveLength(1);
  });

  test('of data is no concern', () => {
    expect(checkLength('a.csv', long)).toEqual([]);
  });
});
