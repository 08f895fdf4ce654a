/**
 * What an address of ours would be as an embed: which question of which release it asks, what the chart says, and
 * whose figures they are. Pages without a release are pinned to the newest one, so that a report goes on saying
 * what it said; an address that names `latest` goes on following it.
 */
import { chartWords } from '#app/_charts/chart.ts';
import { pageAddress } from '#app/_downloads/citation/cited-work.ts';
import { figurePhrase } from '#app/_downloads/sentence/phrase.ts';
import { OEMBED_PROBLEMS, OEMBED_WORDS } from '#app/_words/oembed.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Language } from '#stats/language.ts';
import { versionOfParameter } from '#stats/model/release.ts';
import { pairIndicators } from '#stats/pairing/pair-indicators.ts';
import { NotFound, notFound } from '#stats/problem.ts';
import { encodeValue, parseParameters } from '#stats/query-string.ts';
import { formatSides, parseSides } from '#stats/query/several.ts';
import { scatterModel } from '#app/_charts/scatter/chart.ts';
import { comparePage } from '../data/compare-page.ts';
import type { AnswerContext } from '../data/context.ts';
import { refuseTooMuch } from '../data/count.ts';
import { canonicalSearch, findReleaseIndex, readDataRequest, readExtras } from '../data/read-query.ts';
import { CHART_KIND, EMBED_THEME, LANG } from '../http/format-parameters.ts';
import type { AnswerRequest } from '../http/request.ts';
import { join } from '../http/url.ts';
import { loadBoard, parseBoard } from '../data/board-question.ts';
import { EMBED_WIDTHS } from '../chart/svg.tsx';

export interface EmbedTarget {
  readonly version: string;
  /** Whether the address names its release. */
  readonly isPinned: boolean;
  readonly language: Language;
  readonly title: string;
  /** What is measured; empty if the title says it. */
  readonly subtitle: string;
  /** Titles of the sources. */
  readonly sources: readonly string[];
  /** The paths of the embed, of the page and of a card; a board has no page and no card. */
  readonly embed: string;
  readonly page: string;
  readonly card: string | null;
  readonly kind: 'chart' | 'value' | 'board';
}

/** What an address asks, before its question is read. */
interface Named {
  readonly subject: string;
  readonly release: string;
  readonly isPinned: boolean;
  readonly parameters: ReadonlyMap<string, string>;
}

const PAGE = /^\/(es\/)?(?:indicators\/([^/]+)|(compare))\/?$/;
const EMBED = /^\/embed\/([^/]+)\/([^/]+)$/;

const refused = (address: string): NotFound =>
  new NotFound({
    ...notFound({ en: 'embed', es: 'la inserción' }, address, []),
    text: OEMBED_PROBLEMS.noEmbed,
  });

/** Reads the path. @throws NotFound */
async function nameOf(path: string, search: string, { data }: AnswerContext): Promise<Named> {
  const parameters = new Map(parseParameters(search));
  const newest = (await data.loadReleases()).at(-1)?.version ?? '';
  const [, inSpanish, indicator, compare] = PAGE.exec(path) ?? [];
  const subject = indicator ?? compare;
  if (subject !== undefined) {
    const named = parameters.get('release');
    parameters.delete('release');
    if (parameters.get('tab') === 'table') parameters.delete('tab');
    if (parameters.get('view') === 'time') throw refused(path);
    parameters.delete('view');
    if (inSpanish !== undefined) parameters.set('lang', 'es');
    const release = named === undefined ? newest : versionOfParameter(named);
    return { subject: decodeURIComponent(subject), release, isPinned: named !== undefined, parameters };
  }
  const [, release, embedded] = EMBED.exec(path) ?? [];
  if (release === undefined || embedded === undefined) throw refused(path);
  const isPinned = release !== 'latest';
  const name = decodeURIComponent(embedded);
  return { subject: name, release: isPinned ? decodeURIComponent(release) : newest, isPinned, parameters };
}

const searchOf = (parameters: ReadonlyMap<string, string>): string =>
  [...parameters].map(([name, value]) => `${encodeURIComponent(name)}=${encodeValue(value)}`).join('&');

const request = (search: string): AnswerRequest => ({
  method: 'GET',
  path: '',
  search,
  headers: { get: () => null },
  origin: '',
});

const titlesOf = (comparisons: readonly Comparison[], language: Language): string[] => [
  ...new Set(comparisons.flatMap(({ sources }) => sources.map(({ title }) => title[language]))),
];

const EXTRAS = [LANG, EMBED_THEME, CHART_KIND];

async function indicatorTarget(named: Named, context: AnswerContext): Promise<EmbedTarget> {
  const { subject, release, isPinned } = named;
  const index = await findReleaseIndex(context.data, release);
  const opening = index.catalogue.indicators.find(({ id }) => id === subject)?.opening;
  const asked = [...named.parameters.keys()].some((name) => !['lang', 'tab', 'theme'].includes(name));
  const given = asked || opening === undefined ? [] : [...parseParameters(opening)];
  const search = searchOf(new Map([...given, ...named.parameters]));
  const question = await readDataRequest({ release, indicator: subject }, request(search), EXTRAS, context);
  const { drawnCells: most, computedCells: computed } = context.limits;
  await refuseTooMuch(question.plan, 'embed', { most, computed });
  const comparison = await question.plan.judgedComparison();
  const { title, subtitle } = chartWords(comparison);
  const { language, version, indicator, extras } = question;
  const drawn = canonicalSearch(question.search, extras, [LANG, CHART_KIND]);
  return {
    ...{ version, isPinned, language, title, subtitle, kind: 'chart' },
    sources: titlesOf([comparison], language),
    embed: join(`/embed/${version}/${indicator.id}`, question.canonical),
    page: pageAddress(comparison),
    card: `/data/${version}/${indicator.id}.png?${[drawn, 'scale=1', 'size=card'].filter(Boolean).join('&')}`,
  };
}

async function pairTarget(
  { release, isPinned, parameters }: Named,
  context: AnswerContext,
): Promise<EmbedTarget> {
  const { catalogue } = await findReleaseIndex(context.data, release);
  const known = [LANG, EMBED_THEME];
  const extras = readExtras(parameters, known);
  const sides = parseSides(
    parameters,
    catalogue,
    known.map(({ name }) => name),
  );
  const language: Language = extras.get('lang') === 'es' ? 'es' : 'en';
  const { plans, load } = await context.data.planSides({ version: release, language, sides });
  const most = Math.floor(context.limits.drawnCells / sides.length);
  for (const plan of plans) await refuseTooMuch(plan, 'embed', { most, computed: most });
  const halves = await load();
  const [first, second] = halves;
  const paired = pairIndicators(halves);
  if (sides.length > 2 || !first || !second || !paired) throw refused('compare');
  const { title, subtitle } = scatterModel([first, second], paired, {
    width: EMBED_WIDTHS.wide,
    language,
  }).heading;
  const question = formatSides(sides, catalogue);
  const data = join('', canonicalSearch(question, extras, [LANG]));
  return {
    ...{ version: release, isPinned, language, title, subtitle, kind: 'chart' },
    sources: titlesOf([first.comparison, second.comparison], language),
    embed: join(`/embed/${release}/compare`, canonicalSearch(question, extras, known)),
    page: comparePage(data, release),
    card: `/data/${release}/compare.png${data}&scale=1&size=card`,
  };
}

async function valueTarget(named: Named, context: AnswerContext): Promise<EmbedTarget> {
  const { release, isPinned } = named;
  const parameters = new Map(named.parameters);
  const id = parameters.get('indicator') ?? '';
  for (const name of ['indicator', 'form', 'theme']) parameters.delete(name);
  const question = await readDataRequest(
    { release, indicator: id },
    request(searchOf(parameters)),
    [LANG],
    context,
  );
  const comparison = await question.plan.comparison();
  const [cell] = comparison.cells;
  if (!cell || comparison.cells.length !== 1) throw refused('value');
  const { language, version } = question;
  const search = [...named.parameters].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...{ version, isPinned, language, subtitle: '', card: null, kind: 'value' },
    title: figurePhrase(cell, comparison).text,
    sources: titlesOf([comparison], language),
    embed: join(`/embed/${version}/value`, searchOf(new Map(search))),
    page: pageAddress(comparison),
  };
}

async function boardTarget(
  { release, isPinned, parameters }: Named,
  context: AnswerContext,
): Promise<EmbedTarget> {
  const { catalogue } = await findReleaseIndex(context.data, release);
  const board = parseBoard(parameters, catalogue);
  const comparisons = await loadBoard(board, release, context);
  const { language } = board;
  const embed = join(`/embed/${release}/board`, board.canonical);
  return {
    ...{ version: release, isPinned, language, card: null, kind: 'board', embed, page: embed },
    title: OEMBED_WORDS[language].board(comparisons.length),
    subtitle: comparisons.map((comparison) => chartWords(comparison).title).join('; '),
    sources: titlesOf(comparisons, language),
  };
}

/** @throws NotFound or BadQuery if the address has no embed */
export async function readTarget(path: string, search: string, context: AnswerContext): Promise<EmbedTarget> {
  const named = await nameOf(path, search, context);
  if (named.subject === 'compare') return pairTarget(named, context);
  if (named.subject === 'value') return valueTarget(named, context);
  if (named.subject === 'board') return boardTarget(named, context);
  return indicatorTarget(named, context);
}
