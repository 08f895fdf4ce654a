/** The unit of a transformed figure. */
import { expect, test } from 'vitest';
import { unitOf } from '#stats/format/unit.ts';
import { TRANSFORM_IDS } from '#stats/model/query.ts';

const RATE = {
  measure: 'rate',
  unit: { code: 'per 100k', label: { en: 'Homicides per 100,000', es: 'Homicidios por 100 000' } },
} as const;
const COUNT = {
  measure: 'count',
  unit: { code: 'apprehensions', label: { en: 'Apprehensions', es: 'Aprehensiones' } },
} as const;

test('an index names its base year', () => {
  expect(unitOf('index', RATE, { base: '2014' })).toEqual({
    code: 'index 2014=100',
    label: { en: 'Index, 2014 = 100', es: 'Índice, 2014 = 100' },
  });
});

test('per capita says for how many of whom', () => {
  expect(unitOf('per-capita', COUNT, { of: 'origin', per: 100_000 }).label.en).toBe(
    'Apprehensions for every 100,000 people of the country of origin',
  );
});

test('a change of a share is in points, a change in percent is not', () => {
  const share = { ...RATE, measure: 'share' } as const;
  expect(unitOf('change', share).label.en).toMatch(/^Percentage points/);
  expect(unitOf('change', share).code).toBe('change in per 100k');
  expect(unitOf('change-percent', share).code).toBe('percent change');
  expect(unitOf('change', COUNT).code).toBe('change in apprehensions');
});

test('only the rolling mean keeps the unit', () => {
  const unchanged = TRANSFORM_IDS.filter((id) => unitOf(id, COUNT, { length: 3 }).code === COUNT.unit.code);
  expect(unchanged).toEqual(['rolling-mean']);
  expect(unitOf('rolling-mean', RATE, { length: 3, steps: 'years' }).label.es).toBe(
    'Homicidios por 100 000, media de 3 años',
  );
});
