/**
 * Roles of columns, prepared for many rows: each text is looked up once and cached. A role returns the code,
 * or null after it has reported a fault.
 */
import { dimensionCode, formatDimensionKey } from '#stats/model/dimension-key.ts';
import { foldAccents } from '#stats/text.ts';
import type { AreaTable } from '../../aliases/areas.ts';
import type { RecipeFault } from '../rows/fault.ts';
import { parsePrinted, parseYear, type ReadPeriod } from './period.ts';
import type { HeaderColumns, SourceRow } from '../rows/row.ts';
import type { AreaRole, CodedRole, PeriodRole, Recipe } from '../schema/shape.ts';

/** Reports a fault of the cell in a column. */
export type SayCell = (row: SourceRow, at: number, fault: Pick<RecipeFault, 'rule' | 'advice'>) => void;
export type CodeOf = (row: SourceRow, say: SayCell) => string | null;
export type PeriodOf = (row: SourceRow, say: SayCell) => ReadPeriod | null;

type Verdict<T> = { readonly good: T } | { readonly bad: Pick<RecipeFault, 'rule' | 'advice'> };

/** Looks up a cell with a cache; a fault is reported for every row that has it. */
function remembering<T>(
  at: number,
  read: (text: string) => Verdict<T>,
): (row: SourceRow, say: SayCell) => T | null {
  const memory = new Map<string, Verdict<T>>();
  return (row, say) => {
    const text = row.cells[at] ?? '';
    let verdict = memory.get(text);
    if (!verdict) memory.set(text, (verdict = read(text)));
    if ('good' in verdict) return verdict.good;
    say(row, at, verdict.bad);
    return null;
  };
}

/** A text without the footnote marks after it. @example bare('Philippines +', ['+']) === 'Philippines' */
export function bare(text: string, marks: readonly string[]): string {
  let plain = text.trim();
  for (const mark of marks) if (plain.endsWith(mark)) plain = plain.slice(0, -mark.length).trimEnd();
  return plain;
}

export function areaRole(role: AreaRole, columns: HeaderColumns, table: AreaTable, recipe: Recipe): CodeOf {
  if (typeof role === 'object' && 'constant' in role) {
    const { constant } = role;
    return () => constant;
  }
  const {
    column,
    as: form,
    codes,
  } = typeof role === 'string' ? { column: role, as: 'any' as const, codes: {} } : role;
  const marks = Object.keys(recipe.footnotes);
  return remembering<string>(columns.find(column), (text) => {
    const plain = bare(text, marks);
    const own = codes?.[text] ?? codes?.[plain];
    if (own !== undefined) return { good: own };
    const found = table.resolve(plain, form);
    if ('code' in found) return { good: found.code };
    const near = found.nearest === null ? '' : `did you mean ${JSON.stringify(found.nearest)}? `;
    const advice = `${near}give it a code under codes of this role, or leave the row out with a filter`;
    return { bad: { rule: plain === '' ? 'is empty; expected an area' : found.problem, advice } };
  });
}

const kebab = (text: string): string =>
  foldAccents(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

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

/** The breakdown text of a row: `sector=tucson;border=southwest`, or `_T`. */
export function breakdownRole(roles: Readonly<Record<string, CodedRole>>, columns: HeaderColumns): CodeOf {
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
    return formatDimensionKey(pairs.map(dimensionCode));
  };
}

const NO_PERIOD = {
  rule: 'is not a period',
  advice: 'correct the file, or state in the recipe how the period is written (year, month, basis, partial)',
};

export function periodRole(role: PeriodRole, columns: HeaderColumns): PeriodOf {
  const printed = (text: string): Verdict<ReadPeriod> => {
    const period = parsePrinted(text);
    return period ? { good: { period, ofBasis: null } } : { bad: NO_PERIOD };
  };
  if (typeof role === 'string') return remembering(columns.find(role), printed);
  if ('constant' in role) {
    const fixed = printed(role.constant);
    if ('bad' in fixed)
      throw new SyntaxError(
        `period.constant: ${JSON.stringify(role.constant)} is not a period; write 2014, FY2014, 2014-10 or 2013-01/2013-09`,
      );
    return () => fixed.good;
  }
  const two = 'start' in role ? [role.start, role.end] : [role.year, role.month];
  const [first, second] = two.map((name) => (name === undefined ? -1 : columns.find(name)));
  const [a, b] = [first ?? -1, second ?? -1];
  const hasMonth = 'start' in role || role.month !== undefined;
  const memory = new Map<string, ReadPeriod | null>();
  return (row, say) => {
    const [x, y] = [row.cells[a] ?? '', hasMonth ? (row.cells[b] ?? '') : null];
    const key = `${x}\u0000${y ?? ''}`;
    let read = memory.get(key);
    if (read === undefined) {
      const between = 'start' in role ? parsePrinted(`${x}/${y ?? ''}`) : null;
      read = 'start' in role ? between && { period: between, ofBasis: null } : parseYear(x, y, role);
      memory.set(key, read);
    }
    if (read) return read;
    say(row, hasMonth && /^(FY\s*)?\d{4}/.test(x) ? b : a, NO_PERIOD);
    return null;
  };
}
