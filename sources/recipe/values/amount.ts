/**
 * The numbers of a row, from the columns of a figure: parsed, added up if the recipe requires it, and scaled.
 * If the source disguises small numbers, each has the ends of the counts that it may mean.
 */
import type { Disclosure } from '#stats/model/catalogue.ts';
import type { StoredGap } from '#stats/model/gap.ts';
import type { Qualifier } from '#stats/uncertainty/hedge.ts';
import { significant } from '#stats/number.ts';
import type { Footnote, Read } from './cell.ts';
import type { SayCell } from './column-reader.ts';
import type { FactorOf } from './factor.ts';
import type { HeaderColumns, SourceRow } from '../rows/row.ts';
import type { NumberRole } from '../schema/shape.ts';

interface Ends {
  readonly low: number;
  readonly high: number;
}

export interface Amount {
  readonly at: number;
  /** Null for a gap and for a range, which only has ends. */
  readonly value: number | null;
  readonly gap: StoredGap | null;
  readonly qualifier: Qualifier;
  /** The ends of a range in one cell. */
  readonly range: Ends | null;
  readonly hidden: boolean;
  /** The counts that a disguised number may mean; null if it is not disguised. */
  readonly disguised: Ends | null;
  readonly footnotes: readonly Footnote[];
}

type ReadAmount = Amount | 'absent' | 'fault';

/** Null if the cell is empty; `fault` if a fault was reported. */
export type AmountOf = (row: SourceRow, say: SayCell) => ReadAmount;

const GAP: Omit<Amount, 'at' | 'gap'> = {
  value: null,
  qualifier: 'exact',
  range: null,
  hidden: false,
  disguised: null,
  footnotes: [],
};

/** The columns that a number is read from. The locator is the first; the others are its parts. */
export function numberColumns(role: NumberRole): {
  readonly own: string | null;
  readonly parts: readonly string[];
} {
  if (typeof role === 'string') return { own: role, parts: [] };
  if ('sum' in role) return { own: null, parts: role.sum };
  return { own: role.column, parts: role.parts ?? [] };
}

/** Adds up parts. Hedged cells are not added: no qualifier describes the sum of "about" and "less than". */
function added(
  parts: readonly (readonly [number, ReadAmount])[],
  signed: boolean,
  row: SourceRow,
  say: SayCell,
): ReadAmount {
  let [sum, low, high] = [0, 0, 0];
  let isDisguised = false;
  const footnotes: Footnote[] = [];
  for (const [at, part] of parts) {
    if (part === 'absent' || part === 'fault' || part.gap !== null) return part;
    if (part.value === null || part.qualifier !== 'exact') {
      say(row, at, {
        rule: 'has a hedge, and cells with a hedge cannot be added',
        advice: 'name a single column in the recipe',
      });
      return 'fault';
    }
    if (part.value < 0 && !signed) {
      say(row, at, {
        rule: 'is below 0 and would reduce the sum',
        advice: 'write signed: true, or name a single column in the recipe',
      });
      return 'fault';
    }
    sum += part.value;
    low += part.disguised?.low ?? part.value;
    high += part.disguised?.high ?? part.value;
    isDisguised ||= part.disguised !== null;
    footnotes.push(...part.footnotes);
  }
  const disguised = isDisguised ? { low: significant(low), high: significant(high) } : null;
  return { ...GAP, gap: null, at: parts[0]?.[0] ?? 0, value: significant(sum), disguised, footnotes };
}

/**
 * A printed total whose parts are disguised: it is as uncertain as they are together, on either side.
 * @example 38 of 33 and 5, where 5 is 1 to 9 -> 34 to 42
 */
function overParts(total: Amount, parts: ReadAmount): Amount {
  const { value } = total;
  if (value === null || typeof parts === 'string' || parts.value === null || !parts.disguised) return total;
  const [under, over] = [parts.value - parts.disguised.low, parts.disguised.high - parts.value];
  const low = Math.min(total.disguised?.low ?? value, Math.max(0, value - under));
  const high = Math.max(total.disguised?.high ?? value, value + over);
  const footnotes = [...total.footnotes, ...parts.footnotes];
  return { ...total, disguised: { low: significant(low), high: significant(high) }, footnotes };
}

export interface AmountRules {
  /** The factor of every value, or of each row. */
  readonly factorOf?: FactorOf;
  /** Whether the parts of a sum may be negative. */
  readonly signed: boolean;
  readonly disclosure?: Disclosure | undefined;
  /** Whether the note about disguised numbers is shown wherever the figure is. */
  readonly mandatory?: boolean;
}

const PERCENT_TWICE = {
  rule: 'says percent itself, and is a hundredth already; the recipe would scale it again',
  advice: 'take scale out of this figure, or write percent: keep under numbers',
};

/** Watches that a column does not write some numbers in percent and others without: which is meant is not known. */
function percentWatch() {
  const first = new Map<number, { line: number; isPercent: boolean }>();
  return (line: number, at: number, { value, isPercent }: Extract<Read, { kind: 'number' }>) => {
    const known = first.get(at);
    if (known === undefined) {
      if (value !== 0) first.set(at, { line, isPercent });
      return null;
    }
    if (value === 0 || known.isPercent === isPercent) return null;
    return {
      rule: `is ${isPercent ? '' : 'not '}in percent, and line ${known.line} of its column is${isPercent ? ' not' : ''}`,
      advice: 'write all of them alike, or read them apart with when',
    };
  };
}

const scaled = (value: number, factor: number): number =>
  factor === 1 ? value : significant(value * factor);

/** Reads the number of a figure in each row. Long because what is known before the rows is kept beside their reading. */
export function amountRole(
  role: NumberRole,
  columns: HeaderColumns,
  read: (text: string) => Read,
  { factorOf = () => 1, signed, disclosure, mandatory = false }: AmountRules,
): AmountOf {
  const { own, parts } = numberColumns(role);
  const notice: readonly Footnote[] = disclosure ? [{ ...disclosure.text, mandatory }] : [];
  const stands = new Map(disclosure?.stands.map(({ printed, low, high }) => [printed, { low, high }]));
  const mixes = percentWatch();
  const readCell = (row: SourceRow, at: number, say: SayCell): ReadAmount => {
    const cell = read(row.cells[at] ?? '');
    const factor = cell.kind === 'number' ? factorOf(row, say) : 1;
    if (factor === null) return 'fault';
    if (cell.kind === 'number' && cell.isPercent && factor !== 1) {
      say(row, at, PERCENT_TWICE);
      return 'fault';
    }
    const mixed = cell.kind === 'number' ? mixes(row.line, at, cell) : null;
    if (mixed) {
      say(row, at, mixed);
      return 'fault';
    }
    switch (cell.kind) {
      case 'number': {
        const { qualifier, hidden, footnotes, range } = cell;
        const ends = qualifier === 'exact' ? stands.get(cell.value) : undefined;
        const disguised = ends ? { low: scaled(ends.low, factor), high: scaled(ends.high, factor) } : null;
        if (range) {
          const both = { low: scaled(range.low, factor), high: scaled(range.high, factor) };
          return { at, value: null, gap: null, qualifier, range: both, hidden, disguised: null, footnotes };
        }
        const notes = disguised ? [...footnotes, ...notice] : footnotes;
        const value = scaled(cell.value, factor);
        return { at, value, gap: null, qualifier, range: null, hidden, disguised, footnotes: notes };
      }
      case 'gap':
        return { ...GAP, at, gap: cell.gap };
      case 'absent':
        return 'absent';
      case 'fault':
        say(row, at, cell);
        return 'fault';
    }
  };
  const places = parts.map((name) => columns.find(name));
  const sumOf: AmountOf = (row, say) =>
    added(
      places.map((at) => [at, readCell(row, at, say)] as const),
      signed,
      row,
      say,
    );
  if (own === null) return sumOf;
  const first = columns.find(own);
  if (parts.length === 0 || stands.size === 0) return (row, say) => readCell(row, first, say);
  return (row, say) => {
    const total = readCell(row, first, say);
    return typeof total === 'string' ? total : overParts(total, sumOf(row, say));
  };
}
