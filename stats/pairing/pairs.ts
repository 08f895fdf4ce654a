/**
 * Pairs the figures of two indicators in one answer, for the same area and the same time. No figure is
 * silently moved to another period:
 *
 *   same kind of period        the same period
 *   calendar and fiscal year   a fiscal year with the calendar year in which it ends, as for populations
 *                              (docs/rules.md#year-of-a-population); a text states that they overlap by nine months
 *   anything else              no pair: months, spans, yearly levels and undated figures match only their own kind
 *
 * An area with two figures on one side (two definitions, two origins) has no pair, because the choice between
 * them is not ours. Each figure keeps its hedge and its source.
 */
import { ALIGNMENT_WORDS } from '../wording/pairs.ts';
import { unique } from '../text.ts';
import type { Comparison } from '../model/comparison.ts';
import type { Language, Text } from '../language.ts';
import type { Cell } from '../model/observation.ts';
import type { Basis } from '../time/period.ts';
import { formatPeriod, isDated, YEAR_BASES, yearOf } from '../time/period.ts';
import { BASIS_WORDS } from '../format/labels.ts';
import type { PlaceAxis } from '../query/several.ts';

export interface PairHalf {
  readonly comparison: Comparison;
  readonly place: PlaceAxis;
}

export interface CellPair {
  /** Code of the area that both figures are for. */
  readonly place: string;
  readonly cells: readonly [Cell, Cell];
}

/** Why a figure has no partner. */
export const UNPAIRED = ['no-other', 'several', 'basis'] as const;
export type Unpaired = (typeof UNPAIRED)[number];

export interface LeftOut {
  readonly place: string;
  /** Which side has the figure: 0 or 1. */
  readonly side: 0 | 1;
  readonly period: string;
  readonly why: Unpaired;
}

export const ALIGNMENTS = ['same', 'fiscal-with-calendar', 'none'] as const;

export interface Alignment {
  readonly kind: (typeof ALIGNMENTS)[number];
  /** The bases of each side that were paired; if none were, the bases of all figures. */
  readonly bases: readonly [readonly Basis[], readonly Basis[]];
  readonly text: Text;
}

export interface Paired {
  readonly pairs: readonly CellPair[];
  readonly leftOut: readonly LeftOut[];
  readonly alignment: Alignment;
}

/** The area by which a figure is paired. */
const placeOf = (cell: Pick<Cell, 'area' | 'counterpart'>, axis: PlaceAxis): string =>
  axis === 'origin' ? cell.counterpart : cell.area;

/**
 * What two periods must have in common to be paired: the year if both are years, otherwise the period itself.
 */
const meeting = (cell: Cell): string =>
  YEAR_BASES.includes(cell.basis) ? String(yearOf(cell.period)) : formatPeriod(cell.period);

/** The figures of one side, by the area and time at which they can be paired. */
interface Side {
  readonly place: PlaceAxis;
  readonly at: ReadonlyMap<string, readonly Cell[]>;
  readonly places: ReadonlySet<string>;
  readonly bases: readonly Basis[];
}

function sideOf({ comparison, place }: PairHalf): Side {
  const figures = comparison.cells.filter((cell) => cell.stated !== null);
  const at = new Map<string, Cell[]>();
  for (const cell of figures) {
    const key = `${placeOf(cell, place)} | ${meeting(cell)}`;
    at.set(key, [...(at.get(key) ?? []), cell]);
  }
  return {
    place,
    at,
    places: new Set(figures.map((cell) => placeOf(cell, place))),
    bases: unique(figures.map((cell) => cell.basis)),
  };
}

export function pairsOf(halves: readonly [PairHalf, PairHalf]): Paired {
  const sides = [sideOf(halves[0]), sideOf(halves[1])] as const;
  const [left, right] = sides;
  const pairs: CellPair[] = [];
  const leftOut: LeftOut[] = [];
  const leave = (side: 0 | 1, cells: readonly Cell[], why: Unpaired): void => {
    for (const cell of cells)
      leftOut.push({ place: placeOf(cell, sides[side].place), side, period: formatPeriod(cell.period), why });
  };
  for (const [key, own] of left.at) {
    const theirs = right.at.get(key) ?? [];
    const [a, b] = [own[0], theirs[0]];
    if (!a || !b) {
      // The other side has this area, but only in periods of other kinds.
      const isApart = own.some(
        (cell) => right.places.has(placeOf(cell, left.place)) && !meetsAny(cell, right),
      );
      leave(0, own, isApart ? 'basis' : 'no-other');
    } else if (own.length > 1 || theirs.length > 1) {
      leave(0, own, 'several');
      leave(1, theirs, 'several');
    } else if (!isDated(a.period)) {
      leave(0, own, 'basis');
      leave(1, theirs, 'basis');
    } else pairs.push({ place: placeOf(a, left.place), cells: [a, b] });
  }
  for (const [key, theirs] of right.at) {
    if (left.at.has(key)) continue;
    leave(1, theirs, theirs.some((cell) => !meetsAny(cell, left)) ? 'basis' : 'no-other');
  }
  return { pairs, leftOut, alignment: alignmentOf(sides, pairs) };
}

/** Whether periods of two bases can be paired at all. */
const meets = (a: Basis, b: Basis): boolean =>
  isDated({ basis: a }) && (a === b || (YEAR_BASES.includes(a) && YEAR_BASES.includes(b)));

const meetsAny = ({ basis }: Cell, { bases }: Side): boolean => bases.some((other) => meets(basis, other));

function alignmentOf(sides: readonly [Side, Side], pairs: readonly CellPair[]): Alignment {
  const of = (side: 0 | 1): readonly Basis[] =>
    pairs.length > 0 ? unique(pairs.map((pair) => pair.cells[side].basis)) : sides[side].bases;
  const bases = [of(0), of(1)] as const;
  const words = (language: Language): string =>
    bases[0].map((basis) => BASIS_WORDS[basis][language]).join(', ');
  const kind =
    pairs.length === 0
      ? 'none'
      : pairs.every(({ cells: [a, b] }) => a.basis === b.basis)
        ? 'same'
        : 'fiscal-with-calendar';
  return { kind, bases, text: ALIGNMENT_WORDS[kind]({ en: words('en'), es: words('es') }) };
}
