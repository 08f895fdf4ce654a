/**
 * What an answer must be before anything is made of it: rows as they were published, and members and parts taken
 * together. It is slow and plain on purpose. Cells stand in no order.
 */
import type { Book, Cell, Indicator, Outcome, Question, BookRow } from '../book.ts';
import { collected, keptWith, seriesName, SUBJECT_OF } from '../book.ts';
import {
  cellAt,
  codesOf,
  expectedAt,
  isSum,
  memberName,
  placeName,
  placesFor,
  refusalAt,
  type Asking,
  type Way,
} from './asking.ts';
import { behind, leastOf, statedAs } from './figures.ts';
import { combined, NO_ZEROS, WITHOUT_FIGURE, type Ingredient } from './groups.ts';
import { axesOf, type AxisPlace } from './members.ts';
import { basesOfMonths } from './months.ts';
import { nameOf } from './periods.ts';
import { isWithin, onlyLatest } from './time.ts';
import { bySparseMonths, monthlyWays } from './years.ts';

const rowsOf = keptWith(({ rows }: Book) => collected(rows, (row) => row.indicator));

export function indicatorOf({ catalogue }: Book, id: string): Indicator {
  const indicator = catalogue.indicators.find((candidate) => candidate.id === id);
  if (!indicator) throw new Error(`there is no indicator ${id}`);
  return indicator;
}

/** A row as it was published: its own word stands. A suppressed one is a gap, also where its ends are known. */
function publishedCell(row: BookRow, { signed }: Indicator): Cell {
  const { periodStatus, period, numerator, denominator, attributedTo, locator, printed } = row;
  const least = leastOf({ signed });
  const figure = row.gap || !row.stated ? null : statedAs(behind(row.stated, least), least, row.intervalKind);
  const word = row.stated?.qualifier ?? 'exact';
  const outcome: Omit<Outcome, 'gap' | 'numerator' | 'denominator'> = figure?.stated
    ? { ...figure, stated: { ...figure.stated, qualifier: word }, intervalKind: row.intervalKind }
    : WITHOUT_FIGURE;
  return {
    ...SUBJECT_OF(row),
    period,
    periodStatus,
    ...outcome,
    numerator,
    denominator,
    gap: row.gap && { code: row.gap, missing: [] },
    coverage: null,
    computed: null,
    editions: [row.edition],
    attributedTo,
    locator,
    printed,
    notes: row.note ? [row.note] : [],
  };
}

/** Populations of single places by source, place and year. */
const peopleOf = keptWith((book: Book) => {
  const people = new Map<string, BookRow>();
  for (const row of book.rows) {
    const value = row.gap ? null : (row.stated?.value ?? null);
    if (row.basis !== 'calendar-year' || row.breakdown !== '_T' || value === null || value <= 0) continue;
    people.set(`${row.indicator} ${row.source} ${row.area} ${row.period.end?.slice(0, 4)}`, row);
  }
  return people;
});

/** Rows of one period at places that take several together, as one cell. */
function togetherCell(
  places: readonly AxisPlace[],
  rows: readonly BookRow[],
  { question, indicator, book, axes }: Asking,
): Cell {
  const [first] = rows as readonly [BookRow, ...BookRow[]];
  const least = leastOf(indicator);
  const { weight } = indicator;
  // A sum over the parts of one place has no use for its people.
  const weighed = weight && axes[0]?.some((place) => place.members !== null);
  const year = (first.period.end ?? '').slice(0, 4);
  const people = (code: string): BookRow | undefined =>
    weighed
      ? peopleOf(book).get(`${weight.indicator} ${question.weight ?? weight.source} ${code} ${year}`)
      : undefined;
  const ingredients = rows.map((row): Ingredient => ({
    member: memberName(places, codesOf(row)),
    figure: behind(row.stated ?? { qualifier: 'exact', value: 0, low: null, high: null }, least),
    kind: row.intervalKind,
    numerator: row.numerator,
    denominator: row.denominator,
    whole: `${row.area} ${row.counterpart}`,
    people: people(row.area)?.stated?.value ?? null,
  }));
  const members = expectedAt(places, first.period.start ?? '');
  const weighable = places.every((place, i) => (i === 0) === (place.members !== null));
  const known = weighable ? members.map((code) => people(code)?.stated?.value ?? null) : [null];
  const outcome = combined(ingredients, {
    indicator,
    members,
    present: ingredients.map((ingredient) => ingredient.member),
    people: known.includes(null) ? null : known.reduce<number>((sum, n) => sum + (n ?? 0), 0),
    coverage: question.coverage,
    refused: refusalAt(places, indicator, false),
    weighable,
    sharedDenominator: places[2]?.shared ?? false,
    zeros: NO_ZEROS,
  });
  const weighers = indicator.measure === 'rate' ? rows.flatMap((row) => people(row.area) ?? []) : [];
  return {
    ...cellAt(places, first, rows),
    period: first.period,
    ...outcome,
    editions: [...new Set([...rows, ...weighers].map((row) => row.edition))].sort(),
  };
}

/** Where a cell is reached in several ways: a figure before a gap, then the fewest sums, then areas first. */
function oneWayEach(ways: readonly Way[]): Cell[] {
  const order = ({ cell, sums }: Way): string =>
    [cell.gap ? 1 : 0, sums.filter(Boolean).length, ...sums.map((sum) => (sum ? 0 : 1))].join('');
  return [...collected(ways, ({ cell }) => `${seriesName(cell)} ${nameOf(cell.period)}`).values()].flatMap(
    (same) =>
      same
        .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
        .slice(0, 1)
        .map(({ cell }) => cell),
  );
}

/** The cells of an answer without a transform. @throws Refused where by= leaves out too much */
export function plainCells(book: Book, question: Question): Cell[] {
  const indicator = indicatorOf(book, question.indicator);
  const asks = (list: readonly string[], code: string): boolean => list.length === 0 || list.includes(code);
  const rows = (rowsOf(book).get(indicator.id) ?? []).filter(
    (row) => asks(question.source, row.source) && asks(question.definition, row.definition),
  );
  const asking: Asking = { question, indicator, book, rows, axes: axesOf(question, indicator, book) };
  const ofMonths = basesOfMonths(question, indicator);
  const bases = bySparseMonths(asking) ? [...ofMonths, 'month' as const] : ofMonths;
  const within = isWithin(question.time);
  const published: Cell[] = [];
  const groups = new Map<string, { places: AxisPlace[]; rows: BookRow[] }>();
  for (const row of rows) {
    if (!question.basis.includes(row.basis) || !within(row.period)) continue;
    for (const places of placesFor(asking, row, row.period.start ?? '')) {
      if (!isSum(places)) published.push(publishedCell(row, indicator));
      else if (row.stated && !bases.includes(row.basis)) {
        const name = [placeName(places), row.source, row.definition, row.basis, nameOf(row.period)].join(
          ' | ',
        );
        const group = groups.get(name) ?? { places, rows: [] };
        group.rows.push(row);
        groups.set(name, group);
      }
    }
  }
  const ways = [
    ...bases.flatMap((basis) => monthlyWays(asking, basis)),
    ...[...groups.values()].map(({ places, rows: own }) => ({
      sums: places.map((place) => place.members !== null),
      cell: togetherCell(places, own, asking),
    })),
  ];
  return onlyLatest([...published, ...oneWayEach(ways)], question.time);
}
