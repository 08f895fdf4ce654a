/**
 * Long answers of published rows, whose lines PostgreSQL writes: found without a statement, counted with a short
 * one, and read piece by piece.
 */
import { createHash } from 'node:crypto';
import type { LineForm } from '#db/engine/line-statement.ts';
import { isLongerThan, publishedLines, publishedPlan } from '#db/engine/lines.ts';
import type { Catalogue } from '#stats/catalogue.ts';
import type { Comparison } from '#stats/comparison.ts';
import type { Language } from '#stats/language.ts';
import { oncePer } from '#stats/once.ts';
import type { Query } from '#stats/query.ts';
import { loadIndex } from './catalogue.ts';
import { loadRowCount } from './count.ts';
import { reader } from './pool.ts';

/**
 * An answer of more cells than this is long. Measured: some 80 rows a millisecond are made whole, with everybody
 * else waiting; up to here that is 60 ms and a megabyte, which can be kept.
 */
const LONG = 5_000;

export interface PublishedAnswer {
  /** The answer without its cells. Its areas are all of the catalogue's. */
  readonly answer: Comparison;
  /** What its bytes depend on beside the question: the rows of the release and the catalogue frozen with it. */
  readonly seal: string;
  isLong(): Promise<boolean>;
  lines(form: LineForm): AsyncIterable<Uint8Array>;
}

const hashOf = oncePer((catalogue: Catalogue) =>
  createHash('sha256').update(JSON.stringify(catalogue)).digest('hex'),
);

/**
 * The answer to a query that asks for rows as they were published; null for every other.
 * @throws BadQuery when there is nothing to combine
 */
export async function findPublished(request: {
  version: string;
  language: Language;
  query: Query;
}): Promise<PublishedAnswer | null> {
  const { version, language, query } = request;
  const index = await loadIndex(version);
  const indicator = index?.catalogue.indicators.find((one) => one.id === query.indicator);
  const plan = index && indicator && publishedPlan(query, index);
  if (!plan) return null;
  const { release, catalogue } = index;
  return {
    answer: {
      release,
      language,
      query,
      indicator,
      areas: catalogue.areas,
      dimensions: [],
      sources: [],
      editions: [],
      breaks: [],
      cells: [],
    },
    seal: `${release.contentHash} ${hashOf(catalogue)}`,
    isLong: async () => {
      if ((await loadRowCount(version, query)) <= LONG) return false;
      const { sql } = await reader();
      return isLongerThan(sql, plan, index, LONG);
    },
    lines: async function* (form) {
      const { sql } = await reader('heavy');
      yield* publishedLines(sql, plan, index, form);
    },
  };
}
