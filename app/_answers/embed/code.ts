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
  FRAME_WIDTH,
  LANG,
  PAIR_EMBED_PARAMETERS,
  type FormatParameter,
} from '../http/format-parameters.ts';
import { CORS_HEADERS, etagOf, FIVE_MINUTES } from '../http/headers.ts';
import { markup, raw, type Markup } from '../http/html.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import type { RouteAddress } from '../http/routes.ts';
import { join } from '../http/url.ts';
import { framePage } from '../shell/document.ts';
import type { Embed } from '../shell/embed-page.ts';
import { codePolicy, CODE_SCRIPT } from '../shell/script.ts';
import { CODE_STYLE } from '../shell/style.ts';
import { makeCompareEmbed } from './compare.ts';
import { makeEmbed } from './embed.ts';
import { listenerOf, snippetOf } from './snippet.ts';

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' };

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

const valueOf = ({ extras }: Offered, { name, values }: FormatParameter): string =>
  extras.get(name) ?? values[0] ?? '';

/** The code for the choices made. */
function codeFor(offered: Offered, origin: string): string {
  const { embed, version, language, name, question, page, extras, known, lowerKind = null } = offered;
  const isLatest = valueOf(offered, FOLLOW) === 'latest';
  const release = isLatest ? 'latest' : version;
  const theme = valueOf(offered, EMBED_THEME) === 'dark' ? ['theme=dark'] : [];
  const asked = extras.get(CHART_KIND.name);
  // The picture under the frame is of the same kind as the frame.
  const kind = asked === CHART_KIND.values[0] ? lowerKind : asked;
  const tab = kind && name !== 'compare' ? [`${CHART_KIND.name}=${kind}`] : [];
  const lang = language === 'es' ? ['lang=es'] : [];
  const drawn = [question, ...lang, ...tab, ...theme].filter(Boolean).join('&');
  const width = valueOf(offered, FRAME_WIDTH);
  return snippetOf({
    ...{ language, version: isLatest ? null : version },
    ...{ title: embed.heading.title, alternative: embed.alternative, credit: embed.credit },
    embed: origin + join(`/embed/${release}/${name}`, canonicalSearch(question, extras, known)),
    page: origin + (isLatest ? page.replace(/[&?]release=[^&]*$/, '') : page),
    picture: origin + join(`/data/${release}/${name}.png`, drawn),
    heights: embed.heights,
    width: width === 'full' ? null : Number(width),
  });
}

function choice(
  offered: Offered,
  parameter: FormatParameter,
  label: string,
  names: Readonly<Record<string, string>>,
): Markup {
  const chosen = valueOf(offered, parameter);
  const options = parameter.values.map(
    (value) =>
      markup`<option value="${value}"${value === chosen && markup` selected`}>${names[value] ?? value}</option>`,
  );
  return markup`<label>${label} <select name="${parameter.name}">${options}</select></label>\n`;
}

/** The form with every choice; the question itself goes along unseen. */
function form(offered: Offered, ui: Language): Markup {
  const words = EMBED_CODE_WORDS[ui];
  const hidden = [...parseParameters(offered.question)].map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`,
  );
  const kind = offered.extras.get(CHART_KIND.name);
  const tab =
    kind && kind !== 'chart' && offered.name !== 'compare'
      ? markup`<input type="hidden" name="tab" value="${kind}">`
      : null;
  const widths = Object.fromEntries(
    FRAME_WIDTH.values.map((value) => [value, value === 'full' ? words.full : `${value} px`]),
  );
  return markup`<form class="choices" aria-label="${words.choices}">${hidden}${tab}<input type="hidden" name="ui" value="${ui}">
${choice(offered, FOLLOW, words.follow, { pinned: words.pinned(offered.version), latest: words.latest })}${choice(offered, LANG, words.language, LANGUAGE_NAMES)}${choice(offered, EMBED_THEME, words.theme, words.themes)}${choice(offered, EMBED_SHOW, words.show, words.shows)}${choice(offered, FRAME_WIDTH, words.width, widths)}<button>${words.apply}</button></form>\n`;
}

const box = (id: string, label: string, text: string, copy: string, copied: string): Markup =>
  markup`<h2><label for="${id}">${label}</label></h2>
<textarea id="${id}" readonly rows="5" spellcheck="false">${text}</textarea>
<button type="button" data-copy="${id}" data-done="${copied}" hidden>${copy}</button>\n`;

/** What to expect of a chart of many panels, and the way to a lower one. */
function tallNote({ embed, asLines = null }: Offered, ui: Language): Markup | null {
  const words = EMBED_CODE_WORDS[ui];
  const pixels = (height: number): string => formatNumber(height, ui);
  const { wide } = embed.heights;
  if (wide <= TALL) return null;
  const lines = asLines && markup` <a href="${asLines.href}">${words.asLines(pixels(asLines.height))}</a>.`;
  return markup`<p class="def">${words.tall(pixels(wide))}${lines}</p>\n`;
}

/** The page. */
function codePage(offered: Offered, origin: string): string {
  const ui: Language = valueOf(offered, CODE_LANGUAGE) === 'es' ? 'es' : 'en';
  const words = EMBED_CODE_WORDS[ui];
  const code = codeFor(offered, origin);
  const main = markup`<h1>${words.title}</h1>
<p class="def">${words.lead}</p>
${tallNote(offered, ui)}${form(offered, ui)}${box('embed-code', words.code, code, words.copy, words.copied)}${box('embed-listener', words.listener, listenerOf(origin), words.copy, words.copied)}<p class="def">${words.listenerHelp}</p>
<h2>${words.preview}</h2>
<div class="preview">${raw(code.replaceAll(`src="${origin}/`, 'src="/'))}</div>`;
  return framePage({ language: ui, title: words.title, main, script: CODE_SCRIPT, style: CODE_STYLE });
}

function codeResponse(offered: Offered, request: AnswerRequest): WholeAnswer {
  const body = Buffer.from(codePage(offered, request.origin));
  return {
    status: 200,
    headers: {
      ...CORS_HEADERS,
      'cross-origin-resource-policy': 'same-origin',
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': codePolicy(CODE_STYLE, CODE_SCRIPT),
      'cache-control': FIVE_MINUTES,
      etag: etagOf(body),
      'x-data-version': offered.version,
    },
    body,
    keep: 60,
  };
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
