/** The question of a page in words: title of the page, description for a preview, the folded controls on a phone. */
import type { Language } from '#stats/language.ts';
import type { Filled } from './filled.ts';

/** English names that stand with their article in a sentence. */
const WITH_ARTICLE =
  /^(?:United |Dominican Republic|Northern |Netherlands|Bahamas|Gambia|Philippines|Maldives|Comoros|Seychelles|Sudan$|.* Islands|Caribbean|Americas|Holy See|Democratic |Central African)/;

const en = {
  of: ({ what, names }: Filled<'what' | 'names'>) =>
    `${what} of ${WITH_ARTICLE.test(String(names)) ? 'the ' : ''}${names}`,
  about: ({ what, names }: Filled<'what' | 'names'>) => `${what}: ${names}`,
  everywhere: 'All places',
  inPlaces: ({ origins, areas }: Filled<'origins' | 'areas'>) => `${origins}, in ${areas}`,
  andMore: ({ names, n }: Filled<'names' | 'n'>) => `${names} and ${n} more`,
  span: ({ from, to }: Filled<'from' | 'to'>) => `${from} to ${to}`,
  since: ({ from }: Filled<'from'>) => `since ${from}`,
  until: ({ to }: Filled<'to'>) => `until ${to}`,
  allTime: 'all years',
  latest: 'latest',
  latestCommon: 'latest that all have',
  earliest: 'earliest',
  allSources: 'all sources',
  preferred: 'preferred source',
  moreSources: ({ name, n }: Filled<'name' | 'n'>) =>
    Number(n) === 1 ? `${name} and 1 more source` : `${name} and ${n} more sources`,
};

const es: typeof en = {
  of: ({ what, names }) => `${what}: ${names}`,
  about: ({ what, names }) => `${what}: ${names}`,
  everywhere: 'Todos los lugares',
  inPlaces: ({ origins, areas }) => `${origins}, en ${areas}`,
  andMore: ({ names, n }) => `${names} y ${n} más`,
  span: ({ from, to }) => `${from} a ${to}`,
  since: ({ from }) => `desde ${from}`,
  until: ({ to }) => `hasta ${to}`,
  allTime: 'todos los años',
  latest: 'lo último',
  latestCommon: 'lo último que todos tienen',
  earliest: 'lo primero',
  allSources: 'todas las fuentes',
  preferred: 'fuente preferida',
  moreSources: ({ name, n }) => (Number(n) === 1 ? `${name} y otra fuente` : `${name} y otras ${n} fuentes`),
};

export const QUESTION_WORDS: Readonly<Record<Language, typeof en>> = { en, es };
