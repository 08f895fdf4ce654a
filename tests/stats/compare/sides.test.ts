/** A question about several indicators: its text and its meaning undo each other, and nothing is ignored. */
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#sources/catalogue.ts';
import { formatSides, parseSides } from '#stats/compare/sides.ts';
import { parseParameters } from '#stats/parameters.ts';
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
  ])('%s is written %s', (asked, text) => {
    expect(canonical(asked)).toBe(text);
    expect(canonical(text)).toBe(text);
    expect(read(text)).toEqual(read(asked));
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
    ['indicators=asylum-applications~homicide-rate&country=XXX', 'country'],
    ['indicators=homicide-rate~gini-index&time=yesterday', 'time'],
    [
      `indicators=${catalogue.indicators
        .slice(0, 9)
        .map((one) => one.id)
        .join('~')}`,
      'indicators',
    ],
  ])('%s is refused, naming %s', (asked, parameter) => {
    let problem: unknown = null;
    try {
      read(asked);
    } catch (error) {
      problem = error instanceof BadQuery ? error.problem.parameter : error;
    }
    expect(problem).toBe(parameter);
  });
});
