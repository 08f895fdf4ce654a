/** Two indicators as an embed asks for them, and what the newest release says of their pairs. */
import type { Language } from '#stats/language.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { pairIndicators, type PairedResult } from '#stats/pairing/pair-indicators.ts';
import type { CellPair, PairHalf } from '#stats/pairing/pairs.ts';
import { BadQuery } from '#stats/problem.ts';
import { parseParameters } from '#stats/query-string.ts';
import { formatSides, parseSides, type Side } from '#stats/query/several.ts';
import { formatPeriod } from '#stats/time/period.ts';
import type { AnswerContext } from '../data/context.ts';
import { refuseTooMuch } from '../data/count.ts';
import { findReleaseIndex, languageIn, readExtras } from '../data/read-query.ts';
import { twoOnly } from '../data/writers.ts';
import type { FormatParameter } from '../http/format-parameters.ts';
import type { AnswerRequest } from '../http/request.ts';
import type { Since } from './newer.ts';

export interface AskedPair {
  readonly version: string;
  readonly language: Language;
  readonly sides: readonly Side[];
  readonly halves: readonly [PairHalf, PairHalf];
  readonly paired: PairedResult;
  /** The canonical question without the parameters of a format. */
  readonly question: string;
  readonly extras: ReadonlyMap<string, string>;
}

/** Reads and answers the question. @throws BadQuery, NotFound */
export async function loadPair(
  version: string,
  request: AnswerRequest,
  { data, limits }: AnswerContext,
  known: readonly FormatParameter[],
): Promise<AskedPair> {
  const parameters = parseParameters(request.search);
  const { catalogue } = await findReleaseIndex(data, version);
  const extras = readExtras(parameters, known);
  const names = known.map(({ name }) => name);
  const sides = parseSides(parameters, catalogue, names);
  if (sides.length > 2) throw twoOnly(parameters.get('indicators') ?? '');
  const language = languageIn(extras);
  const { plans, load } = await data.planSides({ version, language, sides });
  const most = Math.floor(limits.drawnCells / sides.length);
  for (const plan of plans) await refuseTooMuch(plan, 'embed', { most, computed: most });
  const halves = await load();
  const [first, second] = halves;
  const paired = pairIndicators(halves);
  if (!first || !second || !paired) throw twoOnly(parameters.get('indicators') ?? '');
  const question = formatSides(sides, catalogue);
  return { version, language, sides, halves: [first, second], paired, question, extras };
}

type RevisedCells = NonNullable<Awaited<ReturnType<AnswerContext['data']['loadRevisedCells']>>>;

/** The figures of one side that the newest release gives otherwise. */
export interface RevisedHalf extends RevisedCells {
  readonly comparison: Comparison;
}

/** The answer of each side, with those of its figures that are in a pair. */
const pairedAnswers = ({ halves, paired }: AskedPair): Comparison[] =>
  halves.map(({ comparison }, side) => ({
    ...comparison,
    cells: paired.pairs.flatMap(({ cells }) => cells[side] ?? []),
  }));

/** The revised figures of several answers; none for the newest release. */
export async function loadRevisedAnswers(
  comparisons: readonly Comparison[],
  data: AnswerContext['data'],
): Promise<RevisedHalf[]> {
  const answers = await Promise.all(
    comparisons.map(async (comparison) => {
      const revised = await data.loadRevisedCells(comparison);
      return revised && { ...revised, comparison };
    }),
  );
  return answers.flatMap((answer) => answer ?? []);
}

/** The revised figures of both sides; none for the newest release. */
export const loadRevisedHalves = (pair: AskedPair, data: AnswerContext['data']): Promise<RevisedHalf[]> =>
  loadRevisedAnswers(pairedAnswers(pair), data);

const periodOf = ({ cells: [cell] }: CellPair): string => formatPeriod(cell.period);

/** Whether the newest release pairs figures of a period that is not shown. */
async function hasMorePeriods(
  { language, sides, paired }: AskedPair,
  latest: string,
  { data, limits }: Pick<AnswerContext, 'data' | 'limits'>,
): Promise<boolean> {
  try {
    const { plans, load } = await data.planSides({ version: latest, language, sides });
    for (const plan of plans) if (await plan.hasMoreThan(limits.drawnCells)) return false;
    const shown = new Set(paired.pairs.map(periodOf));
    const now = pairIndicators(await load());
    return now?.pairs.some((pair) => !shown.has(periodOf(pair))) ?? false;
  } catch (error) {
    // What was asked may not exist there any more.
    if (error instanceof BadQuery) return false;
    throw error;
  }
}

/** What the newest release says of the pairs shown; null if nothing. */
export async function loadSince(pair: AskedPair, context: AnswerContext): Promise<Since | null> {
  const halves = await loadRevisedHalves(pair, context.data);
  const [half] = halves;
  if (!half) return null;
  const { latest } = half;
  const figures = halves.reduce((sum, { cells }) => sum + cells.length, 0);
  if (figures === 0 && !(await hasMorePeriods(pair, latest, context))) return null;
  const shown = halves.reduce((sum, { comparison }) => sum + comparison.cells.length, 0);
  return { latest, figures, shown };
}
