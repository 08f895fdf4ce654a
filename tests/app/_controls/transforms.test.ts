/** The list "Show as" offers exactly the transforms that make sense. */
import { describe, expect, test } from 'vitest';
import { transformChoices } from '#app/_controls/transforms.ts';
import type { Indicator } from '#stats/model/catalogue.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import { parseTransform } from '#stats/query/transform.ts';
import { foundingCatalogue as catalogue, foundingIndicator as indicatorOf } from '../../stats/founding.ts';

const choice = (code: string) => ({ code, name: code });
const ON_FILE = {
  ends: ['FY2010', 'FY2011', 'FY2012', '2010', '2011', '2012'].map(choice),
  countries: ['HND', 'SLV'].map(choice),
  parts: [],
  cities: [],
  groups: [],
  origins: [],
  breakdowns: [],
};

const offered = (
  indicator: Indicator,
  search = '',
  onFile: Parameters<typeof transformChoices>[2] = ON_FILE,
  language: 'en' | 'es' = 'en',
) => {
  const query = parseQuery(parseParameters(search), indicator, catalogue);
  return transformChoices(indicator, query, onFile, language);
};
const codes = (...asked: Parameters<typeof offered>): string[] => offered(...asked).map((spec) => spec.code);

describe('what figures may be shown as', () => {
  const children: Indicator = { ...indicatorOf('uac-apprehensions'), bases: ['us-fiscal-year', 'month'] };

  test('a count: everything; a rate: neither per capita nor a share of the total', () => {
    expect(codes(children)).toEqual([
      'per-capita',
      'index:FY2010',
      'change',
      'change-percent',
      'share-of-total',
      'rolling-mean:3',
      'rank',
      'rank:time',
      'ratio:area=HND',
      'ratio:time=FY2010',
    ]);
    expect(codes(indicatorOf('homicide-rate'))).toEqual([
      'index:2010',
      'change',
      'change-percent',
      'rolling-mean:3',
      'rank',
      'rank:time',
      'ratio:area=HND',
      'ratio:time=2010',
    ]);
  });

  test('months have no index and are not divided by people', () => {
    expect(codes(children, 'basis=month')).toEqual([
      'change',
      'change-percent',
      'share-of-total',
      'rolling-mean:3',
      'rank',
      'rank:time',
      'ratio:area=HND',
    ]);
  });

  test('a part of the total is offered where the total is on file, and a ratio names what divides', () => {
    const flows = { ...children, counterpartRole: { en: 'Nationality', es: 'Nacionalidad' } };
    const onFile = { ...ON_FILE, origins: ['_T', 'HND'].map(choice) };
    expect(codes(flows, '', onFile)).toContain('share-of:origin=_T');
    expect(codes(flows, '', { ...ON_FILE, origins: ['GTM', 'HND'].map(choice) })).not.toContain(
      'share-of:origin=_T',
    );
    const named = offered(flows, 'country=SLV&transform=ratio:area=MEX', onFile, 'es');
    expect(named.filter(({ code }) => /ratio|share-of:|time/.test(code))).toEqual([
      { code: 'rank:time', name: 'Posición en el tiempo' },
      { code: 'ratio:area=SLV', name: 'Razón: veces la de SLV' },
      { code: 'ratio:time=FY2010', name: expect.stringMatching(/^Razón: veces la del año fiscal 2010/) },
      { code: 'share-of:origin=_T', name: 'Parte de un total: del total' },
      { code: 'ratio:area=MEX', name: 'Razón: veces la de MEX' },
    ]);
  });

  test('one area alone has no rank, and one year no change', () => {
    const alone = { ...ON_FILE, ends: [choice('FY2014')], countries: [choice('HND')] };
    expect(codes(children, '', alone)).toEqual(['per-capita']);
  });

  test('the people of the origin, where there are origins', () => {
    const flows = { ...children, counterpartRole: { en: 'Nationality', es: 'Nacionalidad' } };
    expect(codes(flows, '', { ...ON_FILE, origins: [choice('HND')] })).toContain('per-capita:origin');
    const asked = offered(
      flows,
      'transform=per-capita:origin',
      { ...ON_FILE, origins: [choice('HND')] },
      'es',
    );
    expect(asked.slice(0, 2)).toEqual([
      { code: 'per-capita', name: 'Por habitante' },
      { code: 'per-capita:origin', name: 'Por habitante del país de origen' },
    ]);
  });

  test('the base of an index is the first year that is shown, or the one of the address', () => {
    expect(codes(indicatorOf('homicide-rate'), 'time=2011..2012')).toContain('index:2011');
    expect(codes(indicatorOf('homicide-rate'), 'time=2011..2012&transform=index:2010')).toContain(
      'index:2010',
    );
    expect(codes(indicatorOf('homicide-rate'), 'transform=rolling-mean:5')).toContain('rolling-mean:5');
  });

  test('what is offered is accepted', () => {
    for (const code of codes(children)) {
      expect(() => parseTransform(code, children, ['us-fiscal-year'], catalogue)).not.toThrow();
    }
  });
});
