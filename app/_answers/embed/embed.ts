/**
 * `/embed/{release}/{indicator}`: a comparison as a page that may stand in any frame. Its values are pinned;
 * its HTML holds for five minutes, because it may come to say what has been revised since.
 */
import { loadComparison } from '#app/_data/comparison.ts';
import { LIMITS } from '#stats/limits.ts';
import { loadRevisedSince } from '#app/_data/revisions.ts';
import { formatQuery } from '#stats/query/query.ts';
import type { RouteAddress } from '../http/routes.ts';
import { refuseTooMuch } from '../data/count.ts';
import { embedPage } from '../shell/page.ts';
import { embedResponse } from './response.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { drawEmbed } from '../chart/svg.tsx';
import { canonicalSearch, EMBED_THEME, join, LANG, readDataRequest } from '../data/read-query.ts';

/** Answers an embed. Throws BadQuery or NotFound, which become a page with the same content. */
export async function answerEmbed(
  address: Extract<RouteAddress, { kind: 'embed' }>,
  request: AnswerRequest,
): Promise<WholeAnswer> {
  const question = await readDataRequest(address, request, [LANG, EMBED_THEME]);
  const { version, language, query, indicator } = question;
  await refuseTooMuch(question, 'embed', LIMITS.drawnCells);
  const comparison = await loadComparison({ version, language, query });
  const asked = formatQuery(query, indicator);
  const spanish = language === 'es';
  const self = join(`/embed/${version}/${indicator.id}`, question.canonical);
  const page = embedPage({
    comparison,
    drawing: await drawEmbed(comparison),
    theme: question.extras.get('theme') ?? 'auto',
    page: join(
      `${spanish ? '/es' : ''}/indicators/${indicator.id}`,
      [asked, `release=${version}`].filter(Boolean).join('&'),
    ),
    csv: join(`/data/${version}/${indicator.id}.csv`, canonicalSearch(asked, question.extras, [LANG])),
    self,
    revised: await loadRevisedSince(comparison),
  });
  return embedResponse(page, { version, language, self, request });
}
