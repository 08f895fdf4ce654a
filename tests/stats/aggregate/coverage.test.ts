import { expect, test } from 'vitest';
import { coveredKind } from '#stats/aggregate/coverage.ts';

const NORTHERN = { code: 'northern-triangle', kind: 'group' as const };
const key = (area: string, counterpart: string, breakdown: string) => ({ area, counterpart, breakdown });

test.each([
  ['a group of areas', key('northern-triangle', '_Z', '_T'), 'members'],
  ['areas that were added up', key('HND+SLV', '_Z', '_T'), 'members'],
  ['a group of origins', key('USA', 'northern-triangle', 'border=southwest'), 'members'],
  ['parts of a figure', key('USA', '_T', 'stage=applied+stage=interviewed'), 'parts'],
  ['members of two groups', key('northern-triangle', 'HND+SLV', '_T'), 'parts'],
  ['one place over its months', key('USA', '_T', 'border=southwest'), 'months'],
])('%s', (_, of, kind) => {
  expect(coveredKind([NORTHERN], of)).toBe(kind);
});
