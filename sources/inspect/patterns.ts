/** Regular expressions that a draft writes for the names of columns. */

export const asLiteral = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
export const alternatives = (texts: Iterable<string>): string => [...texts].map(asLiteral).join('|');
/** The texts as a part of an expression; the text itself if there is only one. */
export const anyOf = (texts: readonly string[]): string =>
  texts.length === 1 ? asLiteral(texts[0] ?? '') : `(?:${alternatives(texts)})`;

export const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
