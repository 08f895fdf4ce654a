import { afterAll, describe, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../setup/database.ts';
import { askProduct, askJson } from './ask.ts';

await testDatabase();
afterAll(closeReader);

interface Told {
  readonly rows: readonly {
    readonly source: string;
    readonly counterpart: string;
    readonly breakdown: string;
    readonly computed: string | null;
  }[];
}

/**
 * The series of an answer: source, origin, breakdown, and whether it was published or by which rule it was
 * computed.
 */
async function series(address: string): Promise<string[]> {
  const { rows } = (await askJson(address)) as unknown as Told;
  const told = rows.map((row) =>
    [row.source, row.counterpart, row.breakdown, row.computed ?? 'published'].join(' '),
  );
  return [...new Set(told)];
}

const BORDERS = 'border=southwest+border=northern+border=coastal';

describe('an axis that by= leaves out', () => {
  test('gives the published total and the sums of its parts, each told as what it is', async () => {
    expect(await series('/data/1.1.0/border-apprehensions.json?by=area~source&time=FY2014')).toEqual([
      'cbp-usbp-monthly _T _T published',
      `cbp-usbp-monthly _T ${BORDERS} sum`,
      `cbp-southwest-apprehensions _T ${BORDERS} sum`,
      'cbp-apprehensions-by-origin MEX+other-than-mexican _T sum',
      `cbp-apprehensions-by-origin MEX+other-than-mexican ${BORDERS} sum`,
    ]);
  });

  test.each([
    ['origin', 'by=area~source&time=2014'],
    ['breakdown', 'by=area~source&time=2014&origin=SLV'],
  ])('is refused where no total of it is on file and its parts do not add up: %s', async (axis, search) => {
    const { status, text } = await askProduct(`/data/1.1.0/asylum-applications.json?${search}`);
    expect(status).toBe(400);
    expect(text).toContain(`by= leaves out ${axis}`);
  });
});
