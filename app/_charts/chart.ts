/**
 * The chart of a comparison, decided in one pure step: first the kind, then the panels (figures that may
 * share an axis), then the words around them. The drawing code only adds colour.
 */
import { crossed } from '#stats/comparability/time.ts';
import type { Language } from '#stats/language.ts';
import { seriesOf, type Comparison, type Series } from '#stats/model/comparison.ts';
import { subjectKey } from '#stats/sources/series-key.ts';
import type { Cell } from '#stats/model/observation.ts';
import { CHART_LAYOUTS } from './chart-kinds.ts';
import { kindsFor } from './kinds-for.ts';
import { breakWords } from './marks/break-rule.ts';
import { doubtMarks } from './marks/doubt-mark.ts';
import { legendOf } from './marks/legend.ts';
import type { Sign } from './model/sign.ts';
import type { ChartModel, PlotFrame } from './model/chart.ts';
import { LAST_RESORT, type ChartKind } from './model/kind.ts';
import { seriesIdOf } from './model/series-id.ts';
import type { ChartContext, ChartFit, PanelLayout } from './panel/layout.ts';
import { stackPanels } from './panels.ts';
import { colourOf } from './scales/colour.ts';
import { axisQuantity } from './scales/quantity.ts';
import { altText, subtitleOf } from './wording/alt-text.ts';
import { headingOf } from './wording/heading.ts';
import { methodNotes } from './wording/method-note.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';
import { namesOf } from './wording/series-name.ts';
import { creditOf } from './wording/source-credit.ts';
import { titleOf } from './wording/title.ts';

export { kindsFor };

/** A chart narrower than this has no room for labels at all. */
const LEAST_WIDTH = 280;

/** Everything that decides a chart except its width. */
export type ChartRequest = Omit<PlotFrame, 'width'> & {
  /** The figures to draw, if not all of them fit. Names and words are still those of the whole answer. */
  readonly drawn?: readonly Cell[];
  /** Figures beside those drawn that the scale has to hold: those of other years that are shown in turn. */
  readonly among?: readonly Cell[];
};

export type SizedChart = (width: number, fit?: ChartFit) => ChartModel;

export type { ChartFit };

/**
 * Everything about the drawing of a comparison. If the requested kind is not honest for it, the best kind is
 * used.
 */
export const chartModel = (comparison: Comparison, { width, ...request }: PlotFrame): ChartModel =>
  chartOf(comparison, request)(width);

/**
 * A chart before its width is known. Kind, names, colours and words are computed once and used for every
 * drawing of the page.
 * @example const chart = chartOf(comparison, { language: 'en' }); const [page, phone] = [chart(800), chart(343)];
 */
export function chartOf(comparison: Comparison, request: ChartRequest): SizedChart {
  const kind = legalKind(comparison, request.kind);
  const derived = CHART_LAYOUTS[kind].derive?.({ ...comparison, language: request.language });
  if (!derived) return plainChart(comparison, request, kind);
  const { language, drawn, among } = request;
  // A part of the answer is drawn as the part of the derived figures that is about the same.
  const subjects = drawn && new Set(drawn.map(subjectKey));
  const some = subjects && {
    drawn: derived.comparison.cells.filter((cell) => subjects.has(subjectKey(cell))),
  };
  const kindDrawn = legalKind(derived.comparison, derived.kind);
  const chart = plainChart(derived.comparison, { language, ...(among && { among }), ...some }, kindDrawn);
  return (width, fit) => {
    const model = chart(width, fit);
    return {
      ...model,
      kind,
      notices: [...model.notices, ...derived.sentences],
      alternative: [model.alternative, ...derived.sentences].join(' '),
    };
  };
}

/** The kind that the reader chose, if it is honest for this answer; else the best one. */
function legalKind(comparison: Comparison, chosen: ChartKind | undefined): ChartKind {
  const kinds = kindsFor(comparison);
  return chosen && kinds.includes(chosen) ? chosen : (kinds[0] ?? LAST_RESORT);
}

/** What is above a chart: the finding, and what is measured. */
export interface ChartHeading {
  readonly title: string;
  readonly subtitle: string;
}

/** The heading and the words of a chart, without the drawing: for formats that are text. */
export function chartWords(
  comparison: Comparison,
  chosen?: ChartKind,
): ChartHeading & Pick<ChartModel, 'alternative' | 'notices' | 'ours' | 'notes'> {
  const { language } = comparison;
  const kind = legalKind(comparison, chosen);
  const all = seriesOf(comparison);
  const context = contextOf(comparison, all, language);
  const heading = chartHeading(comparison, all, context.names, kind);
  return { ...heading, ...wordsAround(context, all, kind, heading) };
}

const chartHeading = (
  comparison: Comparison,
  all: readonly Series[],
  names: ChartContext['names'],
  kind: ChartKind,
  language = comparison.language,
): ChartHeading => ({
  title: titleOf(comparison, all, names, CHART_LAYOUTS[kind].titleTellsChange, language),
  subtitle: subtitleOf(comparison, names, language),
});

/** The chart of an answer's own figures. */
function plainChart(comparison: Comparison, request: ChartRequest, kind: ChartKind): SizedChart {
  const { language, drawn = comparison.cells, among } = request;
  const all = seriesOf(comparison);
  const context = contextOf(comparison, all, language);
  const heading = chartHeading(comparison, all, context.names, kind, language);
  const words = wordsAround(context, all, kind, heading);
  return (frameWidth, fit) => {
    const width = Math.max(LEAST_WIDTH, Math.round(frameWidth));
    const panels = stackPanels({ ...context, ...fit, width, ...(among && { among }) }, drawn, kind);
    let stops: ChartModel['stops'] | undefined;
    const stopsOf = (): ChartModel['stops'] => (stops ??= numberPanels(panels, (layout) => layout.stops));
    const joined = joinPanels(panels);
    const doubted = doubtMarks(stopsOf, comparison, { width, labels: joined.labels });
    const signs = new Set<Sign>(panels.flatMap((panel) => [...panel.signs]));
    if (doubted.length > 0) signs.add('doubt');
    return {
      kind,
      language,
      width,
      heading: headingOf(heading, width),
      ...joined,
      labels: [...joined.labels, ...doubted],
      legend: legendOf(signs, language),
      ...words,
      // Pictures and embeds do not need the stops, so they are computed on demand.
      get stops() {
        return stopsOf();
      },
    };
  };
}

/** What every panel needs to know, except the width. */
export function contextOf(
  comparison: Comparison,
  all: readonly Series[],
  language: Language,
): Omit<ChartContext, 'width'> {
  const colour = colourOf(comparison, all);
  return {
    comparison,
    language,
    names: namesOf(comparison, all, language),
    measured: axisQuantity(comparison),
    colour: (cell) => colour({ key: cell, computed: cell.computed !== null, cells: [] }),
    seriesId: seriesIdOf,
    breaks: crossed(all, comparison.breaks),
  };
}

/** The text alternative, and the words below the drawing. */
function wordsAround(
  { comparison, names, language, breaks }: Omit<ChartContext, 'width'>,
  all: readonly Series[],
  kind: ChartKind,
  heading: ChartHeading,
): Pick<ChartModel, 'alternative' | 'notices' | 'ours' | 'notes' | 'sources'> {
  const { words: kindWords, figuresNamed, rulesBeside } = CHART_LAYOUTS[kind];
  const words = CHART_WORDS[language];
  const differs = (key: 'basis' | 'definition'): boolean =>
    new Set(comparison.cells.map((cell) => cell[key])).size > 1;
  const mandatory = comparison.cells.flatMap(({ notes }) =>
    notes.filter((note) => note.mandatory).map((note) => note.text[language]),
  );
  const ours = methodNotes(comparison, names.whole, language, rulesBeside);
  const broken = breaks.map((seriesBreak) => breakWords(seriesBreak, language));
  const named = { name: kindWords.name[language], figuresNamed };
  return {
    alternative: [
      altText(comparison, all, names, named, language, heading),
      ...ours.map((sentence) => `${sentence}.`),
      ...broken,
    ].join(' '),
    notices: [
      ...(differs('basis') ? [words.differentBases] : []),
      ...(differs('definition') ? [words.differentDefinitions] : []),
    ],
    ours,
    notes: [...new Set([...mandatory, ...broken])],
    sources: comparison.sources.map((source) => creditOf(source, language)),
  };
}

/** The shapes of all panels, and the height they need together. */
function joinPanels(
  layouts: readonly PanelLayout[],
): Pick<ChartModel, 'height' | 'panels' | 'ground' | 'marks' | 'labels' | 'plots' | 'listed'> {
  return {
    height: Math.ceil((layouts.at(-1)?.bottom ?? 40) + 4),
    panels: layouts.flatMap(({ panels }) => panels),
    ground: layouts.flatMap(({ ground }) => ground),
    marks: layouts.flatMap(({ marks }) => marks),
    labels: layouts.flatMap(({ labels }) => labels),
    plots: numberPanels(layouts, ({ plots }) => plots),
    listed: layouts.flatMap(({ listed = [] }) => listed),
  };
}

/** Plots or stops of all panels: each names its panel, counted from the first panel of the chart. */
const numberPanels = <Item extends { readonly panel: number }>(
  layouts: readonly PanelLayout[],
  itemsOf: (layout: PanelLayout) => readonly Item[],
): Item[] => {
  const panelsAbove = (i: number): number =>
    layouts.slice(0, i).reduce((sum, { panels }) => sum + panels.length, 0);
  return layouts.flatMap((layout, i) =>
    itemsOf(layout).map((item) => ({ ...item, panel: item.panel + panelsAbove(i) })),
  );
};
