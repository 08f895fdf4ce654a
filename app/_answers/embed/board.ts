/**
 * `/embed/{release}/board?a=homicide-rate?country=HND&b=...`: several comparisons as one page for a frame. It says
 * nothing about later releases, but it draws the register of doubts, so it is valid for five minutes.
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
import { FIVE_MINUTES, withDrawing } from '../http/headers.ts';
import { pinnedAnswer } from '../http/pinned.ts';
import type { AnswerRequest, PinnedAnswer } from '../http/request.ts';
import type { RouteAddress } from '../http/routes.ts';
import { join } from '../http/url.ts';
import { boardPage, BOARD_POLICY, type BoardPage, type BoardPart } from '../shell/board-page.ts';
import { wordsOf } from './embed.ts';

function partOf(comparison: Comparison, kind: ChartKind | null): BoardPart {
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
  };
}

/** The page of a board, with its answers. @throws BadQuery, NotFound */
export async function makeBoard(
  { board, version, self }: { readonly board: Board; readonly version: string; readonly self: string },
  { origin }: AnswerRequest,
  context: AnswerContext,
): Promise<BoardPage & { readonly comparisons: readonly Comparison[] }> {
  const comparisons = await loadBoard(board, version, context);
  const parts = comparisons.map((comparison, i) => partOf(comparison, board.panels[i]?.kind ?? null));
  const { language, theme } = board;
  return { ...boardPage(parts, { language, version, theme, self, origin }), comparisons };
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
  return pinnedAnswer(request, {
    version,
    // Doubts are drawn, and are no part of a release.
    seal: `${withDrawing(releaseSeal(index))} ${DOUBT_SEAL} ${request.origin}`,
    cacheControl: FIVE_MINUTES,
    canonical: self,
    links: oembedHeaders(request.origin, self),
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': BOARD_POLICY,
      'referrer-policy': 'strict-origin-when-cross-origin',
    },
    makeBody: async () => (await makeBoard({ board, version, self }, request, context)).html,
  });
}
