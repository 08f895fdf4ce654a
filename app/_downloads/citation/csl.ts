/** A citation as CSL-JSON, which citation processors and reference managers read. */
import { dateParts, type Citation, type CitedWork } from './cited-work.ts';

function item(
  { key, author, title, date, publisher, version, url, licence, doi }: CitedWork,
  language: string,
): object {
  const issued = dateParts(date);
  return {
    id: key,
    type: 'dataset',
    title,
    author: [{ literal: author }],
    ...(issued.length > 0 && { issued: { 'date-parts': [issued] } }),
    ...(publisher !== null && { publisher }),
    ...(version !== null && { version }),
    ...(doi !== null && { DOI: doi }),
    ...(url !== null && { URL: url }),
    ...(licence !== null && { note: licence }),
    language,
  };
}

/** The items: our work, then each source. */
const cslItems = ({ work, sources, language }: Citation): object[] =>
  [work, ...sources].map((each) => item(each, language));

export const formatCsl = (citation: Citation): string => `${JSON.stringify(cslItems(citation), null, 1)}\n`;
