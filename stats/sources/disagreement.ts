/**
 * How the sources of an answer differ: how far apart they are (source ranges), and whether the conclusions
 * from one source hold in each of the others: the order in the latest period that both have, and what rose
 * and fell between the first period and the last.
 *
 * The chosen source is the most preferred one of those shown. It is compared with each other source on file,
 * shown or not, over the members and periods that both have, within one definition and one basis of time.
 *
 * @example Honduras 82.3 then 65 in one source, 92 then 68 in another -> both fell: the conclusion holds
 */
import { memberKey, sourceRank, subjectPeriodKey } from './series-key.ts';
import type { Comparison } from '../model/comparison.ts';
import { changeDependence, REVERSAL_KINDS, rankingDependence } from './dependence.ts';
import { envelopesOf } from './range.ts';
import type { DisagreementQuestion, OtherSource, SeveralSources, SourcesVerdict } from './several-sources.ts';
import { LIMITS } from '../limits.ts';
import type { Cell } from '../model/observation.ts';
import { seriesKey } from '../model/observation.ts';
import { comparePeriods, formatPeriod } from '../time/period.ts';

/** With more members than this, they are not ranked pair by pair. */
const MOST_RANKED = 60;

/**
 * One figure per source for a subject and a period: the published one if there is one, otherwise the one
 * computed from the source's own figures. A year added up from a source's months counts as much as a printed
 * year.
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

type Answer = Pick<Comparison, 'cells' | 'indicator' | 'breaks' | 'query'> &
  Partial<Pick<Comparison, 'sources'>>;

/** The figures shown, and those of other sources for the same subjects and periods. */
function onFile(cells: readonly Cell[], elsewhere: readonly Cell[]): { shown: Cell[]; all: Cell[] } {
  const shown = ownFigures(cells);
  const things = new Set(shown.map(subjectPeriodKey));
  const own = new Set(shown.map((cell) => `${cell.source} | ${subjectPeriodKey(cell)}`));
  const others = elsewhere.filter((cell) => {
    const thing = subjectPeriodKey(cell);
    return things.has(thing) && !own.has(`${cell.source} | ${thing}`);
  });
  return { shown, all: [...shown, ...ownFigures(others)] };
}

/**
 * Null if fewer than two sources have a figure. Null for transformed figures: an order of ranks, or a rise in
 * changes, is no conclusion about the indicator, and changes can be below its floor. Null for more cells than
 * a page draws: no reader draws conclusions from that many, and every pair would have to be compared.
 *
 * @param elsewhere cells of sources that are on file and not shown
 */
export function severalSources(
  { cells, indicator, breaks, query, sources: cards = [] }: Answer,
  elsewhere: readonly Cell[] = [],
): SeveralSources | null {
  // Most answers have a single source, which is found without looking at all their figures.
  const isAlone = elsewhere.length + new Set(cells.map(({ source }) => source)).size < 2;
  if (isAlone || cells.length > LIMITS.drawnCells || query.transform !== null) return null;
  const { shown, all } = onFile(cells, elsewhere);
  const rank = sourceRank(indicator.sources);
  const inOrder = (some: readonly Cell[]): string[] =>
    [...new Set(some.map((cell) => cell.source))].sort((a, b) => rank(a) - rank(b));
  const [chosen = ''] = inOrder(shown);
  const rest = inOrder(all).filter((source) => source !== chosen);
  if (rest.length === 0) return null;
  const others = othersAgainst(all, chosen, rest, { signed: indicator.signed, breaks });
  const envelopes = envelopesOf(all, indicator.signed).filter(({ sources }) => sources.length > 1);
  const worst = worstOf(others);
  const differ = envelopes.some(({ apart }) => apart.low > 0);
  const named = (id: string) => cards.find((card) => card.id === id)?.shortTitle ?? { en: id, es: id };
  return {
    chosen,
    verdict: worst === 'no' && differ ? 'spread' : worst,
    others,
    envelopes,
    sources: [chosen, ...rest].map((id) => ({ id, shortTitle: named(id) })),
  };
}

function worstOf(others: readonly OtherSource[]): SourcesVerdict {
  const answered = others.flatMap(({ ranking, change }) => [ranking?.verdict, change?.verdict]);
  return [...REVERSAL_KINDS].reverse().find((flip) => answered.includes(flip)) ?? 'unchecked';
}

/** The conclusions from the chosen source, checked against each of the others. */
function othersAgainst(
  cells: readonly Cell[],
  chosen: string,
  rest: readonly string[],
  { signed, breaks }: { signed: boolean; breaks: Comparison['breaks'] },
): OtherSource[] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = `${cell.definition} | ${cell.basis}`;
    const group = groups.get(key);
    if (group) group.push(cell);
    else groups.set(key, [cell]);
  }
  const indexed = [...groups.values()].map(indexBySource);
  return rest.map((source): OtherSource => {
    const pairs = indexed.map((group) => commonOf(group, chosen, source));
    const first = <T>(found: readonly (T | null)[]): T | null =>
      found.find((question) => question !== null) ?? null;
    return {
      source,
      ranking: first(pairs.map((common) => ranked(common, chosen, signed))),
      change: first(pairs.map((common) => changed(common, chosen, signed, breaks))),
    };
  });
}

/** The cells of each source by member and period. */
function indexBySource(cells: readonly Cell[]): ReadonlyMap<string, ReadonlyMap<string, Cell>> {
  const bySource = new Map<string, Map<string, Cell>>();
  for (const cell of cells) {
    const own = bySource.get(cell.source) ?? new Map<string, Cell>();
    bySource.set(cell.source, own.set(`${memberKey(cell)} | ${formatPeriod(cell.period)}`, cell));
  }
  return bySource;
}

/** Cells of two sources for the members and periods that both have, by period in order of time. */
function commonOf(
  bySource: ReturnType<typeof indexBySource>,
  a: string,
  b: string,
): readonly (readonly Cell[])[] {
  const periods = new Map<string, Cell[]>();
  for (const [key, cell] of bySource.get(a) ?? []) {
    const other = bySource.get(b)?.get(key);
    if (!other) continue;
    const period = formatPeriod(cell.period);
    const of = periods.get(period) ?? [];
    of.push(cell, other);
    periods.set(period, of);
  }
  return [...periods.values()].sort((a, b) => comparePeriods(a[0]!.period, b[0]!.period));
}

const membersIn = (cells: readonly Cell[]): Set<string> => new Set(cells.map(memberKey));

function ranked(
  periods: readonly (readonly Cell[])[],
  chosen: string,
  signed: boolean,
): DisagreementQuestion | null {
  const several = periods.findLast((cells) => membersIn(cells).size > 1);
  if (!several) return null;
  const { period } = several[0]!;
  const members = membersIn(several).size;
  if (members > MOST_RANKED) return null;
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
  if (some.length === 0) return null;
  const [before, after] = [some[0]!, some.at(-1)!];
  const both = [...membersIn(before)].filter((member) => membersIn(after).has(member));
  if (both.length === 0) return null;
  const found = changeDependence(before, after, {
    chosen,
    signed,
    member: memberKey,
    breaks,
  });
  return { ...found, period: after[0]!.period, from: before[0]!.period, asked: both.length };
}
