/** Every row of every release has an id that can be read back, and no two rows have the same. */
import { expect, test } from 'vitest';
import { committedRows, readReleases } from '#sources/releases/committed.ts';
import { linesInForce } from '#sources/releases/merge.ts';
import { formatObservationId, parseObservationId } from '#stats/model/observation-id.ts';
import type { Basis } from '#stats/time/period.ts';

const releases = readReleases('.');

test('the ids of all rows of the newest release are different and can be read back', async () => {
  const rows = await committedRows(linesInForce(releases));
  const ids = rows.map(({ period_start, period_end, basis, ...row }) => {
    const period = {
      basis: basis as Basis,
      start: period_start === '-infinity' ? null : period_start,
      end: period_end === 'infinity' ? null : period_end,
    };
    const id = formatObservationId({ ...row, period });
    const { indicator, source, area, counterpart, breakdown, definition } = row;
    expect(parseObservationId(id)).toEqual({
      ...{ indicator, source, area, counterpart, breakdown, definition, period },
      basis,
    });
    return id;
  });
  expect(ids.length).toBeGreaterThan(170_000);
  expect(new Set(ids).size).toBe(ids.length);
});

test('an id is short where nothing but area and period tells the rows of a source apart', () => {
  expect(parseObservationId('homicide-rate~owid-homicide-rate~HND~2012')).toMatchObject({
    area: 'HND',
    counterpart: '_Z',
    breakdown: '_T',
    period: { basis: 'calendar-year', start: '2012-01-01', end: '2012-12-31' },
  });
  expect(
    parseObservationId('cam-applications~migrant-crisis-2015~USA~HND~stage=applied~main~.._2015-10-15'),
  ).toMatchObject({ period: { basis: 'cumulative', start: null, end: '2015-10-15' } });
});

test.each([
  'homicide-rate~owid-homicide-rate~HND~_Z~_T~main~2012',
  'homicide-rate~owid-homicide-rate~HND',
  'homicide-rate~owid-homicide-rate~HND~20122',
  'homicide-rate~~HND~2012',
  '',
])('%s is no id', (text) => {
  expect(parseObservationId(text)).toBeNull();
});
