import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changedRules, hunksOf } from '#scripts/checks/changed-rules.ts';

test('a diff without context names the lines that were added or changed, and none that went', () => {
  const diff = [
    '--- a/stats/a.ts',
    '+++ b/stats/a.ts',
    '@@ -3 +3 @@ const a',
    '-one',
    '+two',
    '@@ -9,2 +8,0 @@',
    '--- /dev/null',
    '+++ b/stats/b.ts',
    '@@ -0,0 +1,12 @@',
    '--- a/stats/c.ts',
    '+++ /dev/null',
    '@@ -1,4 +0,0 @@',
  ];
  expect(hunksOf(diff.join('\n'))).toEqual(['stats/a.ts:3-3', 'stats/b.ts:1-12']);
});

describe('the lines of rules that were changed', () => {
  let root: string;
  const git = (...args: string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: root });
  const write = (name: string, text: string): void => writeFileSync(join(root, 'stats', name), text);
  const changed = (): string[] => changedRules(root, (path) => !path.endsWith('words.ts'));
  const commit = (): void => {
    git('add', '-A');
    git('commit', '-qm', 'x');
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'cotejo-rules-'));
    mkdirSync(join(root, 'stats'));
    git('init', '-qb', 'main');
    write('rule.ts', 'a\nb\nc\n');
    commit();
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test('are none in a new repository', () => expect(changed()).toEqual([]));

  test('are on main those of the last commit and of what is not committed', () => {
    write('rule.ts', 'a\nB\nc\n');
    commit();
    expect(changed()).toEqual(['stats/rule.ts:2-2']);
    write('rule.ts', 'a\nB\nC\n');
    write('new.ts', 'x\n');
    write('words.ts', 'x\n');
    expect(changed()).toEqual(['stats/rule.ts:2-3', 'stats/new.ts']);
  });

  test('are on a branch all those since it left main, and after a merge only those since', () => {
    git('checkout', '-qb', 'branch');
    write('rule.ts', 'A\nb\nc\n');
    commit();
    write('rule.ts', 'A\nb\nC\n');
    commit();
    expect(changed()).toEqual(['stats/rule.ts:1-1', 'stats/rule.ts:3-3']);
    git('checkout', '-q', 'main');
    git('merge', '-q', '--no-ff', '-m', 'merge', 'branch');
    expect(changed()).toEqual([]);
  });
});
