/**
 * Labels at the ends of lines: name in the line's colour, value in ink, joined by a leader. They keep the
 * order of the lines and a least distance; a line that ends early has a dotted leader and its period.
 */
import type { Series } from '#stats/model/comparison.ts';
import { figureText } from '#stats/format/figure.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { ChartContext } from '../panel/layout.ts';
import type { Colour } from '../scales/colour.ts';
import { spreadHeights } from '../panel/spread.ts';
import type { PlotScales } from './marks.ts';
import type { Shape, TextRun } from '../model/shape.ts';
import { path, tenth, textShape } from '../marks/shapes.ts';
import { abbreviate } from '../text/abbreviate.ts';
import { fitText, runsWidth, textWidth } from '../text/metrics.ts';

export interface LineEnd {
  readonly cell: Cell;
  readonly series: Series;
  readonly setup: ChartContext;
  readonly colour: Colour;
  readonly position: number;
  readonly value: number;
  /** The line ends before the last period of the chart. */
  readonly early: boolean;
}

/** From plot to label. */
const LEADER = 18;
/** Pixels in which a name can still be told from another. */
const LEAST_NAME = 24;
const sizeOf = (narrow: boolean): number => (narrow ? 12.5 : 14);

/** The number of a figure with its hedge, but without the ends of its interval. */
function withoutInterval({ cell, setup }: LineEnd): string {
  const { stated } = cell;
  const alone = stated && stated.value !== null ? { ...stated, low: null, high: null } : stated;
  return abbreviate({ ...cell, stated: alone }, setup.comparison.indicator, setup.language);
}

/** Name, value, and the period if it is not the chart's last. */
function runsOf(end: LineEnd, width: number, narrow: boolean): TextRun[] {
  const { cell, setup } = end;
  const size = sizeOf(narrow);
  const whole = figureText(cell, setup.comparison.indicator, setup.language);
  // A long number is shortened before the name is; the table beside the chart has every digit.
  const name = setup.names.series(end.series);
  const fits = (figure: string): boolean => textWidth(`${name} ${figure}`, size, 600) <= width;
  const brief = fits(whole) ? whole : abbreviate(cell, setup.comparison.indicator, setup.language);
  // An interval is drawn as a band: where it has no room as words, the number stands alone.
  const figure = fits(brief) ? brief : withoutInterval(end);
  const value: TextRun[] = [
    {
      text: ` ${figure}`,
      weight: 400,
      colour: 'ink',
    },
    ...(end.early
      ? [{ text: ` ${setup.names.year(cell)}`, weight: 400 as const, colour: 'ink-3' as const, size: 12 }]
      : []),
  ];
  const room = width - runsWidth(value, 'lab', size);
  // A line without its name says nothing; the numbers are in the table and in the text alternative.
  if (room < Math.min(LEAST_NAME, textWidth(name, size, 600)))
    return [{ text: fitText(name, width, size, 600) }];
  return [{ text: fitText(name, room, size, 600) }, ...value];
}

/** How wide the column of labels must be: what they need, and at most two fifths of the frame. */
export function labelColumn(ends: readonly LineEnd[], width: number, narrow: boolean, rug = 0): number {
  const most = width * (narrow ? 0.46 : 0.4) - LEADER;
  const need = Math.max(
    narrow ? 0 : rug,
    ...ends.map((end) => runsWidth(runsOf(end, Infinity, narrow), 'lab', sizeOf(narrow))),
  );
  return need > 0 ? Math.ceil(Math.min(need, most)) + LEADER + 2 : 16;
}

/** The labels and their leaders. */
export function endLabels(
  ends: readonly LineEnd[],
  at: PlotScales,
  plot: {
    readonly right: number;
    readonly width: number;
    readonly narrow: boolean;
    readonly top: number;
    readonly bottom: number;
  },
): Shape[] {
  const gap = plot.narrow ? 15.5 : 18;
  const heights = spreadHeights(
    ends.map((end) => at.y(end.value)),
    gap,
    plot.top + 4,
    plot.bottom - 2,
  );
  const x = plot.right + LEADER;
  return ends.flatMap((end, i) => {
    const y = heights[i] ?? 0;
    const [fromX, fromY] = [at.x(end.position), at.y(end.value)];
    const own = end.colour;
    const colour = own === 'others' || own === 'ink-3' ? 'ink-2' : own;
    const bend = end.early ? `L${tenth(plot.right + 2)} ${tenth(fromY)}` : '';
    const leader = path(`M${tenth(fromX + 4)} ${tenth(fromY)}${bend}L${tenth(x - 4)} ${tenth(y)}`, {
      stroke: own,
      width: 1,
      ...(end.early ? { dash: '1.5 3' } : { opacity: 0.6 }),
    });
    const runs = runsOf(end, plot.width - x, plot.narrow);
    const series = end.setup.seriesId(end.cell);
    const setting = { colour, series, ...(plot.narrow ? { size: 12.5 } : {}) };
    return [leader, textShape(x, y + 4.5, runs, 'lab', setting)];
  });
}
