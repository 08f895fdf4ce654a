/** A citation as text, in the style of APA 7: our work first, then its sources. */
import { CITATION_WORDS } from '#app/_words/citation.ts';
import { dateParts, type Citation, type CitedWork } from './cited-work.ts';

const stop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** @example 'Cotejo. (2026). Homicide rate (Release 1.0.0) [Data set]. https://...' */
function entry(
  { author, title, date, publisher, version, url, doi }: CitedWork,
  language: Citation['language'],
): string {
  const words = CITATION_WORDS[language];
  const year = dateParts(date)[0] ?? words.undated;
  const release = version === null ? '' : ` (${words.release(version)})`;
  return oneLine(
    [
      stop(author),
      `(${year}).`,
      `${title}${release} [${words.dataset}].`,
      publisher !== null && publisher !== author ? stop(publisher) : '',
      doi === null ? '' : `https://doi.org/${doi}`,
      url ?? '',
    ]
      .filter(Boolean)
      .join(' '),
  );
}

/** The first line alone. */
export const apaLine = ({ work, language }: Citation): string => entry(work, language);

/** The whole text, a line for each work. */
export function formatApa(citation: Citation): string {
  const { sources, language } = citation;
  const lines = sources.map((source) => entry(source, language));
  return `${[apaLine(citation), ...(lines.length > 0 ? ['', CITATION_WORDS[language].from, ...lines] : [])].join('\n')}\n`;
}
