import { readFileSync } from 'node:fs';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { BadQuery, type Problem } from '#stats/problem.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import type { Query } from '#stats/model/query.ts';

/** The catalogue of release 1.0.0, as committed. */
export const foundingCatalogue = (
  JSON.parse(readFileSync('sources/releases/1.0.0.json', 'utf8')) as { catalogue: Catalogue }
).catalogue;

export function foundingIndicator(id: string): Indicator {
  const found = foundingCatalogue.indicators.find((indicator) => indicator.id === id);
  if (!found) throw new Error(`release 1.0.0 has no indicator ${id}`);
  return found;
}

/** Parses a URL's query string against release 1.0.0. */
export const foundingQuery = (id: string, search: string): Query =>
  parseQuery(parseParameters(search), foundingIndicator(id), foundingCatalogue);

/** The problem that a request causes. */
export function problemOf(work: () => unknown): Problem {
  try {
    work();
  } catch (error) {
    if (error instanceof BadQuery) return error.problem;
    throw error;
  }
  throw new Error('it was answered');
}
