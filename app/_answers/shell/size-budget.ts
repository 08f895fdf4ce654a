/**
 * An embed is under 40 KB for every question, because other people's pages load it. Figures that do not fit
 * are in the data, and the embed states how many there are. Words and sources come first, then the chart,
 * then its numbers.
 */
import type { Fitted } from '../chart/fit-chart.ts';
import { markup, type Markup } from '../http/html.ts';

/** Bytes of the whole page before it is compressed. */
const MOST_BYTES = 40_000;
/** Bytes of table rows that remain beside a large drawing. */
const LEAST_TABLE = 2_000;
/** Bytes around the drawing and the rows: their elements, the caption, and the number of figures drawn. */
const AROUND = 1_400;

interface Together {
  readonly chart: Markup;
  readonly table: Markup | null;
  /** The heading of the part that is drawn; null if the heading of the whole is true of it. */
  readonly heading: { readonly title: string; readonly subtitle: string } | null;
}

/**
 * Fits the chart and the table into the room that the rest of the page leaves.
 * @param rest the page without them
 * @param drawing null if there is nothing to draw
 * @param partly states how many are drawn, and which series, if not all of them are
 * @param tableIn the table with at most so many bytes of rows
 */
export function fitTogether(
  rest: string,
  drawing: { readonly all: number; readonly fit: (room: number) => Fitted } | null,
  partly: (drawn: number, names: readonly string[]) => string,
  tableIn: (room: number) => Markup | null,
): Together {
  const room = MOST_BYTES - Buffer.byteLength(rest) - AROUND;
  if (!drawing) return { chart: markup``, table: tableIn(room), heading: null };
  const { chart, bytes, drawn, part } = drawing.fit(room - LEAST_TABLE);
  const note = drawn < drawing.all && markup`<p class="def">${partly(drawn, part?.names ?? [])}</p>`;
  return {
    chart: markup`${chart}${note}`,
    table: tableIn(Math.max(LEAST_TABLE, room - bytes)),
    heading: part?.heading ?? null,
  };
}
