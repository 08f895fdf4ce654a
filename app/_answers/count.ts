/**
 * `?count` on a data address: how many rows the file would have, before it is made (ruling 11); and the refusal
 * of what would have too many.
 */
import { hasMoreCells, loadCellCount } from '#app/_data/count.ts';
import { LIMITS } from '#stats/limits.ts';
import { BadQuery, tooMany } from '#stats/problem.ts';
import type { Question } from './question.ts';

/** The document of a count. `address` is that of the data. */
export async function countDocument({ version, query }: Question, address: string): Promise<string> {
  const cells = await loadCellCount(version, query);
  const document = {
    release: version,
    address,
    count: cells,
    limit: LIMITS.jsonCells,
    accepted: cells <= LIMITS.jsonCells,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** Refuses an answer with more cells than the limit, before it is made. Throws BadQuery. */
export async function refuseTooMuch({ version, query }: Question, face: string): Promise<void> {
  if (await hasMoreCells(version, query, LIMITS.jsonCells))
    throw new BadQuery(
      tooMany(face, LIMITS.jsonCells, {
        en: 'cells; ask for fewer areas, origins or years',
        es: 'celdas; pida menos zonas, orígenes o años',
      }),
    );
}
