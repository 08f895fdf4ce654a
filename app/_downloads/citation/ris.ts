/** A citation as RIS, for reference managers. Lines end in CR LF, as the format says. */
import { dateParts, type Citation, type CitedWork } from './cited-work.ts';

const two = (part: number | undefined): string => (part === undefined ? '' : String(part).padStart(2, '0'));

function entry(
  { key, author, title, date, publisher, version, url, licence, doi }: CitedWork,
  language: string,
): string {
  const [year, month, day] = dateParts(date);
  const tags: readonly (readonly [tag: string, value: string | null])[] = [
    ['TY', 'DATA'],
    ['ID', key],
    ['TI', title],
    // A comma would part a family name from a given name; an organisation has none.
    ['AU', author.replaceAll(',', ' ')],
    ['PY', year === undefined ? null : String(year)],
    ['DA', year === undefined ? null : `${year}/${two(month)}/${two(day)}`],
    ['PB', publisher],
    ['ET', version],
    ['DO', doi],
    ['UR', url],
    ['LA', language],
    ['C1', licence],
  ];
  const lines = tags.flatMap(([tag, value]) =>
    value === null ? [] : [`${tag}  - ${value.replace(/\s+/g, ' ').trim()}`],
  );
  return [...lines, 'ER  - ', ''].join('\r\n');
}

/** The file: our work, then each source. */
export const formatRis = ({ work, sources, language }: Citation): string =>
  [work, ...sources].map((each) => entry(each, language)).join('\r\n');
