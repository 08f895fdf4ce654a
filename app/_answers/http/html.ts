/**
 * HTML as text, in which all values that are not our own markup are escaped. The template is not named
 * `html`, because formatters would then change the white space inside it.
 */

/** A text that is already markup. */
export interface Markup {
  readonly markup: string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** Marks a text as markup that is inserted without escaping. */
export const raw = (markup: string): Markup => ({ markup });

type Part = string | number | Markup | null | false | readonly (string | Markup)[];

const write = (part: Part): string => {
  if (part === null || part === false) return '';
  if (typeof part === 'object') return 'markup' in part ? part.markup : part.map(write).join('');
  return escapeHtml(String(part));
};

/**
 * A template whose values are escaped unless they are markup; null and false are left out.
 * @example markup`<p>${'a < b'}</p>`.markup === '<p>a &lt; b</p>'
 */
export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return raw(texts.reduce((done, text, i) => done + write(parts[i - 1] ?? null) + text));
}
