/**
 * Lines over years of one kind. A line joins only years that follow one another; a missing year breaks it
 * and is named below the axis; a year alone is a dot. Other documents' figures stand as hollow squares.
 */
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import { group } from 'd3-array';
import { seriesOf, type Series } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { yearOf, type Basis } from '#stats/time/period.ts';
import { GAP_WORDS } from '#stats/format/labels.ts';
import { readingOf, type PanelLayout, type ChartContext } from '../panel-layout.ts';
import { breakRules, breaksShown, yearShare } from '../marks/break-rule.ts';
import { endLabels, labelColumn, type LineEnd } from './end-labels.ts';
import { drawLine, lineWidth } from './marks.ts';
import { drawReferencePoints } from './reference-points.ts';
import { peakLabel } from './peak-label.ts';
import type { ChartAxis, Mark, Plot, Shape, FocusPoint } from '../model.ts';
import { drawGapRug, gapRugHeight, gapRugRows, gapRugWidth } from './gap-rug.ts';
import { extent } from '../dot-plot/panel.ts';
import { amountAxis, axisTitle, linearScale, yearTicks } from '../scales/linear.ts';
import { line, textShape } from '../marks/shapes.ts';
import { textWidth, wrapText } from '../text/metrics.ts';
import { CHART_WORDS } from '../wording/phrases.ts';

/** Height of the plot: a phone gets a squarer picture. */
const plotHeight = (width: number): number => (width >= 700 ? 380 : width >= 480 ? 290 : 250);

/**
 * A day on an axis whose numbers are years: a year's figure stands at its number, so the year begins half a
 * unit before. @example yearAt('2020-03-21', 'us-fiscal-year') // about 2019.97
 */
function yearAt(day: string, basis: Basis | undefined): number {
  const fiscal = basis === 'us-fiscal-year' ? 0.25 : 0;
  return Number(day.slice(0, 4)) + yearShare(day) - 0.5 + fiscal;
}

/** The series that are drawn as lines, and the figures of other documents that stand beside them. */
function split(setup: ChartContext, cells: readonly Cell[]): { drawn: Series[]; printed: Cell[] } {
  const all = seriesOf({ cells });
  const secondary = (s: Series): boolean =>
    !s.computed &&
    setup.comparison.sources.find((source) => source.id === s.key.source)?.kind === 'secondary';
  // What is made of a figure is no print of anybody.
  if (setup.comparison.query.transform) return { drawn: all, printed: [] };
  const primary = all.filter((s) => !secondary(s));
  if (primary.every((s) => s.cells.filter((c) => c.stated).length < 2)) return { drawn: all, printed: [] };
  return { drawn: primary, printed: all.filter(secondary).flatMap((s) => s.cells.filter((c) => c.stated)) };
}

/** Lays the years out as lines below `top`. */
export function linePanel(
  setup: ChartContext,
  cells: readonly Cell[],
  top: number,
  heading: string | null,
): PanelLayout {
  const { language, width, measured } = setup;
  const { drawn, printed } = split(setup, cells);
  const narrow = width < 480;
  const years = cells.map((cell) => yearOf(cell.period)).filter((year): year is number => year !== null);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const reach = extent(cells, measured.origin);
  const ends = lineEnds(setup, drawn, last);
  const rows = gapRugRows(setup, drawn, first, last);
  const right = labelColumn(ends, width, narrow, gapRugWidth(rows));
  const ground: Shape[] = [];
  const labels: Shape[] = [];
  let y = top;
  if (heading) {
    for (const words of wrapText(heading, width, 'head', 2)) {
      labels.push(textShape(0, y + 14, words, 'head'));
      y += 19;
    }
    y += 8;
  }
  const height = Math.max(plotHeight(width), ends.length * (narrow ? 15.5 : 18) + 24);
  const amountsOn = (range: ChartAxis['range']): ChartAxis =>
    amountAxis(reach, range, Math.max(3, Math.round(height / 62)), measured, language);
  const { domain, ticks } = amountsOn([0, 1]);
  labels.push(textShape(0, y + 11, axisTitle(measured, domain[1], language), 'note'));
  const left = Math.max(34, Math.ceil(Math.max(...ticks.map((t) => textWidth(t.label, 12.5))) + 10));
  const plotRight = width - right;
  const perTick = textWidth('2000', 12.5) + (narrow ? 14 : 24);
  const named = yearTicks(first, last, plotRight - left, perTick);
  const prefix = cells[0]?.basis === 'us-fiscal-year' && !narrow ? 'FY' : '';
  const time = {
    domain: [first, last > first ? last : first + 1] as const,
    range: [left, plotRight] as const,
    ticks: named.map((year) => ({ value: year, label: prefix + String(year) })),
  };
  const rules = breakRules(
    breaksShown(setup, cells),
    (day) => linearScale(time)(yearAt(day, cells[0]?.basis)),
    { left, right: plotRight },
    language,
  );
  const [plotTop, base] = [y + 26 + rules.height, y + 26 + rules.height + height];
  const amounts = amountsOn([base, plotTop]);
  const at = { x: linearScale(time), y: linearScale(amounts) };
  for (const tick of amounts.ticks) {
    ground.push(
      line(left, at.y(tick.value), plotRight, at.y(tick.value), {
        stroke: tick.value === measured.origin ? 'axis' : 'grid',
        width: 1,
      }),
    );
    labels.push(textShape(left - 8, at.y(tick.value) + 4, tick.label, 'tick', { anchor: 'end' }));
  }
  for (const tick of time.ticks) {
    ground.push(line(at.x(tick.value), base, at.x(tick.value), base + 5, { stroke: 'axis', width: 1 }));
    labels.push(textShape(at.x(tick.value), base + 19, tick.label, 'tick', { anchor: 'middle' }));
  }
  const broken = rules.drawn(plotTop, base);
  ground.push(...broken.ground);
  labels.push(...broken.labels);
  const signs = new Set<string>();
  const marks: Mark[] = [];
  const plots: Plot[] = [];
  const seen = new Set<string>();
  for (const series of drawn) {
    const subject = [series.key.area, series.key.counterpart, series.key.breakdown].join(' ');
    const weight = lineWidth(setup, series, seen.has(subject));
    seen.add(subject);
    const one = drawLine(setup, series, at, weight, [first, last], base);
    marks.push(...one.marks);
    plots.push(one.plot);
    one.signs.forEach((sign) => signs.add(sign));
  }
  const beside = drawReferencePoints(setup, printed, at, [plotTop, base], narrow);
  marks.push(...beside.marks);
  beside.signs.forEach((sign) => signs.add(sign));
  labels.push(...beside.labels);
  labels.push(...endLabels(ends, at, { right: plotRight, width, narrow, top: plotTop, bottom: base }));
  if (!narrow)
    labels.push(
      ...peakLabel(setup, drawn, at, { left, right: plotRight, top: plotTop, last }, beside.labels),
    );
  const rug = drawGapRug(rows, at.x, { left, right: plotRight, width, top: base + 26 });
  ground.push(...rug.ground);
  labels.push(...rug.labels);
  if (rows.length > 0) signs.add('gap');
  return {
    bottom: base + 26 + gapRugHeight(rows),
    panels: [{ kind: 'line', heading, x: time, y: amounts }],
    ground,
    marks,
    labels,
    plots,
    // Words for every figure, which a chart that stands still does not say.
    get stops() {
      return stopsOf(setup, cells, at, base);
    },
    signs,
  };
}

/** Where each line ends: its last year with one number. Context lines have no label where there are many. */
function lineEnds(setup: ChartContext, drawn: readonly Series[], last: number): LineEnd[] {
  const many = drawn.length > 12;
  return drawn.flatMap((series) => {
    const valued = series.cells.filter(
      (c) => c.stated?.value !== null && c.stated && c.periodStatus !== 'assumed',
    );
    const cell = valued.reduce<Cell | null>(
      (a, b) => (a && (yearOf(a.period) ?? 0) > (yearOf(b.period) ?? 0) ? a : b),
      null,
    );
    if (!cell || (many && setup.colour(cell) === 'others')) return [];
    const year = yearOf(cell.period) ?? last;
    return [{ cell, year, early: year < last, value: cell.stated?.value ?? 0, setup, series }];
  });
}

/** One stop for each year: everything that is said of it. */
function stopsOf(
  setup: ChartContext,
  cells: readonly Cell[],
  at: { readonly x: (year: number) => number; readonly y: (n: number) => number },
  base: number,
): FocusPoint[] {
  const byYear = [...group(cells, (cell) => yearOf(cell.period) ?? 0)].sort(([a], [b]) => a - b);
  return byYear.map(([year, of]) => {
    const readings = of.map((cell) => {
      const n = cell.stated ? printedEnd(cell.stated) : null;
      const gap = cell.gap
        ? GAP_WORDS[cell.gap.code].words[setup.language]
        : CHART_WORDS[setup.language].noFigure;
      return readingOf(cell, setup, n === null ? null : { x: at.x(year), y: at.y(n) }, gap);
    });
    const highest = Math.min(base, ...readings.flatMap((r) => (r.at ? [r.at.y] : [])));
    return { x: at.x(year), y: highest, panel: 0, readings };
  });
}
