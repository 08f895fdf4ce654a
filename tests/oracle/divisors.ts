/** Random divisors of `ratio:` and wholes of `share-of:`, and how a URL writes them. */
import type { Book, BookRow, Indicator, Over } from './book.ts';
import type { Chance } from './chance.ts';

/** The codes on file for an indicator, to draw from. */
interface Pool {
  readonly rows: readonly BookRow[];
  readonly areas: readonly string[];
  readonly years: readonly number[];
}

/** A divisor: mostly one part is named, sometimes two. Totals and groups are wholes. */
export function drawOver(
  id: 'ratio' | 'share-of',
  { catalogue }: Book,
  indicator: Indicator,
  { rows, areas, years }: Pool,
  chance: Chance,
): Over {
  const row = chance.oneOf(rows);
  const groups = catalogue.areas.filter((area) => area.kind === 'group').map((area) => area.code);
  const area = {
    area: chance.happens(0.3) || areas.length === 0 ? chance.oneOf(groups) : chance.oneOf(areas),
  };
  const breakdown = { breakdown: chance.happens(0.5) ? '_T' : row.breakdown };
  const origin = indicator.counterpartRole
    ? { origin: chance.happens(0.5) || row.counterpart === '_Z' ? '_T' : row.counterpart }
    : breakdown;
  if (id === 'share-of') return chance.oneOf<Over>([area, breakdown, origin, origin]);
  const others = catalogue.indicators.filter(
    (candidate) =>
      candidate.id !== indicator.id &&
      isDividedBy(indicator, candidate) &&
      candidate.bases.some((it) => it !== 'interval'),
  );
  const other = others.length > 0 ? { indicator: chance.oneOf(others).id } : area;
  // The kind of year is known once the bases are.
  const time = { time: String(chance.oneOf(years)) };
  const draw = chance.oneOf<Over>([area, area, breakdown, origin, time, time, other, { source: row.source }]);
  return chance.happens(0.2) && draw !== other ? { ...draw, ...chance.oneOf<Over>([area, time]) } : draw;
}

/**
 * Counts are divided by counts, rates by rates, shares by shares; figures that cannot be added, by the same
 * unit.
 */
function isDividedBy(indicator: Indicator, other: Indicator): boolean {
  const kind = ({ measure }: Indicator): string => (measure === 'estimate' ? 'count' : measure);
  if (other.signed || kind(indicator) !== kind(other)) return false;
  return (
    (indicator.additive !== 'none' && other.additive !== 'none') || indicator.unit?.code === other.unit?.code
  );
}

export const overText = (over: Over): string =>
  Object.entries(over)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, code]) => `${name}=${code}`)
    .join('~');
