import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareProductVersions,
  formatProductVersion,
  parseProductVersion,
  parseVersion,
} from '#stats/model/release.ts';

describe('numbers of releases', () => {
  const part = fc.integer({ min: 0, max: 999_999 });
  const version = fc.record({ major: part, minor: part, patch: part });

  test('a number and its text undo each other', () => {
    fc.assert(
      fc.property(version, (version) => {
        expect(parseProductVersion(formatProductVersion(version))).toEqual(version);
      }),
    );
  });

  test('1.10.0 comes after 1.9.0, and 2.0.0 after both', () => {
    const sorted = ['2.0.0', '1.10.0', '1.9.12', '1.9.2']
      .map(parseProductVersion)
      .filter((version) => version !== null)
      .sort(compareProductVersions)
      .map(formatProductVersion);
    expect(sorted).toEqual(['1.9.2', '1.9.12', '1.10.0', '2.0.0']);
  });

  test.each([
    '',
    '1',
    '1.0',
    '1.0.0.0',
    'v1.0.0',
    '01.0.0',
    '1.0.x',
    '1.0.0-beta',
    '^1.0.0',
    'latest',
    '1.0.0 ',
    '-1.0.0',
    '1.0.1234567',
  ])('%j is no release', (text) => expect(parseVersion(text)).toBeNull());
});
