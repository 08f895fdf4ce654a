// The lines of rules that were changed here: what `npm run mutate -- --changed` and `npm run check` mutate.

import { execFileSync } from 'node:child_process';

const git = (root: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

const succeeds = (root: string, ...args: string[]): boolean => {
  try {
    execFileSync('git', args, { cwd: root, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/**
 * The commit that the working tree is compared with: on a branch, where it left main; on main, the commit before
 * the last one. A merge brings what was checked on its branch, so then only uncommitted changes count.
 */
function baseOf(root: string): string {
  const main = ['main', 'origin/main'].find((name) =>
    succeeds(root, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`),
  );
  const left = main ? git(root, 'merge-base', main, 'HEAD').trim() : 'HEAD';
  if (left !== git(root, 'rev-parse', 'HEAD').trim()) return left;
  const isMerge = succeeds(root, 'rev-parse', '--verify', '--quiet', 'HEAD^2');
  return !isMerge && succeeds(root, 'rev-parse', '--verify', '--quiet', 'HEAD^1') ? 'HEAD^1' : 'HEAD';
}

/**
 * Lines of a file that a diff without context added or changed.
 * @example hunksOf('+++ b/stats/a.ts\n@@ -1,0 +3,2 @@') -> ['stats/a.ts:3-4']
 */
export function hunksOf(diff: string): string[] {
  let file: string | null = null;
  return diff.split('\n').flatMap((line) => {
    if (line.startsWith('+++ ')) file = line.startsWith('+++ b/') ? line.slice('+++ b/'.length) : null;
    const [, first, count = '1'] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (file === null || first === undefined || count === '0') return [];
    return [`${file}:${first}-${Number(first) + Number(count) - 1}`];
  });
}

/** The changed lines of files of rules, as Stryker names them: `stats/time/period.ts:12-20`. */
export function changedRules(root: string, isRule: (path: string) => boolean): string[] {
  const changed = hunksOf(git(root, 'diff', '--unified=0', '--diff-filter=d', baseOf(root), '--', 'stats'));
  const isNew = git(root, 'ls-files', '--others', '--exclude-standard', 'stats').split('\n').filter(Boolean);
  return [...changed, ...isNew].filter((range) => isRule(range.replace(/:[\d-]+$/, '')));
}
