/** The facts about an answer that decide which kinds of chart are honest for it. */
import { seriesOf, type Comparison, type Series } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { subjectPeriodKey } from '#stats/sources/series-key.ts';
import { formatPeriod, isPartOfYear } from '#stats/time/period.ts';
import { tilesTime } from './scales/months.ts';
import { flowCells } from './flow-matrix/cells.ts';
import { sankeyCells } from './sankey/bands.ts';
import { mapCells } from './map/cells.ts';
import { twoDates } from './slope/dates.ts';
import { twoSources } from './dumbbell/sources.ts';

/** Fewest periods that make a line. */
const LINE_PERIODS = 3;
/** Most rows of a number line, and most bars and panels, that can still be read. */
const MOST_ROWS = 80;
const MOST_BARS = 40;
const MOST_PANELS = 6;
/** Most panels of changes; with more, lines show the changes better. */
const MOST_CHANGES = 3;
/** Most months that read best as bars, and only those of a single series. */
const MOST_MONTHS = 24;
/** Most small panels, and most rows of a table of cells. */
const MOST_FACETS = 24;
const MOST_GRID_ROWS = 60;
/** A few figures of a few series read best as rows. */
const FEW_FIGURES = 12;

/** Without a query, no source counts as chosen. */
export type ChartableAnswer = Pick<Comparison, 'cells' | 'indicator'> &
  Partial<Pick<Comparison, 'query' | 'areas'>>;

export interface AnswerFacts {
  /** A series has enough years or months for a line. */
  readonly hasLine: boolean;
  /** Bars can be compared: they start at zero, their periods tile time, and they are few enough to read. */
  readonly hasBars: boolean;
  /** Bars suit it best: amounts that add up, and changes of a few series, but not many months. */
  readonly isAmount: boolean;
  /** Two sources have figures for the same thing in several years. */
  readonly hasSourceRange: boolean;
  /** The question names no source, so the preferred one is drawn in the range of the others. */
  readonly isSourceOpen: boolean;
  /** Lines are few enough for a small panel each, and more than one. */
  readonly hasFacets: boolean;
  /** Figures of lines differ so much, and are all above zero, that their ratios are worth an axis. */
  readonly hasRatios: boolean;
  /** Series and periods are few enough for a cell each. */
  readonly hasGrid: boolean;
  /** Two dates have figures of the same series. */
  readonly hasTwoDates: boolean;
  /** Two sources have a figure for the same place and period. */
  readonly hasTwoSources: boolean;
  /** Countries have a figure each in one period. */
  readonly hasMap: boolean;
  /** Origins have counts in several places in one period. */
  readonly hasFlows: boolean;
  /** These counts can be added up, so that they are parts of a whole. */
  readonly hasDisjointFlows: boolean;
  /** Rows are few enough to read. */
  readonly hasFewRows: boolean;
  /** A few years of a few areas. A source that only appears in secondary print has no line to draw. */
  readonly isSmall: boolean;
}

export function answerFacts(answer: ChartableAnswer): AnswerFacts {
  const { cells } = answer;
  const all = seriesOf(answer);
  const hasLine = all.some(
    (series) => tilesTime(series.key.basis) && periodCount(statedCells(series)) >= LINE_PERIODS,
  );
  const tiled = all.filter((series) => tilesTime(series.key.basis) && statedCells(series).length > 0);
  const slots = Math.max(0, ...tiled.map((series) => periodCount(series.cells)));
  // A single bar among gaps shows neither more nor less.
  const bars = Math.max(0, ...tiled.map((series) => periodCount(statedCells(series))));
  return {
    hasLine,
    hasBars: bars >= 2 && slots <= MOST_BARS && tiled.length <= MOST_PANELS && standsOnZero(cells),
    isAmount: isAmount(answer, tiled.length) && !areLongMonths(tiled, slots),
    hasSourceRange: hasLine && !transformOf(cells) && severalSourcesMeet(cells),
    isSourceOpen: answer.query?.source.length === 0,
    ...gridFacts(all, cells),
    hasMap: mapCells(answer) !== null,
    hasFlows: flowCells(answer) !== null,
    hasDisjointFlows: sankeyCells({ areas: [], ...answer }) !== null,
    hasFewRows: cells.length <= MOST_ROWS,
    isSmall: !hasLine && cells.length <= FEW_FIGURES && all.length > 2,
  };
}

/** What the kinds need that compare series side by side. */
function gridFacts(
  all: readonly Series[],
  cells: readonly Cell[],
): Pick<AnswerFacts, 'hasFacets' | 'hasRatios' | 'hasGrid' | 'hasTwoDates' | 'hasTwoSources'> {
  const tiled = all.filter(({ key }) => tilesTime(key.basis));
  const lines = tiled.filter((series) => periodCount(statedCells(series)) >= LINE_PERIODS);
  // All ends: a low of zero has no place on an axis of ratios.
  const values = tiled
    .flatMap(statedCells)
    .flatMap(({ stated }) => [stated?.value, stated?.low, stated?.high])
    .filter((n): n is number => typeof n === 'number');
  const periods = new Set(tiled.flatMap(({ cells: of }) => of.map(({ period }) => formatPeriod(period))));
  const isPlain = ['index', 'rank'].every((id) => id !== transformOf(cells));
  return {
    hasFacets: lines.length > 1 && lines.length <= MOST_FACETS,
    hasRatios: isPlain && values.length > 0 && Math.min(...values) > 0 && isTenfold(values),
    hasGrid:
      isPlain &&
      tiled.length > 1 &&
      tiled.length <= MOST_GRID_ROWS &&
      periods.size > 2 &&
      periods.size <= MOST_BARS,
    hasTwoDates: isPlain && twoDates(tiled.flatMap(({ cells: of }) => of)) !== null,
    hasTwoSources: isPlain && twoSources(cells) !== null,
  };
}

/** From the first ratio on, the lesser figures are hard to see on an axis from zero; above the second no axis is read. */
const isTenfold = (values: readonly number[]): boolean => {
  const ratio = Math.max(...values) / Math.min(...values);
  return ratio >= 10 && ratio <= 1e7 && Math.min(...values) > 1e-6;
};

const statedCells = (series: Series): Cell[] => series.cells.filter((cell) => cell.stated);

const periodCount = (cells: readonly Cell[]): number =>
  new Set(cells.map(({ period }) => formatPeriod(period))).size;

const transformOf = (cells: readonly Cell[]): Cell['transform'] =>
  cells.find(({ transform }) => transform)?.transform;

/** Months of several series, or of several years, are read as lines. */
const areLongMonths = (tiled: readonly Series[], slots: number): boolean =>
  tiled.some(({ key }) => isPartOfYear(key.basis)) && (tiled.length > 1 || slots > MOST_MONTHS);

/** The length of a bar is its amount. The length of an index or a rank would mean nothing. */
const standsOnZero = (cells: readonly Cell[]): boolean =>
  !['index', 'rank'].includes(transformOf(cells) ?? '');

function isAmount({ cells, indicator }: ChartableAnswer, panels: number): boolean {
  const transform = transformOf(cells);
  if (transform === 'change' || transform === 'change-percent') return panels <= MOST_CHANGES;
  return transform === undefined && indicator.measure === 'count' && indicator.additive === 'flow';
}

/** Whether two sources have a figure for the same thing in several years. */
function severalSourcesMeet(cells: readonly Cell[]): boolean {
  if (cells.every((cell) => cell.source === cells[0]?.source)) return false;
  const sources = new Map<string, Set<string>>();
  for (const cell of cells) {
    if (!cell.stated || !tilesTime(cell.basis)) continue;
    const subject = subjectPeriodKey(cell);
    sources.set(subject, (sources.get(subject) ?? new Set()).add(cell.source));
  }
  return [...sources.values()].filter((ids) => ids.size > 1).length > 1;
}
