/** Reasons against a comparison: when each is given, of what, and in which words. */
import { describe, expect, test } from 'vitest';
import { subjectsOf } from '#stats/comparability/subject.ts';
import { comparabilityOf, verdictText } from '#stats/comparability/verdict.ts';
import type { Area, Dimension, Indicator, Source } from '#stats/model/catalogue.ts';
import type { Cell } from '#stats/model/observation.ts';
import { foundingIndicator } from '../founding.ts';
import { cellFrom } from '../transform/cells.ts';

const text = (en: string, es = en) => ({ en, es });
const AREAS: readonly Area[] = [
  { code: 'HND', kind: 'country', name: text('Honduras') },
  { code: 'SLV', kind: 'country', name: text('El Salvador') },
  { code: 'MEX', kind: 'country', name: text('Mexico', 'México') },
  { code: 'USA', kind: 'country', name: text('United States', 'Estados Unidos') },
  { code: 'others', kind: 'other', name: text('Others', 'Otros') },
  { code: 'nobody-knows', kind: 'unknown', name: text('Unknown', 'Desconocido') },
  {
    code: 'two',
    kind: 'group',
    members: [{ area: 'HND' }, { area: 'SLV' }],
    name: text('The two', 'Los dos'),
  },
];
const DIMENSIONS: readonly Dimension[] = [
  {
    id: 'sex',
    name: text('Sex', 'Sexo'),
    codes: [
      { code: 'f', name: text('women', 'mujeres') },
      { code: 'm', name: text('men', 'hombres') },
    ],
  },
];
const source = (id: string, kind: Source['kind'] = 'primary'): Source =>
  ({ id, kind, shortTitle: text(id.toUpperCase()) }) as unknown as Source;
const SOURCES = [source('a'), source('b', 'secondary')];
const of = (id: string, more: Partial<Indicator> = {}): Indicator => ({
  ...foundingIndicator(id),
  parts: [],
  ...more,
});
const RATE = of('homicide-rate');
const subjects = (cells: readonly Cell[], indicator = RATE) =>
  subjectsOf({
    cells: cells.map((cell) => ({ ...cell, indicator: indicator.id })),
    indicator,
    areas: AREAS,
    sources: SOURCES,
    dimensions: DIMENSIONS,
  });
const judged = (...sets: ReturnType<typeof subjects>[]) => comparabilityOf(sets.flat(), []);
const codes = (...sets: ReturnType<typeof subjects>[]): string[] =>
  judged(...sets).reasons.map(({ code, of }) => [code, ...of].join(' '));
const cell = (more: Partial<Cell> = {}, figure = '5', period = '2014'): Cell =>
  cellFrom(period, figure, more);

describe('what is measured', () => {
  test('two units are named, as codes and in words', () => {
    const units = [
      of('homicide-rate', { unit: { code: 'per-100k', label: text('per 100,000', 'por 100 000') } }),
      of('homicide-rate', { id: 'other', unit: { code: 'people', label: text('people', 'personas') } }),
    ];
    const [reason] = judged(...units.map((indicator) => subjects([cell()], indicator))).reasons;
    expect(reason).toMatchObject({
      code: 'unit',
      severity: 'apart',
      of: ['per-100k', 'people'],
      text: {
        en: 'They are in different units: per 100,000, people.',
        es: 'Están en unidades distintas: por 100 000, personas.',
      },
    });
  });

  test('two indicators of one unit are named, and each may have a definition of its own', () => {
    const other = of('homicide-rate', { id: 'other', title: text('Another rate', 'Otra tasa') });
    const sets = [subjects([cell()]), subjects([cell({ definition: 'wide' })], other)];
    expect(codes(...sets)).toEqual(['subject homicide-rate other']);
    expect(judged(...sets).reasons[0]?.text.en).toContain('Another rate');
    expect(codes(subjects([cell(), cell({ definition: 'wide' })]))).toEqual(['definition main wide']);
  });
});

test('what is counted is told in words, and a unit of a site by its own name', () => {
  const counting = (counted: string): Indicator => of('homicide-rate', { counted: counted, definitions: [] });
  const texts = (a: string, b: string) =>
    judged(subjects([cell()], counting(a)), subjects([cell({ area: 'SLV' })], counting(b))).reasons[0];
  expect(texts('persons', 'cases')?.of).toEqual(['persons', 'cases']);
  expect(texts('persons', 'cases')?.text.es).toContain('personas, casos');
  expect(texts('persons', 'vessels')?.text.es).toContain('personas, vessels');
});

describe('sources and their methods', () => {
  test('two sources are named; of those, the quoted one too', () => {
    const { reasons } = judged(subjects([cell(), cell({ source: 'b' })]));
    expect(reasons.map(({ code, of, text }) => [code, of, text.en])).toEqual([
      ['source', ['a', 'b'], 'They come from different sources: A, B.'],
      ['secondary-source', ['b'], 'Some are quoted from another publication: B.'],
    ]);
  });

  test('rounded figures are told beside others, and not beside their like', () => {
    const rounded = cell({ intervalKind: 'rounding' });
    expect(codes(subjects([rounded, { ...rounded, area: 'SLV' }]))).toEqual([]);
    expect(codes(subjects([rounded, cell({ area: 'SLV' })]))).toEqual(['rounding rounding none']);
  });

  test('intervals of two kinds are told; a point beside an interval is no second kind', () => {
    const [stated, confidence] = (['stated', 'confidence-95'] as const).map((intervalKind) =>
      cell({ intervalKind, area: intervalKind === 'stated' ? 'HND' : 'SLV' }),
    ) as [Cell, Cell];
    expect(codes(subjects([stated, confidence]))).toEqual(['interval-kind stated confidence-95']);
    expect(codes(subjects([stated, cell({ area: 'SLV' })]))).toEqual([]);
    expect(codes(subjects([stated, cell({ area: 'SLV', intervalKind: 'rounding' })]))).toEqual([
      'rounding stated rounding',
    ]);
  });

  test('a computed figure beside a published one is told, and two computed ones are alike', () => {
    const sum = cell({ computed: 'sum' });
    expect(codes(subjects([sum, cell({ area: 'SLV' })]))).toEqual(['computed']);
    expect(codes(subjects([sum, { ...sum, area: 'SLV' }]))).toEqual([]);
  });
});

describe('which part', () => {
  const women = cell({ breakdown: 'sex=f' });
  const men = cell({ breakdown: 'sex=m' });
  const scheme = { axis: 'breakdown', codes: ['sex=f', 'sex=m'] } as unknown as Indicator['parts'][number];

  test('a part beside its whole is told, by name', () => {
    const [reason] = judged(subjects([cell(), women])).reasons;
    expect(reason).toMatchObject({
      code: 'scope',
      of: ['_T', 'sex=f'],
      text: {
        en: 'They cover different parts: the whole, women.',
        es: 'Abarcan partes distintas: el total, mujeres.',
      },
    });
  });

  test('parts that the indicator declares beside each other need no note', () => {
    expect(codes(subjects([women, men]))).toEqual(['scope sex=f sex=m']);
    expect(codes(subjects([women, men], of('homicide-rate', { parts: [scheme] })))).toEqual([]);
    expect(codes(subjects([cell(), women], of('homicide-rate', { parts: [scheme] })))).toEqual([
      'scope _T sex=f',
    ]);
  });

  test('every indicator has to declare them', () => {
    const declared = of('homicide-rate', { parts: [scheme] });
    const other = of('homicide-rate', { id: 'other', unit: declared.unit });
    expect(codes(subjects([women], declared), subjects([men], other))).toContain('scope sex=f sex=m');
  });
});

describe('people and places', () => {
  const from = (area: string, counterpart: string): Cell => cell({ area, counterpart });

  test('several areas, or several origins of one area, are what comparisons are for', () => {
    expect(codes(subjects([from('HND', '_Z'), from('SLV', '_Z')]))).toEqual([]);
    expect(codes(subjects([from('USA', 'HND'), from('USA', 'SLV')]))).toEqual([]);
    expect(codes(subjects([from('USA', '_T'), from('MEX', '_Z')]))).toEqual([]);
  });

  test('if both differ, the origins are named', () => {
    const [reason] = judged(subjects([from('USA', 'HND'), from('MEX', 'SLV')])).reasons;
    expect(reason).toMatchObject({
      code: 'origin',
      of: ['HND', 'SLV'],
      text: {
        en: 'They are about people of different origins: Honduras, El Salvador.',
        es: 'Se refieren a personas de distinto origen: Honduras, El Salvador.',
      },
    });
    const noOrigin = judged(subjects([from('USA', 'MEX'), from('HND', '_Z')])).reasons[0];
    expect(noOrigin?.of).toEqual(['MEX', '_Z']);
    expect(noOrigin?.text.en).toContain('Mexico, everybody');
    const everybody = judged(subjects([from('USA', 'MEX'), from('MEX', '_T')])).reasons[0];
    expect(everybody?.text).toEqual(
      text(
        'They are about people of different origins: Mexico, everybody.',
        'Se refieren a personas de distinto origen: México, todas las personas.',
      ),
    );
  });

  test.each(['others', 'nobody-knows'])('a remainder is told beside a country: %s', (origin) => {
    expect(codes(subjects([from('USA', 'HND'), from('USA', origin)]))).toEqual([`origin HND ${origin}`]);
  });

  test('areas and origins that share people are named', () => {
    const [reason] = judged(subjects([from('two', '_Z'), from('SLV', '_Z')])).reasons;
    expect(reason?.of).toEqual(['two', 'SLV']);
    expect(reason?.text.en).toContain('The two, El Salvador');
    expect(reason?.text.es).toContain('Los dos, El Salvador');
    const all = judged(subjects([from('USA', 'HND'), from('USA', '_T')])).reasons[0];
    expect(all?.text.en).toContain('Honduras, everybody');
  });

  test('origins share people within one area, whichever it is', () => {
    const apart = [from('MEX', 'HND'), from('MEX', 'SLV')];
    const shared = [from('USA', 'HND'), from('USA', 'two')];
    const expected = ['origin HND SLV two', 'overlap HND two'];
    expect(codes(subjects([...apart, ...shared]))).toEqual(expected);
    expect(codes(subjects([...shared, ...apart])).at(-1)).toBe('overlap HND two');
    // Honduras in the United States and the group in Mexico are two sets of people.
    expect(codes(subjects([from('USA', 'HND'), from('MEX', 'two')]))).toEqual(['origin HND two']);
  });

  test('one figure that lacks members is enough', () => {
    const coverage = (present: number) => ({ present, expected: 3, weight: null });
    const series = [
      cell({ area: 'two', computed: 'sum', coverage: coverage(3) }, '5', '2013'),
      cell({ area: 'two', computed: 'sum', coverage: coverage(2) }),
    ];
    expect(codes(subjects(series))).toEqual(['coverage two']);
    expect(codes(subjects(series.slice(0, 1)))).toEqual([]);
  });
});

test('a verdict is one text, with its reasons after it', () => {
  const two = judged(subjects([cell(), cell({ area: 'SLV', source: 'b' })]));
  expect(verdictText(two, 'en')).toBe(
    'Comparable with notes. They come from different sources: A, B. Some are quoted from another publication: B.',
  );
  expect(verdictText(judged(subjects([cell()])), 'en')).toBe('Comparable.');
  expect(verdictText(two, 'es')).toMatch(/^Comparable con notas\. .* A, B\. .* B\.$/);
});
