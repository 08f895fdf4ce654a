/**
 * Builds answers to draw: the areas, dimensions and sources that the figures name, and cells with only the
 * fields that charts use.
 */
import { DEFAULT_COVERAGE } from '#stats/default-coverage.ts';
import type { Area, Dimension, Indicator, Source } from '#stats/model/catalogue.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Qualifier, Stated } from '#stats/uncertainty/hedge.ts';
import type { Text } from '#stats/language.ts';
import type { Cell } from '#stats/model/observation.ts';
import { parsePeriod, type PeriodStatus } from '#stats/time/period.ts';

export const both = (en: string, es = en): Text => ({ en, es });

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

export const indicator = (
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

/** A figure as printed: `['more-than', 20000]`, `['range', 4000, 5000]`, a plain number. */
export type Print =
  number | readonly [Qualifier, number] | readonly ['range' | 'about' | 'exact', number, number] | null;

export function statedFrom(print: Print): Stated | null {
  if (print === null) return null;
  if (typeof print === 'number') return { qualifier: 'exact', value: print, low: null, high: null };
  const [qualifier, a, b] = print;
  if (b !== undefined) return { qualifier, value: null, low: a, high: b };
  if (qualifier === 'exact' || qualifier === 'about') return { qualifier, value: a, low: null, high: null };
  const below = qualifier === 'less-than' || qualifier === 'at-most' || qualifier === 'nearly';
  return { qualifier, value: null, low: below ? null : a, high: below ? a : null };
}

export interface CellDetails extends Partial<Omit<Cell, 'stated' | 'period'>> {
  readonly status?: PeriodStatus;
}

export function chartCell(
  of: Indicator,
  area: string,
  period: string,
  print: Print,
  said: CellDetails = {},
): Cell {
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
    stated: statedFrom(print),
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

export const chartComparison = (
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
    coverage: DEFAULT_COVERAGE,
    transform: null,
  },
  indicator: of,
  areas: AREAS,
  dimensions: DIMENSIONS,
  sources: SOURCES.filter((s) => cells.some((c) => c.source === s.id)),
  editions: [],
  breaks: [],
  cells,
  ...more,
});
