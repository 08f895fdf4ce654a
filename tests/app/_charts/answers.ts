/**
 * Answers to draw, with figures as the founding documents and the World Bank print them. Only what a chart
 * looks at is filled in.
 */
import type { Area, Dimension, Indicator, Source } from '#stats/catalogue.ts';
import type { Comparison } from '#stats/comparison.ts';
import type { Qualifier, Stated } from '#stats/hedge.ts';
import type { Text } from '#stats/language.ts';
import type { Cell } from '#stats/observation.ts';
import { parsePeriod, type PeriodStatus } from '#stats/period.ts';

const both = (en: string, es = en): Text => ({ en, es });

const AREAS: readonly Area[] = [
  { code: 'HND', kind: 'country', name: both('Honduras') },
  { code: 'SLV', kind: 'country', name: both('El Salvador') },
  { code: 'GTM', kind: 'country', name: both('Guatemala') },
  { code: 'MEX', kind: 'country', name: both('Mexico', 'México') },
  { code: 'USA', kind: 'country', name: both('United States', 'Estados Unidos') },
  { code: 'CAN', kind: 'country', name: both('Canada', 'Canadá') },
  { code: 'CRI', kind: 'country', name: both('Costa Rica') },
  { code: 'SVSAL', kind: 'city', within: 'SLV', name: both('San Salvador') },
  { code: 'HNTGU', kind: 'city', within: 'HND', name: both('Tegucigalpa') },
  { code: 'HNSAP', kind: 'city', within: 'HND', name: both('San Pedro Sula') },
  { code: 'GTGUA', kind: 'city', within: 'GTM', name: both('Guatemala City', 'Ciudad de Guatemala') },
  { code: 'northern-triangle', kind: 'group', name: both('Northern Triangle', 'Triángulo Norte') },
  { code: 'central-america-7', kind: 'group', name: both('Central America', 'Centroamérica') },
  { code: 'mexico-and-guatemala', kind: 'group', name: both('Mexico and Guatemala', 'México y Guatemala') },
];

const DIMENSIONS: readonly Dimension[] = [
  {
    id: 'caravan',
    name: both('Caravan', 'Caravana'),
    codes: [
      { code: 'first', name: both('First caravan', 'Primera caravana') },
      { code: 'second-and-third', name: both('Second and third caravans', 'Segunda y tercera caravanas') },
      { code: 'all', name: both('Everyone on the road', 'Todas las personas en camino') },
    ],
  },
  {
    id: 'border',
    name: both('Border', 'Frontera'),
    codes: [{ code: 'southwest', name: both('US south-west border', 'Frontera suroeste de EE. UU.') }],
  },
];

const source = (id: string, kind: Source['kind'], short: Text, title = short): Source => ({
  id,
  kind,
  form: kind === 'primary' ? 'series' : 'publication',
  title,
  shortTitle: short,
  publisher: '',
  published: '2015-11',
  licence: { name: 'CC BY 4.0' },
  redistribute: 'yes',
  redistributeReason: '',
});

const SOURCES: readonly Source[] = [
  source('migrant-crisis-2015', 'secondary', both('Report of November 2015', 'Informe de noviembre de 2015')),
  source('wsws-2018-10-20', 'secondary', both('WSWS, 20 October 2018', 'WSWS, 20 de octubre de 2018')),
  source('wsws-2018-10-26', 'secondary', both('WSWS, 26 October 2018', 'WSWS, 26 de octubre de 2018')),
  source(
    'ntd-2018-11-09',
    'secondary',
    both('NTD News, 9 November 2018', 'NTD News, 9 de noviembre de 2018'),
  ),
  source(
    'caravan-opinion-2018',
    'secondary',
    both('Opinion piece, November 2018', 'Artículo de opinión, noviembre de 2018'),
  ),
  source('world-bank-population', 'primary', both('World Bank', 'Banco Mundial')),
  source('unodc-2025', 'primary', both('UNODC, 2025', 'UNODC, 2025')),
  source('usbp-2019', 'primary', both('US Border Patrol, 2019', 'Patrulla Fronteriza, 2019')),
];

const indicator = (
  id: string,
  measure: Indicator['measure'],
  title: Text,
  unit: Text,
  more: Partial<Indicator> = {},
): Indicator => ({
  id,
  measure,
  title,
  definition: title,
  unit: { code: unit.en, label: unit },
  decimals: measure === 'rate' || measure === 'share' ? 1 : 0,
  areaRole: both('Where', 'Dónde'),
  counted: 'persons',
  additive: 'flow',
  signed: false,
  bases: ['calendar-year'],
  sources: [],
  definitions: [],
  parts: [],
  notes: [],
  ...more,
});

/** A figure as it is printed: `['more-than', 20000]`, `['range', 4000, 5000]`, a plain number. */
export type Print =
  number | readonly [Qualifier, number] | readonly ['range' | 'about' | 'exact', number, number] | null;

export function stated(print: Print): Stated | null {
  if (print === null) return null;
  if (typeof print === 'number') return { qualifier: 'exact', value: print, low: null, high: null };
  const [qualifier, a, b] = print;
  if (b !== undefined) return { qualifier, value: null, low: a, high: b };
  if (qualifier === 'exact' || qualifier === 'about') return { qualifier, value: a, low: null, high: null };
  const below = qualifier === 'less-than' || qualifier === 'at-most' || qualifier === 'nearly';
  return { qualifier, value: null, low: below ? null : a, high: below ? a : null };
}

export interface Said extends Partial<Omit<Cell, 'stated' | 'period'>> {
  readonly status?: PeriodStatus;
}

export function cell(of: Indicator, area: string, period: string, print: Print, said: Said = {}): Cell {
  const when = parsePeriod(period);
  if (!when) throw new Error(`no period: ${period}`);
  const { status, ...rest } = said;
  return {
    indicator: of.id,
    source: 'migrant-crisis-2015',
    area,
    counterpart: '_Z',
    breakdown: '_T',
    definition: 'main',
    basis: when.basis,
    period: when,
    periodStatus: status ?? 'stated',
    stated: stated(print),
    lowInclusive: null,
    highInclusive: null,
    intervalKind: 'none',
    numerator: null,
    denominator: null,
    gap: print === null ? { code: 'not-published', missing: [] } : null,
    coverage: null,
    computed: null,
    editions: [],
    attributedTo: null,
    locator: null,
    printed: null,
    notes: [],
    ...rest,
  };
}

export const answer = (
  of: Indicator,
  cells: readonly Cell[],
  more: Partial<Comparison> = {},
): Comparison => ({
  release: { version: '1.0.0', date: '2026-11-22', note: both('First'), contentHash: '' },
  language: 'en',
  query: {
    indicator: of.id,
    country: [],
    group: [],
    origin: [],
    breakdown: [],
    definition: [],
    source: [],
    basis: of.bases,
    time: { from: 'earliest', to: 'latest' },
    by: ['area', 'origin', 'breakdown', 'source'],
    coverage: 1,
  },
  indicator: of,
  areas: AREAS,
  dimensions: DIMENSIONS,
  sources: SOURCES.filter((s) => cells.some((c) => c.source === s.id)),
  editions: [],
  cells,
  ...more,
});

const CARAVAN = indicator(
  'caravan-size',
  'estimate',
  both('Size of the caravan', 'Tamaño de la caravana'),
  both('People', 'Personas'),
  { bases: ['day'] },
);
const caravan = (
  area: string,
  origin: string,
  part: string,
  day: string,
  print: Print,
  source: string,
  n: number,
  to: string | null = null,
): Cell =>
  cell(CARAVAN, area, day, print, {
    counterpart: origin,
    breakdown: `caravan=${part}`,
    source,
    locator: `paragraph ${n}`,
    attributedTo: to,
  });

/** F31 to F36: what the documents say of the caravan's size. */
export const CARAVAN_SIZES = answer(CARAVAN, [
  caravan('GTM', 'HND', 'first', '2018-10-19', ['more-than', 4000], 'wsws-2018-10-20', 2),
  caravan('MEX', 'central-america-7', 'first', '2018-10-26', 7000, 'wsws-2018-10-26', 15),
  caravan('MEX', 'central-america-7', 'first', '2018-11-09', ['range', 4000, 5000], 'ntd-2018-11-09', 4),
  caravan(
    'MEX',
    'central-america-7',
    'second-and-third',
    '2018-11-09',
    ['about', 4000],
    'ntd-2018-11-09',
    7,
    'International Organization for Migration, Mexico representative',
  ),
  caravan(
    'mexico-and-guatemala',
    'central-america-7',
    'all',
    '2018-10-26',
    ['about', 14000],
    'wsws-2018-10-26',
    21,
    'El Universal',
  ),
  caravan('MEX', 'central-america-7', 'all', '2018-11-14', ['nearly', 10000], 'caravan-opinion-2018', 1),
]);

export const HOMICIDE = indicator(
  'homicide-rate',
  'rate',
  both('Homicide rate', 'Tasa de homicidios'),
  both('Homicides per 100,000 people', 'Homicidios por cada 100 000 personas'),
  { per: 100_000, additive: 'none' },
);
const assumed: Said = { status: 'assumed', locator: 'paragraph 10' };
const printed8: Said = { locator: 'paragraph 8', attributedTo: 'Homicide Monitor, Igarapé Institute' };

/** F01 to F11 with the group computed from three of them. */
export const HOMICIDE_PRINTED = answer(HOMICIDE, [
  cell(HOMICIDE, 'SLV', '2014', 61.1, printed8),
  cell(HOMICIDE, 'HND', '2012', 92, { locator: 'paragraph 9' }),
  cell(HOMICIDE, 'HND', '2014', 68, printed8),
  cell(HOMICIDE, 'GTM', '2014', 31, { ...assumed, locator: 'paragraph 9' }),
  cell(HOMICIDE, 'USA', '2014', ['about', 4], assumed),
  cell(HOMICIDE, 'CAN', '2014', ['less-than', 2], assumed),
  cell(HOMICIDE, 'MEX', '2014', 21.5, assumed),
  cell(HOMICIDE, 'SVSAL', '2014', 119.2, printed8),
  cell(HOMICIDE, 'HNTGU', '2014', 81, printed8),
  cell(HOMICIDE, 'HNSAP', '2014', 142, printed8),
  cell(HOMICIDE, 'GTGUA', '2014', 74.6, { ...assumed, locator: 'paragraph 9' }),
  cell(HOMICIDE, 'northern-triangle', '2014', 47.8543, {
    ...assumed,
    locator: null,
    computed: 'weighted-mean',
    coverage: { present: 3, expected: 3, weight: 1 },
  }),
]);

const KIDNAPPED = indicator(
  'migrant-kidnappings',
  'estimate',
  both('Migrants kidnapped', 'Migrantes secuestrados'),
  both('People', 'Personas'),
  { bases: ['annual-level', 'interval'] },
);
/** F15, and the two counts of six months behind it. */
export const KIDNAPPINGS = answer(KIDNAPPED, [
  cell(KIDNAPPED, 'MEX', '2008-09/2009-02', 9758, {
    locator: 'page 12',
    attributedTo: 'CNDH, first special report',
  }),
  cell(KIDNAPPED, 'MEX', '2010-04/2010-09', 11333, {
    locator: 'page 26',
    attributedTo: 'CNDH, second special report',
  }),
  cell(KIDNAPPED, 'MEX', 'annual@2015-11', ['more-than', 20000], {
    locator: 'paragraph 13',
    attributedTo: 'CNDH special report 2011 (note 4)',
  }),
]);

const RANSOM_OF = indicator(
  'ransom',
  'estimate',
  both('Ransom', 'Rescate'),
  both('US dollars per person', 'Dólares de EE. UU. por persona'),
  { bases: ['unstated'], additive: 'none' },
);
/** F16. */
export const RANSOM = answer(RANSOM_OF, [
  cell(RANSOM_OF, 'MEX', 'unstated@2015-11', ['range', 4000, 5000], { locator: 'paragraph 13' }),
]);

const AID = indicator(
  'aid-commitment',
  'count',
  both('Aid promised', 'Ayuda prometida'),
  both('US dollars', 'Dólares de EE. UU.'),
  { bases: ['unstated', 'since'] },
);
/** F25 and F26: two promises on two bases. */
export const AID_PROMISED = answer(AID, [
  cell(AID, 'northern-triangle', 'unstated@2015-11', ['about', 1_000_000_000], {
    locator: 'paragraph 20',
    counterpart: 'USA',
    attributedTo: 'Office of the Vice President (note 8)',
  }),
  cell(AID, 'MEX', '2008-01-01/..', 1_600_000_000, {
    locator: 'paragraph 25',
    counterpart: 'USA',
    attributedTo: 'US Department of State (note 10)',
  }),
]);

const CHILDREN = indicator(
  'uac-apprehensions',
  'count',
  both('Unaccompanied children', 'Menores no acompañados'),
  both('Apprehensions', 'Aprehensiones'),
  { bases: ['us-fiscal-year'], counted: 'events' },
);
const child = (period: string, print: Print, said: Said = {}): Cell =>
  cell(CHILDREN, 'USA', period, print, { source: 'usbp-2019', breakdown: 'border=southwest', ...said });
const FISCAL: readonly (readonly [string, number])[] = [
  ['FY2010', 18411],
  ['FY2011', 15949],
  ['FY2012', 24403],
  ['FY2013', 38759],
  ['FY2014', 68541],
  ['FY2015', 39970],
  ['FY2016', 59692],
  ['FY2017', 41435],
  ['FY2018', 50036],
  ['FY2019', 76020],
];
/** Ten fiscal years of the Border Patrol. */
export const CHILDREN_BY_YEAR = answer(
  CHILDREN,
  FISCAL.map(([period, n]) => child(period, n)),
);
/** F13 alone: one fiscal year in one document. */
export const CHILDREN_2014 = answer(CHILDREN, [
  child('FY2014', 68541, {
    source: 'migrant-crisis-2015',
    locator: 'paragraph 5',
    attributedTo: 'US Customs and Border Protection (note 1)',
  }),
]);
/** The same months by calendar year: the first and the last are not whole. */
export const CHILDREN_CALENDAR = answer(CHILDREN, [
  child('2009-10/2009-12', 3702),
  child('2010', 17909),
  child('2011', 16919),
  child('2012', 27176),
  child('2013', 44668),
  child('2014', 63676),
  child('2015', 49287),
  child('2016', 63625),
  child('2017', 31386),
  child('2018', 53822),
  child('2019-01/2019-09', 61046),
]);

const PEOPLE = indicator('population', 'count', both('Population', 'Población'), both('People', 'Personas'), {
  additive: 'stock',
});
const WORLD_BANK: Readonly<Record<string, readonly (readonly [number, number])[]>> = POPULATION_FIGURES();
/** World Bank, population of the three countries and their sum. */
export const POPULATION = answer(PEOPLE, [
  ...Object.entries(WORLD_BANK).flatMap(([area, years]) =>
    years.map(([year, n]) => cell(PEOPLE, area, String(year), n, { source: 'world-bank-population' })),
  ),
  ...(WORLD_BANK.HND ?? []).map(([year]) =>
    cell(
      PEOPLE,
      'northern-triangle',
      String(year),
      Object.values(WORLD_BANK).reduce((sum, years) => sum + (years.find(([y]) => y === year)?.[1] ?? 0), 0),
      {
        source: 'world-bank-population',
        computed: 'sum',
        coverage: { present: 3, expected: 3, weight: null },
      },
    ),
  ),
]);
/** World Development Indicators, SP.POP.TOTL. */
function POPULATION_FIGURES(): Readonly<Record<string, readonly (readonly [number, number])[]>> {
  return {
    HND: [
      [2000, 6577773],
      [2001, 6757993],
      [2002, 6938859],
      [2003, 7119213],
      [2004, 7298994],
      [2005, 7478355],
      [2006, 7656832],
      [2007, 7834798],
      [2008, 8012587],
      [2009, 8189899],
      [2010, 8365878],
      [2011, 8540583],
      [2012, 8715076],
      [2013, 8889278],
      [2014, 9063122],
      [2015, 9237305],
      [2016, 9412380],
      [2017, 9588137],
      [2018, 9765210],
      [2019, 9943633],
      [2020, 10119640],
      [2021, 10289877],
      [2022, 10463872],
      [2023, 10644851],
      [2024, 10825703],
    ],
    SLV: [
      [2000, 5943366],
      [2001, 5968060],
      [2002, 5986631],
      [2003, 5998599],
      [2004, 6004671],
      [2005, 6005578],
      [2006, 6002319],
      [2007, 6009824],
      [2008, 6029297],
      [2009, 6048279],
      [2010, 6068249],
      [2011, 6090127],
      [2012, 6113975],
      [2013, 6138839],
      [2014, 6162955],
      [2015, 6183676],
      [2016, 6200800],
      [2017, 6213533],
      [2018, 6219807],
      [2019, 6222318],
      [2020, 6234673],
      [2021, 6255782],
      [2022, 6280319],
      [2023, 6309624],
      [2024, 6338193],
    ],
    GTM: [
      [2000, 11697592],
      [2001, 11969422],
      [2002, 12246915],
      [2003, 12525842],
      [2004, 12807402],
      [2005, 13087629],
      [2006, 13367459],
      [2007, 13652040],
      [2008, 13935174],
      [2009, 14215611],
      [2010, 14500112],
      [2011, 14792126],
      [2012, 15089647],
      [2013, 15387337],
      [2014, 15681725],
      [2015, 15971743],
      [2016, 16268760],
      [2017, 16567357],
      [2018, 16845685],
      [2019, 17103803],
      [2020, 17357325],
      [2021, 17598650],
      [2022, 17847877],
      [2023, 18124838],
      [2024, 18406359],
    ],
  };
}
