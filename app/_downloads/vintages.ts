/**
 * Several releases of one answer: the columns of every other file, and in `release` the release that says so. `first` is what was published first of each figure, `all` every release's, `changes` each figure
 * that was ever revised, whenever it changed.
 */
import { quote } from '#stats/csv.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { seriesKey, type Cell } from '#stats/model/observation.ts';
import { sameFigure } from '#stats/evidence/revision.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { COLUMN_NAMES, DOWNLOAD_COLUMNS, type CsvRow, type DownloadColumn } from './columns.ts';
import { CSV_HEADER, csvRowOf } from './csv.ts';
import { rowWriter } from './row.ts';

export const VINTAGE_CHOICES = ['first', 'all', 'changes'] as const;
export type VintageChoice = (typeof VINTAGE_CHOICES)[number];

/** A figure in one release. */
interface ReleasedFigure {
  readonly cell: Cell;
  readonly of: Comparison;
}

/** What identifies a figure from release to release. */
export const figureKey = (cell: Cell): string =>
  `${seriesKey(cell)} | ${formatPeriod(cell.period)} | ${cell.computed ?? ''}`;

/** Whether two releases say the same. */
export const isSameFigure = (a: Cell, b: Cell): boolean =>
  sameFigure(a.stated, b.stated) && a.gap?.code === b.gap?.code;

/** The vintages of one figure that differ from the one before. */
const changesOf = (vintages: readonly ReleasedFigure[]): readonly ReleasedFigure[] =>
  vintages.filter(({ cell }, i) => {
    const before = vintages[i - 1];
    return !before || !isSameFigure(before.cell, cell);
  });

function chosen(vintages: readonly ReleasedFigure[], choice: VintageChoice): readonly ReleasedFigure[] {
  if (choice === 'all') return vintages;
  if (choice === 'first') return vintages.slice(0, 1);
  const changes = changesOf(vintages);
  return changes.length > 1 ? changes : [];
}

/**
 * The vintages of the answers of several releases, the oldest release first. Figures come in the order of the
 * newest release that has them, and the vintages of each in the order of their releases.
 */
function vintagesOf(answers: readonly Comparison[], choice: VintageChoice): ReleasedFigure[] {
  const figures = new Map<string, ReleasedFigure[]>();
  // A release that has nothing of a code says nothing: only rows on file are vintages.
  const onFile = answers.map((of) => ({
    of,
    cells: of.cells.filter(({ gap }) => gap?.code !== 'not-on-file'),
  }));
  for (const { cells } of onFile.toReversed()) {
    for (const cell of cells) if (!figures.has(figureKey(cell))) figures.set(figureKey(cell), []);
  }
  for (const { of, cells } of onFile)
    for (const cell of cells) figures.get(figureKey(cell))?.push({ cell, of });
  return [...figures.values()].flatMap((vintages) => chosen(vintages, choice));
}

/** Everything that several answers name, once, as the newest release has it. */
const named = <Thing>(
  answers: readonly Comparison[],
  things: (answer: Comparison) => readonly Thing[],
  key: (thing: Thing) => string,
): Thing[] => [...new Map(answers.flatMap(things).map((thing) => [key(thing), thing])).values()];

/** The same as one answer, for formats whose rows say their release. */
export function mergeVintages(answers: readonly Comparison[], choice: VintageChoice): Comparison {
  const newest = answers.at(-1);
  if (!newest) throw new Error('vintages need at least one answer');
  const vintages = vintagesOf(answers, choice);
  return {
    ...newest,
    areas: named(
      answers,
      ({ areas }) => areas,
      ({ code }) => code,
    ),
    dimensions: named(
      answers,
      ({ dimensions }) => dimensions,
      ({ id }) => id,
    ),
    sources: named(
      answers,
      ({ sources }) => sources,
      ({ id }) => id,
    ),
    editions: named(
      answers,
      ({ editions }) => editions,
      ({ id }) => id,
    ),
    cells: vintages.map(({ cell }) => cell),
    releaseOf: new Map(vintages.map(({ cell, of }) => [cell, of.release.version])),
  };
}

const columnOf = (name: keyof CsvRow): DownloadColumn<unknown> => DOWNLOAD_COLUMNS[name];

/** The whole file. */
export function formatVintagesCsv(answers: readonly Comparison[], choice: VintageChoice): string {
  const writers = new Map(answers.map((answer) => [answer, rowWriter(answer)]));
  const lines = vintagesOf(answers, choice).map(({ cell, of }) => {
    const row = csvRowOf(writers.get(of)!(cell), of.language);
    return `${COLUMN_NAMES.map((name) => quote(columnOf(name).format(row[name]))).join(',')}\n`;
  });
  return CSV_HEADER + lines.join('');
}
