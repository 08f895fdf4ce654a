/** Months as publishers print them, added up through a URL: the tables of `sources/` as they are now. */
import { beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { publishAll } from '#db/publish/publish.ts';
import { compileSources } from '#sources/compile/compile.ts';
import { hashRows } from '#sources/releases/committed.ts';
import { canonicalRow, compareCanonicalRows } from '#stats/model/canonical-row.ts';
import type { Cell } from '#stats/model/observation.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { testDatabase } from '../../setup/database.ts';
import { asker, type Ask } from '../asking.ts';

const { sql } = await testDatabase({ empty: true });
let ask: Ask;
/** The indicators whose rows are published here; all others would only take time. */
const ASKED = [
  'border-apprehensions',
  'border-encounters',
  'family-unit-apprehensions',
  'missing-migrants',
  'uac-apprehensions',
  'us-otm-apprehensions',
];

beforeAll(async () => {
  await migrate({ report: () => undefined });
  const { catalogue, observations } = compileSources('sources');
  const signed = new Map(catalogue.indicators.map((indicator) => [indicator.id, indicator.signed]));
  const rows = observations
    .filter(({ indicator }) => ASKED.includes(indicator))
    .map((observation) => canonicalRow(observation, signed.get(observation.indicator) ?? false))
    .sort(compareCanonicalRows);
  const release = {
    version: '1.0.0',
    date: '2026-11-22',
    note: { en: 'The sources as they are', es: 'Las fuentes como están' },
    contentHash: hashRows(rows),
    catalogue,
  };
  await publishAll([{ ...release, added: () => rows, closed: () => [] }], () => undefined);
  ({ ask } = await asker(sql, release.version));
}, 120_000);

const figures = (cells: readonly Cell[]): string[] =>
  cells.map((cell) => `${formatPeriod(cell.period)} ${cell.stated?.value} ${cell.computed}`);

describe('other than Mexican, October 2014 to April 2015', () => {
  const seven = 'origin=not-mexican&source=ohss-encounters-citizenship&time=2014-10/2015-04';

  test('the nationalities by month sum to 70,330 at the south-west border', async () => {
    const cells = await ask(
      'border-encounters',
      `${seven}&by=area~origin~breakdown&breakdown=border=southwest`,
    );
    expect(figures(cells)).toEqual(['2014-10/2015-04 70330 sum']);
    // Each cell is rounded to 10. Each of the 123 cells in the table may be off by 5 on either side; each
    // omitted zero, of 118 nationalities in seven months, by 5 above.
    expect(cells[0]?.stated).toMatchObject({ low: 70330 - 123 * 5, high: 70330 + 118 * 7 * 5 });
    expect(cells[0]?.coverage).toEqual({ present: 118, expected: 118, weight: null });
  });

  test('all borders together sum to 71,980', async () => {
    const cells = await ask('border-encounters', `${seven}&by=area~origin`);
    expect(figures(cells)).toEqual(['2014-10/2015-04 71980 sum']);
  });

  test('the figure of the document stays a published figure', async () => {
    const cells = await ask('us-otm-apprehensions', 'time=2014-10/2015-04');
    expect(cells.map((cell) => [formatPeriod(cell.period), cell.computed])).toEqual([
      ['2014-10/2015-04', null],
    ]);
  });
});

describe('fiscal years from the months of the Border Patrol, against those that it printed', () => {
  test.each(['border-apprehensions', 'uac-apprehensions', 'family-unit-apprehensions'])('%s', async (id) => {
    const southwest = 'source=cbp-usbp-monthly&breakdown=border=southwest&origin=_T';
    const printed = await ask(id, `${southwest}&basis=us-fiscal-year`);
    expect(printed.length).toBeGreaterThan(6);
    for (const { period, stated } of printed) {
      const months = `${period.start?.slice(0, 7)}/${period.end?.slice(0, 7)}`;
      const [sum] = await ask(id, `${southwest}&time=${months}`);
      expect([months, sum?.stated?.value], `printed ${stated?.value}`).toEqual([months, stated?.value]);
      expect(sum?.computed).toBe('sum');
    }
  });

  test('what is printed stands, and is not computed beside', async () => {
    const cells = await ask(
      'uac-apprehensions',
      'basis=us-fiscal-year&breakdown=border=southwest&origin=_T&time=FY2014',
    );
    expect(cells.map((cell) => [cell.source, cell.computed])).toEqual([
      ['ohss-encounters-family-status-annual', null],
      ['ohss-encounters-family-status', 'sum'],
      ['cbp-usbp-monthly', null],
      ['cbp-sector-profiles', null],
      ['migrant-crisis-2015', null],
    ]);
  });
});

describe('a series that is published by months alone', () => {
  const children = 'source=ohss-encounters-family-status&breakdown=border=southwest';

  test('has both kinds of year, and the last one names what it lacks', async () => {
    const fiscal = await ask('uac-apprehensions', `${children}&basis=us-fiscal-year&time=FY2024..FY2025`);
    expect(fiscal.map((cell) => cell.computed)).toEqual(['sum', 'sum']);
    expect(fiscal[0]?.coverage).toEqual({ present: 12, expected: 12, weight: null });
    expect(fiscal[1]?.gap).toEqual({
      code: 'period-missing',
      missing: ['12', '01', '02', '03', '04', '05', '06', '07', '08', '09'].map(
        (month) => `${month === '12' ? 2024 : 2025}-${month}`,
      ),
    });
    const [calendar] = await ask('uac-apprehensions', `${children}&basis=calendar-year&time=2014`);
    const months = await ask('uac-apprehensions', `${children}&basis=month&time=2014-01..2014-12`);
    expect(months).toHaveLength(12);
    expect(calendar?.stated?.value).toBe(months.reduce((sum, month) => sum + (month.stated?.value ?? 0), 0));
  });

  test('a month without a row is zero where the source leaves zeros out', async () => {
    const search = 'origin=ITA&source=ohss-encounters-citizenship&breakdown=border=southwest';
    const year = await ask('border-encounters', `${search}&basis=us-fiscal-year&time=FY2014..FY2015`);
    const rows = await ask('border-encounters', `${search}&time=2013-10..2015-09`);
    expect(rows.length).toBeLessThan(24);
    expect(year.map((cell) => cell.coverage?.present)).toEqual([12, 12]);
    expect(year.reduce((sum, cell) => sum + (cell.stated?.value ?? 0), 0)).toBe(
      rows.reduce((sum, row) => sum + (row.stated?.value ?? 0), 0),
    );
  });

  test('of deaths that nobody recorded there is no zero', async () => {
    const years = await ask('missing-migrants', 'basis=calendar-year&time=2014..2022');
    expect(years.some((year) => year.gap?.code === 'period-missing')).toBe(true);
  });

  test('a provisional month makes a provisional year', async () => {
    const [year] = await ask(
      'border-encounters',
      'source=cbp-sbo-encounters&basis=calendar-year&time=2024&origin=HND&breakdown=border=southwest;demographic=family',
    );
    expect(year?.stated).not.toBeNull();
    expect(year?.notes.map((note) => note.text.en)).toContain(
      'Provisional: the source says that some of these months may still change.',
    );
  });
});
