/**
 * Roles of columns, prepared for many rows: each text is looked up once and cached. A role returns the code,
 * or null after it has reported a fault.
 */
import { createHash } from 'node:crypto';
import { dimensionCode, formatDimensionKey } from '#stats/model/dimension-key.ts';
import { foldText } from '#stats/text.ts';
import type { RecipeFault } from '../rows/fault.ts';
import type { ReadPeriod } from './period.ts';
import type { HeaderColumns, SourceRow } from '../rows/row.ts';
import type { CodedRole } from '../schema/shape.ts';

/** Reports a fault of the cell in a column. */
export type SayCell = (row: SourceRow, at: number, fault: Pick<RecipeFault, 'rule' | 'advice'>) => void;
export type CodeOf = (row: SourceRow, say: SayCell) => string | null;
export type PeriodOf = (row: SourceRow, say: SayCell) => ReadPeriod | null;

export type CellVerdict<T> = { readonly good: T } | { readonly bad: Pick<RecipeFault, 'rule' | 'advice'> };

/** A check of a whole column, made after its last row: what no cell shows alone. */
export type ColumnCheck = (say: SayCell) => void;

/** Looks up a cell with a cache; a fault is reported for every row that has it. */
export function remembering<T>(
  at: number,
  read: (text: string) => CellVerdict<T>,
): (row: SourceRow, say: SayCell) => T | null {
  const memory = new Map<string, CellVerdict<T>>();
  return (row, say) => {
    const text = row.cells[at] ?? '';
    let verdict = memory.get(text);
    if (!verdict) memory.set(text, (verdict = read(text)));
    if ('good' in verdict) return verdict.good;
    say(row, at, verdict.bad);
    return null;
  };
}

/** Dots and dashes before a name, by which a publisher shifts it to the right: `.Alabama`, `- Managua`. */
const SHIFT = /^[.·•–—-]+\s*(?=\p{L})/u;

/** A text without the footnote marks after it. @example bare('Philippines +', ['+']) === 'Philippines' */
export function bare(text: string, marks: readonly string[]): string {
  let plain = text.trim().replace(SHIFT, '');
  for (const mark of marks) if (plain.endsWith(mark)) plain = plain.slice(0, -mark.length).trimEnd();
  return plain;
}

/** A letter of another alphabet than the Latin one. */
const NOT_LATIN = /[^\P{L}\p{Script=Latin}]/u;

/**
 * A name in small Latin letters, digits and hyphens. One with letters of another alphabet ends with eight digits of its
 * hash, so that two such names differ.
 * @example kebab('São Tomé') === 'sao-tome'
 */
export function kebab(text: string): string {
  const latin = foldText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (!NOT_LATIN.test(text)) return latin;
  const digits = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `${latin || 'x'}-${digits}`;
}

export function codedRole(role: CodedRole, columns: HeaderColumns): CodeOf {
  if (typeof role === 'object' && 'constant' in role) {
    const { constant } = role;
    return () => constant;
  }
  const { column, codes, otherwise } =
    typeof role === 'string' ? { column: role, codes: undefined, otherwise: undefined } : role;
  return remembering<string>(columns.find(column), (text) => {
    const code = codes?.[text] ?? (codes && !otherwise ? undefined : kebab(text));
    if (code) return { good: code };
    const known = codes
      ? Object.keys(codes)
          .slice(0, 8)
          .map((k) => JSON.stringify(k))
      : [];
    const advice = codes
      ? `add it to codes in the recipe, which has ${known.join(', ')}`
      : 'name it under codes of this dimension, as { "": unknown }, or leave the row out with a filter';
    return { bad: { rule: 'has no code', advice } };
  });
}

/** The breakdown text of a row: `sector=tucson;border=southwest`, or `_T`; new dimensions follow those of `order`. */
export function breakdownRole(
  roles: Readonly<Record<string, CodedRole>>,
  columns: HeaderColumns,
  order: readonly string[],
): CodeOf {
  const placeOf = ({ dimension }: { readonly dimension: string }): number => {
    const place = order.indexOf(dimension);
    return place < 0 ? order.length : place;
  };
  const parts = Object.entries(roles).map(([dimension, role]) => ({
    dimension,
    code: codedRole(role, columns),
  }));
  return (row, say) => {
    const pairs: string[] = [];
    for (const { dimension, code } of parts) {
      const found = code(row, say);
      if (found === null) return null;
      if (found !== '_T') pairs.push(found.includes('=') ? found : `${dimension}=${found}`);
    }
    return formatDimensionKey(pairs.map(dimensionCode).toSorted((a, b) => placeOf(a) - placeOf(b)));
  };
}
