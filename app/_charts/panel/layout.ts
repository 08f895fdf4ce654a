/**
 * A block is a part of a chart, laid out from a given height downwards. A chart is a stack of blocks: figures
 * that may not share an axis are drawn in separate blocks.
 */
import { evidenceAddress } from '#stats/evidence/address.ts';
import { isShownWithFigure } from '#stats/comparability/few-cases.ts';
import type { Break } from '#stats/model/break.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Language } from '#stats/language.ts';
import type { Cell } from '#stats/model/observation.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { plainNumber } from '#stats/number.ts';
import { figureText } from '#stats/format/figure.ts';
import type { AreaColour } from '../scales/colour.ts';
import type { AxisQuantity } from '../scales/quantity.ts';
import type { ChartModel, Mark, TooltipEntry } from '../model/chart.ts';
import type { Sign } from '../model/sign.ts';
import { doubtTexts } from '../wording/doubt-text.ts';
import type { Names } from '../wording/series-name.ts';

/** Draws some figures below `top`, under their heading. */
export type DrawPanel = (
  context: ChartContext,
  cells: readonly Cell[],
  top: number,
  heading: string | null,
) => PanelLayout;

export interface PanelLayout extends Pick<
  ChartModel,
  'panels' | 'ground' | 'marks' | 'labels' | 'plots' | 'stops' | 'listed'
> {
  /** The first pixel below it. */
  readonly bottom: number;
  /** The signs it used, for the legend. */
  readonly signs: ReadonlySet<Sign>;
}

/** How an embed asks for a drawing: as high as its frame leaves room, with what a fold holds left out. */
export interface ChartFit {
  /** Pixels for the plot, in place of the usual height; rows share them. */
  readonly plot?: number;
  /** Rows name their figures on as few lines as possible; the fold with the numbers names the sources. */
  readonly isCompact?: boolean;
}

/** What every block needs to know. */
export interface ChartContext extends ChartFit {
  readonly comparison: Comparison;
  readonly width: number;
  readonly language: Language;
  readonly names: Names;
  /** What the axes measure. */
  readonly measured: AxisQuantity;
  readonly colour: (cell: Cell) => AreaColour;
  readonly seriesId: (cell: Cell) => string;
  /** Breaks that lie between figures of the answer. */
  readonly breaks: readonly Break[];
  /** Figures that the scale has to hold besides those drawn. */
  readonly among?: readonly Cell[];
}

/** Numbers as in the CSV, so that a mark can be traced to its row. */
export function markOf(
  cells: readonly Cell[],
  series: string,
  shapes: Mark['shapes'],
  plotted = false,
): Mark {
  const plain = (n: number | null | undefined): string =>
    n === null || n === undefined ? '' : plainNumber(n);
  return {
    series,
    periods: cells.map((cell) => formatPeriod(cell.period)),
    values: cells.map((cell) => plain(cell.stated?.value)),
    lows: cells.map((cell) => plain(cell.stated?.low)),
    highs: cells.map((cell) => plain(cell.stated?.high)),
    shapes,
    ...(plotted ? { plotted } : {}),
  };
}

/** The highest mark first, and gaps last: a tip lists readings as the eye finds them. */
export const byHeight = (a: TooltipEntry, b: TooltipEntry): number =>
  (a.at?.y ?? Infinity) - (b.at?.y ?? Infinity);

/**
 * The words about a figure when a reader stops at it. They are made when they are read: a still chart needs only
 * the position and the address.
 */
export function readingOf(
  cell: Cell,
  setup: ChartContext,
  at: TooltipEntry['at'],
  gap: string,
): TooltipEntry {
  const { names, comparison, language } = setup;
  return {
    series: setup.seriesId(cell),
    colour: setup.colour(cell),
    get who() {
      return names.who(cell);
    },
    get period() {
      return names.period(cell);
    },
    get figure() {
      return figureText(cell, comparison.indicator, language) || gap;
    },
    get source() {
      return names.citation(cell);
    },
    get from() {
      return names.from(cell);
    },
    get note() {
      const notes = cell.notes.filter(isShownWithFigure).map((note) => note.text[language]);
      return (
        [names.credit(cell), ...doubtTexts(cell, comparison, language), ...notes]
          .filter(Boolean)
          .join('. ') || null
      );
    },
    evidence: evidenceAddress(cell, comparison),
    at,
  };
}
