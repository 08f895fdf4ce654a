/** What is made of several periods says why one of them has no figure, where its source says it. */
import { describe, expect, test } from 'vitest';
import { gapReason } from '#stats/format/gap.ts';
import type { Cell } from '#stats/model/observation.ts';
import { parsePeriod, type Period } from '#stats/time/period.ts';
import { changeOnYear } from '#stats/transform/change.ts';
import { indexToBase } from '#stats/transform/index-to-base.ts';
import { rollingMean } from '#stats/transform/rolling-mean.ts';
import { cellFrom, cellSummary } from './cells.ts';

const say = (cells: readonly Cell[]): string[] => cells.map(cellSummary);
const year = (text: string): Period => parsePeriod(text)!;

describe('a period that its source left empty', () => {
  const gapped = (code: 'suppressed' | 'withdrawn' | 'members-missing', period = '2013') =>
    cellFrom(period, '-', { gap: { code, missing: [] } });
  const [present, later] = [cellFrom('2014', '5'), cellFrom('2015', '6')];
  const options = { in: 'unit', signed: false, breaks: [] } as const;

  test.each(['suppressed', 'withdrawn'] as const)('keeps its reason: %s', (code) => {
    expect(say(changeOnYear([gapped(code), present], options))[1]).toBe(`${code} 2013`);
    expect(say(indexToBase([gapped(code), present], year('2013'), []))[1]).toBe(`${code} 2013`);
    const means = rollingMean([gapped(code), present], { ...options, measure: 'count', length: 2, per: 1 });
    expect(say(means)[1]).toBe(`${code} 2013`);
  });

  test('of several reasons, and of what was computed, it is a missing period', () => {
    expect(say(changeOnYear([gapped('members-missing'), present], options))[1]).toBe('period-missing 2013');
    const cells = [gapped('suppressed'), gapped('withdrawn', '2014'), later];
    const means = rollingMean(cells, { ...options, measure: 'count', length: 3, per: 1 });
    expect(say(means)[2]).toBe('period-missing 2013 2014');
  });

  test('is named in words', () => {
    const [, change] = changeOnYear([gapped('suppressed'), present], options);
    expect(change && gapReason(change, 'en')).toBe('suppressed by the source (2013)');
    expect(change && gapReason(change, 'es')).toBe('omitido por la fuente (2013)');
    expect(gapReason(gapped('suppressed'), 'en')).toBe('suppressed by the source');
  });
});
