import { describe, expect, test } from 'vitest';
import { eachPair } from '#stats/pairing/each-pair.ts';
import { HOMICIDE } from '../../app/_charts/answers.ts';
import { chartCell, type CellDetails, type Print } from '../../app/_charts/making.ts';

const exact = { signed: false };
const cell = (code: string, print: Print, more: CellDetails = {}) =>
  chartCell(HOMICIDE, code, '2014', print, more);

describe('each figure against each other', () => {
  test('exact figures establish every pair, and every rank is one position', () => {
    const { cells, counts } = eachPair([cell('SLV', 61), cell('HND', 68), cell('GTM', 31)], exact, 150);
    expect(cells.map((own) => [own.cell.area, own.rank.best, own.rank.worst])).toEqual([
      ['HND', 1, 1],
      ['SLV', 2, 2],
      ['GTM', 3, 3],
    ]);
    expect(counts).toEqual({ established: 3, open: 0, apart: 0 });
    expect(cells[0]?.signs).toEqual([null, 'above', 'above']);
    expect(cells[2]?.signs).toEqual(['below', 'below', null]);
  });

  test('figures whose intervals overlap leave their pair open, and their ranks are spans', () => {
    const all = [cell('HND', 68), cell('SLV', 61), cell('GTM', ['range', 30, 65])];
    const { cells, counts } = eachPair(all, exact, 150);
    expect(counts).toEqual({ established: 2, open: 1, apart: 0 });
    expect(cells.find((own) => own.cell.area === 'GTM')?.rank).toEqual({ best: 2, worst: 3, of: 3 });
  });

  test('figures that are counted in different ways are not compared', () => {
    const { cells, counts } = eachPair(
      [cell('HND', 68), cell('SLV', 61, { definition: 'other' })],
      exact,
      150,
    );
    expect(counts).toEqual({ established: 0, open: 0, apart: 1 });
    expect(cells[0]?.rank.of).toBe(1);
  });

  test('nor is anything where areas measure in their own ways', () => {
    const differs = { en: 'They differ.', es: 'Difieren.' };
    expect(eachPair([cell('HND', 68), cell('SLV', 61)], { ...exact, differs }, 150).counts.apart).toBe(1);
  });

  test('the most figures are those with the greatest numbers; gaps have none', () => {
    const { cells } = eachPair(
      [cell('GTM', 31), cell('HND', 68), cell('SLV', 61), cell('MEX', null)],
      exact,
      2,
    );
    expect(cells.map((own) => own.cell.area)).toEqual(['HND', 'SLV']);
  });
});
