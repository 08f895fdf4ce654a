/**
 * The kinds of chart with everything that belongs to a kind: when it is honest, how it is drawn and its name.
 * All other code reads it from here, so a new kind is a new entry (`README.md` has the steps).
 */
import { CHART_KIND_WORDS } from '#app/_words/chart-kinds.ts';
import { barPanel } from './bar/panel.ts';
import type { ChartLayout } from './chart-layout.ts';
import { dumbbell } from './dumbbell/panel.ts';
import { ofTwoSources } from './dumbbell/sources.ts';
import { heatTable } from './heat-table/panel.ts';
import { linePanel, logLinePanel } from './line/panel.ts';
import type { ChartKind } from './model/kind.ts';
import { lineBasis, tiledBasis } from './panel/time-basis.ts';
import { ofTwoDates } from './slope/dates.ts';
import { flowCells } from './flow-matrix/cells.ts';
import { flowMatrix } from './flow-matrix/panel.ts';
import { mapOf } from './map/cells.ts';
import { mapPanel } from './map/panel.ts';
import { ofOnePeriod } from './panel/one-period.ts';
import { sankeyCells } from './sankey/bands.ts';
import { sankey } from './sankey/panel.ts';
import { slopeChart } from './slope/panel.ts';
import { smallMultiples } from './multiples/panel.ts';
import { sourceRangeChart } from './source-range.ts';

const LINE: Omit<ChartLayout, 'words'> = {
  rank: ({ hasLine }) => (hasLine ? 2 : null),
  time: { basisOf: lineBasis, panel: linePanel },
  titleTellsChange: true,
  figuresNamed: 3,
  rulesBeside: false,
  growsWithRows: false,
  fills: 'plot',
  sparkline: 'line',
};

const TABLE: Omit<ChartLayout, 'words' | 'rank' | 'time'> = {
  titleTellsChange: true,
  figuresNamed: 3,
  rulesBeside: false,
  growsWithRows: false,
  fills: 'nothing',
  sparkline: 'line',
};

/** Each kind has words of its own: those of another kind do not compile. */
type LayoutOf<Kind extends ChartKind> = ChartLayout & { readonly words: (typeof CHART_KIND_WORDS)[Kind] };

export const CHART_LAYOUTS: { readonly [Kind in ChartKind]: LayoutOf<Kind> } = {
  line: { ...LINE, words: CHART_KIND_WORDS.line },
  bars: {
    words: CHART_KIND_WORDS.bars,
    rank: ({ hasBars, hasLine, isAmount }) => (hasBars ? (isAmount || !hasLine ? 1 : 3) : null),
    time: { basisOf: tiledBasis, panel: barPanel },
    titleTellsChange: true,
    figuresNamed: 3,
    rulesBeside: false,
    growsWithRows: false,
    fills: 'plot',
    sparkline: 'bars',
  },
  'number-line': {
    words: CHART_KIND_WORDS['number-line'],
    // The last resort, but the best kind for a few figures.
    rank: ({ hasFewRows, hasBars, hasLine, isSmall }) =>
      hasFewRows || !(hasBars || hasLine) ? (isSmall ? 0 : 5) : null,
    time: null,
    titleTellsChange: false,
    figuresNamed: 12,
    rulesBeside: true,
    growsWithRows: true,
    fills: 'rows',
    sparkline: 'marks',
  },
  envelope: {
    ...LINE,
    words: CHART_KIND_WORDS.envelope,
    rank: ({ hasSourceRange, isSourceOpen }) => (hasSourceRange ? (isSourceOpen ? 0.5 : 4) : null),
    derive: sourceRangeChart,
  },
  'small-multiples': {
    ...LINE,
    words: CHART_KIND_WORDS['small-multiples'],
    rank: ({ hasFacets }) => (hasFacets ? 6 : null),
    time: { basisOf: lineBasis, panel: smallMultiples },
    fills: 'nothing',
  },
  'log-line': {
    ...LINE,
    words: CHART_KIND_WORDS['log-line'],
    rank: ({ hasLine, hasRatios }) => (hasLine && hasRatios ? 7 : null),
    time: { basisOf: lineBasis, panel: logLinePanel },
  },
  'heat-table': {
    ...TABLE,
    words: CHART_KIND_WORDS['heat-table'],
    rank: ({ hasGrid }) => (hasGrid ? 8 : null),
    time: { basisOf: lineBasis, panel: heatTable },
  },
  slope: {
    ...TABLE,
    words: CHART_KIND_WORDS.slope,
    rank: ({ hasTwoDates }) => (hasTwoDates ? 9 : null),
    time: { basisOf: lineBasis, panel: slopeChart },
    fills: 'plot',
    derive: ofTwoDates,
  },
  dumbbell: {
    ...TABLE,
    words: CHART_KIND_WORDS.dumbbell,
    rank: ({ hasTwoSources }) => (hasTwoSources ? 10 : null),
    time: { basisOf: lineBasis, panel: dumbbell },
    titleTellsChange: false,
    derive: ofTwoSources,
  },
  map: {
    ...TABLE,
    words: CHART_KIND_WORDS.map,
    // Of more figures than rows can show, a map shows more than a list.
    rank: ({ hasMap, hasFewRows, hasLine }) => (hasMap ? (hasFewRows || hasLine ? 11 : 4.5) : null),
    time: null,
    panel: mapPanel,
    titleTellsChange: false,
    isOfOnePeriod: true,
    derive: mapOf,
  },
  'flow-matrix': {
    ...TABLE,
    words: CHART_KIND_WORDS['flow-matrix'],
    rank: ({ hasFlows }) => (hasFlows ? 12 : null),
    time: null,
    panel: flowMatrix,
    titleTellsChange: false,
    isOfOnePeriod: true,
    derive: ofOnePeriod('flow-matrix', flowCells),
  },
  sankey: {
    ...TABLE,
    words: CHART_KIND_WORDS.sankey,
    rank: ({ hasDisjointFlows }) => (hasDisjointFlows ? 13 : null),
    time: null,
    panel: sankey,
    titleTellsChange: false,
    isOfOnePeriod: true,
    derive: ofOnePeriod('sankey', sankeyCells),
  },
};
