/**
 * What an address of ours would be as an embed: what the chart says, and whose figures they are. Pages without a
 * release are pinned to the newest one, so that a report goes on saying what it said; an address that names `latest`
 * goes on following it.
 */
import { pageAddress } from '#app/_downloads/citation/cited-work.ts';
import { figurePhrase } from '#app/_downloads/sentence/phrase.ts';
import { BOARD_WORDS } from '#app/_words/board.ts';
import type { Language } from '#stats/language.ts';
import type { FrameHeights } from '../chart/frames.ts';
import { parseBoard } from '../data/board-question.ts';
import type { AnswerContext } from '../data/context.ts';
import { refuseTooMuchToDraw } from '../data/count.ts';
import {
  noEmbed,
  openedParameters,
  formatParameters,
  type NamedTarget,
} from '../data/pasted/pasted-address.ts';
import { canonicalSearch, findReleaseIndex, readDataRequest } from '../data/read-query.ts';
import { CHART_KIND, EMBED_PARAMETERS, LANG } from '../http/format-parameters.ts';
import type { AnswerRequest } from '../http/request.ts';
import { join } from '../http/url.ts';
import type { Embed } from '../shell/embed-page.ts';
import { creditLine } from '../shell/sources.ts';
import { makeBoard } from './board.ts';
import { makeCheckEmbed, makeClaimEmbed } from './claim.ts';
import { makeCompareEmbed } from './compare.ts';
import { makeEmbed } from './embed.ts';
import { frameHeight, WIDE } from './snippet.ts';

export interface EmbedTarget {
  readonly version: string;
  readonly language: Language;
  readonly title: string;
  /** What is measured; empty if the title says it. */
  readonly subtitle: string;
  /** The sources in one line. */
  readonly credit: string;
  /** The paths of the embed, of the page and of a card; a board has no page of its own, and no card. */
  readonly embed: string;
  readonly page: string;
  readonly card: string | null;
  /** Pixels of a frame that cuts nothing; null for a figure or a claim in a text, which has no frame. */
  readonly heightAt: ((width: number) => number) | null;
  /** The same at every width in CSS; null if it is the same or there is no frame. */
  readonly heightCss: string | null;
  /** Whether its words change without a release, as those of a claim may. */
  readonly mayChange?: true;
}

const byClass =
  ({ narrow, wide }: FrameHeights) =>
  (width: number): number =>
    width < WIDE ? narrow : wide;

/** The card of a question: the picture of its chart for previews. */
const cardOf = (version: string, name: string, drawn: string): string =>
  join(`/data/${version}/${name}.png`, [drawn, 'scale=1', 'size=card'].filter(Boolean).join('&'));

/** What an embed with a chart says, and where it and its page are. */
const placed = ({
  heading,
  credit,
  self,
  page,
  heights,
}: Embed & { readonly self: string; readonly page: string }) => ({
  ...heading,
  ...{ credit, embed: self, page, heightAt: byClass(heights), heightCss: frameHeight(heights) },
});

async function indicatorTarget(
  named: NamedTarget,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<EmbedTarget> {
  const { subject, release } = named;
  const asking = { ...request, search: formatParameters(await openedParameters(named, context)) };
  const question = await readDataRequest({ release, indicator: subject }, asking, EMBED_PARAMETERS, context);
  const made = await makeEmbed(question, asking, context);
  const { language, version, indicator, extras } = question;
  const drawn = canonicalSearch(question.search, extras, [LANG, CHART_KIND]);
  return { ...placed(made), version, language, card: cardOf(version, indicator.id, drawn) };
}

async function pairTarget(
  { release, parameters }: NamedTarget,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<EmbedTarget> {
  const asking = { ...request, search: formatParameters(parameters) };
  const made = await makeCompareEmbed(release, asking, context);
  const { language, question, extras } = made;
  const card = cardOf(release, 'compare', canonicalSearch(question, extras, [LANG]));
  return { ...placed(made), version: release, language, card };
}

async function valueTarget(
  { release, parameters }: NamedTarget,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<EmbedTarget> {
  const asked = new Map(parameters);
  const indicator = asked.get('indicator') ?? '';
  for (const name of ['indicator', 'form', 'theme']) asked.delete(name);
  const asking = { ...request, search: formatParameters(asked) };
  const { plan, language, version } = await readDataRequest({ release, indicator }, asking, [LANG], context);
  await refuseTooMuchToDraw(plan, 'value', context.limits);
  const comparison = await plan.comparison();
  const [cell] = comparison.cells;
  if (!cell || comparison.cells.length !== 1) throw noEmbed('value');
  const sorted = new Map([...parameters].sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    ...{ version, language, subtitle: '', card: null, heightAt: null, heightCss: null },
    title: figurePhrase(cell, comparison).text,
    credit: creditLine(comparison.sources, language),
    embed: join(`/embed/${version}/value`, formatParameters(sorted)),
    page: pageAddress(comparison),
  };
}

async function boardTarget(
  { release, parameters }: NamedTarget,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<EmbedTarget> {
  const { catalogue } = await findReleaseIndex(context.data, release);
  const board = parseBoard(parameters, catalogue);
  const { language, canonical } = board;
  const embed = join(`/embed/${release}/board`, canonical);
  const made = await makeBoard({ board, version: release, self: embed, saysSince: false }, request, context);
  const { heightAt, heightCss, credit } = made;
  return {
    ...{ version: release, language, card: null, embed, page: embed, heightAt, heightCss, credit },
    title: BOARD_WORDS[language].title(board.panels.length),
    subtitle: made.subject,
  };
}

/** A claim on file, or one of the reader's own. */
async function claimTarget(
  { subject, release, parameters }: NamedTarget,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<EmbedTarget> {
  const asking = { ...request, search: formatParameters(parameters) };
  const [, id] = subject.split('/');
  const made =
    id === undefined
      ? await makeCheckEmbed(release, asking, context)
      : await makeClaimEmbed({ release, id }, asking, context);
  const { text, sources, language, self, page } = made;
  return {
    ...{ version: release, language, card: null, heightAt: null, heightCss: null, mayChange: true },
    title: text.replace(/\.$/, ''),
    subtitle: '',
    credit: creditLine(sources, language),
    embed: self,
    page,
  };
}

/** @throws NotFound or BadQuery if the address has no embed */
export async function readTarget(
  named: NamedTarget,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<EmbedTarget> {
  const { subject } = named;
  if (subject === 'compare') return pairTarget(named, request, context);
  if (subject === 'value') return valueTarget(named, request, context);
  if (subject === 'board') return boardTarget(named, request, context);
  if (subject === 'check' || subject.startsWith('claims/')) return claimTarget(named, request, context);
  return indicatorTarget(named, request, context);
}
