import { answerQuery } from '#db/engine/answer.ts';
import type { Sql } from '#db/connect.ts';
import type { ReleaseIndex } from '#db/releases.ts';
import { readReleaseIndex } from '#db/releases.ts';
import { figureText } from '#stats/format/figure.ts';
import type { Cell } from '#stats/model/observation.ts';
import { parseParameters } from '#stats/query-string.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { parseQuery } from '#stats/query/query.ts';

/** Queries one release as a URL does: `ask('homicide-rate', 'group=northern-triangle')`. */
export type Ask = (indicator: string, search?: string) => Promise<readonly Cell[]>;

export async function asker(sql: Sql, version: string): Promise<{ ask: Ask; index: ReleaseIndex }> {
  const index = await readReleaseIndex(sql, version);
  if (!index) throw new Error(`there is no release ${version}`);
  const ask: Ask = async (id, search = '') => {
    const indicator = index.catalogue.indicators.find((indicator) => indicator.id === id);
    if (!indicator) throw new Error(`there is no indicator ${id}`);
    const query = parseQuery(parseParameters(search), indicator, index.catalogue);
    return (await answerQuery(sql, index, query)).cells;
  };
  return { ask, index };
}

/** A cell in one line: area, period, figure; for a gap its code and what is missing. */
export function cellLine(cell: Cell): string {
  const figure = cell.stated
    ? figureText(cell, { measure: 'estimate', decimals: 6 }, 'en')
    : `${cell.gap?.code}${cell.gap?.missing.length ? ` (${cell.gap.missing.join(', ')})` : ''}`;
  const how = cell.computed ? ` [${cell.computed}]` : '';
  return `${cell.area} ${formatPeriod(cell.period)}: ${figure}${how}`;
}
