/** Bars of one panel with their labels: whole years filled, incomplete or assumed ones hollow and dashed. */
import { figureText, shownOf } from '#stats/format/figure.ts';
import { printedEnd, type Qualifier } from '#stats/uncertainty/hedge.ts';
import type { Cell } from '#stats/model/observation.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { gapReason } from '#stats/format/gap.ts';
import { GAP_WORDS } from '#stats/format/labels.ts';
import { markOf, readingOf, type ChartContext } from '../panel/layout.ts';
import { intervalMark, OPEN_ABOVE, OPEN_BELOW, openTick, TICK } from '../marks/interval-mark.ts';
import type { Mark, FocusPoint } from '../model/chart.ts';
import type { Sign } from '../model/sign.ts';
import type { Shape, TextShape, TextRun } from '../model/shape.ts';
import { monthSpan } from '../scales/months.ts';
import { line, rect, textShape } from '../marks/shapes.ts';
import { abbreviate } from '../text/abbreviate.ts';
import { boxesMeet, textBox, textWidth, type Box } from '../text/metrics.ts';

export interface BarFrame {
  readonly month: (n: number) => number;
  readonly at: (value: number) => number;
  readonly base: number;
  /** The lowest pixel of the axis: below the base where amounts may be negative. */
  readonly foot: number;
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly narrow: boolean;
  readonly panel: number;
  readonly fiscal: boolean;
  /** Whether the answer has figures that a source printed beside figures that Cotejo computed. */
  readonly mixed: boolean;
  /** The hedge of all bars, which is above them and not beside each number. */
  readonly bound: Qualifier | null;
  /** Whether only peaks and the last bar have their number, where a reader follows the shape over many years. */
  readonly peaksOnly?: boolean;
}

interface Drawing {
  readonly marks: Mark[];
  readonly labels: TextShape[];
  readonly stops: FocusPoint[];
  readonly signs: Set<Sign>;
}

/** A label to place: the box of its bar, and the possible positions, best first. */
interface Wanted {
  readonly weight: number;
  readonly own: Box;
  readonly full: readonly (readonly TextShape[])[];
  readonly short: readonly (readonly TextShape[])[];
}

/** Draws the bars of one series. Labels that do not fit are left to the table and the tooltip. */
export function drawBars(setup: ChartContext, cells: readonly Cell[], place: BarFrame): Drawing {
  const drawing: Drawing = { marks: [], labels: [], stops: [], signs: new Set() };
  const wanted: Wanted[] = [];
  for (const cell of cells) {
    const span = monthSpan(cell.period);
    if (!span) continue;
    const pad = place.narrow ? 1 : 2;
    const [x, end] = [place.month(span.from) + pad, place.month(span.to) - pad];
    const middle = (x + end) / 2;
    const gap = gapReason(cell, setup.language);
    const bar = cell.stated ? amountBar(setup, cell, x, end, place) : null;
    const shapes = bar?.shapes ?? [
      rect(x, place.base - 20, end - x, 20, { fill: 'hatch', stroke: 'rule-2', width: 0.8 }),
    ];
    drawing.marks.push(markOf([cell], setup.seriesId(cell), shapes));
    const sign = bar ? bar.sign : 'gap';
    if (sign !== 'exact') drawing.signs.add(sign);
    const box = bar && { x, y: Math.min(bar.y, place.base), w: end - x, h: Math.abs(place.base - bar.y) };
    const at = bar && box && { x: middle, y: bar.y, box };
    drawing.stops.push({
      x: middle,
      y: bar?.y ?? place.base,
      panel: place.panel,
      readings: [readingOf(cell, setup, at, gap)],
    });
    if (bar) wanted.push(barLabel(setup, cell, bar, x, end, place));
  }
  const bars = wanted.map((label) => label.own);
  drawing.labels.push(...gapWords(setup, cells, place, bars));
  // A minus sign between two numbers would read as joining them.
  const apart = setup.measured.form.signed ? 4 : 1.5;
  // All labels of a panel use the same form: in full if every label then fits, otherwise short.
  const chosen = place.peaksOnly ? wanted.filter((_, i) => isPeak(wanted, i)) : wanted;
  const [full, short] = (['full', 'short'] as const).map((form) =>
    placeLabels({ wanted: chosen, bars, form, drawing, place, gap: apart }),
  ) as [TextShape[], TextShape[]];
  drawing.labels.push(...(full.length >= short.length ? full : short));
  return drawing;
}

/** Whether a bar is higher than the one after it and no lower than the one before, or is the last. */
function isPeak(bars: readonly Wanted[], i: number): boolean {
  const [before, own, after] = [bars[i - 1], bars[i], bars[i + 1]].map((bar) => bar?.weight ?? -Infinity);
  return after === -Infinity || ((own ?? 0) >= (before ?? 0) && (own ?? 0) > (after ?? 0));
}

interface Placing {
  readonly wanted: readonly Wanted[];
  /** All bars, with and without a label. */
  readonly bars: readonly Box[];
  readonly form: 'full' | 'short';
  readonly drawing: Drawing;
  readonly place: BarFrame;
  readonly gap: number;
}

/**
 * Places labels from the largest bar down; a label that would touch another label or a taller neighbour is
 * left out.
 */
function placeLabels({ wanted, bars, form, drawing, place, gap }: Placing): TextShape[] {
  const placed: TextShape[] = [];
  for (const { own, [form]: choices } of [...wanted].sort((a, b) => b.weight - a.weight)) {
    const others = bars.filter((other) => other !== own);
    const free = choices.find((choice) =>
      choice.map(textBox).every((box) => {
        // The numbers of the amount axis are to the left of the plot.
        const inside = box.left >= place.left - 6 && box.right <= Math.min(place.right + 6, place.width);
        const apart = [...drawing.labels, ...placed].every((other) => !boxesMeet(textBox(other), box, gap));
        return inside && apart && others.every((other) => !boxesMeet(other, box, -3));
      }),
    );
    if (free) placed.push(...free);
  }
  return placed;
}

interface Bar {
  readonly shapes: Shape[];
  /** The top of everything drawn. */
  readonly y: number;
  readonly sign: Sign;
}

function amountBar(setup: ChartContext, cell: Cell, x: number, end: number, place: BarFrame): Bar | null {
  const stated = shownOf(cell, setup.comparison.indicator);
  if (!stated) return null;
  const colour = setup.colour(cell);
  const partial = cell.basis === 'interval';
  const assumed = cell.periodStatus === 'assumed';
  const below = stated.value === null && stated.low === null;
  const level = printedEnd(stated);
  const y = place.at(level);
  const [top, height] = [Math.min(y, place.base), Math.abs(place.base - y)];
  const hollow = partial || assumed || below;
  // What Cotejo added up is paler than what a source printed; in an answer of only sums there is nothing to tell apart.
  const computed = cell.computed !== null && place.mixed;
  const outline = [x + 0.75, top, end - x - 1.5, height] as const;
  const body = hollow
    ? [rect(...outline, { fill: 'paper', stroke: colour, width: 1.5, dash: '4 3' })]
    : computed
      ? [rect(...outline, { fill: colour, opacity: 0.45 }), rect(...outline, { stroke: colour, width: 1.5 })]
      : [rect(x, top, end - x, height, { fill: colour })];
  const middle = (x + end) / 2;
  const sign = partial ? 'partial' : assumed ? 'assumed' : computed ? 'sum' : stated.qualifier;
  const point = stated.value !== null && stated.low === null && stated.qualifier !== 'about';
  if (point) return { shapes: body, y: top, sign };
  if (stated.value !== null && stated.low !== null && stated.high !== null) {
    const [a, b] = [place.at(stated.low), place.at(stated.high)];
    const cap = (h: number): Shape => line(middle - 5, h, middle + 5, h, { stroke: 'ink', width: 1.4 });
    const whisker = [line(middle, a, middle, b, { stroke: 'ink', width: 1.4 }), cap(a), cap(b)];
    return { shapes: [...body, ...whisker], y: Math.min(a, b, top), sign };
  }
  const isOpen = [...OPEN_ABOVE, ...OPEN_BELOW].includes(stated.qualifier);
  if (isOpen) {
    const way = below ? -1 : 1;
    return { shapes: [...body, ...openTick(middle, y, 'ink', way)], y: below ? top : top - TICK, sign };
  }
  const mark = intervalMark(
    stated,
    { to: place.at, across: middle, ends: [place.foot, place.top - 16], upright: true, scale: 0.7 },
    { colour: 'ink', computed: false, assumed },
  );
  return { shapes: [...body, ...mark.shapes], y: Math.min(mark.from, top), sign };
}

/** The number above the bar, with the months of an incomplete year above it in italics. */
function barLabel(
  setup: ChartContext,
  cell: Cell,
  bar: Bar,
  x: number,
  end: number,
  place: BarFrame,
): Wanted {
  const { indicator } = setup.comparison;
  const partial = cell.basis === 'interval';
  const size = place.narrow ? 11 : 13;
  const middle = (x + end) / 2;
  const amount = cell.stated ? printedEnd(cell.stated) : 0;
  // A negative amount hangs below the zero line, and so does its label.
  const hung = amount < 0 ? Math.max(place.at(amount), place.base) : null;
  const set = (figure: string, at: number, anchor: TextShape['anchor']): TextShape[] => {
    const run: TextRun = { text: figure, ...(partial ? { weight: 400 as const } : {}) };
    const number = textShape(at, hung === null ? bar.y - 6 : hung + size + 2, [run], 'strong', {
      anchor,
      halo: true,
      size,
    });
    if (!partial) return [number];
    const months: TextRun = { text: monthsOf(cell, setup), italic: true };
    return [textShape(at, bar.y - 8 - size, [months], 'note', { anchor, halo: true, size: 12 }), number];
  };
  const bare = place.bound === null ? cell : withoutHedge(cell);
  const ways = (figure: string): TextShape[][] => [
    set(figure, middle, 'middle'),
    ...(partial ? [set(figure, end, 'end'), set(figure, x, 'start')] : []),
  ];
  return {
    weight: Math.abs(amount),
    own: { left: x, right: end, top: bar.y, bottom: hung ?? place.base },
    full: ways(figureText(bare, indicator, setup.language)),
    short: ways(abbreviate(bare, indicator, setup.language)),
  };
}

const withoutHedge = (cell: Cell): Cell =>
  cell.stated
    ? { ...cell, stated: { qualifier: 'exact', value: printedEnd(cell.stated), low: null, high: null } }
    : cell;

/** `Oct–Dec`: the year is below. */
function monthsOf(cell: Cell, setup: ChartContext): string {
  const words = formatPeriodWords(cell.period, 'stated', setup.language);
  return words.replace(/ \d{4}/g, '').replace(/ (?:to|a) /, '–');
}

/** One word for each run of empty years, or only its mark where the word would overlap bars. */
function gapWords(
  setup: ChartContext,
  cells: readonly Cell[],
  place: BarFrame,
  bars: readonly Box[],
): TextShape[] {
  const stretches: { from: number; to: number; words: string; mark: string }[] = [];
  for (const cell of cells) {
    const span = cell.gap && monthSpan(cell.period);
    if (!span || !cell.gap) continue;
    const { mark } = GAP_WORDS[cell.gap.code];
    const words = gapReason(cell, setup.language);
    const last = stretches.at(-1);
    if (last && last.to === span.from && last.words === words) last.to = span.to;
    else stretches.push({ ...span, words, mark: mark[setup.language] });
  }
  return stretches.map(({ from, to, words, mark }) => {
    const [a, b] = [place.month(from), place.month(to)];
    const set = (written: string): TextShape => {
      const half = textWidth(written, 12) / 2;
      const middle = Math.min(Math.max((a + b) / 2, place.left + half), place.right - half);
      const run: TextRun = { text: written, italic: true };
      return textShape(middle, place.base - 26, [run], 'note', { anchor: 'middle', size: 12, halo: true });
    };
    const whole = set(words);
    return bars.some((bar) => boxesMeet(bar, textBox(whole))) ? set(mark) : whole;
  });
}
