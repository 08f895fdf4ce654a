// A folder holds as many files as can be taken in at a look; more are several folders.

import { dirname } from 'node:path';

const MOST_FILES = 18;
const CODE_FILE = /\.(ts|tsx|mjs|js|cjs|css)$/;

/** Folders that may hold more, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'db/embedded':
    'one program: the files start, lease, watch and stop one database server, and import each other',
  'scripts/commands':
    'a file for each command of npm run; scripts/run.mjs takes the name of the command for the file',
};

/** Folders with too many files of code, and exceptions that are needed no more. */
export function checkFolderSize(
  files: readonly string[],
  exceptions: Readonly<Record<string, string>> = EXCEPTIONS,
): string[] {
  const sizes = new Map<string, number>();
  for (const file of files)
    if (CODE_FILE.test(file)) sizes.set(dirname(file), (sizes.get(dirname(file)) ?? 0) + 1);
  const large = [...sizes].filter(([, size]) => size > MOST_FILES);
  const needed = new Set(large.map(([folder]) => folder));
  return [
    ...large
      .filter(([folder]) => !exceptions[folder])
      .map(([folder, size]) => `${folder}: ${size} files of code; make folders of ${MOST_FILES} at most`),
    ...Object.keys(exceptions)
      .filter((folder) => !needed.has(folder))
      .map((folder) => `${folder}: is an exception in scripts/checks/folder-size.ts, but is small enough`),
  ];
}
