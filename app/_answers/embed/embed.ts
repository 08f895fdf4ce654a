/**
 * `/embed/{release}/{indicator}`: a comparison as a page for any frame. Its values are pinned; its HTML is
 * valid for five minutes, because it mentions later revisions.
 */
import { formatQuery } from '#stats/query/query.ts';
import type { RouteAddress } from '../http/routes.ts';
import { refuseTooMuch } from '../data/count.ts';
import { embedPage } from '../shell/page.ts';
import { embedResponse } from './response.ts';
import type { AnswerContext } from '../data/context.ts';
import { CHART_KIND, EMBED_THEME, LANG } from '../http/format-parameters.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { chartKindIn, drawEmbed } from '../chart/svg.tsx';
import { canonicalSearch, readDataRequest } from '../data/read-query.ts';
import { join } from '../http/url.ts';

/** Answers an embed. Throws BadQuery or NotFound, which become a page with the same content. */
export async function answerEmbed(
  address: Extract<RouteAddress, { kind: 'embed' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<WholeAnswer> {
  const question = await readDataRequest(address, request, [LANG, EMBED_THEME, CHART_KIND], context);
  const { version, language, query, indicator, plan } = question;
  const { drawnCells: most, computedCells: computed } = context.limits;
  await refuseTooMuch(plan, 'embed', { most, computed });
  const comparison = await plan.judgedComparison();
  const questionText = formatQuery(query, indicator);
  const spanish = language === 'es';
  const self = join(`/embed/${version}/${indicator.id}`, question.canonical);
  const page = embedPage({
    comparison,
    drawing: await drawEmbed(comparison, chartKindIn(question.extras)),
    theme: question.extras.get('theme') ?? 'auto',
    page: join(
      `${spanish ? '/es' : ''}/indicators/${indicator.id}`,
      [questionText, `release=${version}`].filter(Boolean).join('&'),
    ),
    csv: join(`/data/${version}/${indicator.id}.csv`, canonicalSearch(questionText, question.extras, [LANG])),
    self,
    revised: await context.data.loadRevisedSince(comparison),
  });
  return embedResponse(page, { version, language, self, request });
}
