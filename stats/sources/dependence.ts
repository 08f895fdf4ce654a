/**
 * Whether a conclusion depends on the source. The order of areas, and whether a figure rose or fell, are
 * determined from one source and then checked against every other. If another source gives the opposite
 * answer, the conclusion is reversed; if hedges allow both answers, the reversal is possible but not certain.
 *
 * Figures of two sources are never ranked against each other. A source that lacks one of the two figures
 * cannot be checked and is listed.
 *
 * @example Honduras above El Salvador in 2014: 68 and 61.1 in one source, 65 and 63.6 in another -> no; 65
 * and 66 in another -> certain; 60 to 70 and 63.6 in another -> possible
 */
import type { Break } from '../model/break.ts';
import { breaksBetween } from '../model/break.ts';
import type { Hedge } from '../uncertainty/hedge.ts';
import { floorOf } from '../uncertainty/hedge.ts';
import type { Cell } from '../model/observation.ts';
import type { OrderSign } from '../uncertainty/order.ts';
import { signsOf } from '../uncertainty/order.ts';
import { hedgeOfCell } from '../model/cell.ts';

export const REVERSAL_KINDS = ['no', 'possible', 'certain'] as const;
export type ReversalKind = (typeof REVERSAL_KINDS)[number];

/** Two figures of one source that are compared. */
export interface AreaPair {
  readonly source: string;
  /** What is compared, the same for every source: `SLV above HND`. */
  readonly question: readonly [string, string];
  readonly first: Hedge;
  readonly second: Hedge;
}

export interface Reversal {
  readonly source: string;
  readonly question: readonly [string, string];
  readonly flip: Exclude<ReversalKind, 'no'>;
  /**
   * The answers that the chosen source, and the other one, allow: the first figure is less, equal or greater.
   */
  readonly chosen: readonly OrderSign[];
  readonly other: readonly OrderSign[];
}

export interface Dependence {
  /** The worst over all questions and sources; `unchecked` if no other source answers any. */
  readonly verdict: ReversalKind | 'unchecked';
  readonly turns: readonly Reversal[];
  /** Questions that the chosen source alone leaves open. */
  readonly open: readonly (readonly [string, string])[];
  /** Questions that a source cannot answer. */
  readonly unchecked: readonly { readonly source: string; readonly question: readonly [string, string] }[];
}

/**
 * Whether two sources give opposite answers: `certain` if they have no answer in common, `no` if both are
 * certain of the same one, otherwise `possible`.
 * @example reversalOf({1}, {-1}) === 'certain'; reversalOf({1}, {0, 1}) === 'possible'; reversalOf({1}, {1})
 * === 'no'
 */
export function reversalOf(a: ReadonlySet<OrderSign>, b: ReadonlySet<OrderSign>): ReversalKind {
  const common = [...a].filter((sign) => b.has(sign));
  if (common.length === 0) return 'certain';
  return a.size === 1 && b.size === 1 ? 'no' : 'possible';
}

const byName = (question: readonly [string, string]): string => question.join(' | ');

/** The questions for all sources, compared with the chosen one. `floor` is the least value of the measure. */
export function dependenceOf(
  pairs: readonly AreaPair[],
  { chosen, sources, floor }: { chosen: string; sources: readonly string[]; floor: number },
): Dependence {
  const turns: Reversal[] = [];
  const open: Dependence['open'][number][] = [];
  const unchecked: Dependence['unchecked'][number][] = [];
  const byQuestion = new Map(pairs.map((pair) => [`${pair.source} | ${byName(pair.question)}`, pair]));
  let answered = 0;
  for (const own of pairs.filter((pair) => pair.source === chosen)) {
    const here = signsOf(own.first, own.second, floor);
    if (here.size > 1) open.push(own.question);
    for (const source of sources.filter((other) => other !== chosen)) {
      const same = byQuestion.get(`${source} | ${byName(own.question)}`);
      if (!same) {
        unchecked.push({ source, question: own.question });
        continue;
      }
      answered += 1;
      const there = signsOf(same.first, same.second, floor);
      const flip = reversalOf(here, there);
      if (flip === 'no') continue;
      turns.push({ source, question: own.question, flip, chosen: [...here], other: [...there] });
    }
  }
  const worst = turns.some((turn) => turn.flip === 'certain')
    ? 'certain'
    : turns.length > 0
      ? 'possible'
      : 'no';
  return { verdict: answered === 0 ? 'unchecked' : worst, turns, open, unchecked };
}

/**
 * Whether the order of members in one period depends on the source. The cells are of one period and
 * definition.
 */
export function rankingDependence(
  cells: readonly Cell[],
  options: { readonly chosen: string; readonly signed: boolean; readonly member: (cell: Cell) => string },
): Dependence {
  const floor = floorOf(options.signed);
  const members = [...new Set(cells.map(options.member))];
  const hedges = hedgesBy(cells, floor, (cell) => `${cell.source} ${options.member(cell)}`);
  const sources = [...new Set(cells.map((cell) => cell.source))];
  const pairs = members.flatMap((a, i) =>
    members.slice(i + 1).flatMap((b) =>
      sources.flatMap((source): AreaPair[] => {
        const [first, second] = [hedges.get(`${source} ${a}`), hedges.get(`${source} ${b}`)];
        return first && second ? [{ source, question: [a, b], first, second }] : [];
      }),
    ),
  );
  return dependenceOf(pairs, { chosen: options.chosen, sources, floor });
}

/**
 * Whether it depends on the source if a figure rose or fell. The cells are of one member in two periods, from
 * several sources. A source with a break in between is not checked.
 */
export function changeDependence(
  before: readonly Cell[],
  after: readonly Cell[],
  options: {
    readonly chosen: string;
    readonly signed: boolean;
    readonly member: (cell: Cell) => string;
    readonly breaks: readonly Break[];
  },
): Dependence {
  const floor = floorOf(options.signed);
  const key = (cell: Cell): string => `${cell.source} ${options.member(cell)}`;
  const then = new Map(before.map((cell) => [key(cell), cell]));
  const was = hedgesBy(before, floor, key);
  const is = hedgesBy(after, floor, key);
  const pairs = after.flatMap((cell): AreaPair[] => {
    const [earlier, first, second] = [then.get(key(cell)), is.get(key(cell)), was.get(key(cell))];
    if (!earlier || !first || !second) return [];
    if (breaksBetween(cell, earlier.period, cell.period, options.breaks).length > 0) return [];
    return [{ source: cell.source, question: [options.member(cell), 'before'], first, second }];
  });
  const sources = [...new Set([...before, ...after].map((cell) => cell.source))];
  return dependenceOf(pairs, { chosen: options.chosen, sources, floor });
}

const hedgesBy = (
  cells: readonly Cell[],
  floor: number,
  key: (cell: Cell) => string,
): ReadonlyMap<string, Hedge> =>
  new Map(
    cells.flatMap((cell) =>
      cell.stated ? [[key(cell), hedgeOfCell({ ...cell, stated: cell.stated }, floor)] as const] : [],
    ),
  );
