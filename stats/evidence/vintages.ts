/**
 * The vintages of a series: what each period was said to be in each file, in order of publication, and how far
 * a first print was revised. Files of several sources stand side by side where they publish the same figure.
 *
 * @example border deaths FY2014: 307 in the file of 2018, 315 in that of 2020 -> revised by +8
 */
import type { SeriesKey } from '../model/observation.ts';
import { significant } from '../number.ts';
import { comparePeriods, formatPeriod, type Period } from '../time/period.ts';
import type { Stated } from '../uncertainty/hedge.ts';
import { sizeOf, type Revision } from './revision.ts';

/** One figure in one file. */
export interface VintageFigure {
  readonly source: string;
  readonly edition: string;
  /** Date of publication of the file. */
  readonly vintage: string;
  readonly period: Period;
  readonly stated: Stated;
}

/** A file, as a column. */
export interface Vintage {
  readonly source: string;
  readonly edition: string;
  readonly vintage: string;
}

export interface VintageRow {
  readonly period: Period;
  /** In the order of the columns; null where a file does not have the period. */
  readonly figures: readonly (Stated | null)[];
}

/** How the figures of one file differ from those of the file before it. */
export interface RevisionStatistics {
  readonly from: Vintage;
  readonly to: Vintage;
  /** Periods that both files have with a plain value. */
  readonly compared: number;
  readonly raised: number;
  readonly lowered: number;
  /** Of the values that were revised; null if none was. */
  readonly median: number | null;
  readonly greatest: { readonly period: Period; readonly size: number } | null;
  /** Days from one publication to the next; null unless both days are known. */
  readonly delay: number | null;
}

export interface VintageTable {
  readonly vintages: readonly Vintage[];
  readonly rows: readonly VintageRow[];
  readonly statistics: readonly RevisionStatistics[];
}

/**
 * The table of a series, from its figures in all files.
 * @param rankOf the rank of a source, 0 for the preferred one: of files of one day that has the last word
 */
export function vintageTable(
  figures: readonly VintageFigure[],
  rankOf: (source: string) => number = () => 0,
): VintageTable {
  const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const vintages = [
    ...new Map(
      figures.map(({ source, edition, vintage }) => [edition, { source, edition, vintage }] as const),
    ).values(),
  ].sort(
    (a, b) =>
      inOrder(a.vintage, b.vintage) || rankOf(b.source) - rankOf(a.source) || inOrder(a.edition, b.edition),
  );
  const periods = [
    ...new Map(figures.map(({ period }) => [formatPeriod(period), period] as const)).values(),
  ].sort(comparePeriods);
  const at = new Map(
    figures.map((figure) => [`${figure.edition} ${formatPeriod(figure.period)}`, figure.stated]),
  );
  const rows = periods.map((period): VintageRow => ({
    period,
    figures: vintages.map(({ edition }) => at.get(`${edition} ${formatPeriod(period)}`) ?? null),
  }));
  return { vintages, rows, statistics: vintages.slice(1).map((_, i) => statisticsOf(vintages, rows, i + 1)) };
}

/** The revisions of a column against the one before it. */
function statisticsOf(
  vintages: readonly Vintage[],
  rows: readonly VintageRow[],
  column: number,
): RevisionStatistics {
  const [from, to] = [vintages[column - 1]!, vintages[column]!];
  const changes = rows.flatMap(({ period, figures }) => {
    const [was, is] = [figures[column - 1]?.value ?? null, figures[column]?.value ?? null];
    return was === null || is === null ? [] : [{ period, size: significant(is - was) }];
  });
  return { ...statisticsOfChanges(from, to, changes), greatest: greatestOf(changes) };
}

type Change = { readonly size: number };

/** The change that is greatest, the first of several; null if none is a revision. */
const greatestOf = <T extends Change>(changes: readonly T[]): T | null =>
  changes.reduce<T | null>(
    (most, change) => (Math.abs(change.size) > Math.abs(most?.size ?? 0) ? change : most),
    null,
  );

/** The statistics of the changes from one file to the next; a change of 0 is no revision. */
function statisticsOfChanges(
  from: Vintage,
  to: Vintage,
  changes: readonly Change[],
): Omit<RevisionStatistics, 'greatest'> {
  const revised = changes.filter(({ size }) => size !== 0);
  return {
    from,
    to,
    compared: changes.length,
    raised: revised.filter(({ size }) => size > 0).length,
    lowered: revised.filter(({ size }) => size < 0).length,
    median: medianOf(revised.map(({ size }) => Math.abs(size))),
    delay: daysBetween(from.vintage, to.vintage),
  };
}

/** How far one file of a source revised the one before it, over all its series of an indicator. */
export interface SourceRevisions extends Omit<RevisionStatistics, 'greatest'> {
  /** The series and period that changed most. */
  readonly greatest: (SeriesKey & { readonly period: Period; readonly size: number }) | null;
  /** The median size in percent of the value before, of those that were revised and not zero. */
  readonly medianPercent: number | null;
}

/** A row that changed its file, with a plain value before and after; null for every other row. */
function changeOf(revision: Revision) {
  const { was, is } = revision;
  const [before, size] = [was?.stated?.value ?? null, sizeOf(revision)];
  if (!was || !is || before === null || size === null || was.edition === is.edition) return null;
  return { revision, from: was.edition, to: is.edition, before, size };
}

/**
 * The statistics of each file against the one before it, in order of publication. Rows that a newer file repeats
 * are compared too; rows that only gained or lost a value are not.
 */
export function revisionsBySource(
  revisions: readonly Revision[],
  vintageOf: (edition: string) => string,
): readonly SourceRevisions[] {
  const changes = revisions.flatMap((revision) => changeOf(revision) ?? []);
  const byFiles = new Map<string, typeof changes>();
  for (const change of changes) {
    const files = `${change.from} ${change.to}`;
    const own = byFiles.get(files);
    if (own) own.push(change);
    else byFiles.set(files, [change]);
  }
  return [...byFiles.values()]
    .flatMap((own): SourceRevisions[] => {
      const [{ from, to, revision } = {}] = own;
      if (!revision || from === undefined || to === undefined) return [];
      const { source } = revision;
      const most = greatestOf(own);
      const percents = own.flatMap(({ size, before }) =>
        size === 0 || before === 0 ? [] : [Math.abs(size / before) * 100],
      );
      const older = { source, edition: from, vintage: vintageOf(from) };
      const newer = { source, edition: to, vintage: vintageOf(to) };
      return [
        {
          ...statisticsOfChanges(older, newer, own),
          medianPercent: medianOf(percents),
          greatest: most && { ...seriesOfRevision(most.revision), size: most.size },
        },
      ];
    })
    .sort((a, b) => (a.to.vintage < b.to.vintage ? -1 : a.to.vintage > b.to.vintage ? 1 : 0));
}

const seriesOfRevision = ({
  indicator,
  source,
  area,
  counterpart,
  breakdown,
  definition,
  basis,
  period,
}: Revision): SeriesKey & { readonly period: Period } => ({
  ...{ indicator, source, area, counterpart, breakdown, definition, basis, period },
});

function medianOf(sizes: readonly number[]): number | null {
  const sorted = [...sizes].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return low === undefined || high === undefined ? null : significant((low + high) / 2);
}

const isDay = (date: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date);

const daysBetween = (from: string, to: string): number | null =>
  isDay(from) && isDay(to) ? Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) : null;
