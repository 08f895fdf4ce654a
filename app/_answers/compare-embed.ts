/**
 * `/embed/{release}/compare`: two indicators as a page that may stand in any frame: the chart, how their periods
 * meet, the verdict, the sources. Its numbers are in the text alternative, and in the file it links to.
 */
import { loadSides } from '#app/_data/sides.ts';
import { togetherOf } from '#app/_downloads/compare.ts';
import { verdictText } from '#stats/comparability/verdict.ts';
import { formatSides, parseSides } from '#stats/compare/sides.ts';
import { LIMITS } from '#stats/limits.ts';
import { parseParameters } from '#stats/parameters.ts';
import type { Address } from './address.ts';
import { twoOnly } from './compare.ts';
import { drawScatterEmbed } from './compare-picture.tsx';
import { refuseTooMuch } from './count.ts';
import { BRAND, framePage, link, noticeOf, sourceLine } from './embed-page.ts';
import { EMBED_SCRIPT } from './embed-script.ts';
import { EMBED_WORDS } from './embed-words.ts';
import { framedAnswer } from './framed.ts';
import { markup, raw } from './html.ts';
import type { AnswerRequest, WholeAnswer } from './message.ts';
import { canonicalSearch, EMBED_THEME, findCatalogue, join, LANG, readExtras } from './question.ts';

const EXTRAS = [LANG, EMBED_THEME];
/** Letters that two drawings may take: an embed is under 40 KB, and its frame takes twelve. */
const ROOM = 27_000;

/** Answers an embed of two indicators. Throws BadQuery or NotFound, which become a page with the same content. */
export async function answerCompareEmbed(
  { release }: Extract<Address, { kind: 'compare-embed' }>,
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
  const together = togetherOf(halves);
  if (!first || !second || !together) throw twoOnly(parameters.get('indicators') ?? '');
  const asked = formatSides(sides, catalogue);
  const self = join(`/embed/${release}/compare`, canonicalSearch(asked, extras, EXTRAS));
  const page = join(`${language === 'es' ? '/es' : ''}/compare`, `${asked}&release=${release}`);
  const csv = join(`/data/${release}/compare.csv`, canonicalSearch(asked, extras, [LANG]));
  const words = EMBED_WORDS[language];
  const { model, wide, narrow, legend } = await drawScatterEmbed([first, second], together);
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
  const chart =
    together.pairs.length === 0
      ? markup`<p>${words.nothing}</p>`
      : wide.length + narrow.length <= ROOM
        ? raw(`<div class="wide">${wide}</div>\n<div class="narrow">${narrow}</div>`)
        : raw(`<div>${wide}</div>`);
  const main = markup`<h1>${model.heading.title}</h1>
<p class="def">${model.heading.subtitle}</p>
<figure>${chart}</figure>
${key}${notices}
<ul class="source">${sources.map((source) => sourceLine(source, language))}</ul>
<div class="line">${link(page, BRAND, 'brand')}<span>${words.release} ${release} · ${link(csv, words.data)}</span></div>`;
  const head = markup`<link rel="canonical" href="${self}">
<link rel="alternate" type="text/csv" href="${csv}">
`;
  const theme = extras.get('theme') ?? 'auto';
  const framed = framePage({ language, theme, title: model.heading.title, head, main, script: EMBED_SCRIPT });
  return framedAnswer(framed, { version: release, language, self, request });
}
