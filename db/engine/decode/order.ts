/**
 * The order of the cells in an answer. Areas come in the order of the query (or countries, cities and groups,
 * each by name), then origin, breakdown, definition, source by preference, basis, published before computed,
 * period.
 */
import type { Catalogue } from '../../../stats/model/catalogue.ts';
import { AREA_KINDS } from '../../../stats/model/catalogue.ts';
import { collate } from '../../../stats/collate.ts';
import { memoizeByObject } from '../../../stats/memoize.ts';
import { seriesOf } from '../../../stats/model/comparison.ts';
import type { Cell, SeriesKey } from '../../../stats/model/observation.ts';
import { comparePeriods } from '../../../stats/time/period.ts';
import type { Query } from '../../../stats/model/query.ts';

type Ranks = ReadonlyMap<string, number>;

const rank = (codes: readonly string[]): Ranks => new Map([...new Set(codes)].map((code, i) => [code, i]));

/** Ranks of codes: first those of the query in its own order, then the rest in the order of `others`. */
function ranks(asked: readonly string[], others: Ranks): (code: string) => number {
  const first = rank(asked);
  return (code) => first.get(code) ?? first.size + (others.get(code) ?? others.size);
}

/**
 * The order of codes that no list ranks (sums, tuples of several dimensions). It is the same on every server.
 */
const byCode = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** The order of areas if a query names none, and of breakdown codes as the catalogue lists them. */
const usualOrder = memoizeByObject((catalogue: Catalogue) => ({
  areas: rank(
    catalogue.areas
      .toSorted(
        (a, b) => AREA_KINDS.indexOf(a.kind) - AREA_KINDS.indexOf(b.kind) || collate(a.name.en, b.name.en),
      )
      .map((area) => area.code),
  ),
  breakdowns: rank([
    '_T',
    ...catalogue.dimensions.flatMap(({ id, codes }) => codes.map((entry) => `${id}=${entry.code}`)),
  ]),
}));

/** The position of a series in an answer. */
interface SortKey {
  readonly key: SeriesKey;
  readonly area: number;
  readonly origin: number;
  readonly breakdown: number;
  readonly definition: number;
  readonly source: number;
  readonly basis: number;
  readonly computed: number;
}

/** Gives the positions of series in the answer to a query. */
export function sortKeysIn(
  query: Query,
  catalogue: Catalogue,
): (series: { readonly key: SeriesKey; readonly computed: boolean }) => SortKey {
  const indicator = catalogue.indicators.find((entry) => entry.id === query.indicator);
  const usual = usualOrder(catalogue);
  const area = ranks([...query.country, ...query.group], usual.areas);
  const origin = ranks(query.origin, usual.areas);
  const breakdown = ranks(query.breakdown, usual.breakdowns);
  const definition = ranks(query.definition, rank(indicator?.definitions.map((entry) => entry.code) ?? []));
  const source = ranks(query.source, rank(indicator?.sources ?? []));
  const basis = ranks(query.basis, rank([]));
  return ({ key, computed }) => ({
    key,
    area: area(key.area),
    origin: origin(key.counterpart),
    breakdown: breakdown(key.breakdown),
    definition: definition(key.definition),
    source: source(key.source),
    basis: basis(key.basis),
    computed: computed ? 1 : 0,
  });
}

/** The order of two series of an answer; 0 if they belong to one line of time. */
export const compareSortKeys = (a: SortKey, b: SortKey): number =>
  a.area - b.area ||
  byCode(a.key.area, b.key.area) ||
  a.origin - b.origin ||
  byCode(a.key.counterpart, b.key.counterpart) ||
  a.breakdown - b.breakdown ||
  byCode(a.key.breakdown, b.key.breakdown) ||
  a.definition - b.definition ||
  a.source - b.source ||
  a.basis - b.basis ||
  a.computed - b.computed;

/** Cells in the order of the answer. Series are sorted, and the cells of a series stay together. */
export function orderCells(cells: readonly Cell[], query: Query, catalogue: Catalogue): Cell[] {
  const sortKeyOf = sortKeysIn(query, catalogue);
  const inOrder = seriesOf({ cells }).map((series) => ({ ...sortKeyOf(series), cells: series.cells }));
  inOrder.sort(compareSortKeys);
  // Two series with the same sort key are a group computed in two ways (only some years have parts). They are
  // one line of time.
  const lines: Cell[][] = [];
  inOrder.forEach((series, i) => {
    const before = inOrder[i - 1];
    if (before && compareSortKeys(before, series) === 0) lines.at(-1)?.push(...series.cells);
    else lines.push([...series.cells]);
  });
  return lines.flatMap((line) =>
    isInTime(line) ? line : line.sort((a, b) => comparePeriods(a.period, b.period)),
  );
}

const isInTime = (cells: readonly Cell[]): boolean =>
  cells.every((cell, i) => i === 0 || comparePeriods(cells[i - 1]?.period ?? cell.period, cell.period) <= 0);
