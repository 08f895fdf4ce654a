/**
 * The order of an answer's cells: areas as they were asked for (else countries, cities, groups by name), then
 * origin, breakdown, definition, source in order of preference, basis, published before computed, period.
 */
import type { Catalogue } from '../../stats/catalogue.ts';
import { AREA_KINDS } from '../../stats/catalogue.ts';
import { collate } from '../../stats/collate.ts';
import type { Cell } from '../../stats/observation.ts';
import { comparePeriods } from '../../stats/period.ts';
import type { Query } from '../../stats/query.ts';

/** Ranks of codes: those asked for in the asker's order, then the rest as `others` has them. */
function ranks(asked: readonly string[], others: readonly string[]): (code: string) => number {
  const order = new Map<string, number>();
  for (const code of [...asked, ...others]) if (!order.has(code)) order.set(code, order.size);
  return (code) => order.get(code) ?? order.size;
}

/** For codes that no list ranks (sums, tuples of several dimensions): the same order on every server. */
const byCode = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

export function compareCells(query: Query, catalogue: Catalogue): (a: Cell, b: Cell) => number {
  const indicator = catalogue.indicators.find((one) => one.id === query.indicator);
  const byName = [...catalogue.areas]
    .sort((a, b) => AREA_KINDS.indexOf(a.kind) - AREA_KINDS.indexOf(b.kind) || collate(a.name.en, b.name.en))
    .map((area) => area.code);
  const codes = catalogue.dimensions.flatMap(({ id, codes: all }) => all.map((one) => `${id}=${one.code}`));
  const area = ranks([...query.country, ...query.group], byName);
  const origin = ranks(query.origin, byName);
  const breakdown = ranks(query.breakdown, ['_T', ...codes]);
  const definition = ranks(query.definition, indicator?.definitions.map((one) => one.code) ?? []);
  const source = ranks(query.source, indicator?.sources ?? []);
  const basis = ranks(query.basis, []);
  return (a, b) =>
    area(a.area) - area(b.area) ||
    byCode(a.area, b.area) ||
    origin(a.counterpart) - origin(b.counterpart) ||
    byCode(a.counterpart, b.counterpart) ||
    breakdown(a.breakdown) - breakdown(b.breakdown) ||
    byCode(a.breakdown, b.breakdown) ||
    definition(a.definition) - definition(b.definition) ||
    source(a.source) - source(b.source) ||
    basis(a.basis) - basis(b.basis) ||
    Number(a.computed !== null) - Number(b.computed !== null) ||
    comparePeriods(a.period, b.period);
}
