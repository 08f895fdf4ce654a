/**
 * The chart of a comparison, decided in one pure step: kind, then blocks (figures that may share an axis),
 * then the words around them. Drawing adds nothing but paint.
 */
import { crossed } from '#stats/comparability/time.ts';
import { seriesOf, type Comparison } from '#stats/model/comparison.ts';
import { seriesKey, type Cell } from '#stats/model/observation.ts';
import { altText, subtitleOf } from './wording/alt-text.ts';
import { methodNotes } from './wording/method-note.ts';
import type { PanelLayout, ChartContext } from './panel-layout.ts';
import { breakWords } from './marks/break-rule.ts';
import { colourOf } from './scales/colour.ts';
import { creditOf } from './wording/source-credit.ts';
import { titleOf } from './wording/title.ts';
import { headingOf } from './wording/heading.ts';
import { kindsFor } from './chart-type.ts';
import { legendOf } from './marks/legend.ts';
import { axisQuantity } from './scales/quantity.ts';
import type { ChartKind, ChartModel, PlotFrame } from './model.ts';
import { namesOf } from './wording/series-name.ts';
import { SEVERAL_SOURCES_WORDS } from '#app/_words/several-sources.ts';
import { withSourceRange } from './source-range.ts';
import { sourceDisagreementText } from './wording/source-disagreement.ts';
import { stackPanels } from './panels.ts';
import { CHART_WORDS } from './wording/phrases.ts';

export { kindsFor };

/** A chart narrower than this has no room for labels at all. */
const LEAST_WIDTH = 280;

/** What is asked of a chart, whatever its width. */
type Asked = Omit<PlotFrame, 'width'> & {
  /** The figures to draw, where not all of them have room. Names and words are those of the whole answer. */
  readonly drawn?: readonly Cell[];
};

/** Everything about the drawing of a comparison. A kind that is not legal for it gives way to the best one. */
export const chartModel = (comparison: Comparison, { width, ...asked }: PlotFrame): ChartModel =>
  chartOf(comparison, asked)(width);

/**
 * A chart before its width is known: kind, names, colours and words are found once, for as many drawings as a
 * page has.
 * @example const chart = chartOf(comparison, { language: 'en' }); const [page, phone] = [chart(800), chart(343)];
 */
export function chartOf(comparison: Comparison, asked: Asked): (width: number) => ChartModel {
  const kinds = kindsFor(comparison);
  return asked.kind === 'envelope' && kinds.includes('envelope')
    ? envelopeChart(comparison, asked)
    : plainChart(comparison, asked, kinds);
}

/** Lines in their bands, and in words whose line it is and where the sources are furthest apart. */
function envelopeChart(comparison: Comparison, { language }: Asked): (width: number) => ChartModel {
  const words = SEVERAL_SOURCES_WORDS[language];
  const said = sourceDisagreementText({ ...comparison, language });
  const band = words.band(said?.chosen ?? '');
  const told = [band, ...(said?.spread ? [said.spread] : [])];
  const drawn = withSourceRange(comparison);
  const chart = plainChart(drawn, { language, kind: 'line' }, kindsFor(drawn));
  return (width) => {
    const model = chart(width);
    return {
      ...model,
      kind: 'envelope',
      notices: [...model.notices, ...told],
      alternative: [model.alternative, ...told].join(' '),
    };
  };
}

function plainChart(
  comparison: Comparison,
  asked: Asked,
  kinds: readonly ChartKind[],
): (width: number) => ChartModel {
  const { language } = asked;
  const kind = asked.kind && kinds.includes(asked.kind) ? asked.kind : (kinds[0] ?? 'number-line');
  const all = seriesOf(comparison);
  const names = namesOf(comparison, all, language);
  const colour = colourOf(comparison, all);
  const known: Omit<ChartContext, 'width'> = {
    comparison,
    language,
    names,
    measured: axisQuantity(comparison),
    colour: (cell) => colour({ key: cell, computed: cell.computed !== null, cells: [] }),
    seriesId: (cell) => (cell.computed ? `${seriesKey(cell)} | ${cell.computed}` : seriesKey(cell)),
    breaks: crossed(all, comparison.breaks),
  };
  const said = {
    title: titleOf(comparison, all, names, kind, language),
    subtitle: subtitleOf(comparison, names, language),
  };
  const words = CHART_WORDS[language];
  const differs = (key: 'basis' | 'definition'): boolean =>
    new Set(comparison.cells.map((c) => c[key])).size > 1;
  const notes = comparison.cells.flatMap((c) =>
    c.notes.filter((n) => n.mandatory).map((n) => n.text[language]),
  );
  const ours = methodNotes(comparison, names.whole, language, kind === 'number-line');
  const broken = known.breaks.map((one) => breakWords(one, language));
  const around = {
    alternative: [
      altText(comparison, all, names, kind, language, said),
      ...ours.map(withStop),
      ...broken,
    ].join(' '),
    notices: [
      ...(differs('basis') ? [words.differentBases] : []),
      ...(differs('definition') ? [words.differentDefinitions] : []),
    ],
    ours,
    notes: [...new Set([...notes, ...broken])],
    sources: comparison.sources.map((source) => creditOf(source, language)),
  };
  return (asWide) => {
    const width = Math.max(LEAST_WIDTH, Math.round(asWide));
    const blocks = stackPanels({ ...known, width }, asked.drawn ?? comparison.cells, kind);
    const signs = new Set(blocks.flatMap((block) => [...block.signs]));
    let stops: ChartModel['stops'] | undefined;
    const every = <K extends 'ground' | 'marks' | 'labels' | 'panels'>(key: K): PanelLayout[K][number][] =>
      blocks.flatMap((block) => block[key] as PanelLayout[K][number][]);
    return {
      kind,
      language,
      width,
      height: Math.ceil((blocks.at(-1)?.bottom ?? 40) + 4),
      heading: headingOf(said, width),
      alternative: around.alternative,
      panels: every('panels'),
      ground: every('ground'),
      marks: every('marks'),
      labels: every('labels'),
      plots: blocks.flatMap((block, i) =>
        block.plots.map((plot) => ({ ...plot, panel: plot.panel + before(blocks, i) })),
      ),
      // Only who moves along the chart stops: they are worked out when somebody does.
      get stops() {
        return (stops ??= blocks.flatMap((block, i) =>
          block.stops.map((stop) => ({ ...stop, panel: stop.panel + before(blocks, i) })),
        ));
      },
      legend: legendOf(signs, language),
      notices: around.notices,
      ours: around.ours,
      notes: around.notes,
      sources: around.sources,
    };
  };
}

const withStop = (text: string): string => `${text}.`;

/** How many panels stand above block `i`. */
const before = (blocks: readonly PanelLayout[], i: number): number =>
  blocks.slice(0, i).reduce((sum, block) => sum + block.panels.length, 0);
