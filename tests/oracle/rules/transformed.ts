/**
 * A whole answer: the plain cells of all time, restricted to the preferred source if the question asks for
 * it, and the transform.
 */
import type { Along, Area, Book, Catalogue, Cell, Indicator, Over, Question } from '../book.ts';
import { collected, keptWith, seriesName } from '../book.ts';
import { indicatorOf, plainCells } from './answers.ts';
import { cautioned } from './cautions.ts';
import { intervalAsked } from './months.ts';
import { withGaps } from './named.ts';
import { withNamedNotes } from './notes.ts';
import { nameOf } from './periods.ts';
import { ALL_TIME, isWithin, onlyLatest } from './time.ts';
import { divisorQuestion, ranksInTime, ratios } from './ratios.ts';
import { changes, CODE_ON, indexed, perCapita, ranked, rollingMeans, shares } from './transforms.ts';

const AXES: readonly Along[] = ['area', 'origin', 'breakdown'];

/**
 * The first source that has a figure for a subject within the time of the question, otherwise the first that
 * has a gap.
 */
function ofPreferred(all: readonly Cell[], asked: readonly Cell[], { sources }: Indicator): Cell[] {
  const subject = (cell: Cell): string => seriesName({ ...cell, source: '' });
  const beside = collected(asked, subject);
  return all.filter((cell) => {
    const same = beside.get(subject(cell)) ?? [];
    const first =
      sources.find((id) => same.some((other) => other.source === id && other.stated)) ??
      sources.find((id) => same.some((other) => other.source === id));
    return cell.source === first;
  });
}

/** The population to divide by: the one that the indicator names, otherwise the default. */
function peopleOf(
  book: Book,
  indicator: Indicator,
): { readonly indicator: string; readonly source: string } | null {
  if (indicator.weight) return indicator.weight;
  const usual = book.catalogue.indicators.find((candidate) => candidate.id === 'population');
  const source = usual?.sources[0];
  return usual && source !== undefined ? { indicator: usual.id, source } : null;
}

/** The population of the areas of the question, combined if the figures are. */
function populations(of: 'area' | 'origin', question: Question, indicator: Indicator, book: Book): Cell[] {
  const people = peopleOf(book, indicator);
  if (!people) return [];
  const groups = new Set(
    book.catalogue.areas.filter((area) => area.kind === 'group').map((group) => group.code),
  );
  const asked = of === 'area' ? [...question.country, ...question.group] : question.origin;
  const codes = asked.filter((code) => code !== '_T' && code !== '_Z');
  if (asked.length > 0 && codes.length === 0) return [];
  const country = codes.filter((code) => !groups.has(code));
  const apart = question.by.includes(of) || country.length < 2;
  const cells = plainCells(book, {
    ...question,
    indicator: people.indicator,
    source: [people.source],
    country,
    group: codes.filter((code) => groups.has(code)),
    origin: [],
    breakdown: [],
    definition: [],
    basis: ['calendar-year'],
    time: ALL_TIME,
    by: apart ? ['area', 'origin', 'breakdown', 'source'] : ['origin', 'breakdown', 'source'],
    coverage: 1,
    transform: null,
  });
  // A published figure comes before a computed one, and any figure before a gap.
  return [...collected(cells, (cell) => `${cell.area} ${nameOf(cell.period)}`).values()].flatMap(
    (same) =>
      same.find((cell) => cell.stated && cell.computed === null) ??
      same.find((cell) => cell.stated) ??
      same[0] ??
      [],
  );
}

const areasOf = keptWith(({ areas }: Catalogue) => new Map(areas.map((area) => [area.code, area])));

/** Countries are compared with countries, cities with cities, groups with groups. */
function kindOf(area: Area | undefined): string {
  if (!area) return 'group';
  return ['city', 'group', 'all', 'none'].includes(area.kind) ? area.kind : 'place';
}
const dimensionsOf = (breakdown: string): string =>
  breakdown === '_T'
    ? '_T'
    : [...new Set(breakdown.split(/[;+]/).map((pair) => pair.split('=')[0]))].join(';');
const kindOn = (axis: Along, code: string, catalogue: Catalogue): string =>
  axis === 'breakdown' ? dimensionsOf(code) : kindOf(areasOf(catalogue).get(code));

/**
 * Cells that are compared: of one source, definition, period and kind; along one axis the other axes are
 * fixed.
 */
function standingTogether(cells: readonly Cell[], along: Along | null, catalogue: Catalogue): Cell[][] {
  const name = (cell: Cell): string =>
    [
      cell.source,
      cell.definition,
      cell.basis,
      nameOf(cell.period),
      cell.computed === null,
      ...AXES.map((axis) => {
        const code = CODE_ON[axis](cell);
        return along === null || along === axis ? kindOn(axis, code, catalogue) : code;
      }),
    ].join(' | ');
  return [...collected(cells, name).values()];
}

/** Every country and city that some codes cover; one that occurs twice is counted twice. */
function placesBehind(codes: readonly string[], catalogue: Catalogue, depth = 0): string[] {
  return codes.flatMap((code) => {
    const members = areasOf(catalogue).get(code)?.members ?? [];
    if (members.length === 0 || depth > 8) return code.split('+');
    return [
      ...new Set(
        placesBehind(
          members.map((membership) => membership.area),
          catalogue,
          depth + 1,
        ),
      ),
    ];
  });
}

/** Whether a place, such as a city, lies in another of some places. */
function isWithinOneOf(code: string, places: readonly string[], catalogue: Catalogue): boolean {
  const around = areasOf(catalogue).get(code)?.within;
  return around !== undefined && (places.includes(around) || isWithinOneOf(around, places, catalogue));
}

function sharesOf(
  cells: readonly Cell[],
  along: Along | null,
  question: Question,
  indicator: Indicator,
  catalogue: Catalogue,
): Cell[] {
  const differing = AXES.filter((axis) => new Set(cells.map(CODE_ON[axis])).size > 1);
  const named = differing.length > 0 ? differing : (['area'] as const);
  const member = (cell: Cell): string => named.map((axis) => CODE_ON[axis](cell)).join(' × ');
  const declared = indicator.parts.some(
    ({ axis, codes }) => axis === 'breakdown' && cells.every((cell) => codes.includes(cell.breakdown)),
  );
  const overlap = differing.some((axis) => {
    if (axis === 'breakdown') return false;
    const places = placesBehind([...new Set(cells.map(CODE_ON[axis]))], catalogue);
    return (
      new Set(places).size < places.length || places.some((code) => isWithinOneOf(code, places, catalogue))
    );
  });
  const asked: Readonly<Record<Along, readonly string[]>> = {
    area: [...question.country, ...question.group],
    origin: question.origin,
    breakdown: question.breakdown,
  };
  // A code that the question names, that is of the kind compared here and that has no cell, is missing.
  const absent = (along === null ? AXES : [along])
    .filter((axis) => question.by.includes(axis))
    .flatMap((axis) => {
      const there = new Set(cells.map(CODE_ON[axis]));
      const kinds = new Set([...there].map((code) => kindOn(axis, code, catalogue)));
      return asked[axis].filter((code) => !there.has(code) && kinds.has(kindOn(axis, code, catalogue)));
    });
  return shares(cells, {
    member,
    members: [...new Set(cells.map(member)), ...absent],
    refused: differing.includes('breakdown') && !declared ? 'not-additive' : overlap ? 'overlap' : null,
  });
}

/** All cells that may be divisors. */
function divisorCells(over: Over, question: Question, book: Book): Cell[] {
  const dividing = divisorQuestion(over, question, book);
  return plainCells(book, { ...dividing, time: intervalAsked(dividing) ? dividing.time : ALL_TIME });
}

/** The expected answer. @throws Refused if by= leaves out too much */
export function answerTo(book: Book, question: Question): Cell[] {
  const indicator = indicatorOf(book, question.indicator);
  const cells = withGaps(answered(book, question), question, indicator, book);
  const named = cells.map((cell) => withNamedNotes(cell, book.catalogue));
  return cautioned(named, indicator, book.catalogue.areas);
}

function answered(book: Book, question: Question): Cell[] {
  const { transform, time } = question;
  const { catalogue } = book;
  const indicator = indicatorOf(book, question.indicator);
  const preferred = question.source.includes('preferred');
  // An interval is made from the months that it names; a question about all time has no interval.
  const whole = intervalAsked(question) ? time : ALL_TIME;
  const plain = { ...question, transform: null, source: preferred ? [] : question.source };
  if (!transform && !preferred) return plainCells(book, plain);
  const onFile = plainCells(book, { ...plain, time: whole });
  const within = isWithin(time);
  const inTime = (cells: readonly Cell[]): Cell[] =>
    onlyLatest(
      cells.filter(({ period }) => within(period)),
      time,
    );
  const all = preferred ? ofPreferred(onFile, inTime(onFile), indicator) : onFile;
  const nameIn = (cell: Cell): string =>
    `${seriesName(cell)} ${nameOf(cell.period)} ${cell.computed === null}`;
  const shown = new Set(inTime(onFile).map(nameIn));
  const onlyShown = (cells: readonly Cell[]): Cell[] => cells.filter((cell) => shown.has(nameIn(cell)));
  if (!transform) return onlyShown(all);
  const series = (): Cell[][] => [
    ...collected(all, (cell) => `${seriesName(cell)} ${cell.computed}`).values(),
  ];
  switch (transform.id) {
    case 'change':
    case 'change-percent':
      return onlyShown(
        series().flatMap((cells) => changes(cells, transform.id === 'change-percent', indicator, catalogue)),
      );
    case 'index':
      return onlyShown(series().flatMap((cells) => indexed(cells, transform.base, catalogue)));
    case 'rolling-mean':
      return onlyShown(
        series().flatMap((cells) => rollingMeans(cells, transform.length, indicator, catalogue)),
      );
    case 'per-capita':
      return perCapita(onlyShown(all), transform.of, populations(transform.of, question, indicator, book));
    case 'ratio':
    case 'share-of':
      return ratios(onlyShown(all), transform, divisorCells(transform.over, question, book), question, book);
    case 'rank':
      if (transform.along === 'time')
        return [
          ...collected(onlyShown(all), (cell) => `${seriesName(cell)} ${cell.computed}`).values(),
        ].flatMap((cells) => ranksInTime(cells, indicator, catalogue));
      return standingTogether(onlyShown(all), transform.along, catalogue).flatMap((cells) =>
        ranked(cells, indicator),
      );
    case 'share-of-total':
      return standingTogether(onlyShown(all), transform.along, catalogue).flatMap((cells) =>
        sharesOf(cells, transform.along, question, indicator, catalogue),
      );
  }
}
