/** Years in a query: those made from months, and years written without their basis. */
import { describe, expect, test } from 'vitest';
import type { Indicator } from '#stats/model/catalogue.ts';
import { formatQuery } from '#stats/query/query.ts';
import { askableBases, basesToSum, lengthInSteps, stepOf, stepOfIndicator } from '#stats/query/time-bases.ts';
import { boundsOf, onlyEnd, parseTime } from '#stats/time/time-range.ts';
import { foundingIndicator, foundingQuery } from '../founding.ts';

describe('years of an indicator that is published by months', () => {
  const monthly: Indicator = { ...foundingIndicator('uac-apprehensions'), bases: ['month'] };

  test('may be asked for, where its figures can be added over time', () => {
    expect(askableBases(monthly)).toEqual([
      'month',
      'calendar-year',
      'us-fiscal-year',
      'quarter',
      'half-year',
    ]);
    const quarterly: Indicator = { ...monthly, bases: ['quarter'] };
    expect(askableBases(quarterly)).toEqual(['quarter', 'calendar-year', 'us-fiscal-year', 'half-year']);
    // A fiscal year begins in October, which no half year does.
    expect(askableBases({ ...monthly, bases: ['half-year'] })).toEqual(['half-year', 'calendar-year']);
    expect(askableBases({ ...monthly, additive: 'stock' })).toEqual(['month']);
    expect(askableBases({ ...monthly, measure: 'rate' })).toEqual(['month']);
    expect(askableBases({ ...monthly, measure: 'share', additive: 'none' })).toHaveLength(5);
    expect(askableBases({ ...monthly, bases: ['us-fiscal-year', 'month'] })[0]).toBe('us-fiscal-year');
  });

  test('are computed where years are asked for and months are not', () => {
    const time = { from: 'earliest', to: 'latest' };
    expect(basesToSum({ basis: ['us-fiscal-year'], time }, monthly)).toEqual(['us-fiscal-year']);
    expect(basesToSum({ basis: ['us-fiscal-year', 'month'], time }, monthly)).toEqual([]);
    expect(basesToSum({ basis: ['calendar-year'], time }, { ...monthly, bases: ['calendar-year'] })).toEqual(
      [],
    );
    const seven = { from: '2014-10/2015-04', to: '2014-10/2015-04' };
    expect(basesToSum({ basis: ['interval'], time: seven }, { ...monthly, additive: 'stock' })).toEqual([
      'interval',
    ]);
  });
});

describe('what years are added up from', () => {
  const by = (...bases: Indicator['bases']): Indicator => ({ ...foundingIndicator('homicides'), bases });

  test('is the shortest part of a year that is published', () => {
    expect(stepOf(by('calendar-year', 'half-year', 'quarter', 'month'))).toBe('month');
    expect(stepOf(by('half-year', 'quarter'))).toBe('quarter');
    expect(stepOf(by('half-year'))).toBe('half-year');
    expect(stepOf(by('calendar-year', 'day'))).toBeNull();
  });

  test('is a month of an indicator that is unknown or published by years', () => {
    const indicators = [by('quarter'), { ...by('calendar-year'), id: 'yearly' }];
    expect(stepOfIndicator('homicides', { indicators })).toBe('quarter');
    expect(stepOfIndicator('yearly', { indicators })).toBe('month');
    expect(stepOfIndicator('nothing', { indicators })).toBe('month');
  });

  test('is counted in each period', () => {
    expect(lengthInSteps('calendar-year', 'month')).toBe(12);
    expect(lengthInSteps('us-fiscal-year', 'quarter')).toBe(4);
    expect(lengthInSteps('half-year', 'quarter')).toBe(2);
    expect(lengthInSteps('quarter', 'month')).toBe(3);
    expect(lengthInSteps('calendar-year', 'half-year')).toBe(2);
  });

  test('is nothing for levels and rates, whatever they declare', () => {
    const time = { from: 'earliest', to: 'latest' };
    for (const measure of ['level', 'rate'] as const) {
      const monthly: Indicator = { ...by('month'), measure, additive: 'flow' };
      expect(askableBases(monthly)).toEqual(['month']);
      expect(basesToSum({ basis: ['calendar-year'], time }, monthly)).toEqual([]);
    }
  });
});

describe('a bare year', () => {
  test.each([
    ['calendar-year', '2014', '2014', '2014-01-01', '2014-12-31'],
    ['us-fiscal-year', '2014', 'FY2014', '2013-10-01', '2014-09-30'],
    ['us-fiscal-year', 'FY2014', 'FY2014', '2013-10-01', '2014-09-30'],
    ['interval', '2014', '2014', '2014-01-01', '2014-12-31'],
  ] as const)('of %s, %s, is %s: %s to %s', (basis, written, text, start, end) => {
    const span = parseTime(written, [basis]);
    expect(span).toEqual({ from: text, to: text });
    expect(boundsOf(span)).toEqual({ start, end });
  });

  test('is written out in a canonical address', () => {
    const id = 'uac-apprehensions';
    expect(formatQuery(foundingQuery(id, 'time=2010..2014'), foundingIndicator(id))).toBe(
      'time=FY2010..FY2014',
    );
  });

  test('latest alone is the last period on file, not a span', () => {
    expect(onlyEnd(parseTime('latest', ['calendar-year']))).toBe('latest');
    expect(onlyEnd(parseTime('latest..latest', ['calendar-year']))).toBe('latest');
    expect(onlyEnd(parseTime('2014..latest', ['calendar-year']))).toBeNull();
    expect(boundsOf(parseTime('2014..latest', ['calendar-year']))).toEqual({
      start: '2014-01-01',
      end: null,
    });
  });
});
