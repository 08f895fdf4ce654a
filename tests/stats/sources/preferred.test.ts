/** `source=preferred`: one source for each subject, the first of the indicator that has a figure. */
import { expect, test } from 'vitest';
import type { Cell } from '#stats/model/observation.ts';
import { isPreferred } from '#stats/sources/preferred.ts';
import { cellFrom } from '../transform/cells.ts';

const SOURCES = { sources: ['first', 'second'] };
const cell = (source: string, figure: string, more: Partial<Cell> = {}, period = '2014'): Cell =>
  cellFrom(period, figure, { source, ...more });
const preferred = (cells: readonly Cell[]): string[] =>
  cells
    .filter(isPreferred(cells, SOURCES))
    .map(({ source, area, period }) => `${source} ${area} ${period.end?.slice(0, 4) ?? ''}`);

test('the first source of the indicator is preferred, in whatever order the cells come', () => {
  const cells = [cell('second', '5'), cell('first', '6')];
  expect(preferred(cells)).toEqual(['first HND 2014']);
  expect(preferred([...cells].reverse())).toEqual(['first HND 2014']);
});

test('a source without a figure comes after those that have one', () => {
  const cells = [cell('first', '-'), cell('second', '5')];
  expect(preferred(cells)).toEqual(['second HND 2014']);
  expect(preferred([...cells].reverse())).toEqual(['second HND 2014']);
  expect(preferred([cell('first', '-'), cell('unlisted', '5')])).toEqual(['unlisted HND 2014']);
});

test('if no source has a figure, the gaps of the first one are kept', () => {
  expect(preferred([cell('second', '-'), cell('first', '-')])).toEqual(['first HND 2014']);
});

test('a source that is not on the list comes last, and the first such in the answer is kept', () => {
  expect(preferred([cell('unlisted', '5'), cell('second', '6')])).toEqual(['second HND 2014']);
  expect(preferred([cell('x', '5'), cell('w', '6')])).toEqual(['x HND 2014']);
});

test('years that the preferred source lacks are not filled from another', () => {
  const cells = [
    cell('first', '6'),
    cell('first', '-', {}, '2015'),
    cell('second', '5'),
    cell('second', '7', {}, '2015'),
  ];
  expect(preferred(cells)).toEqual(['first HND 2014', 'first HND 2015']);
});

test.each<[string, Partial<Cell>]>([
  ['area', { area: 'SLV' }],
  ['origin', { counterpart: 'SLV' }],
  ['breakdown', { breakdown: 'sex=f' }],
  ['definition', { definition: 'other' }],
  ['basis', { basis: 'us-fiscal-year' }],
])('each %s has a source of its own', (_, more) => {
  const cells = [cell('first', '6'), cell('second', '5'), cell('second', '7', more)];
  expect(cells.filter(isPreferred(cells, SOURCES))).toEqual([cells[0], cells[2]]);
});

test('cells of other periods go by the same choice, and a subject without any cell has no source', () => {
  const of = isPreferred([cell('second', '5')], SOURCES);
  expect(of(cell('second', '9', {}, '1990'))).toBe(true);
  expect(of(cell('first', '9', {}, '1990'))).toBe(false);
  expect(of(cell('second', '9', { area: 'SLV' }))).toBe(false);
});
