/** The series of an answer as subjects of a verdict: their areas, their parts in words, what divided them. */
import { describe, expect, test } from 'vitest';
import { subjectsOf } from '#stats/comparability/subject.ts';
import type { Area, Dimension, Indicator, Source } from '#stats/model/catalogue.ts';
import type { Cell } from '#stats/model/observation.ts';
import { foundingIndicator } from '../founding.ts';
import { cellFrom } from '../transform/cells.ts';

const text = (en: string, es = en) => ({ en, es });
const AREAS: readonly Area[] = [
  { code: 'HND', kind: 'country', name: text('Honduras') },
  { code: 'KNA', kind: 'country', name: text('Saint Kitts', 'San Cristóbal'), smallPopulation: true },
  { code: 'HNTGU', kind: 'city', within: 'HND', limits: 'municipality', name: text('Tegucigalpa') },
  { code: 'both', kind: 'group', members: [{ area: 'HND' }, { area: 'KNA' }], name: text('Both', 'Ambos') },
];
const DIMENSIONS: readonly Dimension[] = [
  {
    id: 'border',
    name: text('Border', 'Frontera'),
    codes: [{ code: 'southwest', name: text('south-west border', 'frontera suroeste') }],
  },
  { id: 'sex', name: text('Sex', 'Sexo'), codes: [{ code: 'f', name: text('women', 'mujeres') }] },
];
const source = (id: string): Source => ({ id, kind: 'primary', shortTitle: text(id) }) as unknown as Source;
const indicator: Indicator = foundingIndicator('homicide-rate');
const answer = (cells: readonly Cell[], more: Partial<Parameters<typeof subjectsOf>[0]> = {}) =>
  subjectsOf({
    cells,
    indicator,
    areas: AREAS,
    sources: [source('a'), source('b')],
    dimensions: DIMENSIONS,
    ...more,
  });

describe('a subject', () => {
  test('is a series with a figure, of a source that is on file', () => {
    const cells = [
      cellFrom('2014', '5'),
      cellFrom('2015', '-'),
      cellFrom('2014', '-', { area: 'KNA' }),
      cellFrom('2014', '7', { source: 'unknown' }),
      cellFrom('2014', '8', { source: 'b' }),
    ];
    const subjects = answer(cells);
    expect(subjects.map(({ source, cells }) => [source.id, cells])).toEqual([
      ['a', [cells[0]]],
      ['b', [cells[4]]],
    ]);
    expect(subjects[0]).toMatchObject({
      key: { area: 'HND', source: 'a', basis: 'calendar-year' },
      indicator: { id: 'homicide-rate' },
    });
  });

  test('has its area as the catalogue has it, and what it covers', () => {
    const places = (...codes: string[]) => new Set(codes);
    const areaOf = (code: string) => answer([cellFrom('2014', '5', { area: code })])[0]?.area;
    expect(areaOf('HNTGU')).toStrictEqual({
      code: 'HNTGU',
      kind: 'city',
      name: text('Tegucigalpa'),
      limits: 'municipality',
      extent: { code: 'HNTGU', isEverything: false, places: places('HNTGU'), countries: places('HND') },
    });
    expect(areaOf('KNA')).toStrictEqual({
      code: 'KNA',
      kind: 'country',
      name: text('Saint Kitts', 'San Cristóbal'),
      smallPopulation: true,
      extent: { code: 'KNA', isEverything: false, places: places('KNA'), countries: places() },
    });
    expect(areaOf('both')?.extent.places).toEqual(places('HND', 'KNA'));
    expect(areaOf('XXX')).toStrictEqual({
      code: 'XXX',
      kind: 'unknown',
      extent: { code: 'XXX', isEverything: false, places: places('XXX'), countries: places() },
    });
  });

  test('has its origin in the same way', () => {
    const [subject] = answer([cellFrom('2014', '5', { counterpart: 'KNA' })]);
    expect(subject?.counterpart).toMatchObject({ code: 'KNA', smallPopulation: true });
  });

  test('names its part in both languages, and the total as the whole', () => {
    const partOf = (breakdown: string, dimensions: readonly Dimension[] | undefined = DIMENSIONS) =>
      subjectsOf({
        cells: [cellFrom('2014', '5', { breakdown })],
        indicator,
        areas: AREAS,
        sources: [source('a')],
        ...(dimensions && { dimensions }),
      })[0]?.part;
    expect(partOf('_T')).toEqual(text('the whole', 'el total'));
    expect(partOf('border=southwest')).toEqual(text('south-west border', 'frontera suroeste'));
    expect(partOf('border=southwest;sex=f')).toEqual(
      text('south-west border, women', 'frontera suroeste, mujeres'),
    );
  });
});

describe('what a ratio was divided by', () => {
  const ratio = { ...cellFrom('2014', '3'), transform: 'ratio' } as Cell;
  const divisor = cellFrom('2014', '5', { source: 'b', area: 'KNA' });
  const sourcesOf = (cells: readonly Cell[], more: Partial<Parameters<typeof subjectsOf>[0]> = {}) =>
    answer(cells, more).map((subject) => subject.source.id);

  test('is judged as if it were shown', () => {
    expect(sourcesOf([ratio], { divisors: [divisor] })).toEqual(['a', 'b']);
    expect(sourcesOf([cellFrom('2013', '3'), ratio], { divisors: [divisor] })).toEqual(['a', 'b']);
  });

  test('is not, if there is none', () => {
    expect(sourcesOf([ratio])).toEqual(['a']);
    expect(sourcesOf([ratio], { divisors: [] })).toEqual(['a']);
  });

  test('is not, if it is of another indicator or a whole', () => {
    const { id } = indicator;
    expect(sourcesOf([ratio], { divisors: [divisor], divisor: { ...indicator, id: `${id}-2` } })).toEqual([
      'a',
    ]);
    const share = { ...ratio, transform: 'share-of' } as Cell;
    expect(sourcesOf([share], { divisors: [divisor] })).toEqual(['a']);
    expect(sourcesOf([cellFrom('2014', '3')], { divisors: [divisor] })).toEqual(['a']);
  });
});
