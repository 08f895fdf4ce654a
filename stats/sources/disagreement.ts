/**
 * What an answer with several sources says of them: how far apart they are (envelopes), and whether what a
 * reader would conclude under one source holds under each of the others: who stands above whom in the latest
 * period that both know, and what rose and fell between the first and the last.
 *
 * The chosen source is the indicator's most preferred one. Each other source is asked by itself, of the members
 * and periods that both have, within one definition and one basis of time.
 *
 * @example Honduras 82.3 then 65 in one source, 92 then 68 in another -> both fell: the conclusion holds
 */
import { memberKey, sourceRank } from './series-key.ts';
import type { Comparison } from '../model/comparison.ts';
import type { Dependence, ReversalKind } from './dependence.ts';
import { changeDependence, REVERSAL_KINDS, rankingDependence } from './dependence.ts';
import type { Envelope } from './range.ts';
import { envelopesOf } from './range.ts';
import { LIMITS } from '../limits.ts';
import type { Cell } from '../model/observation.ts';
import { seriesKey } from '../model/observation.ts';
import type { Period } from '../time/period.ts';
import { comparePeriods, formatPeriod } from '../time/period.ts';

/** More members than this are not ranked against one another, pair by pair. */
const MOST_RANKED = 60;

/** A conclusion read again under another source. */
export interface DisagreementQuestion extends Dependence {
  /** Of a ranking: the period. Of a change: its end. */
  readonly period: Period;
  /** Of a change: its beginning. */
  readonly from: Period | null;
  /** How many questions there were: pairs of a ranking, members of a change. */
  readonly asked: number;
}

interface OtherSource {
  readonly source: string;
  /** Null where the two have not two members in one period, or too many. */
  readonly ranking: DisagreementQuestion | null;
  /** Null where the two have no member in two periods. */
  readonly change: DisagreementQuestion | null;
}

export interface SeveralSources {
  readonly chosen: string;
  /** The worst of all that could be asked. */
  readonly verdict: ReversalKind | 'unchecked';
  readonly others: readonly OtherSource[];
  /** Areas and periods of which more than one source has a figure. */
  readonly envelopes: readonly Envelope[];
}

/**
 * One figure of each source for a thing and a period: what it published, else what was computed from what it
 * published. A year added up from a source's months is that source's word as much as a printed one.
 */
export function ownFigures(cells: readonly Cell[]): Cell[] {
  const own = new Map<string, Cell>();
  for (const cell of cells) {
    if (!cell.stated) continue;
    const key = `${seriesKey(cell)} | ${formatPeriod(cell.period)}`;
    const other = own.get(key);
    if (!other || (other.computed !== null && cell.computed === null)) own.set(key, cell);
  }
  return [...own.values()].map((cell) => ({ ...cell, computed: null }));
}

type Answer = Pick<Comparison, 'cells' | 'indicator' | 'breaks' | 'query'>;

/**
 * Null where fewer than two sources have a figure. Of figures that something was made of it is not asked: an order
 * of places, or a rise of changes, is no conclusion about what is measured, and changes go below its floor. Nor of
 * more cells than a page draws: nobody concludes from so many at once, and every pair would be looked at.
 */
export function severalSources({ cells, indicator, breaks, query }: Answer): SeveralSources | null {
  // Most answers have one source: that is seen without looking at their figures.
  const [first] = cells;
  if (cells.every((cell) => cell.source === first?.source) || cells.length > LIMITS.drawnCells) return null;
  const stated = ownFigures(cells);
  const known = new Set(stated.map((cell) => cell.source));
  if (known.size < 2 || query.transform !== null) return null;
  const rank = sourceRank(indicator.sources);
  const sources = [...known].sort((a, b) => rank(a) - rank(b));
  const [chosen = '', ...rest] = sources;
  const groups = new Map<string, Cell[]>();
  for (const cell of stated) {
    const key = `${cell.definition} | ${cell.basis}`;
    const group = groups.get(key);
    if (group) group.push(cell);
    else groups.set(key, [cell]);
  }
  const others = rest.map((source): OtherSource => {
    const pairs = [...groups.values()].map((group) => commonOf(group, chosen, source));
    const first = <T>(found: readonly (T | null)[]): T | null =>
      found.find((question) => question !== null) ?? null;
    return {
      source,
      ranking: first(pairs.map((common) => ranked(common, chosen, indicator.signed))),
      change: first(pairs.map((common) => changed(common, chosen, indicator.signed, breaks))),
    };
  });
  const questions = others
    .flatMap(({ ranking, change }) => [ranking, change])
    .flatMap((question) => question ?? []);
  const answered = questions.flatMap(({ verdict }) => (verdict === 'unchecked' ? [] : [verdict]));
  const worst = [...REVERSAL_KINDS].reverse().find((flip) => answered.includes(flip));
  return {
    chosen,
    verdict: worst ?? 'unchecked',
    others,
    envelopes: envelopesOf(stated, indicator.signed).filter((envelope) => envelope.sources.length > 1),
  };
}

/** Cells of two sources, of members and periods that both have, by period in order of time. */
function commonOf(cells: readonly Cell[], a: string, b: string): readonly (readonly Cell[])[] {
  const key = (cell: Cell): string => `${memberKey(cell)} | ${formatPeriod(cell.period)}`;
  const of = (source: string): Set<string> =>
    new Set(cells.filter((cell) => cell.source === source).map(key));
  const [own, other] = [of(a), of(b)];
  const periods = new Map<string, Cell[]>();
  for (const cell of cells) {
    if (cell.source !== a && cell.source !== b) continue;
    if (!own.has(key(cell)) || !other.has(key(cell))) continue;
    const period = formatPeriod(cell.period);
    const of = periods.get(period);
    if (of) of.push(cell);
    else periods.set(period, [cell]);
  }
  return [...periods.values()].sort(([x], [y]) => (x && y ? comparePeriods(x.period, y.period) : 0));
}

const membersIn = (cells: readonly Cell[]): Set<string> => new Set(cells.map(memberKey));

function ranked(
  periods: readonly (readonly Cell[])[],
  chosen: string,
  signed: boolean,
): DisagreementQuestion | null {
  const several = [...periods].reverse().find((cells) => membersIn(cells).size > 1);
  const period = several?.[0]?.period;
  if (!several || !period || membersIn(several).size > MOST_RANKED) return null;
  const members = membersIn(several).size;
  const found = rankingDependence(several, { chosen, signed, member: memberKey });
  return { ...found, period, from: null, asked: (members * (members - 1)) / 2 };
}

function changed(
  periods: readonly (readonly Cell[])[],
  chosen: string,
  signed: boolean,
  breaks: Comparison['breaks'],
): DisagreementQuestion | null {
  const counts = new Map<string, number>();
  for (const cells of periods) {
    for (const member of membersIn(cells)) counts.set(member, (counts.get(member) ?? 0) + 1);
  }
  const twice = periods.map((cells) => cells.filter((cell) => (counts.get(memberKey(cell)) ?? 0) > 1));
  const some = twice.filter((cells) => cells.length > 0);
  const [before, after] = [some[0], some.at(-1)];
  const [from, period] = [before?.[0]?.period, after?.[0]?.period];
  if (!before || !after || !from || !period || before === after) return null;
  const both = [...membersIn(before)].filter((member) => membersIn(after).has(member));
  if (both.length === 0) return null;
  const shared = (cells: readonly Cell[]): Cell[] => cells.filter((cell) => both.includes(memberKey(cell)));
  const found = changeDependence(shared(before), shared(after), {
    chosen,
    signed,
    member: memberKey,
    breaks,
  });
  return { ...found, period, from, asked: both.length };
}
