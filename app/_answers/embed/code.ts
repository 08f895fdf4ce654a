/**
 * `/embed/{release}/{indicator}/code`: the code that puts an embed on a site, with its choices as a form and the
 * embed as it will be. It works without a script; with one it has a button to copy.
 */
import type { ChartKind } from '#app/_charts/model/kind.ts';
import { EMBED_CODE_WORDS } from '#app/_words/embed-code.ts';
import type { Language } from '#stats/language.ts';
import { formatNumber } from '#stats/number.ts';
import { formatQuery } from '#stats/query/query.ts';
import { parseParameters } from '#stats/query-string.ts';
import type { AnswerContext } from '../data/context.ts';
import { canonicalSearch, readDataRequest, type DataRequest } from '../data/read-query.ts';
import {
  CHART_KIND,
  CODE_LANGUAGE,
  CODE_PARAMETERS,
  EMBED_PARAMETERS,
  EMBED_SHOW,
  EMBED_THEME,
  FOLLOW,
  PAIR_EMBED_PARAMETERS,
  type FormatParameter,
} from '../http/format-parameters.ts';
import { markup, type Markup } from '../http/html.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import type { RouteAddress } from '../http/routes.ts';
import { join } from '../http/url.ts';
import type { Embed } from '../shell/embed-page.ts';
import { boardCodeLink } from './board-code.ts';
import {
  choice,
  choices,
  chosenValue,
  chosenWidth,
  codeAnswer,
  hiddenField,
  pageLanguage,
} from './code-page.ts';
import { makeCompareEmbed } from './compare.ts';
import { makeEmbed } from './embed.ts';
import { frameHeight, pictureAddresses, snippetOf, WIDE } from './snippet.ts';

/** An embed with what its code is made from. */
interface Offered {
  readonly embed: Embed;
  readonly version: string;
  readonly language: Language;
  /** The indicator, or `compare`. */
  readonly name: string;
  /** The question without the parameters of a format. */
  readonly question: string;
  readonly page: string;
  readonly extras: ReadonlyMap<string, string>;
  readonly known: readonly FormatParameter[];
  /** The kind that is drawn because the best would be higher than a frame. */
  readonly lowerKind?: ChartKind | null;
  /** The same page for the chart as lines, where that needs a much lower frame. */
  readonly asLines?: { readonly href: string; readonly height: number } | null;
}

/** A frame of more pixels is called tall, and lines are offered that save so many. */
const TALL = 520;
const SAVED = 80;

/** The code for the choices made. */
function codeFor(offered: Offered, origin: string): string {
  const { embed, version, language, name, question, page, extras, known, lowerKind = null } = offered;
  const isLatest = chosenValue(extras, FOLLOW) === 'latest';
  const release = isLatest ? 'latest' : version;
  const theme = chosenValue(extras, EMBED_THEME) === 'dark' ? ['theme=dark'] : [];
  const asked = extras.get(CHART_KIND.name);
  // The picture under the frame is of the same kind as the frame.
  const kind = asked === CHART_KIND.values[0] ? lowerKind : asked;
  const tab = kind && name !== 'compare' ? [`${CHART_KIND.name}=${kind}`] : [];
  const lang = language === 'es' ? ['lang=es'] : [];
  const drawn = [question, ...lang, ...tab, ...theme].filter(Boolean).join('&');
  const width = chosenWidth(extras);
  const { narrow, wide } = embed.heights;
  // A frame of a wide width is narrow on a phone all the same.
  const heights = width !== null && width < WIDE ? { narrow, wide: narrow } : embed.heights;
  const least = Math.min(heights.narrow, heights.wide);
  return snippetOf({
    ...{ language, width, version: isLatest ? null : version },
    ...{ title: embed.heading.title, credit: embed.credit },
    embed: origin + join(`/embed/${release}/${name}`, canonicalSearch(question, extras, known)),
    page: origin + (isLatest ? page.replace(/[&?]release=[^&]*$/, '') : page),
    pictures: [
      {
        ...pictureAddresses(`${origin}/data/${release}/${name}.png`, drawn),
        ...{ alternative: embed.alternative, most: least, mostCss: frameHeight(heights) },
      },
    ],
    height: { pixels: width === null ? Math.max(narrow, wide) : heights.wide, css: frameHeight(heights) },
  });
}

/** The form with every choice; the question itself goes along unseen. */
function form(offered: Offered, ui: Language): Markup {
  const { extras, question, name, version } = offered;
  const words = EMBED_CODE_WORDS[ui];
  const kind = extras.get(CHART_KIND.name);
  const hidden = [
    ...[...parseParameters(question)].map(([own, value]) => hiddenField(own, value)),
    ...(kind && kind !== 'chart' && name !== 'compare' ? [hiddenField(CHART_KIND.name, kind)] : []),
    hiddenField(CODE_LANGUAGE.name, ui),
  ];
  return markup`<form class="choices" aria-label="${words.choices}">${hidden}
${choices(extras, version, choice(extras, EMBED_SHOW, words.show, words.shows))}</form>\n`;
}

/** What to expect of a chart of many panels, and the way to a lower one. */
function tallNote({ embed, asLines = null }: Offered, ui: Language): Markup | null {
  const words = EMBED_CODE_WORDS[ui];
  const pixels = (height: number): string => formatNumber(height, ui);
  const { wide } = embed.heights;
  if (wide <= TALL) return null;
  const lines = asLines && markup` <a href="${asLines.href}">${words.asLines(pixels(asLines.height))}</a>.`;
  return markup`<p class="def">${words.tall(pixels(wide))}${lines}</p>\n`;
}

function codeResponse(offered: Offered, { origin }: AnswerRequest): WholeAnswer {
  const ui = pageLanguage(offered.extras);
  const { title, lead } = EMBED_CODE_WORDS[ui];
  const code = codeFor(offered, origin);
  const { name, question, version } = offered;
  const isPair = name === 'compare';
  const asked = [name, question].filter(Boolean).join('?');
  const note = markup`${tallNote(offered, ui)}${!isPair && boardCodeLink(version, asked, ui)}`;
  return codeAnswer({ title, lead, note, ui, origin, code, version, form: form(offered, ui) });
}

/** The page of the same question as lines, if its chart was left to us and lines need a much lower frame. */
async function lowerAsLines(
  question: DataRequest,
  { heights }: Embed,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<Offered['asLines']> {
  const { version, indicator, search, extras } = question;
  const isOurChoice = extras.get(CHART_KIND.name) === CHART_KIND.values[0];
  if (heights.wide <= TALL || !isOurChoice) return null;
  const lines = new Map([...extras, [CHART_KIND.name, 'line']]);
  const { wide } = (await makeEmbed({ ...question, extras: lines }, request, context)).heights;
  if (wide > heights.wide - SAVED) return null;
  const known = [...EMBED_PARAMETERS, ...CODE_PARAMETERS];
  return {
    href: join(`/embed/${version}/${indicator.id}/code`, canonicalSearch(search, lines, known)),
    height: wide,
  };
}

/** Answers the code of an embed. Throws BadQuery or NotFound. */
export async function answerEmbedCode(
  address: Extract<RouteAddress, { kind: 'embed-code' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<WholeAnswer> {
  const question = await readDataRequest(
    address,
    request,
    [...EMBED_PARAMETERS, ...CODE_PARAMETERS],
    context,
  );
  const { version, language, query, indicator, extras } = question;
  const canonical = canonicalSearch(formatQuery(query, indicator), extras, EMBED_PARAMETERS);
  const embed = await makeEmbed({ ...question, canonical }, request, context);
  const asLines = await lowerAsLines({ ...question, canonical }, embed, request, context);
  return codeResponse(
    {
      ...{ asLines, lowerKind: embed.lowerKind },
      ...{ embed, version, language, extras, page: embed.page, name: indicator.id },
      question: formatQuery(query, indicator),
      known: EMBED_PARAMETERS,
    },
    request,
  );
}

/** The same for two indicators. */
export async function answerCompareEmbedCode(
  { release: version }: Extract<RouteAddress, { kind: 'compare-embed-code' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<WholeAnswer> {
  const embed = await makeCompareEmbed(version, request, context, { more: CODE_PARAMETERS });
  const { language, extras, page, question } = embed;
  return codeResponse(
    { embed, version, language, extras, page, question, name: 'compare', known: PAIR_EMBED_PARAMETERS },
    request,
  );
}
