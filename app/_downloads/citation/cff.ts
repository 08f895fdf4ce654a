/** A citation as CITATION.cff (Citation File Format 1.2), with the sources as references. */
import { stringify } from 'yaml';
import { CITATION_WORDS } from '#app/_words/citation.ts';
import { dateParts, type Citation, type CitedWork } from './cited-work.ts';

function reference({ author, title, date, publisher, url }: CitedWork): object {
  const [year, month] = dateParts(date);
  return {
    type: 'data',
    title,
    authors: [{ name: author }],
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(publisher !== null && { publisher: { name: publisher } }),
    ...(url !== null && { url }),
  };
}

export function formatCff({ work, sources, language }: Citation): string {
  // The format takes whole addresses only; a site that does not know its own has none to give.
  const isWhole = /^https?:/.test(work.url ?? '');
  const document = {
    'cff-version': '1.2.0',
    message: CITATION_WORDS[language].message,
    type: 'dataset',
    title: work.title,
    authors: [{ name: work.author }],
    version: work.version,
    'date-released': work.date,
    ...(work.doi !== null && { doi: work.doi }),
    ...(isWhole && { url: work.url }),
    ...(sources.length > 0 && { references: sources.map(reference) }),
  };
  return stringify(document, { lineWidth: 0 });
}
