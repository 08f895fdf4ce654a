/**
 * A transform applied to the cells of an answer: along each series for changes, indices and means; among the
 * cells that stand together for shares and ranks. Cells keep their order, and none comes or goes.
 *
 * What stands together is of one source, definition and period, and of one kind: countries are held against
 * countries, cities against cities, groups against groups (published and computed apart), parts of one
 * dimension against one another. A whole is never held against its own part.
 */
import { dimensionsOfKey } from '../model/dimension-key.ts';
import type { Area, Catalogue, Indicator } from '../model/catalogue.ts';
import type { Divisor } from '../model/divisor.ts';
import { anyOverlap } from '../model/area-overlap.ts';
import { breaksOf } from '../model/group-breaks.ts';
import type { Cell } from '../model/observation.ts';
import { ALL, seriesKey } from '../model/observation.ts';
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
  /** What was asked for by name has to be there. */
  readonly query: Pick<Query, 'country' | 'group' | 'origin' | 'breakdown' | 'by' | 'members'>;
  /** For per capita: populations by calendar year. */
  readonly populations: readonly Cell[];
  /** For ratios and parts of a whole: the cells that may divide. */
  readonly divisors?: readonly Cell[];
}

/** The cells, transformed, in their order. */
export function applyTransform(cells: readonly Cell[], transform: TransformSpec, given: Applying): Cell[] {
  const { indicator, catalogue } = given;
  const { signed, measure } = indicator;
  const breaks = breaksOf(catalogue);
  const series = (cell: Cell): string => `${seriesKey(cell)} | ${cell.computed ?? ''}`;
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

/** The cell that divides another, among those that were read for it. */
export const divisorFor = (
  over: Divisor,
  { indicator, catalogue, divisors = [] }: Pick<Applying, 'indicator' | 'catalogue' | 'divisors'>,
): ((cell: Cell) => Cell | undefined) =>
  divisorFinder(divisors, { over, indicator: divisorIndicator(over, indicator, catalogue) });

/** Applies to the cells of each group, and puts the results where the cells stood. */
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
  const result = new Array<Cell>(cells.length);
  for (const places of groups.values()) {
    const made = apply(places.flatMap((i) => cells[i] ?? []));
    places.forEach((i, k) => {
      const cell = made[k];
      if (cell) result[i] = toCell(cell);
    });
  }
  return result;
}

/** As answers hold it: who ties, and who has no place, is seen from the cells beside it. */
function toCell({ rank: ranked, ...cell }: Derived): Cell {
  if (!ranked) return cell;
  const { best, worst, of } = ranked;
  return { ...cell, rank: { best, worst, of } };
}

/** One population for each place and year: as published where it has a figure, else as computed from members. */
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

/** Codes of cells on the three axes. */
const CODE: Readonly<Record<Along, (cell: Cell) => string>> = {
  area: (cell) => cell.area,
  origin: (cell) => cell.counterpart,
  breakdown: (cell) => cell.breakdown,
};

/** Places of one kind; sets of places are another, and so are cities, and all together. */
function kindOf(area: Area | undefined): string {
  if (!area) return 'group';
  return ['city', 'group', 'all', 'none'].includes(area.kind) ? area.kind : 'place';
}

/** The dimensions of a breakdown. @example dimensionsOf('sector=a;sex=f') === 'sector;sex' */
const dimensionsOf = (breakdown: string): string =>
  breakdown === ALL ? ALL : dimensionsOfKey(breakdown).join(';');

/** The name of what stands together with a cell; along one axis the codes of the others are fixed. */
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
      cell.computed === null ? '' : 'computed',
      ...ALONG.map((axis) => (along === null || along === axis ? kind : CODE)[axis](cell)),
    ].join(' | ');
}

/** The axes whose codes differ among some cells. */
const varying = (cells: readonly Cell[]): readonly Along[] =>
  ALONG.filter((axis) => new Set(cells.map(CODE[axis])).size > 1);

/** A cell by its codes on the axes that differ. @example 'HND', 'USA × HND' */
function memberOf(cells: readonly Cell[]): (cell: Cell) => string {
  const differ = varying(cells);
  const axes = differ.length > 0 ? differ : (['area'] as const);
  return (cell) => axes.map((axis) => CODE[axis](cell)).join(' × ');
}

/** Shares of some cells that stand together. */
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

/** Parts are of one whole only where they are declared so. */
const arePartsOfOne = (cells: readonly Cell[], { parts }: Indicator): boolean =>
  parts.some(
    ({ axis, codes }) => axis === 'breakdown' && cells.every((cell) => codes.includes(cell.breakdown)),
  );

/** What was asked for by name on some axes, is of the kind that stands here, and has no cell. */
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
  // Axes that are combined have one member, whatever was named.
  return axes
    .filter((axis) => query.by.includes(axis))
    .flatMap((axis) => {
      const there = new Set(cells.map(CODE[axis]));
      const kinds = new Set([...there].map((code) => kind(axis, code)));
      return named[axis].filter((code) => !there.has(code) && kinds.has(kind(axis, code)));
    });
}
