/**
 * The components of our data structures in SDMX: six dimensions and time, the value, and attributes. The codes
 * of a breakdown have characters that an SDMX code cannot have: `sex=female;age=child` is `sex@female$age@child`.
 */
import { noteText } from '../row.ts';
import { COLUMN_WORDS } from '#app/_words/columns.ts';
import { SDMX_WORDS } from '#app/_words/sdmx.ts';
import type { Text } from '#stats/language.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { significantText } from '#stats/number.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { unitShown } from '#stats/format/unit.ts';
import { frequencyOf, statusOf, timePeriod } from '../sdmx-csv/sdmx-csv.ts';

export const AGENCY = 'COTEJO';
export const TIME = 'TIME_PERIOD';
export const VALUE = 'OBS_VALUE';
export const CONCEPTS = 'CS_COTEJO';

/** A code of ours as SDMX may write it. @example sdmxCode('sex=female;age=child') === 'sex@female$age@child' */
export const sdmxCode = (code: string): string => code.replaceAll('=', '@').replaceAll(';', '$');
/** The inverse. */
export const ourCode = (code: string): string => code.replaceAll('@', '=').replaceAll('$', ';');

export interface SdmxDimension {
  readonly id: string;
  readonly name: Text;
  /** The list of its codes; with the indicator, if each indicator has its own. */
  readonly list: (indicator: string) => string;
  readonly codeOf: (cell: Cell) => string;
}

const shared = (list: string) => (): string => list;

/** In the order of a key. */
export const SDMX_DIMENSIONS: readonly SdmxDimension[] = [
  {
    id: 'FREQ',
    name: SDMX_WORDS.frequency,
    list: shared('CL_FREQ'),
    codeOf: (cell) => frequencyOf(cell.period.basis),
  },
  { id: 'REF_AREA', name: COLUMN_WORDS.Code, list: shared('CL_AREA'), codeOf: (cell) => cell.area },
  {
    id: 'COUNTERPART_AREA',
    name: COLUMN_WORDS.counterpart,
    list: shared('CL_AREA'),
    codeOf: (cell) => cell.counterpart,
  },
  {
    id: 'BREAKDOWN',
    name: COLUMN_WORDS.breakdown,
    list: (indicator) => `CL_BREAKDOWN_${indicator}`,
    codeOf: (cell) => sdmxCode(cell.breakdown),
  },
  {
    id: 'DEFINITION',
    name: COLUMN_WORDS.definition,
    list: (indicator) => `CL_DEFINITION_${indicator}`,
    codeOf: (cell) => cell.definition,
  },
  { id: 'SOURCE', name: COLUMN_WORDS.source, list: shared('CL_SOURCE'), codeOf: (cell) => cell.source },
];

export interface SdmxAttribute {
  readonly id: string;
  readonly name: Text;
  readonly list?: string;
  readonly isNumber?: boolean;
  /** Empty if there is none. */
  readonly textOf: (cell: Cell, answer: Comparison) => string;
}

const number = (value: number | null | undefined): string =>
  value === null || value === undefined || !Number.isFinite(value) ? '' : significantText(value);

/** Attributes of an observation; the unit is that of its series. */
export const SDMX_ATTRIBUTES: readonly SdmxAttribute[] = [
  {
    id: 'OBS_STATUS',
    name: SDMX_WORDS.status,
    list: 'CL_OBS_STATUS',
    textOf: (cell) => statusOf(cell, cell.gap),
  },
  {
    id: 'QUALIFIER',
    name: COLUMN_WORDS.qualifier,
    list: 'CL_QUALIFIER',
    textOf: ({ stated }) => stated?.qualifier ?? '',
  },
  { id: 'LOW', name: COLUMN_WORDS.low, isNumber: true, textOf: ({ stated }) => number(stated?.low) },
  { id: 'HIGH', name: COLUMN_WORDS.high, isNumber: true, textOf: ({ stated }) => number(stated?.high) },
  {
    id: 'INTERVAL_KIND',
    name: COLUMN_WORDS.interval_kind,
    list: 'CL_INTERVAL_KIND',
    textOf: ({ intervalKind }) => intervalKind,
  },
  { id: 'NUMERATOR', name: COLUMN_WORDS.numerator, isNumber: true, textOf: (cell) => number(cell.numerator) },
  {
    id: 'DENOMINATOR',
    name: COLUMN_WORDS.denominator,
    isNumber: true,
    textOf: (cell) => number(cell.denominator),
  },
  { id: 'GAP', name: COLUMN_WORDS.gap, list: 'CL_GAP', textOf: ({ gap }) => gap?.code ?? '' },
  { id: 'PERIOD', name: COLUMN_WORDS.period, textOf: ({ period }) => formatPeriod(period) },
  {
    id: 'PERIOD_STATUS',
    name: COLUMN_WORDS.status,
    list: 'CL_PERIOD_STATUS',
    textOf: ({ periodStatus }) => periodStatus,
  },
  { id: 'EDITION', name: COLUMN_WORDS.edition, textOf: ({ editions }) => editions.join(' ') },
  { id: 'LOCATOR', name: COLUMN_WORDS.locator, textOf: ({ locator }) => locator ?? '' },
  { id: 'ATTRIBUTED_TO', name: COLUMN_WORDS.attributed_to, textOf: ({ attributedTo }) => attributedTo ?? '' },
  { id: 'PRINTED', name: COLUMN_WORDS.printed, textOf: ({ printed }) => printed ?? '' },
  { id: 'NOTE', name: COLUMN_WORDS.note, textOf: ({ notes }, { language }) => noteText(notes, language) },
  { id: 'RELEASE', name: COLUMN_WORDS.release, textOf: (_cell, { release }) => release.version },
];

/** The attribute of a series. */
export const UNIT = { id: 'UNIT_MEASURE', name: COLUMN_WORDS.unit } as const;

/** A figure of an observation as text; `NaN` where there is none, or only one end. */
const valueText = ({ stated }: Cell): string => number(stated?.value) || 'NaN';

/** The observations of one series, in the order of the answer. */
export interface SdmxSeries {
  readonly key: readonly string[];
  readonly unit: string;
  readonly observations: readonly SdmxObservation[];
}

export interface SdmxObservation {
  readonly time: string;
  readonly value: string;
  /** Beside `SDMX_ATTRIBUTES`. */
  readonly attributes: readonly string[];
}

/** What was published at one time: figures that replaced those before, or that were withdrawn. */
export interface SdmxDataSet {
  readonly action: 'Replace' | 'Delete';
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly series: readonly SdmxSeries[];
}

/** Whether SDMX has a form for the time of a figure. */
export const hasTime = (cell: Cell): boolean => timePeriod(cell.period) !== '';

/** Cells as series; those without a time must be left out before. */
export function seriesOfCells(cells: readonly Cell[], answer: Comparison): SdmxSeries[] {
  const unit = unitShown(answer).code;
  const found = new Map<string, { key: string[]; unit: string; observations: SdmxObservation[] }>();
  for (const cell of cells) {
    const key = SDMX_DIMENSIONS.map(({ codeOf }) => codeOf(cell));
    const name = key.join('.');
    let series = found.get(name);
    if (!series) found.set(name, (series = { key, unit, observations: [] }));
    series.observations.push({
      time: timePeriod(cell.period),
      value: valueText(cell),
      attributes: SDMX_ATTRIBUTES.map(({ textOf }) => textOf(cell, answer)),
    });
  }
  return [...found.values()];
}
