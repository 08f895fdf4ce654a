/**
 * `/embed/{release}/compare`: two indicators as a page for any frame: the chart, how the periods line up, the
 * verdict, the numbers in a folded table, and the sources.
 */
import { versionParameter } from '#stats/model/release.ts';
import type { PairedResult } from '#stats/pairing/pair-indicators.ts';
import { verdictText } from '#stats/comparability/verdict.ts';
import type { PairHalf, Paired } from '#stats/pairing/pairs.ts';
import type { Language } from '#stats/language.ts';
import type { ChartModel } from '#app/_charts/model/chart.ts';
import type { Source } from '#stats/model/catalogue.ts';
import type { Cell } from '#stats/model/observation.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import type { RouteAddress } from '../http/routes.ts';
import { scatterChart } from '../chart/scatter-chart.ts';
import { canonicalSearch } from '../data/read-query.ts';
import type { AnswerContext } from '../data/context.ts';
import {
  EMBED_SHOW,
  EMBED_THEME,
  LANG,
  PAIR_EMBED_PARAMETERS,
  type FormatParameter,
} from '../http/format-parameters.ts';
import { embedPage, type Embed, type EmbedParts } from '../shell/embed-page.ts';
import type { FigureNames } from '../shell/document.ts';
import { tableFigure, type EmbedTable } from '../shell/table.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import { figureBase, nameFigures, pairFigures } from './figures.ts';
import { newerLine, type Since } from './newer.ts';
import { loadPair, loadSince, type AskedPair } from './pair.ts';
import { embedResponse } from './response.ts';
import { markup } from '../http/html.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { join } from '../http/url.ts';

/** One row for each area or origin, in the order of the answer. */
function pairsTable(
  halves: readonly [PairHalf, PairHalf],
  { pairs }: Paired,
  language: Language,
  figures: FigureNames,
): EmbedTable {
  const [first, second] = halves;
  const areas = halves.flatMap(({ comparison }) => comparison.areas);
  const nameOf = new Map(areas.map((area) => [area.code, area.name[language]]));
  const periodOf = (cell: Cell): string => formatPeriodWords(cell.period, cell.periodStatus, language);
  const words = EMBED_WORDS[language];
  const titles = halves.map(
    ({ comparison }) => markup`<th scope="col" class="n">${comparison.indicator.title[language]}</th>`,
  );
  const rows = pairs.map(({ place: area, cells }) => {
    const periods = [...new Set(cells.map(periodOf))].join('; ');
    const heading = markup`<th scope=row>${nameOf.get(area) ?? area}<td>${periods}`;
    const both = [
      tableFigure(cells[0], first.comparison, figures),
      tableFigure(cells[1], second.comparison, figures),
    ];
    return markup`<tr>${heading}${both.map((figure) => markup`<td class=n>${figure}`)}\n`;
  });
  const heads = [words.place, words.period].map((head) => markup`<th scope="col">${head}</th>`);
  return { head: markup`${heads}${titles}`, rows, columns: 4 };
}

/** The sources of the figures that were paired, each once. */
function sourcesOf(halves: readonly PairHalf[], { pairs }: Paired): Source[] {
  const used = new Set(pairs.flatMap(({ cells }) => cells.map((cell) => cell.source)));
  const sources = halves.flatMap(({ comparison }) => comparison.sources);
  return [...new Map(sources.map((source) => [source.id, source])).values()].filter(({ id }) => used.has(id));
}

/** Sentences to be read with the chart, and those of the fold. */
function wordsOf(
  { comparability }: PairedResult,
  { notices, ours, notes }: ChartModel,
  language: Language,
): Pick<EmbedParts, 'sentences' | 'notes'> {
  const apart = comparability.reasons.filter(({ severity }) => severity === 'apart');
  const isApart = comparability.verdict === 'not-comparable';
  return {
    sentences: [
      ...notices,
      ...(isApart ? [verdictText({ ...comparability, reasons: apart }, language)] : []),
    ],
    notes: [
      ...ours,
      ...notes,
      ...(comparability.reasons.length > 0 ? [verdictText(comparability, language)] : []),
    ],
  };
}

/**
 * The embed of two indicators, and what a site that shows it has to know.
 * @param loadNewer what a later release says otherwise; not for those who want the words and the height alone
 */
export async function makeCompareEmbed(
  version: string,
  request: AnswerRequest,
  context: AnswerContext,
  {
    more = [],
    loadNewer = null,
  }: {
    readonly more?: readonly FormatParameter[];
    readonly loadNewer?: ((pair: AskedPair) => Promise<Since | null>) | null;
  } = {},
): Promise<Embed & CompareEmbed> {
  const pair = await loadPair(version, request, context, [...PAIR_EMBED_PARAMETERS, ...more]);
  const { language, halves, paired, question, extras } = pair;
  const page = join(
    `${language === 'es' ? '/es' : ''}/compare`,
    `${question}&release=${versionParameter(version)}`,
  );
  const canonical = canonicalSearch(question, extras, PAIR_EMBED_PARAMETERS);
  const self = join(`/embed/${version}/compare`, canonical);
  const revised = join(`/embed/${version}/compare/revised`, canonical);
  const { model, drawable } = scatterChart(halves, paired);
  const show = extras.get(EMBED_SHOW.name) ?? '';
  const figures = nameFigures(pairFigures(halves, paired));
  const embed = embedPage({
    ...{ language, version, ofPairs: true },
    newer: loadNewer && newerLine(await loadNewer(pair), language, { revised, page }),
    theme: extras.get(EMBED_THEME.name) ?? 'auto',
    show: { table: show.includes('table'), notes: show.includes('notes') },
    chart: paired.pairs.length === 0 ? null : drawable,
    heading: { title: model.heading.title, subtitle: model.heading.subtitle },
    legend: model.legend,
    ...wordsOf(paired, model, language),
    sources: sourcesOf(halves, paired),
    links: {
      ...{ self, page, pinned: `${request.origin}${page}`, figures: figureBase(self) },
      csv: join(`/data/${version}/compare.csv`, canonicalSearch(question, extras, [LANG])),
    },
    table: paired.pairs.length === 0 ? null : pairsTable(halves, paired, language, figures),
    figures,
  });
  return { ...embed, self, page, language, question, extras };
}

/** What the code of an embed of two indicators is made from. */
export interface CompareEmbed {
  readonly self: string;
  readonly page: string;
  readonly language: Language;
  readonly question: string;
  readonly extras: ReadonlyMap<string, string>;
}

/** Answers an embed of two indicators. Throws BadQuery or NotFound, which become a page with the same content. */
export async function answerCompareEmbed(
  { release: version }: Extract<RouteAddress, { kind: 'compare-embed' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<WholeAnswer> {
  const loadNewer = (pair: AskedPair): Promise<Since | null> => loadSince(pair, context);
  const { html, self, language } = await makeCompareEmbed(version, request, context, { loadNewer });
  return embedResponse(html, { version, language, self, request });
}
