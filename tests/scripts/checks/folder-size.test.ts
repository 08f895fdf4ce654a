import { expect, test } from 'vitest';
import { checkFolderSize } from '#scripts/checks/folder-size.ts';

const files = (count: number, ending = 'ts') =>
  Array.from({ length: count }, (_, at) => `app/many/${at}.${ending}`);

test('a folder of 18 files of code passes, a folder of 19 does not', () => {
  expect(checkFolderSize(files(18), {})).toEqual([]);
  expect(checkFolderSize(files(19), {})).toEqual(['app/many: 19 files of code; make folders of 18 at most']);
});

test('files of data do not count, nor do those of the folders below', () => {
  expect(checkFolderSize([...files(18), ...files(40, 'yaml'), 'app/many/more/a.ts'], {})).toEqual([]);
});

test('an exception excuses a folder, and is refused itself once it is not needed', () => {
  expect(checkFolderSize(files(19), { 'app/many': 'one file a country' })).toEqual([]);
  expect(checkFolderSize(files(5), { 'app/many': 'one file a country' })).toEqual([
    'app/many: is an exception in scripts/checks/folder-size.ts, but is small enough',
  ]);
});
