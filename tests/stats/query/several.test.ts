/** A query about several indicators: parsing and formatting are inverses, and nothing is ignored. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#sources/metadata/catalogue.ts';
import { formatSides, parseSides } from '#stats/query/several.ts';
import { parseParameters } from '#stats/query-string.ts';
import { BadQuery } from '#stats/problem.ts';

const catalogue = readCatalogue('sources');
const read = (text: string) => parseSides(parseParameters(text), catalogue);
const canonical = (text: string): string => formatSides(read(text), catalogue);

describe('a question about two indicators', () => {
  it('asks each for one figure of an area: its preferred source, and what its page opens with', () => {
    const [homicide, children] = read('indicators=homicide-rate~uac-apprehensions&time=2014');
    expect(homicide?.query).toMatchObject({ source: ['preferred'], definition: [], breakdown: [] });
    expect(children?.query).toMatchObject({
      breakdown: ['border=southwest'],
      basis: ['us-fiscal-year'],
      time: { from: 'FY2014', to: 'FY2014' },
    });
  });

  it('lays people by their origin beside places, where an indicator opens with origins', () => {
    const [, asylum] = read('country=HND~SLV&indicators=homicide-rate~asylum-applications');
    expect(asylum).toMatchObject({ place: 'origin', query: { origin: ['HND', 'SLV'], country: [] } });
    const [, there] = read('indicators=homicide-rate~asylum-applications&place.2=area');
    expect(there?.place).toBe('area');
  });

  it.each([
    ['indicators=homicide-rate~gini-index', 'indicators=homicide-rate~gini-index'],
    [
      'time=2014&indicators=homicide-rate~gini-index~homicide-rate',
      'indicators=homicide-rate~gini-index&time=2014',
    ],
    ['indicators=homicide-rate~gini-index&source.1=all', 'indicators=homicide-rate~gini-index&source.1=all'],
    [
      'indicators=homicide-rate~gini-index&source.1=preferred&place.1=area',
      'indicators=homicide-rate~gini-index',
    ],
    [
      'indicators=homicide-rate~uac-apprehensions&time=2014..2016&breakdown.2=border%3Dsouthwest',
      'indicators=homicide-rate~uac-apprehensions&time=2014..2016',
    ],
    [
      'indicators=homicide-rate~asylum-applications&country=HND~SLV&place.2=origin',
      'country=HND~SLV&indicators=homicide-rate~asylum-applications',
    ],
    [
      'indicators=asylum-applications~border-encounters&country=HND',
      'country=HND&indicators=asylum-applications~border-encounters',
    ],
    [
      'group=northern-triangle&indicators=homicide-rate~poverty-share&definition.2=national-line',
      'definition.2=national-line&group=northern-triangle&indicators=homicide-rate~poverty-share',
    ],
    // A parameter of one side stays with that side.
    [
      'indicators=homicide-rate~border-encounters&country=HND&origin.2=MEX',
      'country=HND&indicators=homicide-rate~border-encounters&origin.2=MEX',
    ],
    [
      'indicators=homicide-rate~border-encounters&origin.2=MEX~HND',
      'indicators=homicide-rate~border-encounters&origin.2=MEX~HND',
    ],
    [
      'indicators=asylum-applications~border-encounters&origin.1=HND&origin.2=SLV&country=MEX',
      'country=MEX&indicators=asylum-applications~border-encounters&origin.1=HND&origin.2=SLV',
    ],
    // The months of a fiscal year are not those of a calendar year.
    [
      'basis.1=month&basis.2=month&indicators=uac-apprehensions~family-unit-apprehensions&time=FY2014',
      'basis.1=month&basis.2=month&indicators=uac-apprehensions~family-unit-apprehensions&time=FY2014',
    ],
    [
      'indicators=uac-apprehensions~family-unit-apprehensions&time=FY2014',
      'indicators=uac-apprehensions~family-unit-apprehensions&time=2014',
    ],
    // A side may have areas of its own instead of the shared ones, or none where the others have some.
    [
      'indicators=homicide-rate~uac-apprehensions&country=HND&country.2=USA',
      'country=HND&country.2=USA&indicators=homicide-rate~uac-apprehensions',
    ],
    [
      'indicators=homicide-rate~gini-index&country.1=HND&country.2=HND',
      'country=HND&indicators=homicide-rate~gini-index',
    ],
    [
      'indicators=homicide-rate~gini-index&country=HND&country.2=',
      'country=HND&country.2=&indicators=homicide-rate~gini-index',
    ],
    [
      'indicators=homicide-rate~gini-index&country.2=northern-triangle~HND',
      'country.2=HND~northern-triangle&indicators=homicide-rate~gini-index',
    ],
    [
      'indicators=homicide-rate~border-encounters&country.1=SLV&origin.2=HND',
      'country.1=SLV&indicators=homicide-rate~border-encounters&origin.2=HND',
    ],
    // A single interval has its own basis, whatever a page opens with.
    [
      'indicators=uac-apprehensions~family-unit-apprehensions&time=2014-10/2015-04',
      'indicators=uac-apprehensions~family-unit-apprehensions&time=2014-10/2015-04',
    ],
    ['indicators=homicide-rate~gini-index&year=2014', 'indicators=homicide-rate~gini-index&time=2014'],
  ])('%s is written %s', (sides, text) => {
    expect(canonical(sides)).toBe(text);
    expect(canonical(text)).toBe(text);
    expect(read(text)).toEqual(read(sides));
  });

  it.each([
    ['', 'indicators'],
    ['indicators=homicide-rate', 'indicators'],
    ['indicators=homicide-rate~gini', 'indicators'],
    ['indicators=homicide-rate~gini-index&breakdown=_T', 'breakdown'],
    ['indicators=homicide-rate~gini-index&source.3=all', 'source.3'],
    ['indicators=homicide-rate~gini-index&source.2=owid-homicide-rate', 'source.2'],
    ['indicators=homicide-rate~gini-index&place.1=origin', 'place.1'],
    ['indicators=homicide-rate~asylum-applications&country=XXX', 'country'],
    ['indicators=homicide-rate~asylum-applications&country.1=XXX', 'country.1'],
    ['indicators=asylum-applications~homicide-rate&country=XXX', 'country'],
    ['indicators=asylum-applications~homicide-rate&country=HND&origin.1=XXX', 'origin.1'],
    ['indicators=asylum-applications~homicide-rate&stackMode=relative', 'transform'],
    ['indicators=homicide-rate~gini-index&time=yesterday', 'time'],
    [
      `indicators=${catalogue.indicators
        .slice(0, 9)
        .map((indicator) => indicator.id)
        .join('~')}`,
      'indicators',
    ],
  ])('%s is refused, naming %s', (sides, parameter) => {
    let problem: unknown = null;
    try {
      read(sides);
    } catch (error) {
      problem = error instanceof BadQuery ? error.problem.parameter : error;
    }
    expect(problem).toBe(parameter);
  });

  it('has one text for one meaning, which reads back to it: 500 random questions', () => {
    const some = (values: readonly string[], most: number) =>
      fc
        .subarray([...values], { maxLength: most })
        .chain((list) => fc.shuffledSubarray(list, { minLength: list.length }))
        .map((list) => list.join('~'));
    const origins = ['HND', 'SLV', 'MEX', 'northern-triangle', '_T'];
    const parameter: Readonly<Record<string, fc.Arbitrary<string>>> = {
      country: some(['HND', 'SLV', 'MEX', 'northern-triangle'], 3),
      group: some(['northern-triangle', 'm49-013'], 2),
      time: fc.constantFrom(
        '2014',
        'FY2014',
        'FY2012..2014',
        '2010..',
        'latest',
        '2014-10/2015-04',
        '2014-10..FY2016',
      ),
      'basis.1': fc.constantFrom('month', 'us-fiscal-year', 'calendar-year~us-fiscal-year', ''),
      'basis.2': fc.constantFrom('month', 'us-fiscal-year', ''),
      'origin.1': some(origins, 3),
      'origin.2': some(origins, 3),
      'place.1': fc.constantFrom('area', 'origin'),
      'place.2': fc.constantFrom('area', 'origin'),
      'source.1': fc.constantFrom('all', 'preferred', ''),
      'transform.1': fc.constantFrom('change', 'rank', 'index:2014', 'per-capita:origin'),
      'breakdown.2': fc.constantFrom('border=southwest', '', '_T'),
    };
    const question = fc.record(parameter, { requiredKeys: [] });
    const indicators = fc.shuffledSubarray(
      ['homicide-rate', 'border-encounters', 'uac-apprehensions', 'asylum-grant-share'],
      { minLength: 2, maxLength: 2 },
    );
    let understood = 0;
    fc.assert(
      fc.property(question, indicators, (values, ids) => {
        const asked = Object.entries({ ...values, indicators: ids.join('~') })
          .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
          .join('&');
        let sides: ReturnType<typeof read>;
        try {
          sides = read(asked);
        } catch (error) {
          expect(error).toBeInstanceOf(BadQuery);
          return;
        }
        understood += 1;
        const text = formatSides(sides, catalogue);
        expect(read(text)).toEqual(sides);
        expect(canonical(text)).toBe(text);
      }),
      { numRuns: 500 },
    );
    expect(understood).toBeGreaterThan(100);
  });
});
