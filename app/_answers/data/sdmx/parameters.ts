/** The parameters and formats of an SDMX request. */
import { SDMX_PROBLEMS } from '#app/_words/sdmx.ts';
import { BadQuery, malformed, unknownParameter, unknownValue } from '#stats/problem.ts';
import { parseParameters } from '#stats/query-string.ts';
import { lastDayOfMonth } from '#stats/time/calendar.ts';
import type { AnswerRequest } from '../../http/request.ts';

/** The days of a span of time, both included. */
export interface DaySpan {
  readonly start: string;
  readonly end: string;
}

const MONTHS_OF: Readonly<Record<string, number>> = { A: 12, S: 6, T: 4, Q: 3, M: 1 };
const pad = (month: number): string => String(month).padStart(2, '0');

/** @example spanOf('2014-Q1') -> 2014-01-01 to 2014-03-31; null for anything that is no period */
function spanOf(text: string): DaySpan | null {
  const [, day] = /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:T.*)?$/.exec(text) ?? [];
  if (day) return { start: day, end: day };
  if (/^\d{4}$/.test(text)) return { start: `${text}-01-01`, end: `${text}-12-31` };
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return { start: `${text}-01`, end: lastDayOfMonth(text) };
  const [, year = '', unit = '', number = ''] = /^(\d{4})-([ASTQM])(\d{1,2})$/.exec(text) ?? [];
  const months = MONTHS_OF[unit];
  const at = Number(number);
  if (months === undefined || at < 1 || at > 12 / months) return null;
  return {
    start: `${year}-${pad((at - 1) * months + 1)}-01`,
    end: lastDayOfMonth(`${year}-${pad(at * months)}`),
  };
}

const DETAILS = ['full', 'dataonly', 'serieskeysonly', 'nodata'] as const;
const BOOLEANS = ['false', 'true'] as const;

/** The media type of each format, by its name in `format=`; the default first. */
export const DATA_FORMATS = {
  genericdata: 'application/vnd.sdmx.genericdata+xml; version=2.1; charset=utf-8',
  structurespecificdata: 'application/vnd.sdmx.structurespecificdata+xml; version=2.1; charset=utf-8',
  csv: 'application/vnd.sdmx.data+csv; version=1.0.0; charset=utf-8',
  jsondata: 'application/vnd.sdmx.data+json; version=1.0.0; charset=utf-8',
} as const;
export type DataFormat = keyof typeof DATA_FORMATS;
const FORMAT_NAMES = Object.keys(DATA_FORMATS) as DataFormat[];

export const STRUCTURE_TYPE = 'application/vnd.sdmx.structure+xml; version=2.1; charset=utf-8';

/** Other names that clients use for the same. */
const ALSO: Readonly<Record<string, DataFormat>> = {
  'application/vnd.sdmx.generictimeseriesdata+xml': 'genericdata',
  'application/vnd.sdmx.structurespecifictimeseriesdata+xml': 'structurespecificdata',
  'text/csv': 'csv',
  'application/json': 'jsondata',
  'application/xml': 'genericdata',
  'text/xml': 'genericdata',
  'application/*': 'genericdata',
  '*/*': 'genericdata',
};

const bareType = (type: string): string => type.split(';')[0]?.trim().toLowerCase() ?? '';

/** The types of an Accept header, the most wanted first. */
const wantedTypes = (accept: string): string[] =>
  accept
    .split(',', 30)
    .map((part) => ({ type: bareType(part), weight: Number(/;\s*q=([\d.]+)/.exec(part)?.[1] ?? 1) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ type }) => type);

/** The format of a data request; null if none of those that the client accepts is ours. */
export function dataFormat(request: AnswerRequest, named: string | undefined): DataFormat | null {
  if (named !== undefined) {
    const found = FORMAT_NAMES.find((name) => name === named);
    if (!found) throw new BadQuery(unknownValue('format', named, FORMAT_NAMES));
    return found;
  }
  const accept = request.headers.get('accept');
  if (!accept) return 'genericdata';
  for (const type of wantedTypes(accept)) {
    const found = FORMAT_NAMES.find((name) => bareType(DATA_FORMATS[name]) === type) ?? ALSO[type];
    if (found) return found;
  }
  return null;
}

/** Whether a client takes a structure message. */
export function acceptsStructure(request: AnswerRequest): boolean {
  const accept = request.headers.get('accept');
  if (!accept) return true;
  const taken = [bareType(STRUCTURE_TYPE), 'application/xml', 'text/xml', 'application/*', '*/*'];
  return wantedTypes(accept).some((type) => taken.includes(type));
}

export interface DataParameters {
  readonly from: string | null;
  readonly to: string | null;
  /** A day; null if not asked. */
  readonly updatedAfter: string | null;
  readonly first: number | null;
  readonly last: number | null;
  readonly detail: (typeof DETAILS)[number];
  readonly hasHistory: boolean;
  readonly format: string | undefined;
}

const KNOWN = [
  'startPeriod',
  'endPeriod',
  'updatedAfter',
  'firstNObservations',
  'lastNObservations',
  'dimensionAtObservation',
  'detail',
  'includeHistory',
  'format',
];

function choice<Value extends string>(
  parameters: ReadonlyMap<string, string>,
  name: string,
  values: readonly [Value, ...Value[]],
): Value {
  const given = parameters.get(name);
  if (given === undefined) return values[0];
  const found = values.find((value) => value === given);
  if (found === undefined) throw new BadQuery(unknownValue(name, given, values));
  return found;
}

function count(parameters: ReadonlyMap<string, string>, name: string): number | null {
  const given = parameters.get(name);
  if (given === undefined) return null;
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new BadQuery(malformed(name, given, ['1'], SDMX_PROBLEMS.count));
  return Number(given);
}

function period(parameters: ReadonlyMap<string, string>, name: string): DaySpan | null {
  const given = parameters.get(name);
  if (given === undefined) return null;
  const span = spanOf(given);
  if (span) return span;
  throw new BadQuery(malformed(name, given, ['2014', '2014-10', '2014-Q1'], SDMX_PROBLEMS.period));
}

/** Refuses parameters that an address does not have. */
export function assertKnown(parameters: ReadonlyMap<string, string>, known: readonly string[]): void {
  for (const name of parameters.keys()) {
    if (!known.includes(name)) throw new BadQuery(unknownParameter(name, known));
  }
}

/** Reads the parameters of a data request. @throws BadQuery */
export function parseDataParameters(search: string): DataParameters {
  const parameters = parseParameters(search);
  assertKnown(parameters, KNOWN);
  choice(parameters, 'dimensionAtObservation', ['TIME_PERIOD']);
  const after = parameters.get('updatedAfter');
  if (after !== undefined && !/^\d{4}-\d{2}-\d{2}(T.*)?$/.test(after))
    throw new BadQuery(malformed('updatedAfter', after, ['2026-11-25'], SDMX_PROBLEMS.moment));
  return {
    from: period(parameters, 'startPeriod')?.start ?? null,
    to: period(parameters, 'endPeriod')?.end ?? null,
    updatedAfter: after?.slice(0, 10) ?? null,
    first: count(parameters, 'firstNObservations'),
    last: count(parameters, 'lastNObservations'),
    detail: choice(parameters, 'detail', DETAILS),
    hasHistory: choice(parameters, 'includeHistory', BOOLEANS) === 'true',
    format: parameters.get('format'),
  };
}
