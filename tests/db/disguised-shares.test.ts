/** UNHCR disguises small numbers: what is made of shares of them keeps the interval. */
import { expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { publishAll } from '#db/publish/publish.ts';
import { committedRows, hashRows, readReleases } from '#sources/releases/committed.ts';
import { linesInForce } from '#sources/releases/merge.ts';
import type { CanonicalRow } from '#stats/model/canonical-row.ts';
import { testDatabase } from '../setup/database.ts';
import { asker } from './asking.ts';

/** Where 5 of 164 and 5 of 139 are printed, 1 to 9 were counted. */
const DISGUISED: Readonly<Record<string, Partial<CanonicalRow>>> = {
  '2007-01-01': {
    qualifier: 'range',
    value: '',
    low: '0.00625',
    high: '0.0548780487805',
    interval_kind: 'disclosure',
  },
  '2008-01-01': {
    qualifier: 'range',
    value: '',
    low: '0.00740740740741',
    high: '0.0629370629371',
    interval_kind: 'disclosure',
  },
};

const { sql } = await testDatabase({ empty: true });
const steps = readReleases('.').slice(0, 2);
const rows = (await committedRows(linesInForce(steps)))
  .filter(
    ({ indicator, counterpart, area }) =>
      indicator === 'asylum-grant-share' && area === 'USA' && ['HND', 'SLV', 'GTM'].includes(counterpart),
  )
  .map((row): CanonicalRow => {
    const isDisguised = row.counterpart === 'HND' && row.definition === 'of-all-closed';
    return isDisguised && row.breakdown === 'authority=courts'
      ? { ...row, ...DISGUISED[row.period_start] }
      : row;
  });
await migrate({ report: () => undefined });
await publishAll(
  [
    {
      version: '1.0.0',
      date: '2026-11-30',
      note: { en: 'A synthetic release', es: 'Una edición sintética' },
      catalogue: steps[1]!.catalogue,
      contentHash: hashRows(rows),
      added: () => rows,
      closed: () => [],
    },
  ],
  () => undefined,
);
const { ask } = await asker(sql, '1.0.0');
const COURTS = 'breakdown=authority%3Dcourts&country=USA&definition=of-all-closed';

test('the asylum share of the Northern Triangle in 2007 is as wide as that of Honduras makes it', async () => {
  const cells = await ask('asylum-grant-share', `${COURTS}&time=2007&origin=HND~SLV~GTM~northern-triangle`);
  const at = (code: string) => cells.find((cell) => cell.counterpart === code)!;
  const [honduras, group] = [at('HND'), at('northern-triangle')];
  expect(honduras.stated).toMatchObject({ value: null, low: 0.00625, high: 0.0548780487805 });
  expect(group).toMatchObject({ computed: 'ratio-of-sums', intervalKind: 'disclosure', gap: null });
  const members = [honduras, at('SLV'), at('GTM')];
  const cases = members.reduce((sum, { denominator }) => sum + (denominator ?? NaN), 0);
  const end = (side: 'low' | 'high'): number =>
    members.reduce(
      (sum, { stated, denominator }) => sum + (stated?.[side] ?? stated?.value ?? NaN) * (denominator ?? NaN),
      0,
    ) / cases;
  expect(group.stated?.value).toBeNull();
  expect(group.stated?.low).toBeCloseTo(end('low'), 10);
  expect(group.stated?.high).toBeCloseTo(end('high'), 10);
  expect(group.denominator).toBe(cases);
});

test('a rolling mean of them is an interval too', async () => {
  const [cell] = await ask('asylum-grant-share', `${COURTS}&origin=HND&time=2008&transform=rolling-mean:2`);
  expect(cell).toMatchObject({ transform: 'rolling-mean', intervalKind: 'disclosure', numerator: 10 });
  expect(cell?.stated?.value).toBeNull();
  expect(cell?.stated?.low).toBeCloseTo((0.00625 * 164 + 0.00740740740741 * 139) / 303, 10);
  expect(cell?.stated?.high).toBeCloseTo((0.0548780487805 * 164 + 0.0629370629371 * 139) / 303, 10);
});
