/** `vintages=`: one question answered by its release and by all before it, in one file. */
import { releaseSeal, type AnswerPlan } from '#app/_data/answer-plan.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import {
  formatVintagesCsv,
  mergeVintages,
  VINTAGE_CHOICES,
  type VintageChoice,
} from '#app/_downloads/vintages.ts';
import { ERROR_WORDS } from '#app/_words/errors.ts';
import { BadQuery, malformed } from '#stats/problem.ts';
import type { JudgedComparison } from '#stats/sources/several-sources.ts';
import type { AnswerContext } from './context.ts';
import { refuseTooMuch } from './count.ts';
import { findReleaseIndex, type DataRequest } from './read-query.ts';
import { VINTAGES, type FormatParameter } from '../http/format-parameters.ts';

/** Rows of all releases together. */
const MOST_ROWS = 100_000;

/** Which vintages are asked for; null for those of the release alone. */
export const vintagesIn = (extras: ReadonlyMap<string, string>): VintageChoice | null =>
  VINTAGE_CHOICES.find((name) => name === extras.get(VINTAGES.name)) ?? null;

/** Forms of one file that exclude each other. */
const APART = [
  ['vintages', 'count'],
  ['vintages', 'excel'],
  ['vintages', 'shape'],
  ['vintages', 'parts'],
  ['vintages', 'doubts'],
  ['shape', 'excel'],
  ...(['count', 'csvType', 'excel', 'shape'] as const).map((other) => ['parts', other] as const),
  ...(['count', 'excel', 'shape'] as const).map((other) => ['doubts', other] as const),
] as const;

/** Refuses parameters of which one would be ignored beside the other. Throws BadQuery. */
export function refuseApart(extras: ReadonlyMap<string, string>, known: readonly FormatParameter[]): void {
  const isUnusual = (name: string): boolean =>
    known.some((parameter) => parameter.name === name && extras.get(name) !== parameter.values[0]);
  for (const [first, second] of APART) {
    if (!isUnusual(first) || !isUnusual(second)) continue;
    const usual = known.find(({ name }) => name === second)?.values[0] ?? '';
    const value = extras.get(second) ?? '';
    throw new BadQuery(
      malformed(second, value, [`${second}=${usual}`], ERROR_WORDS.notTogether(first, second)),
    );
  }
}

/** The release of a request and all before it, the oldest first. */
export async function releasesUntil(version: string, { data }: AnswerContext): Promise<string[]> {
  const versions = (await data.loadReleases()).map((release) => release.version);
  const at = versions.indexOf(version);
  return at < 0 ? [version] : versions.slice(0, at + 1);
}

/** What the bytes depend on: the rows and catalogues of all those releases. */
export async function vintageSeal(version: string, context: AnswerContext): Promise<string> {
  const versions = await releasesUntil(version, context);
  const indexes = await Promise.all(versions.map((name) => findReleaseIndex(context.data, name)));
  return indexes.map(releaseSeal).join(' ');
}

/** The answers of those releases that have the indicator and can answer, the oldest first. @throws BadQuery */
export async function loadVintages(
  { version, language, query, indicator }: DataRequest,
  context: AnswerContext,
  format: string,
): Promise<Comparison[]> {
  const versions = await releasesUntil(version, context);
  const limits = {
    most: Math.floor(Math.min(context.limits.jsonCells, MOST_ROWS) / versions.length),
    computed: Math.floor(context.limits.computedCells / versions.length),
  };
  const answers: Comparison[] = [];
  for (const name of versions) {
    const { catalogue } = await findReleaseIndex(context.data, name);
    if (!catalogue.indicators.some(({ id }) => id === indicator.id)) continue;
    const plan = await context.data.planAnswer({ version: name, language, query });
    await refuseTooMuch(plan, format, limits);
    answers.push(await plan.comparison());
  }
  return answers;
}

export const vintagesCsv = async (
  question: DataRequest,
  choice: VintageChoice,
  context: AnswerContext,
): Promise<string> => formatVintagesCsv(await loadVintages(question, context, '.csv'), choice);

/** A plan whose answer is there already. */
export const answeredPlan = (plan: AnswerPlan, answer: JudgedComparison): AnswerPlan => ({
  ...plan,
  isPublished: false,
  comparison: () => Promise.resolve(answer),
  judgedComparison: () => Promise.resolve(answer),
});

/** A plan whose answer has the rows of several releases, each with the release that says so. */
export const vintagePlan = async (
  question: DataRequest,
  choice: VintageChoice,
  context: AnswerContext,
  format: string,
): Promise<AnswerPlan> =>
  answeredPlan(question.plan, mergeVintages(await loadVintages(question, context, format), choice));
