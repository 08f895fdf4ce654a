/**
 * `/embed/{release}/compare`: two indicators as a page for any frame: the chart, how the periods line up, the
 * verdict, the numbers in a folded table, and the sources.
 */
import { versionParameter } from '#stats/model/release.ts';
import { pairIndicators, type PairedResult } from '#stats/pairing/pair-indicators.ts';
import { verdictText } from '#stats/comparability/verdict.ts';
import { formatSides, parseSides } from '#stats/query/several.ts';
import type { PairHalf, Paired } from '#stats/pairing/pairs.ts';
import type { Language } from '#stats/language.ts';
import { formatNumber } from '#stats/number.ts';
import type { Source } from '#stats/model/catalogue.ts';
import type { Cell } from '#stats/model/observation.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { parseParameters } from '#stats/query-string.ts';
import type { RouteAddress } from '../http/routes.ts';
import { drawScatterEmbed } from '../chart/compare-svg.tsx';
import type { Drawing } from '../chart/svg.tsx';
import { refuseTooMuch } from '../data/count.ts';
import { canonicalSearch, findReleaseIndex, languageIn, readExtras } from '../data/read-query.ts';
import { twoOnly } from '../data/writers.ts';
import type { AnswerContext } from '../data/context.ts';
import { EMBED_THEME, LANG } from '../http/format-parameters.ts';
import { BRAND, framePage, link, noticeOf, methodNotesOf, sourceLine } from '../shell/page.ts';
import { fitTogether } from '../shell/size-budget.ts';
import { EMBED_SCRIPT } from '../shell/script.ts';
import { tableFigure, foldedTable, type EmbedTable } from '../shell/table.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import { embedResponse } from './response.ts';
import { markup, raw, type Markup } from '../http/html.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { join } from '../http/url.ts';

const EXTRAS = [LANG, EMBED_THEME];

/** One row for each area or origin, in the order of the answer. */
function pairsTable(
  halves: readonly [PairHalf, PairHalf],
  { pairs }: Paired,
  language: Language,
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
    const heading = markup`<th scope="row">${nameOf.get(area) ?? area}</th><td>${periods}</td>`;
    const both = [tableFigure(cells[0], first.comparison), tableFigure(cells[1], second.comparison)];
    return markup`<tr>${heading}${both.map((figure) => markup`<td class="n">${figure}</td>`)}</tr>\n`;
  });
  const heads = [words.place, words.period].map((head) => markup`<th scope="col">${head}</th>`);
  return { head: markup`${heads}${titles}`, rows, columns: 4 };
}

/** The addresses that the page links to. */
interface EmbedLinks {
  readonly self: string;
  readonly page: string;
  readonly csv: string;
}

/** The sources of the figures that were paired, each once. */
function sourcesOf(halves: readonly PairHalf[], { pairs }: Paired): Source[] {
  const used = new Set(pairs.flatMap(({ cells }) => cells.map((cell) => cell.source)));
  const sources = halves.flatMap(({ comparison }) => comparison.sources);
  return [...new Map(sources.map((source) => [source.id, source])).values()].filter(({ id }) => used.has(id));
}

/** The text around the chart. */
function textAround(
  halves: readonly [PairHalf, PairHalf],
  paired: PairedResult,
  { model, legend }: Drawing,
  { page, csv }: EmbedLinks,
): { before: Markup; after: Markup; foot: Markup } {
  const { language, release } = halves[0].comparison;
  const words = EMBED_WORDS[language];
  const { comparability } = paired;
  const notices = [
    ...model.notices,
    ...(comparability.reasons.length > 0 ? [verdictText(comparability, language)] : []),
  ].map(noticeOf);
  const key =
    legend.length > 0 &&
    markup`<ul class="key">${legend.map(({ words: entry, sample }) => markup`<li>${raw(sample)}${entry}</li>`)}</ul>\n`;
  const { title, subtitle } = model.heading;
  return {
    before: markup`<h1>${title}</h1>
<p class="def">${subtitle}</p>
<figure>`,
    after: markup`</figure>
${key}${methodNotesOf(model)}${notices}`,
    foot: markup`<ul class="source">${sourcesOf(halves, paired).map((source) => sourceLine(source, language))}</ul>
<div class="line">${link(page, BRAND, 'brand')}<span>${words.release} ${release.version} · ${link(csv, words.data)}</span></div>`,
  };
}

/** The page, with as much of chart and table as it has room for. */
function pairPage(
  halves: readonly [PairHalf, PairHalf],
  paired: PairedResult,
  drawing: Drawing,
  links: EmbedLinks,
  theme: string,
): string {
  const { language } = halves[0].comparison;
  const words = EMBED_WORDS[language];
  const { title, subtitle } = drawing.model.heading;
  const { before, after, foot } = textAround(halves, paired, drawing, links);
  const head = markup`<link rel="canonical" href="${links.self}">
<link rel="alternate" type="text/csv" href="${links.csv}">
`;
  const frame = { language, theme, title, head, script: EMBED_SCRIPT } as const;
  const all = paired.pairs.length;
  const { chart, table } = fitTogether(
    framePage({ ...frame, main: markup`${before}${after}${foot}` }),
    all === 0 ? null : drawing,
    (drawn) => words.drawnPairs(formatNumber(drawn, language), formatNumber(all, language)),
    (room) =>
      all === 0
        ? null
        : foldedTable(pairsTable(halves, paired, language), `${title}. ${subtitle}`, room, language),
  );
  const drawn = all === 0 ? markup`<p>${words.nothing}</p>` : chart;
  return framePage({ ...frame, main: markup`${before}${drawn}${after}${table}\n${foot}` });
}

/** Answers an embed of two indicators. Throws BadQuery or NotFound, which become a page with the same content. */
export async function answerCompareEmbed(
  { release: version }: Extract<RouteAddress, { kind: 'compare-embed' }>,
  request: AnswerRequest,
  { data, limits }: AnswerContext,
): Promise<WholeAnswer> {
  const parameters = parseParameters(request.search);
  const { catalogue } = await findReleaseIndex(data, version);
  const extras = readExtras(parameters, EXTRAS);
  const names = EXTRAS.map(({ name }) => name);
  const sides = parseSides(parameters, catalogue, names);
  if (sides.length > 2) throw twoOnly(parameters.get('indicators') ?? '');
  const language = languageIn(extras);
  const { plans, load } = await data.planSides({ version, language, sides });
  const most = Math.floor(limits.drawnCells / sides.length);
  for (const plan of plans) await refuseTooMuch(plan, 'embed', { most, computed: most });
  const halves = await load();
  const [first, second] = halves;
  const paired = pairIndicators(halves);
  if (!first || !second || !paired) throw twoOnly(parameters.get('indicators') ?? '');
  const question = formatSides(sides, catalogue);
  const links: EmbedLinks = {
    self: join(`/embed/${version}/compare`, canonicalSearch(question, extras, EXTRAS)),
    page: join(
      `${language === 'es' ? '/es' : ''}/compare`,
      `${question}&release=${versionParameter(version)}`,
    ),
    csv: join(`/data/${version}/compare.csv`, canonicalSearch(question, extras, [LANG])),
  };
  const drawing = await drawScatterEmbed([first, second], paired);
  const page = pairPage([first, second], paired, drawing, links, extras.get('theme') ?? 'auto');
  return embedResponse(page, { version, language, self: links.self, request });
}
