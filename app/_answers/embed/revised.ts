/**
 * `/embed/{release}/{indicator}/revised`, and the same for `compare` and `board`: the figures of an embed that the
 * newest release gives otherwise, as a page for the same frame.
 */
import { namesOf } from '#app/_charts/wording/series-name.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import type { Language } from '#stats/language.ts';
import { seriesOf } from '#stats/model/comparison.ts';
import { formatQuery } from '#stats/query/query.ts';
import { parseParameters } from '#stats/query-string.ts';
import type { AnswerContext } from '../data/context.ts';
import { refuseTooMuchToDraw } from '../data/count.ts';
import { loadBoard, parseBoard } from '../data/board-question.ts';
import { canonicalSearch, findReleaseIndex, readDataRequest } from '../data/read-query.ts';
import { EMBED_PARAMETERS, EMBED_THEME, PAIR_EMBED_PARAMETERS } from '../http/format-parameters.ts';
import { markup, type Markup } from '../http/html.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import type { RouteAddress } from '../http/routes.ts';
import { join } from '../http/url.ts';
import { framePage, link } from '../shell/document.ts';
import { EMBED_SCRIPT } from '../shell/script.ts';
import { tableFigure } from '../shell/table.ts';
import { loadPair, loadRevisedAnswers, loadRevisedHalves, type RevisedHalf } from './pair.ts';
import { embedResponse } from './response.ts';

const prefixOf = (language: Language): string => (language === 'es' ? '/es' : '');

const themeIn = (extras: ReadonlyMap<string, string>): string => extras.get(EMBED_THEME.name) ?? 'auto';

/** More rows than these are counted. */
const MOST_ROWS = 200;

/** A row for each figure: what it is, then and now. `ofIndicator` stands before it where there are several. */
function revisedRows({ comparison, cells }: RevisedHalf, ofIndicator: boolean): Markup[] {
  const { language, indicator } = comparison;
  const names = namesOf(comparison, seriesOf(comparison), language);
  return cells.map(({ before, now }) => {
    const series = names.series({ key: before, computed: before.computed !== null });
    const what = [ofIndicator ? indicator.title[language] : '', series].filter(Boolean).join(', ');
    return markup`<tr><th scope="row">${what}</th><td>${names.period(before)}</td><td class="n">${tableFigure(before, comparison)}</td><td class="n">${tableFigure(now, comparison)}</td></tr>\n`;
  });
}

function revisedTable(all: readonly Markup[], { language, version, latest }: RevisedList): Markup {
  const words = EMBED_WORDS[language];
  if (all.length === 0) return markup`<p class="said">${words.none}</p>`;
  const rest = all.length - MOST_ROWS;
  return markup`<div class="wide-table"><table><thead><tr><th scope="col">${words.what}</th><th scope="col">${words.period}</th><th scope="col" class="n">${words.then(version)}</th><th scope="col" class="n">${words.then(latest)}</th></tr></thead>
<tbody>${all.slice(0, MOST_ROWS)}${rest > 0 && markup`<tr><td colspan="4">${words.more(rest)}</td></tr>`}</tbody></table></div>`;
}

interface RevisedList {
  readonly language: Language;
  readonly version: string;
  /** The newest release. */
  readonly latest: string;
  readonly theme: string;
  /** Canonical addresses of this list, of the embed, and of the page of the newest release. */
  readonly self: string;
  readonly embed: string;
  readonly page: string;
  /** What the figures are of. */
  readonly subject: string;
}

function revisedResponse(rows: readonly Markup[], list: RevisedList, request: AnswerRequest): WholeAnswer {
  const { language, version, latest, theme, self, embed, page, subject } = list;
  const words = EMBED_WORDS[language];
  const title = words.revisedTitle(version, latest);
  const main = markup`<h1>${title}</h1>
<p class="def">${subject}</p>
${revisedTable(rows, list)}
<div class="foot"><div class="line"><a href="${embed}">${words.back}</a>${link(page, words.seeLatest(latest))}</div></div>`;
  const head = markup`<link rel="canonical" href="${self}">\n`;
  const html = framePage({ language, theme, title, head, main, script: EMBED_SCRIPT });
  return embedResponse(html, { version, language, self, request, isEmbeddable: false });
}

/** Answers the list of revised figures. Throws BadQuery or NotFound. */
export async function answerRevised(
  address: Extract<RouteAddress, { kind: 'embed-revised' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<WholeAnswer> {
  const question = await readDataRequest(address, request, EMBED_PARAMETERS, context);
  const { version, language, query, indicator, plan, canonical, extras } = question;
  await refuseTooMuchToDraw(plan, 'embed', context.limits);
  const comparison = await plan.comparison();
  const revised = await context.data.loadRevisedCells(comparison);
  const latest = revised?.latest ?? version;
  const rows = revised ? revisedRows({ ...revised, comparison }, false) : [];
  const list: RevisedList = {
    ...{ language, version, latest, theme: themeIn(extras) },
    self: join(`/embed/${version}/${indicator.id}/revised`, canonical),
    embed: join(`/embed/${version}/${indicator.id}`, canonical),
    page: join(`${prefixOf(language)}/indicators/${indicator.id}`, formatQuery(query, indicator)),
    subject: indicator.title[language],
  };
  return revisedResponse(rows, list, request);
}

/** The same for two indicators. */
export async function answerCompareRevised(
  { release: version }: Extract<RouteAddress, { kind: 'compare-embed-revised' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<WholeAnswer> {
  const pair = await loadPair(version, request, context, PAIR_EMBED_PARAMETERS);
  const { language, extras, question, halves } = pair;
  const revised = await loadRevisedHalves(pair, context.data);
  const canonical = canonicalSearch(question, extras, PAIR_EMBED_PARAMETERS);
  const list: RevisedList = {
    ...{ language, version, theme: themeIn(extras) },
    latest: revised[0]?.latest ?? version,
    self: join(`/embed/${version}/compare/revised`, canonical),
    embed: join(`/embed/${version}/compare`, canonical),
    page: join(`${prefixOf(language)}/compare`, question),
    subject: halves.map(({ comparison }) => comparison.indicator.title[language]).join('; '),
  };
  return revisedResponse(
    revised.flatMap((half) => revisedRows(half, true)),
    list,
    request,
  );
}

/** The same for all questions of a board. */
export async function answerBoardRevised(
  { release: version }: Extract<RouteAddress, { kind: 'board-revised' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<WholeAnswer> {
  const { catalogue } = await findReleaseIndex(context.data, version);
  const board = parseBoard(parseParameters(request.search), catalogue);
  const { language, theme, canonical } = board;
  const comparisons = await loadBoard(board, version, context);
  const revised = await loadRevisedAnswers(comparisons, context.data);
  const latest = revised[0]?.latest ?? version;
  const list: RevisedList = {
    ...{ language, version, latest, theme },
    self: join(`/embed/${version}/board/revised`, canonical),
    embed: join(`/embed/${version}/board`, canonical),
    page: join(`/embed/${latest}/board`, canonical),
    subject: comparisons.map(({ indicator }) => indicator.title[language]).join('; '),
  };
  return revisedResponse(
    revised.flatMap((half) => revisedRows(half, true)),
    list,
    request,
  );
}
