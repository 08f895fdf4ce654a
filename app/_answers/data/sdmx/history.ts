/** Published figures of one or several releases as SDMX data sets: what replaced what, and what was withdrawn. */
import { hasTime, seriesOfCells, type SdmxDataSet } from '#app/_downloads/sdmx/components.ts';
import { figureKey, isSameFigure } from '#app/_downloads/vintages.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';

/** The figures of an answer that a request wants. */
export type Wanted = (cell: Cell) => boolean;

/** As its source published it, and on file. */
const isPublished = (cell: Cell): boolean => cell.computed === null && cell.gap?.code !== 'not-on-file';

export const wantedCells = ({ cells }: Comparison, wanted: Wanted): Cell[] =>
  cells.filter((cell) => isPublished(cell) && wanted(cell));

/** The data set of one release. */
export const snapshot = (answer: Comparison, wanted: Wanted): SdmxDataSet => ({
  action: 'Replace',
  series: seriesOfCells(wantedCells(answer, wanted).filter(hasTime), answer),
});

interface Replaced {
  readonly answer: Comparison;
  readonly replaced: readonly Cell[];
  readonly deleted: readonly Cell[];
}

/** What each release brought that the one before did not have or said differently. The oldest first. */
function stepsOf(answers: readonly Comparison[], wanted: Wanted): Replaced[] {
  let before = new Map<string, Cell>();
  return answers.map((answer) => {
    const now = new Map(
      wantedCells(answer, wanted)
        .filter(hasTime)
        .map((cell) => [figureKey(cell), cell]),
    );
    const replaced = [...now].flatMap(([key, cell]) => {
      const old = before.get(key);
      return old && isSameFigure(old, cell) ? [] : [cell];
    });
    const deleted = [...before].flatMap(([key, cell]) => (now.has(key) ? [] : [cell]));
    before = now;
    return { answer, replaced, deleted };
  });
}

const setsOf = ({ answer, replaced, deleted }: Replaced, isDated: boolean): SdmxDataSet[] => {
  const { date } = answer.release;
  const sets: SdmxDataSet[] = [
    {
      action: 'Replace',
      ...(isDated && { validFrom: date }),
      series: seriesOfCells(replaced, answer),
    },
    { action: 'Delete', ...(isDated && { validTo: date }), series: seriesOfCells(deleted, answer) },
  ];
  return sets.filter(({ series }) => series.length > 0);
};

/** Every release's own data sets (`includeHistory`), of those after a day if one is given. */
export const history = (
  answers: readonly Comparison[],
  wanted: Wanted,
  after: string | null,
): SdmxDataSet[] =>
  stepsOf(answers, wanted)
    .filter(({ answer }) => after === null || answer.release.date >= after)
    .flatMap((step) => setsOf(step, true));

/** The newest form of what changed since a day (`updatedAfter`): the time of a release is its day. */
export function changedSince(answers: readonly Comparison[], wanted: Wanted, after: string): SdmxDataSet[] {
  const newest = answers.at(-1);
  if (!newest) return [];
  const steps = stepsOf(answers, wanted).filter(({ answer }) => answer.release.date >= after);
  const changed = new Set(steps.flatMap(({ replaced }) => replaced.map(figureKey)));
  const now = wantedCells(newest, wanted).filter(hasTime);
  const kept = new Set(now.map(figureKey));
  const deleted = new Map(
    steps
      .flatMap(({ deleted: cells }) => cells)
      .flatMap((cell) => (kept.has(figureKey(cell)) ? [] : [[figureKey(cell), cell] as const])),
  );
  return setsOf(
    {
      answer: newest,
      replaced: now.filter((cell) => changed.has(figureKey(cell))),
      deleted: [...deleted.values()],
    },
    false,
  );
}

/** The first or the last observations of each series. */
export const trimmed = (
  sets: readonly SdmxDataSet[],
  { first, last }: { readonly first: number | null; readonly last: number | null },
): SdmxDataSet[] =>
  first === null && last === null
    ? [...sets]
    : sets.map((set) => ({
        ...set,
        series: set.series.map((series) => {
          const inTime = series.observations.toSorted((a, b) => (a.time < b.time ? -1 : 1));
          const head = first === null ? inTime : inTime.slice(0, first);
          return { ...series, observations: last === null ? head : head.slice(-last) };
        }),
      }));
