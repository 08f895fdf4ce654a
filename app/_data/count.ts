/** How many cells an answer would have; and a bound of that, which costs nothing once it is known. */
import { countCells, countRows } from '#db/engine/count.ts';
import { publishedPlan } from '#db/engine/lines.ts';
import { planQuery } from '#db/engine/plan.ts';
import type { ReleaseIndex } from '#db/releases.ts';
import { NotFound, notFound } from '#stats/problem.ts';
import type { Query } from '#stats/query.ts';
import { forEverybody } from './asking.ts';
import { loadIndex } from './catalogue.ts';
import { reader } from './pool.ts';

const rowsOnFile = new Map<string, Promise<number>>();

async function indexOf(version: string): Promise<ReleaseIndex> {
  const index = await loadIndex(version);
  if (!index) throw new NotFound(notFound({ en: 'release', es: 'la edición' }, version, []));
  return index;
}

/** The cells of an answer, from one statement. @throws NotFound, BadQuery as the answer itself would */
export async function loadCellCount(version: string, query: Query): Promise<number> {
  const index = await indexOf(version);
  const { sql } = await reader();
  return countCells(sql, index, query);
}

async function readRows(version: string, query: Query): Promise<number> {
  const index = await indexOf(version);
  // What cannot be answered is refused before any statement.
  planQuery(query, index);
  const { sql } = await reader();
  return countRows(sql, index, query.indicator);
}

/** The rows of an indicator in a release: counted once, because neither changes. */
export function loadRowCount(version: string, query: Query): Promise<number> {
  const key = `${version} ${query.indicator}`;
  const known = rowsOnFile.get(key);
  if (known) return known;
  const rows = forEverybody(() => readRows(version, query));
  rowsOnFile.set(key, rows);
  rows.catch(() => rowsOnFile.delete(key));
  return rows;
}

/**
 * Whether an answer has more cells than `most`. Nearly always known without a statement: an answer cannot have
 * more cells than its indicator has rows, times the targets that a row may be a part of; of rows as they were published,
 * each is one.
 */
export async function hasMoreCells(version: string, query: Query, most: number): Promise<boolean> {
  const isPublished = publishedPlan(query, await indexOf(version)) !== null;
  const ways = isPublished ? 1 : (2 + query.group.length) * (2 + query.origin.length) * 2;
  if ((await loadRowCount(version, query)) * ways <= most) return false;
  return (await loadCellCount(version, query)) > most;
}
