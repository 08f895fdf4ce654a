/**
 * The page that offers the code of an embed: the code, the two lines of script, and the embed as it will be. It works
 * without a script; with one it has buttons to copy.
 */
import { EMBED_CODE_WORDS } from '#app/_words/embed-code.ts';
import type { Language } from '#stats/language.ts';
import {
  CODE_LANGUAGE,
  EMBED_THEME,
  FOLLOW,
  FRAME_WIDTH,
  LANG,
  type FormatParameter,
} from '../http/format-parameters.ts';
import { CORS_HEADERS, etagOf, FIVE_MINUTES } from '../http/headers.ts';
import { markup, raw, type Markup } from '../http/html.ts';
import type { WholeAnswer } from '../http/request.ts';
import { framePage } from '../shell/document.ts';
import { codePolicy, CODE_SCRIPT } from '../shell/script.ts';
import { CODE_STYLE } from '../shell/style.ts';
import { listenerOf } from './snippet.ts';

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' };

/** The choices made. */
export type Extras = ReadonlyMap<string, string>;

export const chosenValue = (extras: Extras, { name, values }: FormatParameter): string =>
  extras.get(name) ?? values[0] ?? '';

/** The language of the page itself. */
export const pageLanguage = (extras: Extras): Language =>
  chosenValue(extras, CODE_LANGUAGE) === 'es' ? 'es' : 'en';

/** The width that was chosen, in pixels; null for that of the column. */
export function chosenWidth(extras: Extras): number | null {
  const width = chosenValue(extras, FRAME_WIDTH);
  return width === 'full' ? null : Number(width);
}

/** A list of the values of a parameter. */
export function choice(
  extras: Extras,
  parameter: FormatParameter,
  label: string,
  names: Readonly<Record<string, string>>,
): Markup {
  const chosen = chosenValue(extras, parameter);
  const options = parameter.values.map(
    (value) =>
      markup`<option value="${value}"${value === chosen && markup` selected`}>${names[value] ?? value}</option>`,
  );
  return markup`<label>${label} <select name="${parameter.name}">${options}</select></label>\n`;
}

/** The choices of every embed; `between` are those of one kind. */
export function choices(extras: Extras, version: string, between: Markup | null = null): Markup {
  const words = EMBED_CODE_WORDS[pageLanguage(extras)];
  const widths = Object.fromEntries(
    FRAME_WIDTH.values.map((value) => [value, value === 'full' ? words.full : `${value} px`]),
  );
  return markup`${choice(extras, FOLLOW, words.follow, { pinned: words.pinned(version), latest: words.latest })}${choice(extras, LANG, words.language, LANGUAGE_NAMES)}${choice(extras, EMBED_THEME, words.theme, words.themes)}${between}${choice(extras, FRAME_WIDTH, words.width, widths)}<button>${words.apply}</button>`;
}

/** A field that nobody sees. */
export const hiddenField = (name: string, value: string): Markup =>
  markup`<input type="hidden" name="${name}" value="${value}">`;

const box = (id: string, label: string, text: string, copy: string, copied: string): Markup =>
  markup`<h2><label for="${id}">${label}</label></h2>
<textarea id="${id}" readonly rows="5" spellcheck="false">${text}</textarea>
<button type="button" data-copy="${id}" data-done="${copied}" hidden>${copy}</button>\n`;

export interface CodePage {
  readonly title: string;
  readonly lead: string;
  /** Between the lead and the form. */
  readonly note?: Markup | null;
  readonly form: Markup;
  readonly code: string;
  readonly ui: Language;
  readonly version: string;
  readonly origin: string;
}

function htmlOf({ title, lead, note = null, form, code, ui, origin }: CodePage): string {
  const words = EMBED_CODE_WORDS[ui];
  const shown = code.replaceAll(`src="${origin}/`, 'src="/').replaceAll(`srcset="${origin}/`, 'srcset="/');
  const main = markup`<h1>${title}</h1>
<p class="def">${lead}</p>
${note}${form}${box('embed-code', words.code, code, words.copy, words.copied)}${box('embed-listener', words.listener, listenerOf(origin), words.copy, words.copied)}<p class="def">${words.listenerHelp}</p>
<h2>${words.preview}</h2>
<div class="preview">${raw(shown)}</div>`;
  return framePage({ language: ui, title, main, script: CODE_SCRIPT, style: CODE_STYLE });
}

/** The answer. */
export function codeAnswer(page: CodePage): WholeAnswer {
  const body = Buffer.from(htmlOf(page));
  return {
    status: 200,
    headers: {
      ...CORS_HEADERS,
      'cross-origin-resource-policy': 'same-origin',
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': codePolicy(CODE_STYLE, CODE_SCRIPT),
      'cache-control': FIVE_MINUTES,
      etag: etagOf(body),
      'x-data-version': page.version,
    },
    body,
    keep: 60,
  };
}
