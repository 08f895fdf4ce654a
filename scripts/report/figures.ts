// The figures of a data document, and those that another release says otherwise.

import { createHash } from 'node:crypto';

/** A row of a data document, as far as it is compared. */
interface Row {
  readonly [column: string]: unknown;
}

/** What a figure is of: it stays the same when the figure is revised. */
const KEY = [
  'indicator',
  'Code',
  'counterpart',
  'breakdown',
  'definition',
  'basis',
  'period',
  'source',
  'computed',
  'transform',
] as const;
const VALUE = [
  'qualifier',
  'value',
  'low',
  'high',
  'numerator',
  'denominator',
  'rank_low',
  'rank_high',
] as const;

export interface RevisedRow {
  /** Whose figure, of when and from whom. */
  readonly name: string;
  readonly was: string;
  readonly is: string;
}

/** The rows of a document of one indicator or of several. */
export function rowsOf(document: unknown): Row[] {
  const { rows, sides } = document as { rows?: Row[]; sides?: { answer: { rows: Row[] } }[] };
  return rows ?? (sides ?? []).flatMap(({ answer }) => answer.rows);
}

const keyOf = (row: Row): string => KEY.map((name) => JSON.stringify(row[name] ?? null)).join(' ');
const valueOf = (row: Row): string => VALUE.map((name) => JSON.stringify(row[name] ?? null)).join(' ');
const hasFigure = (row: Row): boolean => VALUE.some((name) => typeof row[name] === 'number');

/** @example textOf({ qualifier: 'more-than', low: 20000 }) === 'more-than 20000' */
function textOf(row: Row): string {
  if (!hasFigure(row)) return 'no figure';
  const { qualifier, value, low, high } = row;
  const ends = [low, high].filter((end) => typeof end === 'number');
  const word = typeof qualifier === 'string' && qualifier !== 'exact' ? qualifier : '';
  if (typeof value !== 'number') return [word, ends.join(' to ')].filter(Boolean).join(' ');
  return [word, value, ends.length === 2 ? `(${ends.join(' to ')})` : ''].filter(Boolean).join(' ');
}

/** The figures of a report that are others in a later release, or are missing from it. */
export function revisedSince(before: readonly Row[], now: readonly Row[]): RevisedRow[] {
  const later = new Map(now.map((row) => [keyOf(row), row]));
  return before.filter(hasFigure).flatMap((row) => {
    const same = later.get(keyOf(row));
    if (same && valueOf(same) === valueOf(row)) return [];
    const name = [row['Entity'], row['period'], `(${String(row['source'])})`].filter(Boolean).join(' ');
    return [{ name, was: textOf(row), is: same ? textOf(same) : 'no longer there' }];
  });
}

/** The hash of what the figures say, whatever their order. */
export const figuresHash = (rows: readonly Row[]): string =>
  createHash('sha256')
    .update(
      rows
        .map((row) => `${keyOf(row)} = ${valueOf(row)}\n`)
        .sort()
        .join(''),
    )
    .digest('hex');

export const countFigures = (rows: readonly Row[]): number => rows.filter(hasFigure).length;
