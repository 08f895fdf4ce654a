/**
 * The answer that an envelope chart draws: the preferred source's line for each series, with ends from the
 * least to the greatest figure of all sources. A period that only other sources have is a range without a
 * middle, or a single tick. No figure is computed: each end of the band is the figure of some source. Gaps,
 * figures of other documents and figures that no time axis can hold stay as they are.
 */
import { group } from 'd3-array';
import { SEVERAL_SOURCES_WORDS } from '#app/_words/several-sources.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { DerivedChart } from './panel/derived.ts';
import { sourceDisagreementText } from './wording/source-disagreement.ts';
import { envelopesOf, type Envelope } from '#stats/sources/range.ts';
import { ownFigures } from '#stats/sources/disagreement.ts';
import type { Cell } from '#stats/model/observation.ts';
import { sourceRank, subjectKey } from '#stats/sources/series-key.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { tilesTime } from './scales/months.ts';

/**
 * Lines in their bands, with words that name the preferred source and state where the sources differ most.
 */
export function sourceRangeChart(comparison: Comparison): DerivedChart {
  const text = sourceDisagreementText(comparison);
  const band = SEVERAL_SOURCES_WORDS[comparison.language].band(text?.chosen ?? '');
  return {
    comparison: withSourceRange(comparison),
    kind: 'line',
    sentences: [band, ...(text?.spread ? [text.spread] : [])],
  };
}

/** The figures of the preferred sources with the range of all, and everything that a range cannot hold. */
function withSourceRange(comparison: Comparison): Comparison {
  const { indicator, cells, sources } = comparison;
  const rank = sourceRank(indicator.sources);
  const secondary = new Set(sources.filter(({ kind }) => kind === 'secondary').map(({ id }) => id));
  const subjects = [...group(cells.filter(onTimeAxis), subjectKey).values()].map((of): Subject => {
    const stated = of.filter((cell) => cell.stated !== null);
    const byRank = (stated.length > 0 ? stated : of).toSorted((a, b) => rank(a.source) - rank(b.source));
    return { of, chosen: byRank[0]?.source };
  });
  const drawn = subjects.flatMap((subject) => rangeCells(subject, indicator.signed));
  // Figures of other documents stay beside the line, as they were printed.
  const printed = subjects.flatMap(({ of, chosen }) =>
    of.filter((cell) => cell.stated && cell.source !== chosen && secondary.has(cell.source)),
  );
  const elsewhere = cells.filter((cell) => !onTimeAxis(cell));
  return { ...comparison, cells: [...drawn, ...printed, ...elsewhere] };
}

const onTimeAxis = ({ basis }: Cell): boolean => tilesTime(basis);

/** All cells of one thing, and the source whose line is drawn. */
interface Subject {
  readonly of: readonly Cell[];
  readonly chosen: string | undefined;
}

/** The cells of the chosen source, each with the range of all sources of its period. */
function rangeCells({ of, chosen }: Subject, signed: boolean): Cell[] {
  const ranges = new Map(
    envelopesOf(ownFigures(of), signed).map((range) => [formatPeriod(range.period), range]),
  );
  const own = of.filter(({ source }) => source === chosen);
  const published = new Set(own.filter(({ stated, computed }) => stated && computed === null).map(periodOf));
  const drawn = own.map((cell): Cell => {
    const range = ranges.get(periodOf(cell));
    // A sum beside a published figure has no range of its own.
    if (!isKnown(range) || (cell.computed !== null && published.has(periodOf(cell)))) return cell;
    if (!cell.stated) return otherSources(cell, range);
    if (cell.stated.value === null) return cell;
    return { ...cell, stated: { ...cell.stated, low: range.low, high: range.high }, isBand: true };
  });
  const periods = new Set(own.map(periodOf));
  const only = [...ranges].flatMap(([period, range]) => {
    const other = of.find((cell) => cell.stated !== null && periodOf(cell) === period);
    if (periods.has(period) || !other || chosen === undefined || !isKnown(range)) return [];
    return [otherSources({ ...other, source: chosen, computed: null }, range)];
  });
  return [...drawn, ...only];
}

const isKnown = (range: Envelope | undefined): range is Envelope =>
  range !== undefined && Number.isFinite(range.low) && Number.isFinite(range.high);

const periodOf = ({ period }: Cell): string => formatPeriod(period);

/** A period of which only other sources have figures: a range without a middle, or a tick for one figure. */
const otherSources = (cell: Cell, { low, high }: Pick<Envelope, 'low' | 'high'>): Cell => ({
  ...cell,
  stated: { qualifier: 'range', value: null, low, high },
  gap: null,
  attributedTo: null,
  locator: null,
  printed: null,
});
