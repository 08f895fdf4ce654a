import { describe, expect, test } from 'vitest';
import { LIMITS } from '#stats/limits.ts';
import { parseParameters } from '#stats/query-string.ts';
import { nearest } from '#stats/nearest.ts';
import { QUERY_PARAMETERS, parseQuery } from '#stats/query/query.ts';
import { parseTime } from '#stats/time/time-range.ts';
import { foundingQuery, foundingCatalogue, foundingIndicator, problemOf } from './founding.ts';

const problem = (search: string, id = 'homicide-rate') => problemOf(() => foundingQuery(id, search));

describe('what a bad query is told', () => {
  test.each([
    ['an unknown parameter', 'contry=HND', 'unknown-parameter', 'contry', 'country'],
    ['an unknown country', 'country=HDN', 'unknown-value', 'country', 'HND'],
    ['an unknown country in another script', 'country=%D0%93', 'unknown-value', 'country', undefined],
    ['a name half remembered', 'country=Hondurs', 'unknown-value', 'country', 'HND'],
    ['a name half remembered in Spanish', 'country=Mejico', 'unknown-value', 'country', 'MEX'],
    ['an unknown group', 'group=northen-triangle', 'unknown-value', 'group', 'northern-triangle'],
    ['an unknown origin', 'origin=HNDD', 'unknown-value', 'origin', 'HND'],
    ['the total as a country', 'country=_T', 'unknown-value', 'country', undefined],
    ['an unknown breakdown', 'breakdown=stage=aplied', 'unknown-value', 'breakdown', 'stage=applied'],
    [
      'a dimension named twice',
      'breakdown=stage=applied;stage=approved',
      'unknown-value',
      'breakdown',
      undefined,
    ],
    [
      'a breakdown named twice',
      'breakdown=stage=applied;stage=applied',
      'unknown-value',
      'breakdown',
      undefined,
    ],
    ['the total with a part', 'breakdown=_T;stage=applied', 'unknown-value', 'breakdown', 'stage=applied'],
    ['an unknown source', 'source=migrant-crisis-2016', 'unknown-value', 'source', 'migrant-crisis-2015'],
    ['a source of another indicator', 'source=ntd-2018-11-09', 'unknown-value', 'source', undefined],
    ['an unknown definition', 'definition=mane', 'unknown-value', 'definition', 'main'],
    ['a basis that is not on file', 'basis=us-fiscal-year', 'unknown-value', 'basis', undefined],
    ['an unknown axis', 'by=areas', 'unknown-value', 'by', 'area'],
    ['a parameter given twice', 'country=HND&country=SLV', 'repeated-parameter', 'country', undefined],
    ['a broken escape', 'country=%E0%A4', 'malformed', 'country', undefined],
    ['a control character', 'country=HND%00', 'malformed', 'country', undefined],
    ['no coverage at all', 'coverage=0', 'malformed', 'coverage', undefined],
    ['more than all members', 'coverage=1.5', 'malformed', 'coverage', undefined],
    ['more than all people', 'coverage=1.5:population', 'malformed', 'coverage', undefined],
    ['none of the people', 'coverage=0:population', 'malformed', 'coverage', undefined],
    ['coverage below nothing', 'coverage=-0.5', 'malformed', 'coverage', undefined],
    ['coverage in words', 'coverage=half', 'malformed', 'coverage', undefined],
    ['coverage of something else', 'coverage=0.5:area', 'malformed', 'coverage', undefined],
    ['coverage in percent', 'coverage=80', 'malformed', 'coverage', undefined],
    ['coverage with an exponent', 'coverage=1e-1', 'malformed', 'coverage', undefined],
    ['no time', 'time=', 'malformed', 'time', undefined],
    ['a year 0', 'time=0000', 'malformed', 'time', undefined],
    ['a span without an end as time', 'time=2014-10-01/..', 'malformed', 'time', undefined],
    ['a span of three', 'time=2010..2012..2014', 'malformed', 'time', undefined],
    ['a span that ends before it starts', 'time=2014..2010', 'malformed', 'time', undefined],
    ['a span from the latest on', 'time=latest..2014', 'malformed', 'time', undefined],
    ['a fiscal year among calendar years', 'time=FY2014', 'malformed', 'time', undefined],
    ['more years than the limit', 'time=0001..9999', 'too-many', 'time', undefined],
    ['more text than the limit', `country=${'x'.repeat(9000)}`, 'too-long', null, undefined],
  ])('%s', (_, search, code, parameter, near) => {
    const found = problem(search);
    expect(found).toMatchObject({ code, parameter });
    expect(found.nearest).toBe(near);
    expect(found.text.en).not.toBe('');
    expect(found.text.es).not.toBe(found.text.en);
    expect(found.accepted.length).toBeLessThanOrEqual(60);
  });

  test('what is accepted is listed', () => {
    expect(problem('contry=HND').accepted).toEqual(QUERY_PARAMETERS);
    expect(problem('by=areas').accepted).toEqual(['area', 'origin', 'breakdown', 'source']);
    expect(problem('country=HDN').accepted).not.toContain('_T');
    expect(problem('origin=HDN').accepted).toContain('_T');
    expect(problem('time=2014..2010').accepted).toEqual(['2010..2014']);
    expect(problem('time=FY2014').accepted).toContain('2014');
  });

  test('a bare year between two kinds of year is refused, and both forms are named', () => {
    const found = problem('basis=calendar-year~us-fiscal-year&time=2014', 'asylum-grant-share');
    expect(found).toMatchObject({ code: 'malformed', parameter: 'time', value: '2014' });
    expect(found.accepted).toEqual(['basis=calendar-year&time=2014', 'FY2014']);
    expect(
      foundingQuery('asylum-grant-share', 'basis=calendar-year~us-fiscal-year&time=FY2014').time.from,
    ).toBe('FY2014');
  });

  test('what a form accepts besides the query is not refused', () => {
    const parameters = parseParameters('tab=table&country=HND');
    expect(
      parseQuery(parameters, foundingIndicator('homicide-rate'), foundingCatalogue, ['tab']).country,
    ).toEqual(['HND']);
  });

  test('an inherited name is no code', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(problem(`country=${name}`)).toMatchObject({ code: 'unknown-value', parameter: 'country' });
      expect(problem(`${name}=1`)).toMatchObject({ code: 'unknown-parameter', parameter: name });
    }
  });

  test('SQL is a value like any other, and an unknown one', () => {
    expect(problem(`country=${encodeURIComponent("HND'); drop table rates; --")}`).code).toBe(
      'unknown-value',
    );
    expect(problem(`definition=${encodeURIComponent('{"main"}')}`).code).toBe('unknown-value');
  });
});

describe('how much a query may ask for', () => {
  const many = (n: number): string[] => Array.from({ length: n }, (_, i) => `A${String(i).padStart(3, '0')}`);
  const wide = {
    ...foundingCatalogue,
    areas: many(400).map((code) => ({ code, kind: 'country' as const, name: { en: code, es: code } })),
  };
  const read = (search: string) =>
    parseQuery(parseParameters(search), foundingIndicator('homicide-rate'), wide);

  test('300 areas are answered, 301 are refused', () => {
    expect(read(`country=${many(300).join('~')}`).country).toHaveLength(LIMITS.areas);
    expect(problemOf(() => read(`country=${many(301).join('~')}`))).toMatchObject({
      code: 'too-many',
      parameter: 'country',
    });
    expect(problemOf(() => read(`origin=${many(301).join('~')}`))).toMatchObject({
      code: 'too-many',
      parameter: 'origin',
    });
  });

  test('400 years are answered, 401 are refused', () => {
    expect(parseTime('1601..2000', ['calendar-year']).from).toBe('1601');
    expect(problemOf(() => parseTime('1600..2000', ['calendar-year'])).code).toBe('too-many');
  });

  test.each([
    ['1990-01..2023-04', ['month'], true],
    ['1990-01..2023-05', ['month'], false],
    ['1990..2022', ['month'], true],
    ['1990..2023', ['month'], false],
    ['1990..2023', ['calendar-year', 'month'], true],
    ['1990-01..2023-05', ['calendar-year', 'month'], false],
    ['2013-10-01..2014-12-31', ['calendar-year', 'us-fiscal-year'], true],
    ['2018-01-01..2019-02-04', ['day'], true],
    ['2018-01-01..2019-02-05', ['day'], false],
    ['1990-01/2023-04', ['interval'], true],
    ['1990-01/2023-05', ['interval'], false],
  ] as const)('months and days are periods too: %s of %s', (text, bases, answered) => {
    if (answered) expect(parseTime(text, bases).from).toBe(text.split('..')[0]);
    else expect(problemOf(() => parseTime(text, bases)).code).toBe('too-many');
  });

  test('a long value is not compared with every code, and is shown cut', () => {
    const found = problem(`country=${'ABC'.repeat(2000)}`);
    expect(found.value?.length).toBeLessThan(100);
    expect(found.nearest).toBeUndefined();
    expect(nearest('HDN', ['SDN', 'HND'])).toBe('HND');
    expect(nearest('x'.repeat(61), ['x'.repeat(60)])).toBeUndefined();
  });

  test('refusing the longest query there may be takes no time that is felt', () => {
    const began = performance.now();
    for (const text of ['~', 'HND~', '%41', 'country;', '..', '1', '=', '&']) {
      problemOf(() => read(`time=${text.repeat(8000 / text.length)}`));
      problemOf(() => read(`country=${text.repeat(8000 / text.length)}zz`));
    }
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
