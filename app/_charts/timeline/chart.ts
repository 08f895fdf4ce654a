/**
 * Several indicators over one axis of months, a panel for each with its own scale. There is never a second axis of
 * amounts. Nothing is shifted: a fiscal year begins a quarter of a year before its calendar year.
 */
import { TIMELINE_WORDS } from '#app/_words/timeline.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';
import type { Language } from '#stats/language.ts';
import { crossed } from '#stats/comparability/time.ts';
import { figureText } from '#stats/format/figure.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { ALL, NONE, type Cell } from '#stats/model/observation.ts';
import { seriesOf, type Comparison } from '#stats/model/comparison.ts';
import { formatNumber } from '#stats/number.ts';
import type { PairHalf } from '#stats/pairing/pairs.ts';
import { YEAR_BASES, yearOf } from '#stats/time/period.ts';
import { ruler } from '../bar/time-axes.ts';
import { contextOf } from '../chart.ts';
import { labelColumn } from '../line/end-labels.ts';
import { legendOf } from '../marks/legend.ts';
import type { ChartModel } from '../model/chart.ts';
import type { ChartContext } from '../panel/layout.ts';
import type { ChartAxis } from '../scales/axis.ts';
import { extent } from '../scales/extent.ts';
import { amountAxis, linearScale } from '../scales/linear.ts';
import { spansOf } from '../scales/months.ts';
import { lower } from '../text/letter-case.ts';
import { textWidth } from '../text/metrics.ts';
import { areaName, breakdownName } from '../wording/code-name.ts';
import { headingOf } from '../wording/heading.ts';
import { methodNotes } from '../wording/method-note.ts';
import { creditOf } from '../wording/source-credit.ts';
import { timelinePanel, type TimelineFrame } from './panel.ts';

/** Between panels. */
const BETWEEN = 22;

/** Whether any figure can be placed on an axis of months. */
export const hasTimeline = (halves: readonly PairHalf[]): boolean =>
  halves.some(({ comparison }) => spansOf(comparison.cells).some(({ cell }) => cell.stated));

export function timelineModel(
  halves: readonly PairHalf[],
  { width, language }: { readonly width: number; readonly language: Language },
): ChartModel {
  const words = TIMELINE_WORDS[language];
  const contexts = halves.map(({ comparison }): ChartContext => ({
    ...contextOf(comparison, seriesOf(comparison), language),
    width,
  }));
  const titles = halves.map(({ comparison }) => comparison.indicator.title[language]);
  const frame = frameOf(contexts, width);
  const heading = headingOf({ title: findingOf(halves, language), subtitle: words.subtitle }, width);
  let top = 0;
  const panels = contexts.map((context, i) => {
    const layout = timelinePanel(context, frame, i, top, panelTitle(context.comparison));
    top = layout.bottom + BETWEEN;
    return layout;
  });
  const axis = timeRuler(frame, top - BETWEEN + 4);
  const signs = new Set(panels.flatMap((layout) => [...layout.signs]));
  return {
    kind: 'timeline',
    language,
    width,
    height: Math.ceil(top - BETWEEN + 4 + 30),
    heading,
    alternative: [
      `${heading.title}.`,
      words.kind(titles),
      ...contexts.map((context) => rangeWords(context)),
    ].join(' '),
    panels: panels.flatMap((layout) => layout.panels),
    ground: [...panels.flatMap((layout) => layout.ground), ...axis.ground],
    marks: panels.flatMap((layout) => layout.marks),
    labels: [
      ...panels.flatMap((layout) => layout.labels),
      // The ruler has a name only where there is another below it.
      ...axis.labels.filter(({ runs }) => runs.some(({ text }) => text !== '')),
    ],
    plots: [],
    stops: panels.flatMap((layout) => layout.stops),
    legend: legendOf(signs, language),
    notices: [],
    ours: contexts.flatMap(({ comparison, names }, i) =>
      methodNotes(comparison, names.whole, language).map((sentence) => `${titles[i] ?? ''}: ${sentence}`),
    ),
    notes: mandatoryNotes(halves, language),
    sources: halves.flatMap(({ comparison }) =>
      comparison.sources
        .filter(({ id }) => comparison.cells.some((cell) => cell.source === id))
        .map((source) => `${comparison.indicator.title[language]}: ${creditOf(source, language)}`),
    ),
  };
}

/** The ruler of months at the foot of all panels. */
function timeRuler({ time, narrow }: TimelineFrame, y: number): ReturnType<typeof ruler> {
  const [[from, to], [left, right]] = [time.domain, time.range];
  return ruler(from, to, linearScale(time), y, { left, right, narrow, words: '' });
}

/** Mandatory notes about the figures drawn, each once. */
const mandatoryNotes = (halves: readonly PairHalf[], language: Language): string[] => [
  ...new Set(
    halves.flatMap(({ comparison }) =>
      comparison.cells.flatMap((cell) =>
        cell.notes.filter(({ mandatory }) => mandatory).map(({ text }) => text[language]),
      ),
    ),
  ),
];

/** One axis for all panels: whole calendar years that hold every figure, right of the widest tick label. */
function frameOf(contexts: readonly ChartContext[], width: number): TimelineFrame {
  const narrow = width < 480;
  const spans = contexts.flatMap(({ comparison }) =>
    spansOf(comparison.cells.filter(({ stated }) => stated)),
  );
  const from = Math.floor(Math.min(...spans.map((span) => span.from)) / 12) * 12;
  const to = Math.ceil(Math.max(...spans.map((span) => span.to)) / 12) * 12;
  const labels = contexts.flatMap(({ comparison, measured, language }) =>
    amountAxis(
      extent(comparison.cells, measured.origin),
      [0, 1],
      narrow ? 3 : 4,
      measured,
      language,
    ).ticks.map(({ label }) => textWidth(label, 12.5) + 10),
  );
  const columns = contexts.map((context) => {
    const all = seriesOf(context.comparison);
    if (all.length < 2) return 16;
    const ends = all.flatMap((series) => {
      const cell = series.cells.findLast(({ stated }) => stated?.value != null);
      return cell
        ? [
            {
              cell,
              series,
              setup: context,
              colour: context.colour(cell),
              position: 0,
              value: 0,
              early: false,
            },
          ]
        : [];
    });
    return labelColumn(ends, width, narrow);
  });
  const left = Math.max(34, Math.ceil(Math.max(...labels)));
  const right = width - Math.max(...columns);
  const time: ChartAxis = { domain: [from, to], range: [left, right], ticks: [] };
  return { time, width, narrow };
}

/** The indicator, and what all its figures are about. */
function panelTitle({ indicator, areas, dimensions, cells, language }: Comparison): string {
  const only = (codes: readonly string[]): string => {
    const [code, ...others] = new Set(codes);
    return code === undefined || others.length > 0 || code === ALL || code === NONE
      ? ''
      : areaName(areas, code, language);
  };
  const parts = [...new Set(cells.map(({ breakdown }) => breakdownName(dimensions, breakdown, language)))];
  return [
    indicator.title[language],
    only(cells.map(({ area }) => area)),
    only(cells.map(({ counterpart }) => counterpart)),
    parts.length === 1 ? (parts[0] ?? '') : '',
  ]
    .filter((text) => text !== '')
    .join(', ');
}

function rangeWords({ comparison, names, language }: ChartContext): string {
  const cells = comparison.cells.filter(({ stated }) => stated);
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last) return `${comparison.indicator.title[language]}: ${CHART_WORDS[language].noFigure}.`;
  return TIMELINE_WORDS[language].panel(panelTitle(comparison), names.period(first), names.period(last));
}

/** A finding needs series at least this long. */
const LEAST_FIGURES = 3;
/** Below this share of change it is called about the same. */
const ABOUT_THE_SAME = 0.02;

/** The figures of a single series of years with exact numbers, in order; empty for anything else. */
function yearsOf({ comparison }: PairHalf): readonly Cell[] {
  if (seriesOf(comparison).length !== 1 || comparison.query.transform !== null) return [];
  const cells = comparison.cells.filter(
    (cell) => YEAR_BASES.includes(cell.basis) && cell.stated?.value != null && cell.stated.value > 0,
  );
  return cells.toSorted((a, b) => (yearOf(a.period) ?? 0) - (yearOf(b.period) ?? 0));
}

/**
 * What each of two single series did between the first and the last year that both have; across a break, when each was
 * highest. Only exact numbers of years make a finding; for anything else the title names the indicators.
 */
function findingOf(halves: readonly PairHalf[], language: Language): string {
  const words = TIMELINE_WORDS[language];
  const all = halves.map(yearsOf);
  const titles = halves.map(({ comparison }, i) =>
    i === 0 ? comparison.indicator.title[language] : lower(comparison.indicator.title[language]),
  );
  if (all.some((cells) => cells.length < LEAST_FIGURES)) return words.both(titles);
  const years = all.map((cells) => cells.map(({ period }) => yearOf(period) ?? 0));
  const common = (years[0] ?? []).filter((year) => years.every((own) => own.includes(year)));
  const [first, last] = [common[0], common.at(-1)];
  const isBroken = halves.some(
    ({ comparison }) => crossed(seriesOf(comparison), comparison.breaks).length > 0,
  );
  if (isBroken || first === undefined || last === undefined || last - first < 2)
    return halves.map((half, i) => highestOf(half, all[i] ?? [], titles[i] ?? '', language)).join('; ');
  const parts = all.map((cells, i) => changeOf(cells, first, last, titles[i] ?? '', language));
  return words.moved(String(first), String(last), parts);
}

function changeOf(
  cells: readonly Cell[],
  first: number,
  last: number,
  title: string,
  language: Language,
): string {
  const words = TIMELINE_WORDS[language];
  const valueIn = (year: number): number =>
    cells.find(({ period }) => yearOf(period) === year)?.stated?.value ?? 1;
  const change = valueIn(last) / valueIn(first) - 1;
  const percent = `${formatNumber(Math.abs(100 * change), language)}${language === 'es' ? '\u00a0' : ''}%`;
  const name = lower(title);
  if (Math.abs(change) < ABOUT_THE_SAME) return words.same(name);
  return change > 0 ? words.up(name, percent) : words.down(name, percent);
}

function highestOf(
  { comparison }: PairHalf,
  cells: readonly Cell[],
  title: string,
  language: Language,
): string {
  const highest = cells.reduce((a, b) => ((b.stated?.value ?? 0) > (a.stated?.value ?? 0) ? b : a));
  return TIMELINE_WORDS[language].highest(
    title,
    figureText(highest, comparison.indicator, language),
    formatPeriodWords(highest.period, highest.periodStatus, language),
  );
}
