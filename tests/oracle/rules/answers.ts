/**
 * The expected answer before any transform: rows as published, and members and parts combined. It is slow and
 * simple on purpose. Cells are in no particular order.
 */
import type { Book, BookRow, Cell, Indicator, Note, Outcome, Question } from '../book.ts';
import { collected, distinct, keptWith, seriesName, SUBJECT_OF } from '../book.ts';
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

/** A row as published, with its own qualifier. A suppressed one is a gap, even if its ends are known. */
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

/** Populations of single areas by source, area and year. */
const peopleOf = keptWith((book: Book) => {
  const people = new Map<string, BookRow>();
  for (const row of book.rows) {
    const value = row.gap ? null : (row.stated?.value ?? null);
    if (row.basis !== 'calendar-year' || row.breakdown !== '_T' || value === null || value <= 0) continue;
    people.set(`${row.indicator} ${row.source} ${row.area} ${row.period.end?.slice(0, 4)}`, row);
    people.set(`${row.indicator} ${row.source} ${row.area}`, row);
  }
  return people;
});

/** The populations of the year in which a period ends. */
function populationsOf({ period }: BookRow, { question, indicator, book, axes }: Omit<Asking, 'rows'>) {
  const { weight } = indicator;
  // A sum over the parts of one area needs no population.
  const weighed = weight && axes[0]?.some((place) => place.members !== null);
  const year = (period.end ?? '').slice(0, 4);
  const fallback = question.weight === undefined ? weight?.fallback : undefined;
  // An area of which the source of the weights has no figure in any year takes those of the fallback.
  const isElsewhere = (code: string): boolean =>
    fallback !== undefined && !peopleOf(book).has(`${weight?.indicator} ${weight?.source} ${code}`);
  const people = (code: string): BookRow | undefined => {
    const source = isElsewhere(code) ? fallback : (question.weight ?? weight?.source);
    return weighed ? peopleOf(book).get(`${weight.indicator} ${source} ${code} ${year}`) : undefined;
  };
  return { people, isElsewhere, fallback };
}

/** Rows of one period at combined positions of the axes, as one cell. */
function togetherCell(
  places: readonly AxisPlace[],
  rows: readonly BookRow[],
  { question, indicator, book, axes }: Asking,
): Cell {
  const [first] = rows as readonly [BookRow, ...BookRow[]];
  const least = leastOf(indicator);
  const { people, isElsewhere, fallback } = populationsOf(first, { question, indicator, book, axes });
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
  const there = new Set(ingredients.map(({ member }) => member));
  const weighable = places.every((place, i) => (i === 0) === (place.members !== null));
  const known = weighable ? members.flatMap((code) => people(code) ?? []) : [];
  const outcome = combined(ingredients, {
    indicator,
    members,
    // A member of two groups that overlap is expected twice, and there twice.
    present: members.filter((member) => there.has(member)),
    people: new Map(known.map((row) => [row.area, row.stated?.value ?? 0])),
    coverage: question.coverage,
    ...(question.coverageOf && { coverageOf: question.coverageOf }),
    refused: refusalAt(places, indicator, false),
    weighable,
    sharedDenominator: places[2]?.shared ?? false,
    zeros: NO_ZEROS,
  });
  const weighers =
    indicator.measure === 'rate' || indicator.measure === 'level'
      ? rows.flatMap((row) => people(row.area) ?? [])
      : [];
  // A member without a population on file is not in the mean, and its population is not cited.
  const isMean = outcome.computed === 'weighted-mean' && weighable && weighers.length > 0;
  const counted = isMean ? rows.filter((row) => people(row.area)) : rows;
  const cell = cellAt(places, first, counted);
  const without = members.filter((code) => !counted.some((row) => row.area === code));
  const unknown = members.filter((code) => !people(code));
  const isCounted = new Set(counted.map(({ area }) => area));
  const elsewhere = members.filter((code) => isCounted.has(code) && isElsewhere(code) && people(code));
  return {
    ...cell,
    period: first.period,
    ...outcome,
    editions: [...new Set([...counted, ...weighers].map((row) => row.edition))].sort(),
    notes:
      outcome.stated && outcome.coverage.weight !== null
        ? distinct([...cell.notes, ...peopleNotes({ without, unknown, elsewhere, fallback }, question, book)])
        : cell.notes,
  };
}

/** Members by their population. */
interface Peopled {
  readonly without: readonly string[];
  readonly unknown: readonly string[];
  readonly elsewhere: readonly string[];
  readonly fallback: string | undefined;
}

/** The notes on a rate: the members that are left out, and those without a population on file. */
function peopleNotes(
  { without, unknown, elsewhere, fallback }: Peopled,
  { coverage }: Question,
  { catalogue }: Book,
): Note[] {
  const names = (codes: readonly string[], language: 'en' | 'es'): string =>
    codes
      .map((code) => catalogue.areas.find((area) => area.code === code)?.name[language] ?? code)
      .join(', ');
  const named = (language: 'en' | 'es'): string =>
    catalogue.sources?.find(({ id }) => id === fallback)?.shortTitle[language] ?? '';
  const note = (en: string, es: string): Note => ({ mandatory: true, text: { en, es } });
  return [
    ...(without.length > 0 && coverage === 1
      ? [
          note(
            `Without ${names(without, 'en')}: together less than 0.1% of the population.`,
            `Sin ${names(without, 'es')}: en conjunto, menos del 0,1% de la población.`,
          ),
        ]
      : []),
    ...(unknown.length > 0
      ? [
          note(
            `No population is on file for ${names(unknown, 'en')}: the share of the population leaves them out.`,
            `No consta la población de ${names(unknown, 'es')}: la proporción de la población no los cuenta.`,
          ),
        ]
      : []),
    ...(elsewhere.length > 0
      ? [
          note(
            `The population of ${names(elsewhere, 'en')} comes from another source (${named('en')}).`,
            `La población de ${names(elsewhere, 'es')} procede de otra fuente (${named('es')}).`,
          ),
        ]
      : []),
  ];
}

/**
 * If a cell can be computed in several ways: a figure before a gap, then the fewest sums, then areas first, then
 * no missing members, then the fewest members.
 */
function oneWayEach(ways: readonly Way[]): Cell[] {
  const order = ({ cell, sums }: Way): string =>
    [
      cell.gap ? 1 : 0,
      sums.filter(Boolean).length,
      ...sums.map((sum) => (sum ? 0 : 1)),
      cell.coverage && cell.coverage.present < cell.coverage.expected ? 1 : 0,
      String(cell.coverage?.expected ?? 0).padStart(6, '0'),
    ].join('');
  return [...collected(ways, ({ cell }) => `${seriesName(cell)} ${nameOf(cell.period)}`).values()].flatMap(
    (same) =>
      same
        .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
        .slice(0, 1)
        .map(({ cell }) => cell),
  );
}

/** The cells of an answer without a transform. @throws Refused if by= leaves out too much */
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
