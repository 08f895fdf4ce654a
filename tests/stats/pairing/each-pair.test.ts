import { describe, expect, test } from 'vitest';
import { eachPair } from '#stats/pairing/each-pair.ts';
import { HOMICIDE } from '../../app/_charts/answers.ts';
import { chartCell, type CellDetails, type Print } from '../../app/_charts/making.ts';

const exact = { signed: false, sources: ['unodc-2025', 'usbp-2019'] };
const cell = (code: string, print: Print, more: CellDetails = {}) =>
  chartCell(HOMICIDE, code, '2014', print, more);

describe('each figure against each other', () => {
  test('exact figures establish every pair, and every rank is one position', () => {
    const { areas, counts } = eachPair([cell('SLV', 61), cell('HND', 68), cell('GTM', 31)], exact, 150);
    expect(areas.map((own) => [own.cell.area, own.rank.best, own.rank.worst])).toEqual([
      ['HND', 1, 1],
      ['SLV', 2, 2],
      ['GTM', 3, 3],
    ]);
    expect(counts).toEqual({ established: 3, open: 0, apart: 0 });
    expect(areas[0]?.signs).toEqual([null, 'above', 'above']);
    expect(areas[2]?.signs).toEqual(['below', 'below', null]);
  });

  test('figures whose intervals overlap leave their pair open, and their ranks are spans', () => {
    const all = [cell('HND', 68), cell('SLV', 61), cell('GTM', ['range', 30, 65])];
    const { areas, counts } = eachPair(all, exact, 150);
    expect(counts).toEqual({ established: 2, open: 1, apart: 0 });
    expect(areas.find((own) => own.cell.area === 'GTM')?.rank).toEqual({ best: 2, worst: 3, of: 3 });
  });

  test('figures that are counted in different ways are not compared', () => {
    const { areas, counts } = eachPair(
      [cell('HND', 68), cell('SLV', 61, { definition: 'other' })],
      exact,
      150,
    );
    expect(counts).toEqual({ established: 0, open: 0, apart: 1 });
    expect(areas[0]?.rank.of).toBe(1);
  });

  test('nor is anything where areas measure in their own ways', () => {
    const differs = { en: 'They differ.', es: 'Difieren.' };
    expect(eachPair([cell('HND', 68), cell('SLV', 61)], { ...exact, differs }, 150).counts.apart).toBe(1);
  });

  const of = (source: string, figures: readonly (readonly [string, number])[]) =>
    figures.map(([code, value]) => cell(code, value, { source }));

  test('of several sources, all that have both areas must give the same order', () => {
    const { areas, counts } = eachPair(
      [
        ...of('unodc-2025', [
          ['HND', 68],
          ['SLV', 61],
          ['GTM', 31],
          ['VEN', 62],
        ]),
        // Of this source alone Guatemala is above El Salvador; it has no figure of Venezuela.
        ...of('usbp-2019', [
          ['HND', 65],
          ['SLV', 30],
          ['GTM', 33],
          ['BRA', 29],
        ]),
      ],
      exact,
      150,
    );
    expect(areas.map((own) => [own.cell.area, own.cells.length, own.signs])).toEqual([
      ['HND', 2, [null, 'above', 'above', 'above', 'above']],
      // El Salvador has 61 and 30, but no source has both on the other side of 62.
      ['VEN', 1, ['below', null, 'above', 'above', 'apart']],
      ['SLV', 2, ['below', 'below', null, 'open', 'above']],
      ['GTM', 2, ['below', 'below', 'open', null, 'above']],
      ['BRA', 1, ['below', 'apart', 'below', 'below', null]],
    ]);
    expect(counts).toEqual({ established: 8, open: 1, apart: 1 });
    expect(areas.find((own) => own.cell.area === 'SLV')?.rank).toEqual({ best: 3, worst: 4, of: 5 });
  });

  test('the most figures are those with the greatest numbers; gaps have none', () => {
    const { areas } = eachPair(
      [cell('GTM', 31), cell('HND', 68), cell('SLV', 61), cell('MEX', null)],
      exact,
      2,
    );
    expect(areas.map((own) => own.cell.area)).toEqual(['HND', 'SLV']);
  });
});
