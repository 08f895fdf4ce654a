/**
 * Checks whether a row of a download matches the published row: cell by cell, with numbers compared as
 * numbers.
 */
import { rowKey, type CanonicalRow } from '#stats/model/canonical-row.ts';
import { floorOf, statedOf, type Qualifier } from '#stats/uncertainty/hedge.ts';
import { plainNumber } from '#stats/number.ts';
import { parsePeriod } from '#stats/time/period.ts';

/** A row of a download; every cell is a text. */
export interface VerifyReport {
  readonly line: number;
  readonly indicator: string;
  readonly area: string;
  readonly counterpart: string;
  readonly breakdown: string;
  readonly definition: string;
  readonly period: string;
  readonly basis: string;
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly qualifier: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly gap: string;
  /** Empty for a row as published. */
  readonly computed: string;
  readonly transform: string;
  readonly source: string;
  readonly edition: string;
  readonly locator: string;
  readonly attributed_to: string;
  readonly printed: string;
  readonly status: string;
  readonly release: string;
  /** Of a file that a spreadsheet may have saved: the digits of a number that it leaves. Absent: all. */
  readonly digits?: number;
}

export interface Altered {
  readonly column: string;
  readonly found: string;
  readonly expected: string;
}

/** The key of a row; null if its period is invalid. */
export function keyOfTold(told: VerifyReport): string | null {
  const period = parsePeriod(told.period);
  if (period?.basis !== told.basis) return null;
  return rowKey({
    ...told,
    period_start: period.start ?? '-infinity',
    period_end: period.end ?? 'infinity',
  });
}

const number = (text: string): number | null => (text === '' ? null : Number(text));
const plain = (value: number | null): string => (value === null ? '' : plainNumber(value));
const FIGURE = ['value', 'low', 'high', 'qualifier', 'numerator', 'denominator', 'gap', 'status'] as const;
const BESIDE = ['edition', 'locator', 'attributed_to', 'printed'] as const;

/** A published row in the form of a download. */
function tellRow(
  row: CanonicalRow,
  signed: boolean,
): Readonly<Record<(typeof FIGURE)[number] | (typeof BESIDE)[number], string>> {
  const [value, low, high] = [number(row.value), number(row.low), number(row.high)];
  const qualifier = row.qualifier as Qualifier;
  const hedge = {
    low: low ?? value ?? -Infinity,
    high: high ?? value ?? Infinity,
    central: value,
    words: new Set([qualifier]),
  };
  const stated = row.gap === '' ? statedOf(hedge, floorOf(signed)) : null;
  return {
    value: plain(stated?.value ?? null),
    low: plain(stated?.low ?? null),
    high: plain(stated?.high ?? null),
    qualifier: stated ? qualifier : '',
    numerator: plain(number(row.numerator)),
    denominator: plain(number(row.denominator)),
    gap: row.gap,
    status: row.period_status,
    edition: row.edition,
    locator: row.locator,
    attributed_to: row.attributed_to,
    printed: row.printed,
  };
}

function isSameNumber(found: string, expected: string, digits: number | undefined): boolean {
  const [a, b] = [Number(found), Number(expected)];
  if (a === b) return true;
  return digits !== undefined && Number.isFinite(a) && a.toPrecision(digits) === b.toPrecision(digits);
}

/** The cells in which a row differs from the published row; `figure`: only the cells of the figure. */
export function alteredIn(
  told: VerifyReport,
  row: CanonicalRow,
  signed: boolean,
  columns: 'all' | 'figure' = 'all',
): Altered[] {
  const published = tellRow(row, signed);
  const names = columns === 'all' ? [...FIGURE, ...BESIDE] : FIGURE;
  return names.flatMap((column) => {
    const [found, expected] = [told[column], published[column]];
    // 68.0 and 68 are the same number: a spreadsheet may have rewritten it.
    const same =
      found === expected || (found !== '' && expected !== '' && isSameNumber(found, expected, told.digits));
    return same ? [] : [{ column, found, expected }];
  });
}
