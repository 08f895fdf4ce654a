/** Answers to draw, with figures as the founding documents and the World Bank print them. */
import type { Cell } from '#stats/model/observation.ts';
import { both, indicator, chartCell, chartComparison, type Print, type CellDetails } from './making.ts';
import { WORLD_BANK } from './population-figures.ts';

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
  chartCell(CARAVAN, area, day, print, {
    counterpart: origin,
    breakdown: `caravan=${part}`,
    source,
    locator: `paragraph ${n}`,
    attributedTo: to,
  });

/** F31 to F36: what the documents state about the size of the caravan. */
export const CARAVAN_SIZES = chartComparison(CARAVAN, [
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
const assumed: CellDetails = { status: 'assumed', locator: 'paragraph 10' };
const printed8: CellDetails = { locator: 'paragraph 8', attributedTo: 'Homicide Monitor, Igarapé Institute' };

/** F01 to F11 with the group computed from three of them. */
export const HOMICIDE_PRINTED = chartComparison(HOMICIDE, [
  chartCell(HOMICIDE, 'SLV', '2014', 61.1, printed8),
  chartCell(HOMICIDE, 'HND', '2012', 92, { locator: 'paragraph 9' }),
  chartCell(HOMICIDE, 'HND', '2014', 68, printed8),
  chartCell(HOMICIDE, 'GTM', '2014', 31, { ...assumed, locator: 'paragraph 9' }),
  chartCell(HOMICIDE, 'USA', '2014', ['about', 4], assumed),
  chartCell(HOMICIDE, 'CAN', '2014', ['less-than', 2], assumed),
  chartCell(HOMICIDE, 'MEX', '2014', 21.5, assumed),
  chartCell(HOMICIDE, 'SVSAL', '2014', 119.2, printed8),
  chartCell(HOMICIDE, 'HNTGU', '2014', 81, printed8),
  chartCell(HOMICIDE, 'HNSAP', '2014', 142, printed8),
  chartCell(HOMICIDE, 'GTGUA', '2014', 74.6, { ...assumed, locator: 'paragraph 9' }),
  chartCell(HOMICIDE, 'northern-triangle', '2014', 47.8543, {
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
/** F15, and the two counts of six months that it is based on. */
export const KIDNAPPINGS = chartComparison(KIDNAPPED, [
  chartCell(KIDNAPPED, 'MEX', '2008-09/2009-02', 9758, {
    locator: 'page 12',
    attributedTo: 'CNDH, first special report',
  }),
  chartCell(KIDNAPPED, 'MEX', '2010-04/2010-09', 11333, {
    locator: 'page 26',
    attributedTo: 'CNDH, second special report',
  }),
  chartCell(KIDNAPPED, 'MEX', 'annual@2015-11', ['more-than', 20000], {
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
export const RANSOM = chartComparison(RANSOM_OF, [
  chartCell(RANSOM_OF, 'MEX', 'unstated@2015-11', ['range', 4000, 5000], { locator: 'paragraph 13' }),
]);

const AID = indicator(
  'aid-commitment',
  'count',
  both('Aid promised', 'Ayuda prometida'),
  both('US dollars', 'Dólares de EE. UU.'),
  { bases: ['unstated', 'since'] },
);
/** F25 and F26: two pledges on two bases. */
export const AID_PROMISED = chartComparison(AID, [
  chartCell(AID, 'northern-triangle', 'unstated@2015-11', ['about', 1_000_000_000], {
    locator: 'paragraph 20',
    counterpart: 'USA',
    attributedTo: 'Office of the Vice President (note 8)',
  }),
  chartCell(AID, 'MEX', '2008-01-01/..', 1_600_000_000, {
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
const child = (period: string, print: Print, said: CellDetails = {}): Cell =>
  chartCell(CHILDREN, 'USA', period, print, { source: 'usbp-2019', breakdown: 'border=southwest', ...said });
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
export const CHILDREN_BY_YEAR = chartComparison(
  CHILDREN,
  FISCAL.map(([period, n]) => child(period, n)),
);
/** F13 alone: one fiscal year in one document. */
export const CHILDREN_2014 = chartComparison(CHILDREN, [
  child('FY2014', 68541, {
    source: 'migrant-crisis-2015',
    locator: 'paragraph 5',
    attributedTo: 'US Customs and Border Protection (note 1)',
  }),
]);
/** The same months by calendar year: the first and the last year are incomplete. */
export const CHILDREN_CALENDAR = chartComparison(CHILDREN, [
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
/** World Bank, population of the three countries and their sum. */
export const POPULATION = chartComparison(PEOPLE, [
  ...Object.entries(WORLD_BANK).flatMap(([area, years]) =>
    years.map(([year, n]) => chartCell(PEOPLE, area, String(year), n, { source: 'world-bank-population' })),
  ),
  ...(WORLD_BANK.HND ?? []).map(([year]) =>
    chartCell(
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
