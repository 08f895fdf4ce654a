/**
 * `/embed/{release}/board?a=homicide-rate?country=HND&b=...`: several comparisons as one page for a frame. It says
 * nothing about later releases, so it is pinned.
 */
import { pageAddress } from '#app/_downloads/citation/cited-work.ts';
import { releaseSeal } from '#app/_data/answer-plan.ts';
import { formatQuery } from '#stats/query/query.ts';
import { parseParameters } from '#stats/query-string.ts';
import { drawEmbed } from '../chart/svg.tsx';
import { loadBoard, parseBoard } from '../data/board-question.ts';
import type { AnswerContext } from '../data/context.ts';
import { findReleaseIndex } from '../data/read-query.ts';
import { withDrawing } from '../http/headers.ts';
import { pinnedAnswer } from '../http/pinned.ts';
import type { AnswerRequest, PinnedAnswer } from '../http/request.ts';
import type { RouteAddress } from '../http/routes.ts';
import { join } from '../http/url.ts';
import { boardPage, BOARD_POLICY } from '../shell/board-page.ts';

/** Answers a board. @throws BadQuery, NotFound */
export async function answerBoard(
  { release: version }: Extract<RouteAddress, { kind: 'board' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<PinnedAnswer> {
  const index = await findReleaseIndex(context.data, version);
  const board = parseBoard(parseParameters(request.search), index.catalogue);
  const { language, theme } = board;
  const self = join(`/embed/${version}/board`, board.canonical);
  return pinnedAnswer(request, {
    version,
    seal: withDrawing(releaseSeal(index)),
    canonical: self,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': BOARD_POLICY,
      'referrer-policy': 'strict-origin-when-cross-origin',
    },
    makeBody: async () => {
      const comparisons = await loadBoard(board, version, context);
      const lang = language === 'es' ? 'lang=es' : '';
      const parts = await Promise.all(
        comparisons.map(async (comparison, i) => {
          const { indicator, query } = comparison;
          const search = [formatQuery(query, indicator), lang].filter(Boolean).join('&');
          return {
            comparison,
            drawing: await drawEmbed(comparison, board.panels[i]?.kind ?? null),
            page: pageAddress(comparison),
            csv: join(`/data/${version}/${indicator.id}.csv`, search),
          };
        }),
      );
      return boardPage(parts, { theme, self });
    },
  });
}
