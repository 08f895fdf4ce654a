/**
 * The order of an answer's cells: areas as they were asked for (else countries, cities, groups by name), then
 * origin, breakdown, definition, source in order of preference, basis, published before computed, period.
 */
import type { Catalogue } from '../../stats/catalogue.ts';
import { AREA_KINDS } from '../../stats/catalogue.ts';
import { collate } from '../../stats/collate.ts';
import { oncePer } from '../../stats/once.ts';
import type { Cell } from '../../stats/observation.ts';
import { comparePeriods } from '../../stats/period.ts';
import type { Query } from '../../stats/query.ts';

type Ranks = ReadonlyMap<string, number>;

const rank = (codes: readonly string[]): Ranks => new Map([...new Set(codes)].map((code, i) => [code, i]));

/** Ranks of codes: those asked for in the asker's order, then the rest as `others` has them. */
function ranks(asked: readonly string[], others: Ranks): (code: string) => number {
  const first = rank(asked);
  return (code) => first.get(code) ?? first.size + (others.get(code) ?? others.size);
}

/** For codes that no list ranks (sums, tuples of several dimensions): the same order on every server. */
const byCode = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Areas as they stand where nobody asked for an order, and breakdown codes as the catalogue lists them. */
const usualOrder = oncePer((catalogue: Catalogue) => ({
  areas: rank(
    catalogue.areas
      .toSorted(
        (a, b) => AREA_KINDS.indexOf(a.kind) - AREA_KINDS.indexOf(b.kind) || collate(a.name.en, b.name.en),
      )
      .map((area) => area.code),
  ),
  breakdowns: rank([
    '_T',
    ...catalogue.dimensions.flatMap(({ id, codes }) => codes.map((one) => `${id}=${one.code}`)),
  ]),
}));

/** Cells in the order of the answer. What a series says of its place is worked out once, not at each comparison. */
export function orderCells(cells: readonly Cell[], query: Query, catalogue: Catalogue): Cell[] {
  const indicator = catalogue.indicators.find((one) => one.id === query.indicator);
  const usual = usualOrder(catalogue);
  const area = ranks([...query.country, ...query.group], usual.areas);
  const origin = ranks(query.origin, usual.areas);
  const breakdown = ranks(query.breakdown, usual.breakdowns);
  const definition = ranks(query.definition, rank(indicator?.definitions.map((one) => one.code) ?? []));
  const source = ranks(query.source, rank(indicator?.sources ?? []));
  const basis = ranks(query.basis, rank([]));
  const places = cells.map((cell) => ({
    cell,
    area: area(cell.area),
    origin: origin(cell.counterpart),
    breakdown: breakdown(cell.breakdown),
    definition: definition(cell.definition),
    source: source(cell.source),
    basis: basis(cell.basis),
    computed: cell.computed === null ? 0 : 1,
  }));
  places.sort(
    (a, b) =>
      a.area - b.area ||
      byCode(a.cell.area, b.cell.area) ||
      a.origin - b.origin ||
      byCode(a.cell.counterpart, b.cell.counterpart) ||
      a.breakdown - b.breakdown ||
      byCode(a.cell.breakdown, b.cell.breakdown) ||
      a.definition - b.definition ||
      a.source - b.source ||
      a.basis - b.basis ||
      a.computed - b.computed ||
      comparePeriods(a.cell.period, b.cell.period),
  );
  return places.map(({ cell }) => cell);
}
