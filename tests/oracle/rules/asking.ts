/** A question with the rows that answer it, and what every combined cell contains. */
import type { Book, Cell, Indicator, Outcome, Question, BookRow, Whose } from '../book.ts';
import { distinct, leastSure, SUBJECT_OF } from '../book.ts';
import { membersOn, placesOf, type Axis, type AxisPlace } from './members.ts';

/** A question with the rows that answer it. */
export interface Asking {
  readonly question: Question;
  readonly indicator: Indicator;
  readonly book: Book;
  /** Rows of the indicator from the sources and of the definitions in the question, at any time. */
  readonly rows: readonly BookRow[];
  readonly axes: readonly [Axis, Axis, Axis];
}

/** A combined cell, and the axes on which it was combined. */
export interface Way {
  readonly sums: readonly boolean[];
  readonly cell: Cell;
}

/** The codes of a row on the three axes. */
export const codesOf = ({ area, counterpart, breakdown }: BookRow): readonly [string, string, string] => [
  area,
  counterpart,
  breakdown,
];

/** Every position at which a row counts, on the first day of a period: each choice of one code per axis. */
export function placesFor({ axes }: Asking, row: BookRow, day: string): AxisPlace[][] {
  let all: AxisPlace[][] = [[]];
  for (const [i, code] of codesOf(row).entries()) {
    if (all.length === 0) return all;
    const places = placesOf(axes[i] ?? null, code, day);
    all = all.flatMap((few) => places.map((place) => [...few, place]));
  }
  return all;
}

export const isSum = (places: readonly AxisPlace[]): boolean =>
  places.some((place) => place.members !== null);

/** The name of a position in the key of a group: a published group and a computed one have the same code. */
export const placeName = (places: readonly AxisPlace[]): string =>
  places
    .map(({ code, members }) => `${code} ${members === null ? 'alone' : `of ${members.length}`}`)
    .join(' | ');

/** A member of combined positions, by its codes on those axes. */
export const memberName = (places: readonly AxisPlace[], codes: readonly string[]): string =>
  codes.filter((_, i) => places[i]?.members).join(' × ');

/** All members that should be at some positions on a day. */
export const expectedAt = (places: readonly AxisPlace[], day: string): string[] =>
  places
    .filter((place) => place.members)
    .map((place) => membersOn(place, day))
    .reduce<string[][]>((all, codes) => all.flatMap((few) => codes.map((code) => [...few, code])), [[]])
    .map((codes) => codes.join(' × '));

/** Why the members at some positions must not be added. What was not declared additive is not added. */
export const refusalAt = (
  places: readonly AxisPlace[],
  { measure, additive, weight }: Indicator,
  overTime: boolean,
): 'overlap' | 'not-additive' | null => {
  if (places.some((place) => place.overlap)) return 'overlap';
  const goesByParts = measure === 'rate' || measure === 'share';
  const adds =
    measure === 'level'
      ? weight !== undefined && !overTime
      : goesByParts || (overTime ? additive === 'flow' : additive !== 'none');
  return adds && !places.some((place) => place.undeclared) ? null : 'not-additive';
};

/** The content of a combined cell besides its figure. */
export function cellAt(
  places: readonly AxisPlace[],
  first: BookRow,
  rows: readonly BookRow[],
): Omit<Cell, keyof Outcome | 'coverage' | 'computed' | 'editions' | 'period'> {
  const at = (i: number, code: string): string => (places[i]?.members ? places[i].code : code);
  const own = [0, 1, 2].map((i) => at(i, codesOf(first)[i] ?? '')) as [string, string, string];
  // A note of a row is of the member on each axis that is combined.
  const whoseOf = (row: BookRow): Whose =>
    codesOf(row).map((code, i) => (places[i]?.members ? code : (own[i] ?? ''))) as [string, string, string];
  const notes = [
    ...rows.flatMap((row) =>
      row.note ? [{ ...row.note, ...(isSum(places) && { whose: [whoseOf(row)] }) }] : [],
    ),
    ...places.flatMap((place) => place.note ?? []),
  ];
  return {
    ...SUBJECT_OF(first),
    area: at(0, first.area),
    counterpart: at(1, first.counterpart),
    breakdown: at(2, first.breakdown),
    periodStatus: leastSure(rows.map((row) => row.periodStatus)),
    attributedTo: null,
    locator: null,
    printed: null,
    notes: distinct(notes),
  };
}
