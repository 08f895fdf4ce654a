/**
 * What an address of ours would be as an embed: which question of which release it asks, what the chart says, and
 * whose figures they are. Pages without a release are pinned to the newest one, so that a report goes on saying
 * what it said; an address that names `latest` goes on following it.
 */
import { pageAddress } from '#app/_downloads/citation/cited-work.ts';
import { figurePhrase } from '#app/_downloads/sentence/phrase.ts';
import { BOARD_WORDS } from '#app/_words/board.ts';
import { OEMBED_PROBLEMS } from '#app/_words/oembed.ts';
import type { Language } from '#stats/language.ts';
import { versionOfParameter } from '#stats/model/release.ts';
import { NotFound, notFound } from '#stats/problem.ts';
import { encodeValue, parseParameters } from '#stats/query-string.ts';
import { isTracking } from '#stats/query/tracking.ts';
import type { FrameHeights } from '../chart/frames.ts';
import { loadBoard, parseBoard } from '../data/board-question.ts';
import type { AnswerContext } from '../data/context.ts';
import { canonicalSearch, findReleaseIndex, readDataRequest } from '../data/read-query.ts';
import { CHART_KIND, EMBED_PARAMETERS, LANG } from '../http/format-parameters.ts';
import type { AnswerRequest } from '../http/request.ts';
import { join } from '../http/url.ts';
import { creditLine } from '../shell/sources.ts';
import { makeCompareEmbed } from './compare.ts';
import { makeEmbed } from './embed.ts';

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
  /** Pixels of a frame that cuts nothing; null for a figure in a text, which has no frame. */
  readonly heights: FrameHeights | null;
}

/** What an address asks, before its question is read. */
export interface NamedTarget {
  readonly subject: string;
  readonly release: string;
  /** Whether the address names its release, follows the newest, or leaves it open. */
  readonly names: 'release' | 'latest' | 'nothing';
  readonly parameters: ReadonlyMap<string, string>;
}

const PAGE = /^\/(es\/)?(?:indicators\/([^/]+)|(compare))\/?$/;
const EMBED = /^\/embed\/([^/]+)\/([^/]+)$/;
/** A board of two columns has two rows of panels for three questions. */
const PANEL_HEIGHT = { narrow: 440, wide: 420 } as const;

const refused = (address: string): NotFound =>
  new NotFound({
    ...notFound({ en: 'embed', es: 'la inserción' }, address, []),
    text: OEMBED_PROBLEMS.noEmbed,
  });

/** Reads the path. @throws NotFound if it has no embed */
export async function nameTarget(
  path: string,
  search: string,
  { data }: AnswerContext,
): Promise<NamedTarget> {
  const parameters = new Map([...parseParameters(search)].filter(([name]) => !isTracking(name)));
  const newest = (await data.loadReleases()).at(-1)?.version ?? '';
  const [, inSpanish, indicator, compare] = PAGE.exec(path) ?? [];
  const subject = indicator ?? compare;
  if (subject !== undefined) {
    const named = parameters.get('release');
    if (parameters.get('tab') === 'table') parameters.delete('tab');
    if (parameters.get('view') === 'time') throw refused(path);
    for (const name of ['release', 'view']) parameters.delete(name);
    if (inSpanish !== undefined) parameters.set(LANG.name, 'es');
    return {
      subject: decodeURIComponent(subject),
      release: named === undefined ? newest : versionOfParameter(named),
      names: named === undefined ? 'nothing' : 'release',
      parameters,
    };
  }
  const [, release, embedded] = EMBED.exec(path) ?? [];
  if (release === undefined || embedded === undefined) throw refused(path);
  const isLatest = release === 'latest';
  return {
    subject: decodeURIComponent(embedded),
    release: isLatest ? newest : decodeURIComponent(release),
    names: isLatest ? 'latest' : 'release',
    parameters,
  };
}

const searchOf = (parameters: ReadonlyMap<string, string>): string =>
  [...parameters].map(([name, value]) => `${encodeURIComponent(name)}=${encodeValue(value)}`).join('&');

/** The card of a question: the picture of its chart for previews. */
const cardOf = (version: string, name: string, drawn: string): string =>
  join(`/data/${version}/${name}.png`, [drawn, 'scale=1', 'size=card'].filter(Boolean).join('&'));

async function indicatorTarget(
  named: NamedTarget,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<EmbedTarget> {
  const { subject, release } = named;
  const { catalogue } = await findReleaseIndex(context.data, release);
  const opening = catalogue.indicators.find(({ id }) => id === subject)?.opening;
  const ofTheLook = EMBED_PARAMETERS.map(({ name }) => name);
  const asksNothing = [...named.parameters.keys()].every((name) => ofTheLook.includes(name));
  const opened = asksNothing ? [...parseParameters(opening ?? '')] : [];
  const asking = { ...request, search: searchOf(new Map([...opened, ...named.parameters])) };
  const question = await readDataRequest({ release, indicator: subject }, asking, EMBED_PARAMETERS, context);
  const { heading, credit, self, page, heights } = await makeEmbed(question, asking, context);
  const { language, version, indicator, extras } = question;
  const drawn = canonicalSearch(question.search, extras, [LANG, CHART_KIND]);
  return {
    version,
    language,
    ...heading,
    credit,
    embed: self,
    page,
    heights,
    card: cardOf(version, indicator.id, drawn),
  };
}

async function pairTarget(
  { release, parameters }: NamedTarget,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<EmbedTarget> {
  const asking = { ...request, search: searchOf(parameters) };
  const made = await makeCompareEmbed(release, asking, context);
  const { heading, credit, self, page, heights, language, question, extras } = made;
  const card = cardOf(release, 'compare', canonicalSearch(question, extras, [LANG]));
  return { version: release, language, ...heading, credit, embed: self, page, heights, card };
}

async function valueTarget(
  { release, parameters }: NamedTarget,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<EmbedTarget> {
  const asked = new Map(parameters);
  const indicator = asked.get('indicator') ?? '';
  for (const name of ['indicator', 'form', 'theme']) asked.delete(name);
  const asking = { ...request, search: searchOf(asked) };
  const { plan, language, version } = await readDataRequest({ release, indicator }, asking, [LANG], context);
  const comparison = await plan.comparison();
  const [cell] = comparison.cells;
  if (!cell || comparison.cells.length !== 1) throw refused('value');
  const sorted = new Map([...parameters].sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    ...{ version, language, subtitle: '', card: null, heights: null },
    title: figurePhrase(cell, comparison).text,
    credit: creditLine(comparison.sources, language),
    embed: join(`/embed/${version}/value`, searchOf(sorted)),
    page: pageAddress(comparison),
  };
}

async function boardTarget(
  { release, parameters }: NamedTarget,
  context: AnswerContext,
): Promise<EmbedTarget> {
  const { catalogue } = await findReleaseIndex(context.data, release);
  const board = parseBoard(parameters, catalogue);
  const comparisons = await loadBoard(board, release, context);
  const { language, canonical } = board;
  const embed = join(`/embed/${release}/board`, canonical);
  const sources = new Map(
    comparisons.flatMap((answer) => answer.sources).map((source) => [source.id, source]),
  );
  const count = comparisons.length;
  return {
    ...{ version: release, language, card: null, embed, page: embed },
    title: BOARD_WORDS[language].title(count),
    subtitle: comparisons.map(({ indicator }) => indicator.title[language]).join('; '),
    credit: creditLine([...sources.values()], language),
    heights: {
      narrow: PANEL_HEIGHT.narrow * count,
      wide: PANEL_HEIGHT.wide * Math.ceil(count / 2),
    },
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
  if (subject === 'board') return boardTarget(named, context);
  return indicatorTarget(named, request, context);
}
