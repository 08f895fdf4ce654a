/**
 * An embed is under 40 KB for every question, because it stands in other people's pages. Figures that have no room
 * are in the data, and the embed says how many those are. Words and sources come first, then the chart, then its numbers.
 */
import type { Fitted } from '../chart/fit-chart.ts';
import { markup, type Markup } from '../http/html.ts';

/** Bytes of the whole page before it is compressed. */
const MOST_BYTES = 40_000;
/** Bytes of rows that a table keeps beside a large drawing. */
const LEAST_TABLE = 2_000;
/** What stands around drawing and rows: their elements, the caption, how many are drawn. */
const AROUND = 1_400;

interface Together {
  readonly chart: Markup;
  readonly table: Markup | null;
}

/**
 * Chart and table in the room that the rest of a page leaves them.
 * @param rest the page without them
 * @param drawing null where there is nothing to draw
 * @param partly says how many of all are drawn, where not all are
 * @param tableIn the table with at most so many bytes of rows
 */
export function fitTogether(
  rest: string,
  drawing: { readonly all: number; readonly fit: (room: number) => Fitted } | null,
  partly: (drawn: number) => string,
  tableIn: (room: number) => Markup | null,
): Together {
  const room = MOST_BYTES - Buffer.byteLength(rest) - AROUND;
  if (!drawing) return { chart: markup``, table: tableIn(room) };
  const { chart, bytes, drawn } = drawing.fit(room - LEAST_TABLE);
  const note = drawn < drawing.all && markup`<p class="def">${partly(drawn)}</p>`;
  return { chart: markup`${chart}${note}`, table: tableIn(Math.max(LEAST_TABLE, room - bytes)) };
}
