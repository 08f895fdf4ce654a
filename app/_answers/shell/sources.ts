/** The sources of an embed: short in its one line, whole in its fold and on paper. */
import type { Source } from '#stats/model/catalogue.ts';
import type { Language } from '#stats/language.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import { markup, type Markup } from '../http/html.ts';
import { link } from './document.ts';

/** The text on a source card for a field that the source does not state. */
const NOT_STATED = 'not stated';
/** More sources than these are counted. */
const MOST_NAMED = 2;

const authorOf = (source: Source): string | undefined =>
  [source.author, source.publisher].find((name) => name !== undefined && name !== NOT_STATED);

const licenceOf = ({ licence: { name } }: Source, language: Language): string =>
  name === NOT_STATED ? EMBED_WORDS[language].noLicence : EMBED_WORDS[language].licenceIs(name);

/** Author, title, date and licence of a source, with links. */
export function sourceLine(source: Source, language: Language): Markup {
  const title = source.title[language];
  const { name, url } = source.licence;
  const licence = url ? link(url, name) : licenceOf(source, language);
  const who = authorOf(source);
  const titled = source.url ? link(source.url, title) : title;
  return markup`<li>${who !== undefined && `${who}: `}${titled} (${source.published}). ${licence}</li>\n`;
}

/** The same without links, for paper. */
export function sourceText(source: Source, language: Language): string {
  const who = authorOf(source);
  const named = `${who === undefined ? '' : `${who}: `}${source.title[language]} (${source.published})`;
  const { name, url } = source.licence;
  return `${named}. ${url ? `${name}.` : licenceOf(source, language)}`;
}

/** The sources by their short titles, in one line. */
export function creditLine(sources: readonly Source[], language: Language): string {
  const named = sources.slice(0, MOST_NAMED).map(({ shortTitle }) => shortTitle[language]);
  const rest = sources.length - named.length;
  return [...named, ...(rest > 0 ? [EMBED_WORDS[language].moreSources(rest)] : [])].join('; ');
}
