/**
 * A comparison as SDMX-CSV 2.1: the key columns with the names that SDMX gives them, and every other column of
 * CSV as an attribute. A figure without a value (one end only, or a gap) is NaN there; its ends and its reason
 * are attributes.
 */
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { Gap, GapCode } from '#stats/model/gap.ts';
import type { Basis, Period } from '#stats/time/period.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { quote } from '#stats/csv.ts';
import { COLUMN_NAMES, DOWNLOAD_COLUMNS, type CsvRow, type DownloadColumn } from '../columns.ts';
import { formatLine } from '../csv-text.ts';
import { csvRowOf } from '../csv.ts';
import { rowWriter } from '../row.ts';

const AGENCY = 'COTEJO';
const MISSING = 'NaN';

/** The columns that identify an observation, by their names in SDMX. */
const DIMENSIONS = {
  REF_AREA: 'Code',
  COUNTERPART_AREA: 'counterpart',
  BREAKDOWN: 'breakdown',
  DEFINITION: 'definition',
  SOURCE: 'source',
  COMPUTED: 'computed',
} as const satisfies Readonly<Record<string, keyof CsvRow>>;

/** Columns that have a place of their own, or say what the structure says. */
const PLACED: readonly (keyof CsvRow)[] = [
  ...Object.values(DIMENSIONS),
  'value',
  'unit',
  'indicator',
  'Year',
];
const ATTRIBUTES = COLUMN_NAMES.filter((name) => !PLACED.includes(name));

/** Codes of the cross-domain list CL_FREQ; `_O` is any other. */
const FREQUENCIES: Readonly<Record<Basis, string>> = {
  'calendar-year': 'A',
  'us-fiscal-year': 'A',
  month: 'M',
  day: 'D',
  interval: '_O',
  since: '_O',
  cumulative: '_O',
  'annual-level': '_O',
  unstated: '_U',
  quarter: 'Q',
  'half-year': 'S',
};

/** Codes of CL_OBS_STATUS for what is missing: suppressed, cannot exist, or missing for another reason. */
const GAP_STATUS: Readonly<Partial<Record<GapCode, string>>> = { suppressed: 'Q', 'not-applicable': 'M' };
export const statusOf = ({ stated }: Cell, gap: Gap | null): string => {
  if (gap) return GAP_STATUS[gap.code] ?? 'O';
  if (!stated || stated.value === null) return 'O';
  return stated.qualifier === 'about' ? 'E' : 'A';
};

/** The code of CL_FREQ for a kind of period. */
export const frequencyOf = (basis: Basis): string => FREQUENCIES[basis];

const DAY = 86_400_000;

/**
 * A period as SDMX writes time: a Gregorian period, or a range of a start and a length. Periods without a known
 * start or end have no such form and are only in the attribute PERIOD.
 * @example timePeriod(FY2014) === '2013-10-01/P1Y'
 */
export function timePeriod(period: Period): string {
  const { basis, start, end } = period;
  switch (basis) {
    case 'calendar-year':
    case 'month':
    case 'day':
    case 'quarter':
    case 'half-year':
      return formatPeriod(period);
    case 'us-fiscal-year':
    case 'interval': {
      if (start === null || end === null) return '';
      const days = (Date.parse(end) - Date.parse(start)) / DAY + 1;
      return `${start}/${basis === 'us-fiscal-year' && days >= 365 ? 'P1Y' : `P${days}D`}`;
    }
    case 'since':
    case 'cumulative':
    case 'annual-level':
    case 'unstated':
      return '';
  }
}

/** Column and value have the same name, which the compiler cannot see across a list of names. */
const columnOf = (name: keyof CsvRow): DownloadColumn<unknown> => DOWNLOAD_COLUMNS[name];
const cellText = (name: keyof CsvRow, row: CsvRow): string =>
  row[name] === null ? '' : columnOf(name).format(row[name]);

const SDMX_HEADER = formatLine([
  ...['STRUCTURE', 'STRUCTURE_ID', 'ACTION', 'FREQ'],
  ...Object.keys(DIMENSIONS),
  ...['TIME_PERIOD', 'OBS_VALUE', 'OBS_STATUS', 'UNIT_MEASURE', 'UNIT_MULT'],
  ...ATTRIBUTES.map((name) => name.toUpperCase()),
]);

/** The lines of one indicator, without the header. */
function linesOf(comparison: Comparison): string[] {
  const { release, indicator, language, cells } = comparison;
  const toRow = rowWriter(comparison);
  const structure = `${AGENCY}:${indicator.id}(${release.version})`;
  return cells.map((cell) => {
    const row = csvRowOf(toRow(cell), language);
    const texts = [
      ...['dataflow', structure, 'I', FREQUENCIES[cell.period.basis]],
      ...Object.values(DIMENSIONS).map((name) => cellText(name, row) || '_Z'),
      timePeriod(cell.period),
      row.value === null ? MISSING : cellText('value', row),
      statusOf(cell, row.gap),
      cellText('unit', row),
      '0',
      ...ATTRIBUTES.map((name) => cellText(name, row)),
    ];
    return `${texts.map(quote).join(',')}\n`;
  });
}

/** The whole file; of several indicators one after another, each with its own structure. */
export const formatSdmxCsv = (comparisons: readonly Comparison[]): string =>
  SDMX_HEADER + comparisons.flatMap(linesOf).join('');
