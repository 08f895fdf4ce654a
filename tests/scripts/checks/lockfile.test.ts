import { describe, expect, test } from 'vitest';
import { checkLock } from '#scripts/checks/lockfile.ts';

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
