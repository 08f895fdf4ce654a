import { describe, expect, test } from 'vitest';
import { holdsAll } from '#scripts/install.mjs';

const zod = { version: '4.0.0', integrity: 'sha512-a' };
const build = (os: string, more = {}) => ({ ...zod, optional: true, os: [os], cpu: [process.arch], ...more });

describe('an installed tree', () => {
  test('is what the lock asks for when versions and hashes agree', () => {
    expect(holdsAll({ '': {}, 'node_modules/zod': zod }, { 'node_modules/zod': zod })).toBe(true);
  });

  test('is not when a package is missing, or another than the locked one', () => {
    expect(holdsAll({ 'node_modules/zod': zod }, {})).toBe(false);
    const other = { ...zod, integrity: 'sha512-b' };
    expect(holdsAll({ 'node_modules/zod': zod }, { 'node_modules/zod': other })).toBe(false);
  });

  test('may lack the builds for other platforms, and not the build for this one', () => {
    const elsewhere = process.platform === 'win32' ? 'linux' : 'win32';
    expect(holdsAll({ 'node_modules/a': build(elsewhere) }, {})).toBe(true);
    expect(holdsAll({ 'node_modules/a': build(process.platform) }, {})).toBe(false);
    expect(holdsAll({ 'node_modules/a': build(`!${process.platform}`) }, {})).toBe(true);
  });

  test('may lack a build that is for one C library, because there is another for the other', () => {
    expect(holdsAll({ 'node_modules/a': build(process.platform, { libc: ['musl'] }) }, {})).toBe(true);
  });
});
