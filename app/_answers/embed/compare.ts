/**
 * `/embed/{release}/compare`: two indicators as a page that may stand in any frame: the chart, how their periods
 * meet, the verdict, the numbers folded away, the sources.
 */
import { loadSides } from '#app/_data/sides.ts';
import { pairIndicators } from '#app/_downloads/compare.ts';
import { verdictText } from '#stats/comparability/verdict.ts';
import { formatSides, parseSides } from '#stats/query/several.ts';
import type { PairHalf, Paired } from '#stats/pairing/pairs.ts';
import type { Language } from '#stats/language.ts';
import { LIMITS } from '#stats/limits.ts';
import { formatNumber } from '#stats/number.ts';
import type { Cell } from '#stats/model/observation.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { parseParameters } from '#stats/query-string.ts';
import type { RouteAddress } from '../http/routes.ts';
import { twoOnly } from '../data/compare.ts';
import { drawScatterEmbed } from '../chart/compare-svg.tsx';
import { refuseTooMuch } from '../data/count.ts';
import { BRAND, framePage, link, noticeOf, methodNotesOf, sourceLine } from '../shell/page.ts';
import { fitTogether } from '../shell/size-budget.ts';
import { EMBED_SCRIPT } from '../shell/script.ts';
import { tableFigure, foldedTable, type EmbedTable } from '../shell/table.ts';
import { EMBED_WORDS } from '../shell/text.ts';
import { embedResponse } from './response.ts';
import { markup, raw } from '../http/html.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { canonicalSearch, EMBED_THEME, findCatalogue, join, LANG, readExtras } from '../data/read-query.ts';

const EXTRAS = [LANG, EMBED_THEME];
/** One row a place, in the order of the answer. */
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
  const rows = pairs.map(({ place, cells }) => {
    const periods = [...new Set(cells.map(periodOf))].join('; ');
    const said = markup`<th scope="row">${nameOf.get(place) ?? place}</th><td>${periods}</td>`;
    const both = [tableFigure(cells[0], first.comparison), tableFigure(cells[1], second.comparison)];
    return markup`<tr>${said}${both.map((one) => markup`<td class="n">${one}</td>`)}</tr>\n`;
  });
  const heads = [words.place, words.period].map((head) => markup`<th scope="col">${head}</th>`);
  return { head: markup`${heads}${titles}`, rows, columns: 4 };
}

/** Answers an embed of two indicators. Throws BadQuery or NotFound, which become a page with the same content. */
export async function answerCompareEmbed(
  { release }: Extract<RouteAddress, { kind: 'compare-embed' }>,
  request: AnswerRequest,
): Promise<WholeAnswer> {
  const parameters = parseParameters(request.search);
  const catalogue = await findCatalogue(release);
  const extras = readExtras(parameters, EXTRAS);
  const sides = parseSides(
    parameters,
    catalogue,
    EXTRAS.map((extra) => extra.name),
  );
  if (sides.length > 2) throw twoOnly(parameters.get('indicators') ?? '');
  const most = Math.floor(LIMITS.drawnCells / sides.length);
  for (const { query } of sides) await refuseTooMuch({ version: release, query }, 'embed', most);
  const language = extras.get('lang') === 'es' ? 'es' : 'en';
  const halves = await loadSides({ version: release, language, sides });
  const [first, second] = halves;
  const together = pairIndicators(halves);
  if (!first || !second || !together) throw twoOnly(parameters.get('indicators') ?? '');
  const asked = formatSides(sides, catalogue);
  const self = join(`/embed/${release}/compare`, canonicalSearch(asked, extras, EXTRAS));
  const page = join(`${language === 'es' ? '/es' : ''}/compare`, `${asked}&release=${release}`);
  const csv = join(`/data/${release}/compare.csv`, canonicalSearch(asked, extras, [LANG]));
  const words = EMBED_WORDS[language];
  const drawing = await drawScatterEmbed([first, second], together);
  const { model, legend } = drawing;
  const { comparability } = together;
  const notices = [
    ...model.notices,
    ...(comparability.reasons.length > 0 ? [verdictText(comparability, language)] : []),
  ].map(noticeOf);
  const used = new Set(together.pairs.flatMap(({ cells }) => cells.map((cell) => cell.source)));
  const sources = [
    ...new Map(halves.flatMap(({ comparison }) => comparison.sources.map((one) => [one.id, one]))),
  ]
    .map(([, source]) => source)
    .filter((source) => used.has(source.id));
  const key =
    legend.length > 0 &&
    markup`<ul class="key">${legend.map(({ words: entry, sample }) => markup`<li>${raw(sample)}${entry}</li>`)}</ul>\n`;
  const { title, subtitle } = model.heading;
  const before = markup`<h1>${title}</h1>
<p class="def">${subtitle}</p>
<figure>`;
  const after = markup`</figure>
${key}${methodNotesOf(model)}${notices}`;
  const foot = markup`<ul class="source">${sources.map((source) => sourceLine(source, language))}</ul>
<div class="line">${link(page, BRAND, 'brand')}<span>${words.release} ${release} · ${link(csv, words.data)}</span></div>`;
  const head = markup`<link rel="canonical" href="${self}">
<link rel="alternate" type="text/csv" href="${csv}">
`;
  const theme = extras.get('theme') ?? 'auto';
  const frame = { language, theme, title, head, script: EMBED_SCRIPT } as const;
  const all = together.pairs.length;
  const { chart, table } = fitTogether(
    framePage({ ...frame, main: markup`${before}${after}${foot}` }),
    all === 0 ? null : drawing,
    (drawn) => words.drawnPairs(formatNumber(drawn, language), formatNumber(all, language)),
    (room) =>
      all === 0
        ? null
        : foldedTable(
            pairsTable([first, second], together, language),
            `${title}. ${subtitle}`,
            room,
            language,
          ),
  );
  const drawn = all === 0 ? markup`<p>${words.nothing}</p>` : chart;
  const framed = framePage({ ...frame, main: markup`${before}${drawn}${after}${table}\n${foot}` });
  return embedResponse(framed, { version: release, language, self, request });
}
