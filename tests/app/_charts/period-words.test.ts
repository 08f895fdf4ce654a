import { describe, expect, it } from 'vitest';
import { parsePeriod, type PeriodStatus } from '#stats/time/period.ts';
import { formatPeriodShort, formatPeriodWords } from '#stats/format/period.ts';

const words = (text: string, language: 'en' | 'es', status: PeriodStatus = 'stated'): string => {
  const period = parsePeriod(text);
  if (!period) throw new Error(text);
  return formatPeriodWords(period, status, language);
};

describe('a period in words', () => {
  it.each([
    ['2014', '2014', '2014'],
    ['FY2014', 'FY2014', 'año fiscal 2014 (EE.\u00a0UU.)'],
    ['2014-10', 'Oct 2014', 'oct 2014'],
    ['2018-10-19', '19 Oct 2018', '19 oct 2018'],
    ['2014-10/2015-04', 'Oct 2014 to Apr 2015', 'oct 2014 a abr 2015'],
    ['2010-04/2010-09', 'Apr to Sep 2010', 'abr a sep 2010'],
    ['2009-06-28/2011-06-28', '28 Jun 2009 to 28 Jun 2011', '28 jun 2009 a 28 jun 2011'],
    ['2008-01-01/..', 'since 2008', 'desde 2008'],
    ['../2015-10-15', 'to 15 Oct 2015', 'hasta el 15 oct 2015'],
    ['annual@2015-11', 'a year (said Nov 2015)', 'al año (dicho en nov 2015)'],
    [
      'unstated@2018-10-20',
      'period not stated (said 20 Oct 2018)',
      'periodo no indicado (dicho el 20 oct 2018)',
    ],
  ])('reads %s as a person would', (text, en, es) => {
    expect(words(text, 'en')).toBe(en);
    expect(words(text, 'es')).toBe(es);
  });
  it('keeps the question mark of an assumed year', () => {
    expect(words('2014', 'en', 'assumed')).toBe('2014?');
    expect(words('FY2014', 'es', 'assumed')).toBe('año fiscal 2014? (EE.\u00a0UU.)');
  });
  it('is short on an axis, in both languages', () => {
    const period = parsePeriod('FY2014');
    expect(period && formatPeriodShort(period, 'stated', 'es')).toBe('FY2014');
  });
});
