/**
 * The permanent id of an observation: its series and its period as one text for a URL. It is made of codes, so
 * it is the same in every database that is made from the same files, and in every release
 * (docs/rules.md#observation-id). Without an origin, a breakdown and a definition of its own it is short.
 *
 *   homicide-rate~owid-homicide-rate~HND~2012
 *   uac-apprehensions~migrant-crisis-2015~USA~_T~border=southwest~main~FY2014
 *
 * The `/` of a period is written `_`. A computed cell of an answer has the same text with `~computed`; it
 * identifies the cell in that answer only.
 */
import { formatPeriod, parsePeriod, type Period } from '../time/period.ts';
import { ALL, NONE, type Cell, type SeriesKey } from './observation.ts';

/** A series and one of its periods. */
export interface ObservationKey extends SeriesKey {
  readonly period: Period;
}

const SEPARATOR = '~';
const COMPUTED = 'computed';
const MAIN = 'main';

const periodSegment = (period: Period): string => formatPeriod(period).replace('/', '_');

/** @example formatObservationId(Honduras 2012) === 'homicide-rate~owid-homicide-rate~HND~2012' */
export function formatObservationId({
  indicator,
  source,
  area,
  counterpart,
  breakdown,
  definition,
  period,
}: Omit<ObservationKey, 'basis'>): string {
  const isShort = counterpart === NONE && breakdown === ALL && definition === MAIN;
  const middle = isShort ? [] : [counterpart, breakdown, definition];
  return [indicator, source, area, ...middle, periodSegment(period)].join(SEPARATOR);
}

/** The inverse of `formatObservationId`; null for a text that it cannot have made. */
export function parseObservationId(text: string): ObservationKey | null {
  const segments = text.split(SEPARATOR);
  const [indicator = '', source = '', area = ''] = segments;
  const period = parsePeriod((segments.at(-1) ?? '').replace('_', '/'));
  if (!period || ![4, 7].includes(segments.length) || segments.includes('')) return null;
  const [counterpart = NONE, breakdown = ALL, definition = MAIN] =
    segments.length === 7 ? segments.slice(3, 6) : [];
  const key = { indicator, source, area, counterpart, breakdown, definition, basis: period.basis, period };
  return formatObservationId(key) === text ? key : null;
}

/** Identifies a cell in its answer. */
export const cellId = (cell: Cell): string =>
  formatObservationId(cell) + (cell.computed === null ? '' : `${SEPARATOR}${COMPUTED}`);

/** Whether a cell is an observation as its source published it, so that it has a permanent id. */
export const isObservation = (cell: Pick<Cell, 'computed' | 'transform' | 'stated'>): boolean =>
  cell.computed === null && cell.transform === undefined && cell.stated !== null;
