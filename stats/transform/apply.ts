/**
 * Applies a transform to the cells of an answer: along each series for changes, indices and means; across
 * comparable cells for shares and ranks. Cells keep their order; none is added or removed.
 *
 * Comparable cells have the same source, definition and period, and are of one kind: countries with
 * countries, cities with cities, groups with groups (published and computed separately), parts of a dimension
 * with one another. A whole is never compared with its own part.
 */
import { dimensionsOfKey } from '../model/dimension-key.ts';
import { isSubnational, type Area, type Catalogue, type Indicator } from '../model/catalogue.ts';
import type { Divisor } from '../model/divisor.ts';
import { anyOverlap } from '../model/area-overlap.ts';
import { breaksOf } from './group-breaks.ts';
import type { Cell } from '../model/observation.ts';
import { seriesKey } from '../model/observation.ts';
import { formatPeriod, parsePeriod } from '../time/period.ts';
import { changeOnYear } from './change.ts';
import type { Derived } from './derived.ts';
import { carriedGap, derivedGap, hasFigure } from './derived.ts';
import { indexToBase } from './index-to-base.ts';
import { perCapita } from './per-capita.ts';
import { divisorFinder } from './find-divisor.ts';
import { rank } from './rank.ts';
import { rankOverTime } from './rank-over-time.ts';
import { ratios } from './ratio.ts';
import { rollingMean } from './rolling-mean.ts';
import { shareOfTotal } from './share-of-total.ts';
import { PER } from '../format/unit.ts';
import { divisorIndicator } from '../query/divisor.ts';
import { type Query, type Along, type TransformSpec, ALONG } from '../model/query.ts';

export interface Applying {
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
  /** Codes that the query names must be present. */
  readonly query: Pick<Query, 'country' | 'group' | 'origin' | 'breakdown' | 'by' | 'members'>;
  /** For per capita: populations by calendar year. */
  readonly populations: readonly Cell[];
  /** For ratios and parts of a whole: the cells that may be divisors. */
  readonly divisors?: readonly Cell[];
}

/** The transformed cells, in their order. */
export function applyTransform(cells: readonly Cell[], transform: TransformSpec, given: Applying): Cell[] {
  const { indicator, catalogue } = given;
  const { signed, measure } = indicator;
  const breaks = breaksOf(catalogue);
  const series = (cell: Cell): string => `${seriesKey(cell)} | ${cell.computed}`;
  switch (transform.id) {
    case 'per-capita': {
      const populations = bestOf(given.populations);
      return perCapita(cells, { of: transform.of, populations, per: PER }).map(toCell);
    }
    case 'index': {
      const base = parsePeriod(transform.base);
      if (!base) throw new Error(`${transform.base} is no period`);
      return inGroups(cells, series, (group) => indexToBase(group, base, breaks));
    }
    case 'change':
    case 'change-percent': {
      const options = { in: transform.id === 'change' ? 'unit' : 'percent', signed, breaks } as const;
      return inGroups(cells, series, (group) => changeOnYear(group, options));
    }
    case 'rolling-mean': {
      const options = { measure, length: transform.length, per: indicator.per ?? 1, signed, breaks };
      return inGroups(cells, series, (group) => rollingMean(group, options));
    }
    case 'rank':
      if (transform.along === 'time')
        return inGroups(cells, series, (group) => rankOverTime(group, { signed, breaks }));
      return inGroups(cells, besideOf(transform.along, catalogue), (group) =>
        rank(group, { signed, member: memberOf(group) }),
      );
    case 'share-of-total':
      return inGroups(cells, besideOf(transform.along, catalogue), (group) =>
        sharesOf(group, transform.along, given),
      );
    case 'ratio':
    case 'share-of':
      return ratios(cells, {
        transform: transform.id,
        over: transform.over,
        divisor: divisorFor(transform.over, given),
        measure,
        breaks,
        areas: new Map(catalogue.areas.map((area) => [area.code, area])),
        membersOfToday: given.query.members === 'today',
      }).map(toCell);
  }
}

/** The divisor of a cell, among the cells that were read for it. */
export const divisorFor = (
  over: Divisor,
  { indicator, catalogue, divisors = [] }: Pick<Applying, 'indicator' | 'catalogue' | 'divisors'>,
): ((cell: Cell) => Cell | undefined) =>
  divisorFinder(divisors, { over, indicator: divisorIndicator(over, indicator, catalogue) });

/** Applies a function to the cells of each group, and puts each result in the position of its cell. */
function inGroups(
  cells: readonly Cell[],
  key: (cell: Cell) => string,
  apply: (group: readonly Cell[]) => readonly Derived[],
): Cell[] {
  const groups = new Map<string, number[]>();
  cells.forEach((cell, i) => {
    const indices = groups.get(key(cell));
    if (indices) indices.push(i);
    else groups.set(key(cell), [i]);
  });
  const result: Cell[] = [];
  for (const places of groups.values()) {
    const made = apply(places.map((i) => cells[i]!));
    places.forEach((i, k) => {
      result[i] = toCell(made[k]!);
    });
  }
  return result;
}

/**
 * A cell as answers contain it. Ties and unranked members are left out: they can be seen from the other
 * cells.
 */
function toCell({ rank: ranked, ...cell }: Derived): Cell {
  if (!ranked) return cell;
  const { best, worst, of } = ranked;
  return { ...cell, rank: { best, worst, of } };
}

/**
 * One population per area and year: the published one if it has a figure, otherwise the one computed from
 * members.
 */
function bestOf(populations: readonly Cell[]): Cell[] {
  const best = new Map<string, Cell>();
  for (const cell of populations) {
    const key = `${cell.area} ${formatPeriod(cell.period)}`;
    const other = best.get(key);
    if (!other || (!other.stated && cell.stated) || (cell.computed === null && cell.stated))
      best.set(key, cell);
  }
  return [...best.values()];
}

/** The codes of a cell on the three axes. */
const CODE: Readonly<Record<Along, (cell: Cell) => string>> = {
  area: (cell) => cell.area,
  origin: (cell) => cell.counterpart,
  breakdown: (cell) => cell.breakdown,
};

/** The kind of an area for comparisons. Countries are one kind; groups, states, cities, and the total are others. */
function kindOf(area: Area | undefined): string {
  if (!area) return 'group';
  const { kind } = area;
  return isSubnational(kind) || kind === 'group' || kind === 'all' || kind === 'none' ? kind : 'place';
}

/** The dimensions of a breakdown. @example dimensionsOf('sector=a;sex=f') === 'sector;sex' */
const dimensionsOf = (breakdown: string): string => dimensionsOfKey(breakdown).join(';');

/**
 * The key of the cells that a cell is compared with. Along one axis, the codes of the other axes are the
 * same.
 */
function besideOf(along: Along | null, { areas }: Catalogue): (cell: Cell) => string {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const kind: Readonly<Record<Along, (cell: Cell) => string>> = {
    area: (cell) => kindOf(byCode.get(cell.area)),
    origin: (cell) => kindOf(byCode.get(cell.counterpart)),
    breakdown: (cell) => dimensionsOf(cell.breakdown),
  };
  return (cell) =>
    [
      cell.source,
      cell.definition,
      formatPeriod(cell.period),
      cell.computed === null,
      ...ALONG.map((axis) => (along === null || along === axis ? kind : CODE)[axis](cell)),
    ].join(' | ');
}

/** The axes on which some of the cells differ. */
const varying = (cells: readonly Cell[]): readonly Along[] =>
  ALONG.filter((axis) => new Set(cells.map(CODE[axis])).size > 1);

/** The name of a cell: its codes on the axes that differ. @example 'HND', 'USA × HND' */
function memberOf(cells: readonly Cell[]): (cell: Cell) => string {
  const axes = varying(cells);
  return (cell) => axes.map((axis) => CODE[axis](cell)).join(' × ');
}

/** The shares of comparable cells. */
function sharesOf(
  cells: readonly Cell[],
  along: Along | null,
  { indicator, catalogue, query }: Applying,
): Derived[] {
  const differ = varying(cells);
  if (differ.includes('breakdown') && !arePartsOfOne(cells, indicator)) {
    return cells.map((cell) =>
      hasFigure(cell)
        ? derivedGap('share-of-total', cell, 'not-additive', [])
        : carriedGap('share-of-total', cell),
    );
  }
  const byCode = new Map(catalogue.areas.map((area) => [area.code, area]));
  const member = memberOf(cells);
  const overlap = (['area', 'origin'] as const).some(
    (axis) => differ.includes(axis) && anyOverlap(cells.map(CODE[axis]), byCode),
  );
  return shareOfTotal(cells, {
    members: [
      ...new Set(cells.map(member)),
      ...absent(cells, along === null ? ALONG : [along], query, byCode),
    ],
    member,
    overlap,
  });
}

/** Cells are parts of one whole only if a part scheme declares it. */
const arePartsOfOne = (cells: readonly Cell[], { parts }: Indicator): boolean =>
  parts.some(
    ({ axis, codes }) => axis === 'breakdown' && cells.every((cell) => codes.includes(cell.breakdown)),
  );

/** Codes that the query names on some axes, that are of the kind compared here, and that have no cell. */
function absent(
  cells: readonly Cell[],
  axes: readonly Along[],
  query: Applying['query'],
  areas: ReadonlyMap<string, Area>,
): readonly string[] {
  const named: Readonly<Record<Along, readonly string[]>> = {
    area: [...query.country, ...query.group],
    origin: query.origin,
    breakdown: query.breakdown,
  };
  const kind = (axis: Along, code: string): string =>
    axis === 'breakdown' ? dimensionsOf(code) : kindOf(areas.get(code));
  // A combined axis has one member, whatever the query names.
  return axes
    .filter((axis) => query.by.includes(axis))
    .flatMap((axis) => {
      const there = new Set(cells.map(CODE[axis]));
      const kinds = new Set([...there].map((code) => kind(axis, code)));
      return named[axis].filter((code) => !there.has(code) && kinds.has(kind(axis, code)));
    });
}
