/**
 * The period of a row, from the columns that the recipe names. A column that can be read in two ways (`2009-10` is a
 * month or a year from 2009 to 2010) is refused as a whole, once it is read, until the recipe says which.
 */
import type { Period } from '#stats/time/period.ts';
import { bare, remembering, type ColumnCheck, type PeriodOf, type CellVerdict } from './column-reader.ts';
import { formatReader, type FormatRole } from './period-format.ts';
import { formatsOf } from './usual-formats.ts';
import { parsePrinted, parseYear, type ReadPeriod } from './period.ts';
import type { HeaderColumns, SourceRow } from '../rows/row.ts';
import type { PeriodRole, Recipe } from '../schema/shape.ts';

const said = ({ format, basis }: FormatRole): string =>
  `format: ${JSON.stringify(format)}${basis ? ', basis: us-fiscal-year (or yearStarts: its first month)' : ''}`;

/** Why a text is no period, with the usual formats that would read it. */
function noPeriod(text: string): { rule: string; advice: string } {
  const formats = formatsOf([text]).slice(0, 3);
  const advice =
    formats.length > 0
      ? `say how it is written: period: { column: ..., ${formats.map(said).join(' } or { column: ..., ')} }`
      : 'correct the file, or state in the recipe how the period is written (format, or year, month, basis, partial)';
  return { rule: 'is not a period', advice };
}

/** The column of the month, quarter or half year beside that of the year. @throws SyntaxError if several are named */
function partColumn({ month, quarter, half }: TwoColumns<'year'>): [string] | null {
  const [part, ...others] = [month, quarter, half].filter((column) => column !== undefined);
  if (others.length > 0)
    throw new SyntaxError(
      'period: name the column of the month, of the quarter or of the half year, not several',
    );
  return part === undefined ? null : [part];
}

/** The columns that a period is read from. */
export function periodColumns(role: PeriodRole | undefined): readonly string[] {
  if (role === undefined) return [];
  if (typeof role === 'string') return [role];
  if ('constant' in role) return [];
  if ('column' in role) return [role.column];
  if ('yearIs' in role) return [role.month];
  return 'start' in role ? [role.start, role.end] : [role.year, ...(partColumn(role) ?? [])];
}

/** `2009-10` as a month; its second number may also be that of a year. */
const TWO_WAYS = /^(\d{4})-(\d{2})$/;
const YEARS = /^\d{4}(\.0)?$|^\d{4}\s*[-–/]\s*\d{4}$/;
const isNextYear = (text: string): boolean => {
  const [, year, next] = TWO_WAYS.exec(text) ?? [];
  return Number(next) === (Number(year) + 1) % 100;
};

/** Whether a column of texts leaves open if its `2009-10` are months. @example areTwoWays(['2008-09', '2009-10']) */
export function areTwoWays(texts: readonly string[]): boolean {
  const plain = texts.map((text) => text.trim());
  const months = plain.filter((text) => TWO_WAYS.test(text));
  return months.length > 0 && (months.every(isNextYear) || plain.some((text) => YEARS.test(text)));
}

/**
 * Watches a column of printed periods. Months as `2009-10` are refused if the column has plain years or ranges of
 * years too, or if each of them may be a year and the next.
 */
function twoWays(at: number, column: string, checks: ColumnCheck[]): (row: SourceRow, text: string) => void {
  const months = new Map<string, SourceRow>();
  let hasYears = false;
  checks.push((say) => {
    const isSplit = [...months.keys()].every(isNextYear);
    if (months.size === 0 || !(hasYears || isSplit)) return;
    const why = isSplit && !hasYears ? 'every text of its column may be' : 'its column has years too';
    for (const row of months.values())
      say(row, at, {
        rule: `is a month or two years (${why})`,
        advice: `say which in the recipe: period: { column: ${JSON.stringify(column)}, format: yyyy-MM }, or format: yyyy-yy with basis: us-fiscal-year, yearStarts: 7 or basis: interval`,
      });
  });
  return (row, text) => {
    if (TWO_WAYS.test(text) && !months.has(text)) months.set(text, row);
    else if (YEARS.test(text)) hasYears = true;
  };
}

function printed(text: string): CellVerdict<ReadPeriod> {
  const period = parsePrinted(text);
  return period ? { good: { period, ofBasis: null } } : { bad: noPeriod(text) };
}

/** Reads a column by a format. @throws SyntaxError if the format cannot be followed */
function byFormat(role: FormatRole): (text: string) => CellVerdict<ReadPeriod> {
  const read = formatReader(role);
  const formats = [role.format].flat().map((format) => JSON.stringify(format));
  return (text) => {
    const verdict = read(text);
    if ('period' in verdict) return { good: { period: verdict.period, ofBasis: null } };
    const advice = `its format is ${formats.join(' or ')}; correct the file, or add a format to the list`;
    return { bad: { rule: verdict.rule, advice } };
  };
}

/** @throws SyntaxError if the recipe cannot be followed */
export function periodRole(
  role: PeriodRole,
  columns: HeaderColumns,
  { footnotes }: Pick<Recipe, 'footnotes'>,
  checks: ColumnCheck[],
): PeriodOf {
  const marks = Object.keys(footnotes);
  const unmarked = (text: string): string => bare(text, marks);
  if (typeof role === 'string') {
    const at = columns.find(role);
    const read = remembering(at, (text) => printed(unmarked(text)));
    const watch = twoWays(at, role, checks);
    return (row, say) => {
      watch(row, unmarked(row.cells[at] ?? ''));
      return read(row, say);
    };
  }
  if ('constant' in role) return constantPeriod(role.constant);
  if ('column' in role) {
    const read = byFormat(role);
    return remembering(columns.find(role.column), (text) => read(unmarked(text)));
  }
  if ('yearIs' in role) return monthsOf(role, columns);
  return 'start' in role ? fromTo(role, columns) : yearAndMonth(role, columns, unmarked, checks);
}

/** A column of months of one year. @throws SyntaxError if the recipe names no year */
function monthsOf(role: Extract<PeriodRole, { readonly yearIs: string }>, columns: HeaderColumns): PeriodOf {
  const { yearIs, month, basis } = role;
  if (!/^(FY\s*)?\d{4}$/i.test(yearIs))
    throw new SyntaxError(`period.yearIs: ${JSON.stringify(yearIs)} is not a year; write 2014 or FY2014`);
  return remembering(columns.find(month), (text): CellVerdict<ReadPeriod> => {
    const found = parseYear(yearIs, text, { year: '', month, basis, wholeYear: [] });
    return found !== null && typeof found === 'object'
      ? { good: found }
      : { bad: { rule: 'is not a month', advice: 'correct the file, or leave the row out with a filter' } };
  });
}

function constantPeriod(text: string): PeriodOf {
  const fixed = printed(text);
  if ('bad' in fixed)
    throw new SyntaxError(
      `period.constant: ${JSON.stringify(text)} is not a period; write 2014, FY2014, 2014-Q3, 2014-10 or 2013-01/2013-09`,
    );
  return () => fixed.good;
}

const NO_TWO = {
  rule: 'is not a period',
  advice:
    'correct the file, or state in the recipe how the period is written (year, month, quarter, half, basis, partial)',
};

type TwoColumns<Key extends 'start' | 'year'> = Extract<PeriodRole, Readonly<Record<Key, string>>>;

/** Reads each pair of texts once. */
function pairReader(read: (x: string, y: string | null) => ReadPeriod | string | null) {
  const memory = new Map<string, ReadPeriod | string | null>();
  return (x: string, y: string | null): ReadPeriod | string | null => {
    const key = `${x}\u0000${y ?? ''}`;
    let found = memory.get(key);
    if (found === undefined) memory.set(key, (found = read(x, y)));
    return found;
  };
}

function fromTo(role: TwoColumns<'start'>, columns: HeaderColumns): PeriodOf {
  const [a, b] = [columns.find(role.start), columns.find(role.end)];
  const read = pairReader((x, y): ReadPeriod | null => {
    const period: Period | null = parsePrinted(`${x}/${y ?? ''}`);
    return period && { period, ofBasis: null };
  });
  return (row, say) => {
    const found = read(row.cells[a] ?? '', row.cells[b] ?? '');
    if (found !== null && typeof found === 'object') return found;
    say(row, /^\d{4}/.test(row.cells[a] ?? '') ? b : a, NO_TWO);
    return null;
  };
}

function yearAndMonth(
  role: TwoColumns<'year'>,
  columns: HeaderColumns,
  unmarked: (text: string) => string,
  checks: ColumnCheck[],
): PeriodOf {
  const a = columns.find(role.year);
  const [part] = partColumn(role) ?? [];
  const b = part === undefined ? -1 : columns.find(part);
  const hasMonth = part !== undefined;
  const watch = hasMonth ? null : twoWays(a, role.year, checks);
  const read = pairReader((x, y) => parseYear(x, y, role));
  return (row, say) => {
    const x = unmarked(row.cells[a] ?? '');
    watch?.(row, x);
    const found = read(x, hasMonth ? (row.cells[b] ?? '') : null);
    if (found !== null && typeof found === 'object') return found;
    if (found !== null) {
      say(row, a, { rule: found, advice: 'correct the file or the basis, or read the column by a format' });
      return null;
    }
    say(row, hasMonth && /^(FY\s*)?\d{4}/.test(x) ? b : a, hasMonth ? NO_TWO : noPeriod(x));
    return null;
  };
}
