/**
 * Everything that the documentation names exists: types of the glossary, files, and a README in each room.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseFiles } from '#scripts/checks/code.ts';
import { exportedNames } from '#scripts/checks/exported-names.ts';

const CODE_FOLDERS = ['app', 'db', 'scripts', 'sources', 'stats'];

/** Folders that have a README. */
const ROOMS = [
  'app/_answers',
  'app/_charts',
  'app/_views',
  'db/engine',
  'scripts',
  'sources',
  'sources/recipe',
  'stats',
  'tests',
];

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));

describe('the glossary', () => {
  const terms = readFileSync('GLOSSARY.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (Term|---) /.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, term = '', meaning = '', carriedBy = '', avoided = '']) => ({
      term,
      meaning,
      carriedBy,
      avoided,
    }));

  test('has a sentence, a carrier and a word to avoid for each of at least 60 terms', () => {
    expect(terms.length).toBeGreaterThanOrEqual(60);
    const incomplete = terms.filter(
      ({ meaning, carriedBy, avoided }) =>
        !meaning.endsWith('.') || !/^`\w+`$/.test(carriedBy) || avoided === '',
    );
    expect(incomplete).toEqual([]);
  });

  test('explains no term twice', () => {
    const names = terms.map(({ term }) => term);
    expect(names).toEqual([...new Set(names)]);
  });

  test('names only types that the code exports', () => {
    const sources = parseFiles('.', CODE_FOLDERS.flatMap(filesBelow));
    const exported = new Set(sources.flatMap(exportedNames).map(({ name }) => name));
    expect(exported).toContain('Observation');
    const gone = terms.filter(({ carriedBy }) => !exported.has(carriedBy.replaceAll('`', '')));
    expect(gone.map(({ term, carriedBy }) => `${term}: ${carriedBy}`)).toEqual([]);
  });
});

test.each(ROOMS)('%s has a README of one screen', (room) => {
  expect(existsSync(`${room}/README.md`), `${room}/README.md`).toBe(true);
  expect(readFileSync(`${room}/README.md`, 'utf8').split('\n').length).toBeLessThan(80);
});

/** Paths in backticks or links. A path with a placeholder (`<id>`, `*`, `NAME`, `your-`) is not a file. */
function pathsIn(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  const quoted = [...prose.matchAll(/`([^`\s]+)`/g)].map(([, path = '']) => path);
  const linked = [...prose.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => path);
  const isPath = (path: string) =>
    /^(\.\/)?[\w[\].@-]+(\/[\w[\].@-]+)*\/?$/.test(path) &&
    (/\/./.test(path) || /\.(tsx?|m?js|md|ya?ml)$/.test(path));
  return [...quoted.filter((path) => isPath(path) && isOurs(path)), ...linked].filter(
    (path) => !/^\w+:|your-|<|\*|\b(NAME|ID)\b/.test(path),
  );
}

const ROOT_NAMES = new Set(readdirSync('.'));

/** A path from the root, or a file of code. `text/csv` and `ISO/IEC` are neither. */
const isOurs = (path: string): boolean =>
  ROOT_NAMES.has(path.split('/')[0] ?? '') || /\.(tsx?|m?js|md|ya?ml)$/.test(path);

const PROSE = [
  'README.md',
  'GLOSSARY.md',
  'CONTRIBUTING.md',
  ...[...CODE_FOLDERS, 'tests'].flatMap(filesBelow).filter((file) => file.endsWith('README.md')),
];

/** A name without a folder, such as `card.yaml`, is any file with that name. */
const BASENAMES = new Set([
  ...readdirSync('.'),
  ...[...CODE_FOLDERS, 'tests'].flatMap(filesBelow).map((file) => basename(file)),
]);

test.each(PROSE)('every file that %s names exists', (file) => {
  const missing = pathsIn(readFileSync(file, 'utf8')).filter(
    (path) => !existsSync(path) && !existsSync(join(dirname(file), path)) && !BASENAMES.has(path),
  );
  expect(missing).toEqual([]);
});
