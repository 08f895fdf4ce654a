/**
 * `?count` on a data address: how many rows the file would have, before it is made (ruling 11); and the refusal
 * of what would have too many.
 */
import { hasMoreCells, loadCellCount } from '#app/_data/count.ts';
import { BadQuery, FEWER, tooMany } from '#stats/problem.ts';
import type { DataRequest } from './read-query.ts';

/** The document of a count. `address` is that of the data, `limit` the most cells that it may have. */
export async function countDocument(
  { version, query }: DataRequest,
  address: string,
  limit: number,
): Promise<string> {
  const cells = await loadCellCount(version, query);
  const document = {
    release: version,
    address,
    count: cells,
    limit,
    accepted: cells <= limit,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/**
 * The document of a count of several indicators: the figures that each side is asked for, and all together. Each
 * may have its part of the limit. How many of them meet is not known before they are compared.
 */
export async function countSidesDocument(
  version: string,
  queries: readonly DataRequest['query'][],
  address: string,
  limit: number,
): Promise<string> {
  const sides = await Promise.all(queries.map((query) => loadCellCount(version, query)));
  const document = {
    release: version,
    address,
    count: sides.reduce((sum, cells) => sum + cells, 0),
    sides,
    limit,
    accepted: sides.every((cells) => cells <= Math.floor(limit / sides.length)),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** Refuses an answer with more cells than `most`, before it is made. Throws BadQuery. */
export async function refuseTooMuch(
  { version, query }: Pick<DataRequest, 'version' | 'query'>,
  face: string,
  most: number,
): Promise<void> {
  if (await hasMoreCells(version, query, most)) throw new BadQuery(tooMany(face, most, FEWER));
}
