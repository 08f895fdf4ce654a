/**
 * The chart of a comparison, decided in one pure step: kind, then blocks (figures that may share an axis),
 * then the words around them. Drawing adds nothing but paint.
 */
import { crossed } from '#stats/comparability/time.ts';
import { seriesOf, type Comparison, type Series } from '#stats/comparison.ts';
import { seriesKey } from '#stats/observation.ts';
import { alternativeOf, subtitleOf } from './alternative.ts';
import type { Block, Setup } from './block.ts';
import { breakWords } from './break-rules.ts';
import { colourOf } from './colour.ts';
import { creditOf } from './credit.ts';
import { findingOf } from './finding.ts';
import { kindsFor } from './kinds.ts';
import { legendOf } from './legend.ts';
import { measuredOf } from './measured.ts';
import type { ChartKind, ChartModel, Frame } from './model.ts';
import { namesOf } from './names.ts';
import { SEVERAL_SOURCES_WORDS } from '#app/_words/several-sources.ts';
import { enveloped } from './envelope.ts';
import { sourceWords } from './source-words.ts';
import { stackBlocks } from './stack.ts';
import { balanceText, wrapText } from './text-width.ts';
import { CHART_WORDS } from './words.ts';

export { kindsFor };

/** A chart narrower than this has no room for labels at all. */
const LEAST_WIDTH = 280;

/** Everything about the drawing of a comparison. A kind that is not legal for it gives way to the best one. */
export function chartModel(comparison: Comparison, frame: Frame): ChartModel {
  return frame.kind === 'envelope' && kindsFor(comparison).includes('envelope')
    ? envelopeModel(comparison, frame)
    : plainModel(comparison, frame);
}

/** Lines in their bands, and in words whose line it is and where the sources are furthest apart. */
function envelopeModel(comparison: Comparison, frame: Frame): ChartModel {
  const { language } = frame;
  const words = SEVERAL_SOURCES_WORDS[language];
  const said = sourceWords({ ...comparison, language });
  const band = words.band(said?.chosen ?? '');
  const told = [band, ...(said?.spread ? [said.spread] : [])];
  const model = plainModel(enveloped(comparison), { ...frame, kind: 'line' });
  return {
    ...model,
    kind: 'envelope',
    notices: [...model.notices, ...told],
    alternative: [model.alternative, ...told].join(' '),
  };
}

function plainModel(comparison: Comparison, frame: Frame): ChartModel {
  const { language } = frame;
  const width = Math.max(LEAST_WIDTH, Math.round(frame.width));
  const kinds = kindsFor(comparison);
  const kind = frame.kind && kinds.includes(frame.kind) ? frame.kind : (kinds[0] ?? 'number-line');
  const all = seriesOf(comparison);
  const names = namesOf(comparison, all, language);
  const colour = colourOf(comparison, all);
  const setup: Setup = {
    comparison,
    width,
    language,
    names,
    measured: measuredOf(comparison),
    colour: (cell) => colour({ key: cell, computed: cell.computed !== null, cells: [] }),
    seriesId: (cell) => (cell.computed ? `${seriesKey(cell)} | ${cell.computed}` : seriesKey(cell)),
    breaks: crossed(all, comparison.breaks),
  };
  const blocks = stackBlocks(setup, kind);
  const heading = headingOf(setup, all, kind);
  const words = CHART_WORDS[language];
  const differs = (key: 'basis' | 'definition'): boolean =>
    new Set(comparison.cells.map((c) => c[key])).size > 1;
  const signs = new Set(blocks.flatMap((block) => [...block.signs]));
  const notes = comparison.cells.flatMap((c) =>
    c.notes.filter((n) => n.mandatory).map((n) => n.text[language]),
  );
  const broken = setup.breaks.map((one) => breakWords(one, language));
  let stops: ChartModel['stops'] | undefined;
  const every = <K extends 'ground' | 'marks' | 'labels' | 'plots' | 'panels'>(key: K): Block[K][number][] =>
    blocks.flatMap((block) => block[key] as Block[K][number][]);
  return {
    kind,
    language,
    width,
    height: Math.ceil((blocks.at(-1)?.bottom ?? 40) + 4),
    heading,
    alternative: [alternativeOf(comparison, all, names, kind, language, heading), ...broken].join(' '),
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
    notices: [
      ...(differs('basis') ? [words.differentBases] : []),
      ...(differs('definition') ? [words.differentDefinitions] : []),
    ],
    notes: [...new Set([...notes, ...broken])],
    sources: comparison.sources.map((source) => creditOf(source, language)),
  };
}

/** How many panels stand above block `i`. */
const before = (blocks: readonly Block[], i: number): number =>
  blocks.slice(0, i).reduce((sum, block) => sum + block.panels.length, 0);

/** The finding and what is measured, broken into lines of the frame. */
function headingOf(setup: Setup, all: readonly Series[], kind: ChartKind): ChartModel['heading'] {
  const { comparison, names, language, width } = setup;
  const title = findingOf(comparison, all, names, kind, language);
  const subtitle = subtitleOf(comparison, names, language);
  const size = width < 480 ? 21 : 24;
  return {
    title,
    titleLines: balanceText(title, Math.min(width, 34 * size), 'title', 3, size),
    subtitle,
    subtitleLines: wrapText(subtitle, width, 'note', 3, 15),
  };
}
