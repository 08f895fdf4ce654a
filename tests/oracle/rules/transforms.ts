/**
 * Transforms (method page; ruling 25): each of one series, or of cells that are compared. A gap keeps its
 * reason, and the result cites all cells used.
 */
import type { Along, Catalogue, Cell, GapCode, Indicator } from '../book.ts';
import { breaksBetween, withDoubts } from './changes.ts';
import {
  added,
  against,
  divided,
  each,
  exactly,
  isGreater,
  leastOf,
  less,
  ofCell,
  settled,
  towardsNothing,
  type Figure,
} from './figures.ts';
import { byName, gapIn, hasFigure, isYear, made, sameGap } from './made.ts';
import { spanOf } from './groups.ts';
import { membersNote, notInBoth } from './same-members.ts';
import { nameOf, periodNamed, stepsBefore, yearBefore } from './periods.ts';

const OWN_REASONS = ['not-published', 'suppressed', 'not-applicable', 'withdrawn', 'redacted'];

/** Why other periods have no figure: the source's reason if it is the same for all; otherwise they are missing. */
function whyNone(others: readonly (Cell | undefined)[]): GapCode {
  const reasons = [...new Set(others.map((other) => other?.gap?.code ?? 'period-missing'))];
  const [reason = 'period-missing'] = reasons;
  return reasons.length === 1 && OWN_REASONS.includes(reason) ? reason : 'period-missing';
}

/** A change needs the same members in both periods; otherwise there is none. */
export function changes(
  cells: readonly Cell[],
  percent: boolean,
  indicator: Indicator,
  catalogue: Catalogue,
): Cell[] {
  const id = percent ? 'change-percent' : 'change';
  const at = byName(cells);
  return cells.map((cell) => {
    if (!hasFigure(cell)) return sameGap(id, cell);
    const period = yearBefore(cell.period);
    if (!period) return gapIn(id, cell, 'not-applicable', []);
    const before = at.get(nameOf(period));
    if (!hasFigure(before)) return gapIn(id, cell, whyNone([before]), [nameOf(period)]);
    const differ = notInBoth(before, cell);
    if (differ) return gapIn(id, cell, 'members-differ', differ, [before]);
    const broken = breaksBetween(cell, before.period, cell.period, catalogue);
    if (broken.length > 0) return gapIn(id, cell, 'break', broken, [before]);
    const doubted = (change: Cell): Cell => withDoubts(change, before.period, cell.period, catalogue);
    const [now, then] = [cell, before].map((other) => ofCell(other, leastOf(indicator))) as [Figure, Figure];
    if (!percent)
      return doubted(made(id, cell, [before], { figure: less(now, then), least: -Infinity, most: Infinity }));
    const ratio = divided(now, then, 100);
    if (!ratio) return gapIn(id, cell, 'not-applicable', [nameOf(period)], [before]);
    const figure = settled(each(ratio, (end) => end - 100));
    return doubted(made(id, cell, [before], { figure, least: -100, most: Infinity }));
  });
}

/**
 * Each figure divided by that of the base year, which is exactly 100 whatever its hedge. Both must have the
 * same members.
 */
export function indexed(cells: readonly Cell[], base: string, catalogue: Catalogue): Cell[] {
  const name = nameOf(periodNamed(base) ?? { basis: 'interval', start: null, end: null });
  const origin = cells.find((cell) => nameOf(cell.period) === name);
  return cells.map((cell) => {
    if (!hasFigure(cell)) return sameGap('index', cell);
    if (!isYear(cell)) return gapIn('index', cell, 'not-applicable', []);
    if (!hasFigure(origin)) return gapIn('index', cell, whyNone([origin]), [name]);
    const ratio = divided(ofCell(cell, 0), ofCell(origin, 0), 100);
    if (!ratio) return gapIn('index', cell, 'not-applicable', [name], [origin]);
    const differ = notInBoth(origin, cell);
    if (differ) return gapIn('index', cell, 'members-differ', differ, [origin]);
    const broken = cell === origin ? [] : breaksBetween(cell, origin.period, cell.period, catalogue);
    if (broken.length > 0) return gapIn('index', cell, 'break', broken, [origin]);
    const figure = cell === origin ? exactly(100) : ratio;
    const index = made('index', cell, [origin], { figure, least: 0, most: Infinity });
    return cell === origin ? index : withDoubts(index, origin.period, cell.period, catalogue);
  });
}

/**
 * The mean of the periods up to this one; for rates and shares a ratio of sums. A note tells if the members
 * differ.
 */
export function rollingMeans(
  cells: readonly Cell[],
  length: number,
  indicator: Indicator,
  catalogue: Catalogue,
): Cell[] {
  const at = byName(cells);
  return meansOf(cells, length, indicator, catalogue).map((mean) => {
    if (!mean.stated) return mean;
    const window = Array.from({ length }, (_, i) => stepsBefore(mean.period, length - 1 - i));
    const all = window.flatMap((period) => (period ? (at.get(nameOf(period)) ?? []) : []));
    return { ...mean, notes: [...mean.notes, ...membersNote(all)] };
  });
}

function meansOf(cells: readonly Cell[], length: number, indicator: Indicator, catalogue: Catalogue): Cell[] {
  const id = 'rolling-mean';
  const at = byName(cells);
  const { measure, per = 1 } = indicator;
  const least = leastOf(indicator);
  return cells.map((cell) => {
    if (!hasFigure(cell)) return sameGap(id, cell);
    if (!isYear(cell) && !['month', 'quarter', 'half-year'].includes(cell.basis))
      return gapIn(id, cell, 'not-applicable', []);
    const steps = Array.from({ length }, (_, i) => stepsBefore(cell.period, length - 1 - i));
    const names = steps.flatMap((period) => (period ? [nameOf(period)] : []));
    const missing = names.filter((name) => !hasFigure(at.get(name)));
    if (missing.length > 0 || names.length < length)
      return gapIn(id, cell, whyNone(missing.map((name) => at.get(name))), missing);
    const all = names.map((name) => at.get(name)).filter(hasFigure);
    const broken = breaksBetween(cell, (all[0] ?? cell).period, cell.period, catalogue);
    if (broken.length > 0) return gapIn(id, cell, 'break', broken, all);
    const from = (all[0] ?? cell).period;
    const doubted = (mean: Cell): Cell => withDoubts(mean, from, cell.period, catalogue);
    const most = measure === 'share' ? 1 : Infinity;
    if (measure === 'count' || measure === 'estimate') {
      const sum = added(all.map((other) => ofCell(other, least)));
      const figure = settled(each(sum, (end) => end * (1 / length)));
      return doubted(made(id, cell, all, { figure, least, most }));
    }
    const parts = {
      numerator: all.reduce((sum, figured) => sum + (figured.numerator ?? NaN), 0),
      denominator: all.reduce((sum, figured) => sum + (figured.denominator ?? NaN), 0),
    };
    if (Number.isNaN(parts.numerator) || !(parts.denominator > 0))
      return gapIn(id, cell, 'no-parts', [], all);
    if (measure === 'share' && all.some((other) => other.intervalKind !== 'none')) {
      const shares = all.map((other) => ({ figure: ofCell(other, least), denominator: other.denominator }));
      return doubted(made(id, cell, all, { figure: spanOf(shares, parts), least, most, parts }));
    }
    const n = (parts.numerator / parts.denominator) * (measure === 'rate' ? per : 1);
    const about = all.some((other) => other.stated.qualifier === 'about');
    const figure: Figure = { ...exactly(n), words: new Set([about ? 'about' : 'exact'] as const) };
    return doubted(made(id, cell, all, { figure, least, most, parts }));
  });
}

/** Per 100,000 people of the area or of the origin, in the calendar year in which the period ends. */
export function perCapita(cells: readonly Cell[], of: 'area' | 'origin', people: readonly Cell[]): Cell[] {
  const id = 'per-capita';
  const at = new Map(people.map((other) => [`${other.area} ${nameOf(other.period)}`, other]));
  const isPartial = ({ coverage }: Cell): boolean =>
    coverage !== null && coverage.present < coverage.expected;
  const exact = ({ stated }: Cell): number | null =>
    stated?.qualifier === 'exact' && stated.low === null ? stated.value : null;
  return cells.map((cell) => {
    if (!hasFigure(cell)) return sameGap(id, cell);
    const place = of === 'area' ? cell.area : cell.counterpart;
    if (!isYear(cell) || place === '_T' || place === '_Z') return gapIn(id, cell, 'not-applicable', []);
    const name = `${place} ${(cell.period.end ?? '').slice(0, 4)}`;
    const population = at.get(name);
    if (!hasFigure(population)) return gapIn(id, cell, 'no-weight', [name]);
    if (isPartial(cell) || isPartial(population)) return gapIn(id, cell, 'members-missing', [], [population]);
    const figure = divided(ofCell(cell, 0), ofCell(population, 0), 100_000);
    if (!figure) return gapIn(id, cell, 'not-applicable', [name]);
    const [numerator, denominator] = [exact(cell), exact(population)];
    const parts = numerator !== null && denominator !== null ? { numerator, denominator } : null;
    return made(id, cell, [population], { figure, least: 0, most: Infinity, parts });
  });
}

/**
 * The rank from the greatest figure down: after all that are certainly greater, before those that certainly
 * are not.
 */
export function ranked(cells: readonly Cell[], indicator: Indicator): Cell[] {
  const least = leastOf(indicator);
  const figured = cells.filter(hasFigure);
  // Nothing is added, so kinds of interval may be mixed; a range of ranks has the kind of its own figure.
  const plain = figured.map((cell) => ({ ...cell, intervalKind: 'none' as const }));
  return cells.map((cell) => {
    if (!hasFigure(cell)) return sameGap('rank', cell);
    const own = ofCell(cell, least);
    const others = figured.filter((other) => other !== cell);
    // The first of one is meaningless.
    if (others.length === 0) return gapIn('rank', cell, 'nothing-beside', []);
    const greater = others.map((other) => isGreater(ofCell(other, least), own, least));
    const best = 1 + greater.filter((answer) => answer === 'surely').length;
    const worst = 1 + greater.filter((answer) => answer !== 'never').length;
    const about = figured.some((other) => other.stated.qualifier === 'about');
    const word = about ? 'about' : best === worst ? 'exact' : 'range';
    const figure: Figure = {
      low: best,
      high: worst,
      centre: best === worst ? best : null,
      words: new Set([word] as const),
    };
    const placed = made('rank', cell, plain, { figure, least: 0, most: Infinity });
    return placed.stated ? { ...placed, rank: { best, worst, of: figured.length } } : placed;
  });
}

/**
 * A figure as a part of itself and the others: it occurs twice in the formula but is one figure (ruling 25).
 */
function partOf(own: Figure, others: readonly Figure[]): Figure | null {
  const rest = added(others);
  if (own.high + rest.high <= 0) return null;
  if (rest.high <= 0) return exactly(1);
  const words = against(own.words, rest.words);
  const shareOf = (end: number, besides: number): number => (end > 0 ? end / (end + besides) : 0);
  const lowest = rest.high === Infinity ? towardsNothing(own.low, words) : shareOf(own.low, rest.high);
  const open = own.high === Infinity || rest.low === -Infinity;
  const sum = own.centre !== null && rest.centre !== null ? own.centre + rest.centre : 0;
  return settled({
    low: own.low === -Infinity ? -Infinity : lowest,
    high: own.high === 0 ? 0 : open ? Infinity : own.high / (own.high + rest.low),
    centre: own.centre !== null && sum > 0 ? own.centre / sum : null,
    words,
  });
}

export interface Whole {
  /** The members of the whole, by their codes on the axes that differ. */
  readonly members: readonly string[];
  readonly member: (cell: Cell) => string;
  readonly refused: 'overlap' | 'not-additive' | null;
}

/** Each figure as a part of the sum of all that are compared. */
export function shares(cells: readonly Cell[], { members, member, refused }: Whole): Cell[] {
  const id = 'share-of-total';
  const all = cells.filter(hasFigure);
  const present = new Set(all.map(member));
  const missing = members.filter((name) => !present.has(name));
  return cells.map((cell) => {
    if (!hasFigure(cell)) return sameGap(id, cell);
    if (refused) return gapIn(id, cell, refused, []);
    if (missing.length > 0) return gapIn(id, cell, 'members-missing', missing);
    const others = all.filter((other) => other !== cell);
    const figure = partOf(
      ofCell(cell, 0),
      others.map((figured) => ofCell(figured, 0)),
    );
    if (!figure) return gapIn(id, cell, 'not-applicable', [], all);
    const exact = all.every(({ stated }) => stated.qualifier === 'exact' && stated.low === null);
    const values = all.map((figured) => figured.stated.value ?? 0);
    const parts = exact
      ? { numerator: cell.stated.value ?? 0, denominator: values.reduce((sum, n) => sum + n, 0) }
      : null;
    return made(id, cell, all, { figure, least: 0, most: 1, parts });
  });
}

export const CODE_ON: Readonly<Record<Along, (cell: Cell) => string>> = {
  area: (cell) => cell.area,
  origin: (cell) => cell.counterpart,
  breakdown: (cell) => cell.breakdown,
};
