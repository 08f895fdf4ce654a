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
import type { Text } from '../language.ts';
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

export function pairsOf(halves: readonly [PairHalf, PairHalf]): Paired {
  const figures = halves.map(({ comparison }) => comparison.cells.filter((cell) => cell.stated !== null));
  const bySide = halves.map(({ place }, side) => {
    const at = new Map<string, Cell[]>();
    for (const cell of figures[side] ?? []) {
      const key = `${placeOf(cell, place)} | ${meeting(cell)}`;
      at.set(key, [...(at.get(key) ?? []), cell]);
    }
    return at;
  });
  const pairs: CellPair[] = [];
  const leftOut: LeftOut[] = [];
  const leave = (cells: readonly Cell[], side: 0 | 1, why: Unpaired): void => {
    const { place } = halves[side];
    for (const cell of cells)
      leftOut.push({ place: placeOf(cell, place), side, period: formatPeriod(cell.period), why });
  };
  const others = new Set((figures[1] ?? []).map((cell) => placeOf(cell, halves[1].place)));
  for (const [key, own] of bySide[0] ?? []) {
    const theirs = bySide[1]?.get(key) ?? [];
    const [a, b] = [own[0], theirs[0]];
    if (!a) continue;
    if (!b) {
      // The other side has this area, but only in periods of other kinds.
      const kinds = new Set((figures[1] ?? []).map((cell) => cell.basis));
      const apart =
        others.has(placeOf(a, halves[0].place)) && ![...kinds].some((basis) => meets(basis, a.basis));
      leave(own, 0, apart ? 'basis' : 'no-other');
    } else if (own.length > 1 || theirs.length > 1) {
      leave(own, 0, 'several');
      leave(theirs, 1, 'several');
    } else if (!isDated(a.period) || !isDated(b.period)) {
      leave(own, 0, 'basis');
      leave(theirs, 1, 'basis');
    } else pairs.push({ place: placeOf(a, halves[0].place), cells: [a, b] });
  }
  for (const [key, theirs] of bySide[1] ?? []) {
    if (bySide[0]?.has(key)) continue;
    const kinds = new Set((figures[0] ?? []).map((cell) => cell.basis));
    const apart = theirs.some((cell) => ![...kinds].some((basis) => meets(basis, cell.basis)));
    leave(theirs, 1, apart ? 'basis' : 'no-other');
  }
  return { pairs, leftOut, alignment: alignmentOf(figures, pairs) };
}

/** Whether periods of two bases can be paired at all. */
const meets = (a: Basis, b: Basis): boolean =>
  isDated({ basis: a }) &&
  isDated({ basis: b }) &&
  (a === b || (YEAR_BASES.includes(a) && YEAR_BASES.includes(b)));

function alignmentOf(figures: readonly (readonly Cell[])[], pairs: readonly CellPair[]): Alignment {
  const of = (side: 0 | 1): Basis[] =>
    unique(
      pairs.length > 0
        ? pairs.map((pair) => pair.cells[side].basis)
        : (figures[side] ?? []).map((cell) => cell.basis),
    );
  const bases = [of(0), of(1)] as const;
  const words = (language: 'en' | 'es'): string[] =>
    bases.map((side) => side.map((basis) => BASIS_WORDS[basis][language]).join(', '));
  const kind =
    pairs.length === 0
      ? 'none'
      : pairs.every(({ cells: [a, b] }) => a.basis === b.basis)
        ? 'same'
        : 'fiscal-with-calendar';
  const [en = ''] = words('en');
  const [es = ''] = words('es');
  return { kind, bases, text: ALIGNMENT_WORDS[kind]({ en, es }) };
}
