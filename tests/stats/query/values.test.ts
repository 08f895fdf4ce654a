/** The values of single parameters: areas by name, breakdowns, coverage and sources. */
import { describe, expect, test } from 'vitest';
import type { Area, Catalogue } from '#stats/model/catalogue.ts';
import {
  areaTexts,
  breakdownsOf,
  findArea,
  formatCoverage,
  parseCoverage,
  parseSources,
} from '#stats/query/values.ts';
import { foundingCatalogue, foundingIndicator, problemOf } from '../founding.ts';

const area = (code: string, kind: Area['kind'], en: string, es = en): Area => ({
  code,
  kind,
  name: { en, es },
});
const catalogue: Catalogue = {
  ...foundingCatalogue,
  areas: [
    area('GRD', 'country', 'Granada'),
    area('NI-GR', 'region', 'Granada'),
    area('NI-MN', 'region', 'Managua'),
    area('HND', 'country', 'Honduras'),
    area('RSJ', 'country', 'Rio San Jos'),
    area('GTGUA', 'city', 'Guatemala City', 'Ciudad de Guatemala'),
  ],
  dimensions: ['border', 'sex', 'stage'].map((id) => ({
    id,
    name: { en: id, es: id },
    codes: ['a', 'b'].map((code) => ({ code, name: { en: code, es: code } })),
  })),
};

describe('the areas of a list', () => {
  test.each<[string, string[]]>([
    ['HND~GRD', ['HND', 'GRD']],
    ['HND GRD', ['HND', 'GRD']],
    // A name of short words is a name before it is a list of codes.
    ['Rio San Jos', ['Rio San Jos']],
    ['Guatemala City', ['Guatemala City']],
    ['Guatemala Cty', ['Guatemala Cty']],
  ])('%s: %j', (text, texts) => expect(areaTexts(catalogue, text)).toEqual(texts));

  test('a name that a country and a department share is the country', () => {
    expect(findArea(catalogue, 'country', 'granada', 'all').code).toBe('GRD');
    const turned = { ...catalogue, areas: [...catalogue.areas].reverse() };
    expect(findArea(turned, 'country', 'Granada', 'all').code).toBe('GRD');
    expect(findArea(catalogue, 'country', 'Managua', 'all').code).toBe('NI-MN');
  });

  test('a misspelt name is told its code', () => {
    const problem = problemOf(() => findArea(catalogue, 'country', 'Guatemala Cty', 'all'));
    expect(problem).toMatchObject({ code: 'unknown-value', parameter: 'country', nearest: 'GTGUA' });
  });
});

describe('coverage=', () => {
  const weighted = foundingIndicator('homicide-rate');
  const counted = { id: 'homicides' };

  test.each([
    ['0.8', { coverage: 0.8 }],
    ['.5', { coverage: 0.5 }],
    ['1', { coverage: 1 }],
    ['0.98:population', { coverage: 0.98, coverageOf: 'population' }],
  ] as const)('%s', (text, coverage) => {
    expect(parseCoverage(text, weighted)).toEqual(coverage);
  });

  test('is a share of the members alone where an indicator has no population', () => {
    expect(parseCoverage('0.8', counted)).toEqual({ coverage: 0.8 });
    expect(problemOf(() => parseCoverage('0.8:population', counted))).toMatchObject({
      code: 'malformed',
      parameter: 'coverage',
      value: '0.8:population',
      accepted: ['0.8'],
    });
  });

  test.each(['0', '1.5', '-0.5', 'half', '80', '1e-1', '', '0.8:people', '0.12345'])(
    '%j is refused, with what is accepted',
    (text) => {
      expect(problemOf(() => parseCoverage(text, weighted))).toMatchObject({
        code: 'malformed',
        parameter: 'coverage',
        accepted: ['1', '0.8', '0.98:population'],
      });
    },
  );

  test('the usual coverage is not written, any other is', () => {
    expect(formatCoverage(parseCoverage(undefined, weighted))).toBe('');
    expect(formatCoverage(parseCoverage('.5', weighted))).toBe('0.5');
    expect(formatCoverage(parseCoverage('1:population', weighted))).toBe('1:population');
  });
});

describe('a breakdown', () => {
  const indicator = {
    ...foundingIndicator('homicide-rate'),
    parts: [
      {
        axis: 'breakdown' as const,
        codes: ['border=a;sex=b', 'border=b;sex=b'],
        text: { en: 'parts', es: 'partes' },
      },
    ],
  } as unknown as Parameters<typeof breakdownsOf>[1];
  const read = (parameter: string, text: string): string =>
    breakdownsOf(catalogue, indicator)(parameter, text);

  test('has its codes in the order of the dimensions, whichever way they are written', () => {
    expect(read('breakdown', 'stage=a;border=b;sex=a')).toBe('border=b;sex=a;stage=a');
    expect(read('breakdown', 'sex=a;stage=a;border=b')).toBe('border=b;sex=a;stage=a');
    expect(read('breakdown', '_T')).toBe('_T');
  });

  test.each(['sex', 'sex=c', 'colour=a', 'sex=a;sex=b', 'sex=a;sex=a', 'sex=a;colour=b', '', ';'])(
    '%j is none',
    (text) => {
      const problem = problemOf(() => read('breakdown', text));
      expect(problem).toMatchObject({ code: 'unknown-value', parameter: 'breakdown' });
    },
  );

  test('that is refused is told the total, the declared parts, then every code', () => {
    expect(problemOf(() => read('over', 'sex=c')).accepted).toEqual([
      '_T',
      'border=a;sex=b',
      'border=b;sex=b',
      'border=a',
      'border=b',
      'sex=a',
      'sex=b',
      'stage=a',
      'stage=b',
    ]);
  });
});

describe('source=', () => {
  const indicator = { ...foundingIndicator('homicide-rate'), sources: ['x', 'y'] };

  test('all sources are no list, and the preferred one is a word', () => {
    expect(parseSources(undefined, indicator)).toEqual([]);
    expect(parseSources('all', indicator)).toEqual([]);
    expect(parseSources('y~x', indicator)).toEqual(['y', 'x']);
    expect(parseSources('preferred', indicator)).toEqual(['preferred']);
    expect(parseSources('preferred', { ...indicator, sources: ['x'] })).toEqual([]);
  });

  test('a word for all or one of them stands alone', () => {
    for (const word of ['all', 'preferred'])
      expect(problemOf(() => parseSources(`x~${word}`, indicator))).toMatchObject({
        code: 'malformed',
        parameter: 'source',
        value: `x~${word}`,
        accepted: [word, 'x', 'y'],
      });
  });

  test('an unknown source is told the sources and both words', () => {
    expect(problemOf(() => parseSources('z', indicator))).toMatchObject({
      code: 'unknown-value',
      parameter: 'source',
      accepted: ['x', 'y', 'all', 'preferred'],
    });
  });
});
