/** A citation as BibTeX: `@misc` is known to BibTeX and biblatex alike. */
import { CITATION_WORDS } from '#app/_words/citation.ts';
import { dateParts, type Citation, type CitedWork } from './cited-work.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** A text in which nothing is a command. @example texText('50 % & more') === '50 \\% \\& more' */
const texText = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\~^&%$#_{}]/g, (character) => ESCAPES[character] ?? `\\${character}`);

/** An address is read as it stands, but braces must pair and a percent sign would begin a comment. */
const texAddress = (url: string): string =>
  url.replace(/[{}\\\s]/g, encodeURIComponent).replaceAll('%', '\\%');

function entry({ key, author, title, date, publisher, version, url, doi }: CitedWork, note: string): string {
  const [year, month] = dateParts(date);
  const fields = [
    `author = {{${texText(author)}}}`,
    `title = {{${texText(title)}}}`,
    ...(year === undefined ? [] : [`year = {${year}}`]),
    ...(month === undefined ? [] : [`month = ${MONTHS[month - 1]}`]),
    ...(publisher === null ? [] : [`publisher = {${texText(publisher)}}`]),
    ...(version === null ? [] : [`version = {${texText(version)}}`]),
    ...(url === null ? [] : [`url = {${texAddress(url)}}`]),
    ...(doi === null ? [] : [`doi = {${texAddress(doi)}}`]),
    `note = {${texText(note)}}`,
  ];
  return `@misc{${key},\n  ${fields.join(',\n  ')}\n}\n`;
}

/** The file: our work, then each source. */
export function formatBibtex({ work, sources, language }: Citation): string {
  const { dataset } = CITATION_WORDS[language];
  return [work, ...sources].map((each) => entry(each, dataset)).join('\n');
}
