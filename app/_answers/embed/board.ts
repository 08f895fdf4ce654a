/**
 * `/embed/{release}/board?a=homicide-rate?country=HND&b=...`: several comparisons as one page for a frame. Its
 * figures are pinned; it draws the register of doubts and says what has been revised since, so it is valid for five
 * minutes.
 */
import { pageAddress } from '#app/_downloads/citation/cited-work.ts';
import type { ChartKind } from '#app/_charts/model/kind.ts';
import { releaseSeal } from '#app/_data/answer-plan.ts';
import { DOUBT_SEAL } from '#app/_data/claims/doubt-seal.ts';
import { oembedHeaders } from '#app/_downloads/discovery/oembed-links.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { formatQuery } from '#stats/query/query.ts';
import { parseParameters } from '#stats/query-string.ts';
import { embedChart } from '../chart/embed-chart.ts';
import { loadBoard, parseBoard, type Board } from '../data/board-question.ts';
import type { AnswerContext } from '../data/context.ts';
import { findReleaseIndex } from '../data/read-query.ts';
import { PANEL_NAMES } from '../http/format-parameters.ts';
import { FIVE_MINUTES, withDrawing } from '../http/headers.ts';
import { pinnedAnswer } from '../http/pinned.ts';
import type { AnswerRequest, PinnedAnswer } from '../http/request.ts';
import type { RouteAddress } from '../http/routes.ts';
import { join } from '../http/url.ts';
import { boardPage, BOARD_POLICY, type BoardPage, type BoardPart } from '../shell/board-page.ts';
import { creditLine } from '../shell/sources.ts';
import { wordsOf } from './embed.ts';
import { answerFigures, figureBase, nameFigures } from './figures.ts';
import { newerLine, type Since } from './newer.ts';

function partOf(comparison: Comparison, kind: ChartKind | null, name: string): BoardPart {
  const { indicator, query, language, release, sources, cells } = comparison;
  const { model, drawable } = embedChart(comparison, kind);
  const lang = language === 'es' ? 'lang=es' : '';
  const search = [formatQuery(query, indicator), lang].filter(Boolean).join('&');
  const { title, subtitle } = model.heading;
  return {
    drawable: cells.length === 0 ? null : drawable,
    heading: { title, subtitle },
    legend: model.legend,
    ...wordsOf(comparison, model),
    sources,
    page: pageAddress(comparison),
    csv: join(`/data/${release.version}/${indicator.id}.csv`, search),
    figures: nameFigures(answerFigures(comparison), name).ofEvidence,
  };
}

/** What the newest release says of all figures shown; null if nothing. */
async function loadBoardSince(
  comparisons: readonly Comparison[],
  data: AnswerContext['data'],
): Promise<Since | null> {
  const since = await Promise.all(comparisons.map((comparison) => data.loadRevisedSince(comparison)));
  const latest = since.find((own) => own !== null)?.latest;
  if (latest === undefined) return null;
  const shown = comparisons.flatMap(({ cells }) => cells.filter(({ stated }) => stated)).length;
  return { latest, shown, figures: since.reduce((sum, own) => sum + (own?.figures ?? 0), 0) };
}

interface AskedBoard {
  readonly board: Board;
  readonly version: string;
  readonly self: string;
  /** Whether the page says what has been revised since; not for those who want the words and the height alone. */
  readonly saysSince: boolean;
}

/** The page of a board, and what a site that shows it has to know. */
export interface MadeBoard extends BoardPage {
  /** What is compared, and the sources in one line. */
  readonly subject: string;
  readonly credit: string;
}

/** The page of a board. @throws BadQuery, NotFound */
export async function makeBoard(
  { board, version, self, saysSince }: AskedBoard,
  { origin }: AnswerRequest,
  context: AnswerContext,
): Promise<MadeBoard> {
  const comparisons = await loadBoard(board, version, context);
  const parts = comparisons.map((comparison, i) =>
    partOf(comparison, board.panels[i]?.kind ?? null, PANEL_NAMES[i] ?? ''),
  );
  const { language, theme, canonical } = board;
  const since = saysSince ? await loadBoardSince(comparisons, context.data) : null;
  const newer = newerLine(since, language, {
    revised: join(`/embed/${version}/board/revised`, canonical),
    page: join('/embed/latest/board', canonical),
  });
  const look = { language, version, theme, self, origin, newer, figures: figureBase(self) };
  const sources = comparisons.flatMap((answer) => answer.sources);
  const titles = comparisons.map(({ indicator }) => indicator.title[language]);
  return {
    ...boardPage(parts, look),
    subject: [...new Set(titles)].join('; '),
    credit: creditLine([...new Map(sources.map((source) => [source.id, source])).values()], language),
  };
}

/** Answers a board. @throws BadQuery, NotFound */
export async function answerBoard(
  { release: version }: Extract<RouteAddress, { kind: 'board' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<PinnedAnswer> {
  const index = await findReleaseIndex(context.data, version);
  const board = parseBoard(parseParameters(request.search), index.catalogue);
  const { language } = board;
  const self = join(`/embed/${version}/board`, board.canonical);
  const newest = (await context.data.loadReleases()).at(-1)?.version ?? version;
  return pinnedAnswer(request, {
    version,
    // Doubts are drawn, and are no part of a release; a newer release is named where it revises a figure.
    seal: `${withDrawing(releaseSeal(index))} ${DOUBT_SEAL} ${request.origin} ${newest}`,
    cacheControl: FIVE_MINUTES,
    canonical: self,
    links: oembedHeaders(request.origin, self),
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': BOARD_POLICY,
      'referrer-policy': 'strict-origin-when-cross-origin',
    },
    makeBody: async () => (await makeBoard({ board, version, self, saysSince: true }, request, context)).html,
  });
}
