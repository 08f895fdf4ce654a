// A CSV file made in both ways: by `formatCsv` from cells, and by PostgreSQL line by line.
import { csvLines } from '#app/_downloads/csv-lines.ts';
import { CSV_HEADER, formatCsv } from '#app/_downloads/csv.ts';
import { answerQuery } from '#db/engine/answer.ts';
import { publishedLines, publishedPlan } from '#db/engine/csv/stream.ts';
import type { Sql } from '#db/connect.ts';
import type { ReleaseIndex } from '#db/releases.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Language } from '#stats/language.ts';
import type { Query } from '#stats/model/query.ts';

/** A query against one release, in one language. */
export interface DownloadQuestion {
  readonly sql: Sql;
  readonly index: ReleaseIndex;
  readonly query: Query;
  readonly language: Language;
}

function answerTo({ index, query, language }: DownloadQuestion): Comparison {
  const indicator = index.catalogue.indicators.find((indicator) => indicator.id === query.indicator);
  if (!indicator) throw new Error(`there is no ${query.indicator}`);
  const { release, catalogue } = index;
  const named = { dimensions: [], sources: [], editions: [], breaks: [], cells: [] };
  return { release, language, query, indicator, areas: catalogue.areas, ...named };
}

/** Written from the cells of the answer, without the gaps of named codes that have no row. */
export async function byCells(asked: DownloadQuestion): Promise<string> {
  const { cells } = await answerQuery(asked.sql, asked.index, asked.query);
  return formatCsv({ ...answerTo(asked), cells: cells.filter((cell) => cell.gap?.code !== 'not-on-file') });
}

/** Written by PostgreSQL; null for a query that it does not write. */
export async function byLines(asked: DownloadQuestion): Promise<string | null> {
  const plan = publishedPlan(asked.query, asked.index);
  if (!plan) return null;
  const pieces: Uint8Array[] = [];
  const lines = publishedLines(asked.sql, plan, asked.index, csvLines(answerTo(asked)));
  for await (const piece of lines) pieces.push(piece);
  return CSV_HEADER + Buffer.concat(pieces).toString('utf8');
}
