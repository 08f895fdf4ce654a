/** Every rule that the code cites exists: each name after `docs/rules.md#` is a rule in that file. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const rules = [...readFileSync('docs/rules.md', 'utf8').matchAll(/^### (.+)$/gm)].map(
  ([, name]) => name ?? '',
);

const files = execFileSync('git', ['ls-files', 'app', 'db', 'scripts', 'sources', 'stats', 'tests'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => /\.(tsx?|mjs)$/.test(path));

describe('docs/rules.md', () => {
  const cited = files.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/docs\/rules\.md#([a-z0-9-]+)/g)].map(([, name]) => ({
      path,
      name,
    })),
  );

  it('has every rule that a comment cites', () => {
    expect(cited.length).toBeGreaterThan(15);
    expect(cited.filter(({ name }) => !rules.includes(name ?? ''))).toEqual([]);
  });

  it('names each rule once, as its anchor is written', () => {
    expect(new Set(rules).size).toBe(rules.length);
    expect(rules.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toEqual([]);
  });

  it('is what stats cites, and no list that a reader cannot see', () => {
    const unseen = files.filter(
      (path) => path.startsWith('stats/') && /\bruling\b/i.test(readFileSync(path, 'utf8')),
    );
    expect(unseen).toEqual([]);
  });
});
