/**
 * Ratios, parts of a whole and ranks over time (method page; issue 10, item 11): each figure is divided by a
 * named one, which has the same codes otherwise.
 */
import type { Area, Book, Catalogue, Cell, Indicator, Over, Question, Transform } from '../book.ts';
import { seriesName } from '../book.ts';
import { indicatorOf } from './answers.ts';
import { breaksBetween } from './changes.ts';
import { divided, exactly, ofCell, settled, type Figure } from './figures.ts';
import { nameOf, periodNamed } from './periods.ts';
import { ALL_TIME } from './time.ts';
import { gapIn, hasFigure, made, sameGap, type Figured } from './made.ts';
import { ranked } from './transforms.ts';

/** The indicator of the divisor. */
const dividing = (over: Over, question: Question, book: Book): Indicator =>
  indicatorOf(book, over.indicator ?? question.indicator);

/** The question for all possible divisors. The codes that the divisor names are asked for separately. */
export function divisorQuestion(over: Over, question: Question, book: Book): Question {
  const [own, other] = [indicatorOf(book, question.indicator), dividing(over, question, book)];
  const isOther = own.id !== other.id;
  const isGroup = book.catalogue.areas.some((area) => area.code === over.area && area.kind === 'group');
  const place = over.area === undefined ? null : [over.area];
  const named = over.time === undefined ? null : periodNamed(over.time);
  const span = over.time?.includes('/') ? { from: over.time, to: over.time } : null;
  const axes = new Set([
    ...question.by,
    ...(['area', 'origin', 'breakdown'] as const).filter((axis) => over[axis]),
  ]);
  if (isOther) axes.add('origin').add('breakdown');
  const origins = !other.counterpartRole
    ? []
    : own.counterpartRole && question.origin.length > 0
      ? question.origin
      : ['_T'];
  return {
    ...question,
    indicator: other.id,
    country: place ? (isGroup ? [] : place) : question.country,
    group: place ? (isGroup ? place : []) : question.group,
    origin: over.origin ? [over.origin] : isOther ? origins : question.origin,
    breakdown: over.breakdown ? [over.breakdown] : isOther ? [] : question.breakdown,
    definition: over.definition ? [over.definition] : isOther ? [] : question.definition,
    source: over.source
      ? [over.source]
      : isOther || question.source.includes('preferred')
        ? []
        : question.source,
    basis: span ? ['interval'] : named ? [named.basis] : question.basis,
    time: span ?? (question.time.from.includes('/') && !named ? question.time : ALL_TIME),
    by: [...axes],
    transform: null,
  };
}

/** The divisor of a cell: it has the cell's own codes, except for the named ones. */
function divisorOf(
  cell: Cell,
  over: Over,
  read: readonly Cell[],
  own: Indicator,
  other: Indicator,
): Cell | undefined {
  const isOther = own.id !== other.id;
  const whose =
    over.origin ??
    (!isOther
      ? cell.counterpart
      : !other.counterpartRole
        ? '_Z'
        : cell.counterpart === '_Z'
          ? '_T'
          : cell.counterpart);
  const when = over.time ?? nameOf(cell.period);
  const there = read.filter(
    (candidate) =>
      candidate.area === (over.area ?? cell.area) &&
      candidate.counterpart === whose &&
      nameOf(candidate.period) === when,
  );
  const wanted = (
    codes: readonly (string | undefined)[],
    code: (candidate: Cell) => string,
    of: readonly Cell[],
  ): Cell[] => {
    const first = codes.find((wish) => of.some((candidate) => code(candidate) === wish));
    return first === undefined ? [] : of.filter((candidate) => code(candidate) === first);
  };
  const breakdowns = over.breakdown ? [over.breakdown] : isOther ? [cell.breakdown, '_T'] : [cell.breakdown];
  const definitions = over.definition
    ? [over.definition]
    : [isOther ? other.definitions[0]?.code : cell.definition];
  const sources = over.source ? [over.source] : isOther ? [cell.source, ...other.sources] : [cell.source];
  const alike = there.filter(
    (candidate) => sources.includes(candidate.source) && definitions.includes(candidate.definition),
  );
  const parts = wanted(breakdowns, (candidate) => candidate.breakdown, alike);
  const defined = wanted(definitions, (candidate) => candidate.definition, parts);
  const figured = defined.some((candidate) => candidate.stated)
    ? defined.filter((candidate) => candidate.stated)
    : defined;
  const sourced = wanted(sources, (candidate) => candidate.source, figured);
  return (
    sourced.find((candidate) => candidate.computed === cell.computed) ??
    sourced.find((candidate) => candidate.computed === null) ??
    sourced[0]
  );
}

/** Every country and city in an area on a day. With `countries`, the country of a city is included. */
function within(code: string, catalogue: Catalogue, day: string | null, depth = 0): string[] {
  const area = catalogue.areas.find((entry) => entry.code === code);
  const members = (area?.members ?? []).filter(
    (member) =>
      day === null ||
      ((member.from === undefined || member.from <= day) && (member.to === undefined || day < member.to)),
  );
  const cities = catalogue.areas.filter((city: Area) => city.within === code).map((city) => city.code);
  if (depth > 8) return [];
  return [code, ...cities, ...members.flatMap((member) => within(member.area, catalogue, day, depth + 1))];
}

/** The countries and cities that a code covers. */
const placesOf = (code: string, catalogue: Catalogue): string[] => {
  const isGroup = (group: string): boolean =>
    (catalogue.areas.find((area) => area.code === group)?.members ?? []).length > 0;
  const deep = (group: string, depth = 0): string[] =>
    depth > 8 || !isGroup(group)
      ? [group]
      : (catalogue.areas.find((area) => area.code === group)?.members ?? []).flatMap((member) =>
          deep(member.area, depth + 1),
        );
  return code.split('+').flatMap((place) => deep(place));
};

function isInside(
  code: string,
  whole: string | undefined,
  catalogue: Catalogue,
  day: string | null,
): boolean {
  if (whole === undefined || whole === '_T' || code === whole) return true;
  const all = new Set(within(whole, catalogue, day));
  return placesOf(code, catalogue).every((place) => all.has(place));
}

const isPart = (breakdown: string, whole: string | undefined): boolean =>
  whole === undefined ||
  whole === '_T' ||
  breakdown.split('+').every((part) => whole.split(';').every((code) => part.split(';').includes(code)));

/** Each figure divided by its divisor, or as a part of it. */
export function ratios(
  cells: readonly Cell[],
  transform: Transform & { readonly id: 'ratio' | 'share-of' },
  read: readonly Cell[],
  question: Question,
  book: Book,
): Cell[] {
  const { id, over } = transform;
  const [own, other] = [indicatorOf(book, question.indicator), dividing(over, question, book)];
  const label = Object.entries(over)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([part, code]) => `${part}=${code}`)
    .join('~');
  return cells.map((cell) => {
    if (!hasFigure(cell)) return sameGap(id, cell);
    const name = over.time ? label : `${label} ${nameOf(cell.period)}`;
    const day = question.members === 'today' ? null : cell.period.start;
    const inside =
      isInside(cell.area, over.area, book.catalogue, day) &&
      isInside(cell.counterpart, over.origin, book.catalogue, day) &&
      isPart(cell.breakdown, over.breakdown);
    if (id === 'share-of' && !inside) return gapIn(id, cell, 'not-contained', [name]);
    const divisor = divisorOf(cell, over, read, own, other);
    if (!hasFigure(divisor)) return gapIn(id, cell, 'no-divisor', [name]);
    return quotientOf(id, name, cell, divisor, own, book.catalogue);
  });
}

function quotientOf(
  id: 'ratio' | 'share-of',
  name: string,
  cell: Figured,
  divisor: Figured,
  { measure }: Indicator,
  catalogue: Catalogue,
): Cell {
  const sameTime = nameOf(cell.period) === nameOf(divisor.period);
  const same = sameTime && seriesName(cell) === seriesName(divisor) && cell.computed === divisor.computed;
  const between = sameTime
    ? []
    : [cell, divisor].flatMap((side) => breaksBetween(side, cell.period, divisor.period, catalogue));
  if (between.length > 0) return gapIn(id, cell, 'break', [...new Set(between)], [divisor]);
  const some = [cell, divisor].some(
    ({ coverage }) => coverage !== null && coverage.present < coverage.expected,
  );
  if (some && !same && (!sameTime || measure === 'count' || measure === 'estimate'))
    return gapIn(id, cell, 'members-missing', [], [divisor]);
  const quotient = divided(ofCell(cell, 0), ofCell(divisor, 0), 1);
  if (!quotient) return gapIn(id, cell, 'zero-divisor', [name], [divisor]);
  const figure = same ? exactly(1) : id === 'ratio' ? quotient : notMoreThanAll(quotient);
  if (!figure) return gapIn(id, cell, 'not-contained', [name], [divisor]);
  const plain = [cell, divisor].every(({ stated }) => stated.qualifier === 'exact' && stated.low === null);
  const parts = plain ? { numerator: cell.stated.value ?? 0, denominator: divisor.stated.value ?? 0 } : null;
  return made(id, cell, [divisor], { figure, least: 0, most: id === 'ratio' ? Infinity : 1, parts });
}

/** A part is never more than its whole; null if it certainly would be. */
function notMoreThanAll({ low, high, centre, words }: Figure): Figure | null {
  if (low > 1) return null;
  const most = high === Infinity ? high : Math.min(high, 1);
  return settled({ low, high: most, centre: centre !== null && centre <= 1 ? centre : null, words });
}

/** The rank of each period among those of its series that no break separates from it. */
export function ranksInTime(cells: readonly Cell[], indicator: Indicator, catalogue: Catalogue): Cell[] {
  return cells.map((cell) => {
    const apart = (other: Cell): readonly string[] =>
      other === cell ? [] : breaksBetween(cell, cell.period, other.period, catalogue);
    const beside = cells.filter((other) => apart(other).length === 0);
    const placed = ranked(beside, indicator)[beside.indexOf(cell)] as Cell;
    const walls = [...new Set(cells.filter(hasFigure).flatMap(apart))];
    return placed.gap?.code === 'nothing-beside' && walls.length > 0
      ? gapIn('rank', cell, 'break', walls)
      : placed;
  });
}
