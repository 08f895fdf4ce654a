/**
 * `/embed/{release}/{indicator}`: a comparison as a page for any frame. Its values are pinned; its HTML is
 * valid for five minutes, because it mentions later revisions.
 */
import type { ChartModel } from '#app/_charts/model/chart.ts';
import type { ChartKind } from '#app/_charts/model/kind.ts';
import { verdictOn } from '#stats/comparability/notice.ts';
import { verdictText } from '#stats/comparability/verdict.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { versionParameter } from '#stats/model/release.ts';
import { formatQuery } from '#stats/query/query.ts';
import type { RouteAddress } from '../http/routes.ts';
import { refuseTooMuchToDraw } from '../data/count.ts';
import { embedPage, type Embed, type EmbedParts } from '../shell/embed-page.ts';
import { embedTable } from '../shell/table.ts';
import { answerFigures, figureBase, nameFigures } from './figures.ts';
import { newerLine, type Since } from './newer.ts';
import { embedResponse } from './response.ts';
import type { AnswerContext } from '../data/context.ts';
import { EMBED_PARAMETERS, EMBED_SHOW, EMBED_THEME, LANG } from '../http/format-parameters.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { chartKindIn } from '../chart/chart-of-kind.ts';
import { embedChart } from '../chart/embed-chart.ts';
import { canonicalSearch, readDataRequest, type DataRequest } from '../data/read-query.ts';
import { join } from '../http/url.ts';

/** Sentences that a reader must see with the chart, and those that a fold holds. */
export function wordsOf(comparison: Comparison, model: ChartModel): Pick<EmbedParts, 'sentences' | 'notes'> {
  const { indicator, areas, cells, language } = comparison;
  const verdict = verdictOn(comparison);
  const text = verdict && verdict.reasons.length > 0 ? [verdictText(verdict, language)] : [];
  const isApart = verdict?.verdict === 'not-comparable';
  const apart =
    verdict && isApart ? [verdictText({ ...verdict, reasons: apartOnly(verdict) }, language)] : [];
  const shown = new Set(cells.map((cell) => cell.area));
  const groups = areas.flatMap((area) =>
    area.note && area.kind === 'group' && shown.has(area.code)
      ? [`${area.name[language]}: ${area.note[language]}`]
      : [],
  );
  const mandatory = [...indicator.notes, ...cells.flatMap((cell) => cell.notes)].filter(
    (note) => note.mandatory,
  );
  const notes = [
    ...groups,
    ...mandatory.map((note) => note.text[language]),
    ...model.notes,
    ...model.ours,
    ...text,
  ];
  return { sentences: [...model.notices, ...apart], notes: [...new Set(notes)] };
}

type Verdict = NonNullable<ReturnType<typeof verdictOn>>;
const apartOnly = ({ reasons }: Verdict): Verdict['reasons'] =>
  reasons.filter(({ severity }) => severity === 'apart');

/** An embed with its canonical address and that of its page. */
export interface MadeEmbed extends Embed {
  readonly self: string;
  readonly page: string;
  /** The kind that is drawn because the best would be higher than a frame; the page is of that kind, too. */
  readonly lowerKind: ChartKind | null;
}

/**
 * The embed of a question, and what a site that shows it has to know.
 * @param loadSince what a later release says otherwise; not for those who want the words and the height alone
 */
export async function makeEmbed(
  question: DataRequest,
  request: AnswerRequest,
  context: AnswerContext,
  loadSince: ((comparison: Comparison) => Promise<Since | null>) | null = null,
): Promise<MadeEmbed> {
  const { version, language, query, indicator, plan, extras, canonical } = question;
  await refuseTooMuchToDraw(plan, 'embed', context.limits);
  const comparison = await plan.judgedComparison();
  const questionText = formatQuery(query, indicator);
  const asked = chartKindIn(extras);
  const { model, drawable, lowerKind } = embedChart(comparison, asked);
  const kind = asked ?? lowerKind;
  const page = join(
    `${language === 'es' ? '/es' : ''}/indicators/${indicator.id}`,
    [questionText, ...(kind ? [`tab=${kind}`] : []), `release=${versionParameter(version)}`]
      .filter(Boolean)
      .join('&'),
  );
  const self = join(`/embed/${version}/${indicator.id}`, canonical);
  const revised = join(`/embed/${version}/${indicator.id}/revised`, canonical);
  const { title, subtitle } = model.heading;
  const show = extras.get(EMBED_SHOW.name) ?? '';
  const figures = nameFigures(answerFigures(comparison));
  const embed = embedPage({
    ...{ language, version },
    theme: extras.get(EMBED_THEME.name) ?? 'auto',
    show: { table: show.includes('table'), notes: show.includes('notes') },
    chart: comparison.cells.length === 0 ? null : drawable,
    heading: { title, subtitle },
    legend: model.legend,
    ...wordsOf(comparison, model),
    sources: comparison.sources,
    links: {
      ...{ self, page, pinned: `${request.origin}${page}`, figures: figureBase(self) },
      csv: join(`/data/${version}/${indicator.id}.csv`, canonicalSearch(questionText, extras, [LANG])),
    },
    newer: loadSince && newerLine(await loadSince(comparison), language, { revised, page }),
    table: embedTable(comparison, figures),
    figures,
  });
  return { ...embed, self, page, lowerKind };
}

/** Answers an embed. Throws BadQuery or NotFound, which become a page with the same content. */
export async function answerEmbed(
  address: Extract<RouteAddress, { kind: 'embed' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<WholeAnswer> {
  const question = await readDataRequest(address, request, EMBED_PARAMETERS, context);
  const { html, self } = await makeEmbed(question, request, context, context.data.loadRevisedSince);
  const { version, language } = question;
  return embedResponse(html, { version, language, self, request });
}
