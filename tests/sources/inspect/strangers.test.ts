/**
 * Files and sheets without a recipe, inspected as a new user would: the draft loads after a few edited lines
 * at most, and what it cannot determine is left to a person.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { draftRecipe } from '#sources/inspect/draft/draft.ts';
import { lookAt } from '#sources/inspect/look.ts';
import { describeShared } from '../../setup/shared.ts';
import { sourcesCatalogue, table } from '../recipe/read.ts';
import { filesIn } from '../recipe/reading.ts';
import { draftFor } from './drafting.ts';

describeShared('data', 'files that no recipe was written for', (data) => {
  const files = filesIn(data);
  const pathOf = (name: string): string => files.get(name) ?? name;

  it.each([
    ['KHSM Encounters (USBP) fy25m11.xlsx', 'Annual Citizenship', 2524, 'FY2000', 'FY2025'],
    ['KHSM Encounters (USBP) fy25m11.xlsx', 'Monthly Sector', 5830, '1999-10', '2024-11'],
    ['sector_profile_2011_2019.csv', undefined, 3240, 'FY2011', 'FY2019'],
    ['sw_border_deaths_two_vintages.csv', undefined, 660, 'FY1998', 'FY2019'],
    ['mexico_inm_apprehensions_press.csv', undefined, 19, '2013-01/2013-09', '2021'],
    ['cndh_kidnapping_press.csv', undefined, 4, '2008-09/2009-02', '2010-04/2010-09'],
  ])('%s (%s) loads with its draft unedited', async (name, sheet, observations, first, last) => {
    const { report } = await draftFor(pathOf(name), sheet === undefined ? {} : { sheet });
    expect(report.faults).toEqual([]);
    expect([report.observations, report.first, report.last]).toEqual([observations, first, last]);
  });

  it('incidents, one a row, load after one edit: rows named alike are added up', async () => {
    const path = pathOf('Global Missing Migrants Dataset.csv');
    const without = await draftFor(path);
    expect(without.report.faultCount).toBeGreaterThan(0);
    const { report } = await draftFor(path, {
      edits: [
        ['# group: true', 'group: true'],
        [
          'area: UNSD Geographical Grouping',
          'area: { column: UNSD Geographical Grouping, codes: { Uncategorized: _U } }',
        ],
        [
          'counterpart: Region of Incident',
          'counterpart: { column: Region of Incident, codes: { Mediterranean: _O } }',
        ],
      ],
    });
    expect(report.faults).toEqual([]);
    expect([report.first, report.last]).toEqual(['2014-01', '2023-07']);
  }, 60_000);

  it('applications for asylum load after two edits: names that are no areas, a dimension that the first lines do not show', async () => {
    const { report } = await draftFor(pathOf('asylum_applications.csv'), {
      edits: [
        [
          'area: { column: coo_iso, as: alpha-3 }',
          'area: { column: coo_iso, as: alpha-3, codes: { TIB: _O, UNK: _U, STA: _O } }',
        ],
        [
          '  dec-level: { column: dec_level }',
          '  dec-level: { column: dec_level }\n  procedure: { column: procedure_type }',
        ],
      ],
    });
    expect(report.faults).toEqual([]);
    expect(report.rows).toBe(120_597);
  }, 60_000);
});

describe('what a draft does not invent', () => {
  const dir = mkdtempSync(join(tmpdir(), 'cotejo-inspect-'));
  afterAll(() => rmSync(dir, { recursive: true }));
  const write = (content: string): string => {
    const path = join(dir, 'unknown.csv');
    writeFileSync(path, content);
    return path;
  };

  it('a period: without a column of years the draft is refused until a person says it', async () => {
    const path = write('Country,Rate\nHonduras,5.1\nMexico,6.2\n');
    const { report } = await draftFor(path);
    expect(report.faults.map((fault) => fault.rule)).toEqual([
      'period.constant: "PERIOD" is not a period; write 2014, FY2014, 2014-Q3, 2014-10 or 2013-01/2013-09',
    ]);
    const edited = await draftFor(path, { edits: [['constant: PERIOD', "constant: '2014'"]] });
    expect([edited.report.faultCount, edited.report.observations, edited.report.first]).toEqual([
      0,
      2,
      '2014',
    ]);
  });

  it('an area: without a column of areas it is unknown, not one that we know', async () => {
    const { draft, report } = await draftFor(write('Sector,Year,Deaths\neast,2014,3\nwest,2014,4\n'));
    expect(draft).toContain('area: { constant: _U } # edit:');
    expect(report.faultCount).toBe(0);
  });

  it('Namibia: a column of numbers and NA has a missing value, no area', async () => {
    const path = write('Country,Year,Deaths\nHonduras,2014,NA\nMexico,2014,NA\nPeru,2014,4\n');
    const look = await lookAt(path, table);
    expect(look.columns.find((column) => column.name === 'Deaths')?.areas.share).toBe(0);
    const { report } = await draftFor(path);
    expect([report.faultCount, [...report.gaps]]).toEqual([0, [['not-published', 2]]]);
  });

  it('one name for two: columns and places in another alphabet have ids of their own', async () => {
    const path = write(
      'Country,Тип,Пол,Year,Deaths\nHND,місто,жінки,2014,3\nHND,село,жінки,2014,4\nHND,місто,чоловіки,2014,5\nHND,село,чоловіки,2014,6\n',
    );
    const { draft, report } = await draftFor(path);
    const ids = [...draft.matchAll(/^ {2}(x-[0-9a-f]{8}): \{ column: (\S+) \}/gm)].map(([, id, name]) => [
      name,
      id,
    ]);
    expect(new Set(ids.map(([name]) => name))).toEqual(new Set(['Тип', 'Пол']));
    expect(new Set(ids.map(([, id]) => id)).size).toBe(2);
    expect([report.faultCount, report.observations]).toEqual([0, 4]);
  });

  it('a number: a list of names is told from a table', async () => {
    const path = write('code,name\nHND,Honduras\nMEX,Mexico\n');
    expect(draftRecipe(await lookAt(path, table), path, sourcesCatalogue, table).hasNumbers).toBe(false);
  });
});
