/**
 * `/embed/{release}/{indicator}/revised`: the figures of an embed that the newest release gives otherwise, as a
 * page for the same frame.
 */
import { namesOf } from '#app/_charts/wording/series-name.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import { seriesOf, type Comparison } from '#stats/model/comparison.ts';
import { formatQuery } from '#stats/query/query.ts';
import type { AnswerContext } from '../data/context.ts';
import { refuseTooMuch } from '../data/count.ts';
import { readDataRequest } from '../data/read-query.ts';
import { EMBED_PARAMETERS, EMBED_THEME } from '../http/format-parameters.ts';
import { markup, type Markup } from '../http/html.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import type { RouteAddress } from '../http/routes.ts';
import { join } from '../http/url.ts';
import { framePage, link } from '../shell/document.ts';
import { EMBED_SCRIPT } from '../shell/script.ts';
import { tableFigure } from '../shell/table.ts';
import { embedResponse } from './response.ts';

/** More rows than these are counted. */
const MOST_ROWS = 200;

type Revised = NonNullable<Awaited<ReturnType<AnswerContext['data']['loadRevisedCells']>>>;

/** A row for each figure: what it is, then and now. */
function revisedTable(comparison: Comparison, { latest, cells }: Revised): Markup {
  const { language, release } = comparison;
  const words = EMBED_WORDS[language];
  const names = namesOf(comparison, seriesOf(comparison), language);
  const rows = cells.slice(0, MOST_ROWS).map(({ before, now }) => {
    const what = names.series({ key: before, computed: before.computed !== null });
    return markup`<tr><th scope="row">${what}</th><td>${names.period(before)}</td><td class="n">${tableFigure(before, comparison)}</td><td class="n">${tableFigure(now, comparison)}</td></tr>\n`;
  });
  const rest = cells.length - rows.length;
  return markup`<div class="wide-table"><table><thead><tr><th scope="col">${words.what}</th><th scope="col">${words.period}</th><th scope="col" class="n">${words.then(release.version)}</th><th scope="col" class="n">${words.then(latest)}</th></tr></thead>
<tbody>${rows}${rest > 0 && markup`<tr><td colspan="4">${words.more(rest)}</td></tr>`}</tbody></table></div>`;
}

/** Answers the list of revised figures. Throws BadQuery or NotFound. */
export async function answerRevised(
  address: Extract<RouteAddress, { kind: 'embed-revised' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<WholeAnswer> {
  const question = await readDataRequest(address, request, EMBED_PARAMETERS, context);
  const { version, language, query, indicator, plan, canonical, extras } = question;
  const { drawnCells: most, computedCells: computed } = context.limits;
  await refuseTooMuch(plan, 'embed', { most, computed });
  const comparison = await plan.comparison();
  const revised = await context.data.loadRevisedCells(comparison);
  const words = EMBED_WORDS[language];
  const latest = revised?.latest ?? version;
  const embed = join(`/embed/${version}/${indicator.id}`, canonical);
  const page = join(
    `${language === 'es' ? '/es' : ''}/indicators/${indicator.id}`,
    formatQuery(query, indicator),
  );
  const title = words.revisedTitle(version, latest);
  const table =
    revised && revised.cells.length > 0
      ? revisedTable(comparison, revised)
      : markup`<p class="said">${words.none}</p>`;
  const self = join(`/embed/${version}/${indicator.id}/revised`, canonical);
  const main = markup`<h1>${title}</h1>
<p class="def">${indicator.title[language]}</p>
${table}
<div class="foot"><div class="line"><a href="${embed}">${words.back}</a>${link(page, words.seeLatest(latest))}</div></div>`;
  const theme = extras.get(EMBED_THEME.name) ?? 'auto';
  const head = markup`<link rel="canonical" href="${self}">\n`;
  const html = framePage({ language, theme, title, head, main, script: EMBED_SCRIPT });
  return embedResponse(html, { version, language, self, request });
}
