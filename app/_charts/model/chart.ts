/**
 * A chart model is a comparison turned into positions. Everything that a drawing needs is decided here, in
 * numbers and words, so that the static and the interactive chart cannot differ. It is plain data (JSON).
 */
import type { Language } from '#stats/language.ts';
import type { ChartAxis } from '../scales/axis.ts';
import type { Colour } from '../scales/colour.ts';
import type { ChartKind } from './kind.ts';
import type { Shape } from './shape.ts';

/** What a chart is drawn for: its width in pixels, its language, and a kind if the reader chose one. */
export interface PlotFrame {
  readonly width: number;
  readonly language: Language;
  readonly kind?: ChartKind;
}

/** The shapes of one figure, or of an unbroken run of a line, with the numbers behind them. */
export interface Mark {
  readonly series: string;
  /** Period texts; several if the mark is a line through several years. */
  readonly periods: readonly string[];
  /** The numbers as in the CSV; `''` for a missing number. */
  readonly values: readonly string[];
  readonly lows: readonly string[];
  readonly highs: readonly string[];
  readonly shapes: readonly Shape[];
  /** Drawn by Recharts itself in the live chart, from `plots`. */
  readonly plotted?: boolean;
}

/** How a pointer finds a figure of a panel: along its time axis, by its row, or as the nearest point. */
export type PointerTarget = 'time' | 'row' | 'point';

/** One drawing area with its own axes. On a number line `y` counts pixels downwards. */
export interface Panel {
  readonly pointer: PointerTarget;
  /** Whether a hairline runs through the panel at the selected period. */
  readonly hairline: boolean;
  readonly heading: string | null;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
}

/** A line as the live chart plots it; `null` breaks it. `x` is in the unit of the panel's x axis. */
export interface Plot {
  readonly series: string;
  readonly panel: number;
  readonly colour: Colour;
  readonly width: number;
  readonly twin: boolean;
  readonly dash?: string;
  readonly points: readonly {
    readonly x: number;
    readonly y: number | null;
    readonly low: number | null;
    readonly high: number | null;
  }[];
}

/** The words about one figure for a tooltip and a screen reader. */
export interface TooltipEntry {
  readonly series: string;
  readonly colour: Colour;
  readonly who: string;
  readonly period: string;
  readonly figure: string;
  /** The source with the place in it: `Report of November 2015, paragraph 13`. */
  readonly source: string;
  /** The source alone. */
  readonly from: string;
  readonly note: string | null;
  /** The address of its evidence, without language and release; null for a gap. */
  readonly evidence: string | null;
  /** Where its mark is; null for a gap, which has words but no mark. */
  readonly at: MarkPoint | null;
}

/** The point of a mark, and its box if it is larger than a point: a bar, a cell. */
export interface MarkPoint {
  readonly x: number;
  readonly y: number;
  readonly box?: {
    readonly x: number;
    readonly y: number;
    readonly w: number;
    readonly h: number;
  };
}

/** A figure as words beside the marks, with the box of its line. */
export interface ListedMark {
  readonly evidence: string;
  readonly box: NonNullable<MarkPoint['box']>;
}

/** A stop of the keyboard: a year of a line, a bar, a row or a point. */
export interface FocusPoint {
  /** The area that all readings belong to, for a point of a scatter plot. */
  readonly name?: string;
  readonly x: number;
  readonly y: number;
  readonly panel: number;
  readonly readings: readonly TooltipEntry[];
}

/** A sign that needs words below the chart; `sample` is 28 x 14. */
export interface LegendEntry {
  readonly id: string;
  readonly words: string;
  readonly sample: readonly Shape[];
}

export interface ChartModel {
  /** `scatter` and `timeline` need two answers, so they are not among the kinds of one answer. */
  readonly kind: ChartKind | 'scatter' | 'timeline';
  readonly language: Language;
  readonly width: number;
  readonly height: number;
  readonly heading: {
    /** The finding, one sentence without a full stop. */
    readonly title: string;
    readonly titleLines: readonly string[];
    /** What is measured, its unit, the periods. */
    readonly subtitle: string;
    readonly subtitleLines: readonly string[];
  };
  /** The text alternative: what a sighted reader would see, with the finding first. */
  readonly alternative: string;
  readonly panels: readonly Panel[];
  /** Grid, axes, ticks, rugs, column rules: below the marks. */
  readonly ground: readonly Shape[];
  readonly marks: readonly Mark[];
  /** Labels with their leaders: above the marks. */
  readonly labels: readonly Shape[];
  readonly plots: readonly Plot[];
  readonly stops: readonly FocusPoint[];
  /** Figures that have a mark and stand in a list too; a stop has each once. */
  readonly listed?: readonly ListedMark[];
  readonly legend: readonly LegendEntry[];
  /** Why some figures are drawn apart: `Different periods: not put on one line`. */
  readonly notices: readonly string[];
  /** The figures that Cotejo computed: the rule, whose population weights them, and how much data went in. */
  readonly ours: readonly string[];
  /** Mandatory notes about the figures drawn, each once. */
  readonly notes: readonly string[];
  /** One line per source, for the foot of a picture that is used without the page. */
  readonly sources: readonly string[];
}
