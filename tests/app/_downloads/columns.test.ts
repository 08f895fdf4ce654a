import { expect, test } from 'vitest';
import { COLUMN_NAMES } from '#app/_downloads/columns.ts';

/**
 * These columns stay, in this order; a new column is added after the last one
 * (docs/rules.md#csv-columns-are-frozen).
 */
const PROMISED =
  'Entity,Code,Year,indicator,measure,unit,counterpart,breakdown,definition,period,period_start,period_end,basis,value,low,high,low_inclusive,high_inclusive,qualifier,interval_kind,numerator,denominator,gap,coverage_members,coverage_weight,computed,source,edition,locator,attributed_to,printed,note,status,release'.split(
    ',',
  );

test('no column of a download has moved or gone: columns are only appended', () => {
  expect(COLUMN_NAMES.slice(0, PROMISED.length)).toEqual(PROMISED);
});
