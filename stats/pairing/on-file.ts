/** What is on file of an indicator as a matrix: which source has which place and year, for one part and definition. */
import { ALL, NONE, type SeriesKey } from '../model/observation.ts';
import type { Indicator } from '../model/catalogue.ts';
import type { PlaceAxis } from '../query/several.ts';
import { unique } from '../text.ts';
import type { SeriesWithYears } from './partners.ts';

/** The years that each source has for one place. */
export interface OnFileRow {
  readonly place: string;
  /** By source, in the order of the matrix; empty where a source has nothing for the place. */
  readonly years: readonly (readonly number[])[];
  /** Every year that some source has, in order. */
  readonly any: readonly number[];
}

export interface OnFileMatrix {
  readonly sources: readonly string[];
  /** First and last year; null if nothing is on file. */
  readonly span: readonly [number, number] | null;
  readonly rows: readonly OnFileRow[];
}

/** What a matrix is of. */
export interface OnFileSubject {
  readonly axis: PlaceAxis;
  readonly breakdown: string;
  readonly definition: string;
}

/** The subjects that are on file, those with most figures first. */
export function subjectsOnFile(series: readonly SeriesWithYears[], axis: PlaceAxis): OnFileSubject[] {
  const counts = new Map<string, { readonly subject: OnFileSubject; count: number }>();
  for (const own of series.filter((candidate) => isOnAxis(candidate, axis))) {
    const key = `${own.breakdown} ${own.definition}`;
    const known = counts.get(key) ?? {
      subject: { axis, breakdown: own.breakdown, definition: own.definition },
      count: 0,
    };
    known.count += own.years.length;
    counts.set(key, known);
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count).map(({ subject }) => subject);
}

/** By place the figures of all origins where there are any; by origin those of single ones. */
const isOnAxis = ({ counterpart }: SeriesKey, axis: PlaceAxis): boolean =>
  axis === 'area' ? counterpart === ALL || counterpart === NONE : counterpart !== ALL && counterpart !== NONE;

export function onFileMatrix(
  series: readonly SeriesWithYears[],
  indicator: Pick<Indicator, 'sources'>,
  { axis, breakdown, definition }: OnFileSubject,
): OnFileMatrix {
  const own = series.filter(
    (candidate) =>
      candidate.breakdown === breakdown && candidate.definition === definition && isOnAxis(candidate, axis),
  );
  const sources = indicator.sources.filter((source) => own.some((candidate) => candidate.source === source));
  const placeOf = (key: SeriesKey): string => (axis === 'area' ? key.area : key.counterpart);
  const inOrder = (years: readonly number[]): number[] => unique(years).sort((a, b) => a - b);
  const rows = unique(own.map(placeOf)).map((place): OnFileRow => {
    const ofPlace = own.filter((candidate) => placeOf(candidate) === place);
    const years = sources.map((source) =>
      inOrder(
        ofPlace.filter((candidate) => candidate.source === source).flatMap((candidate) => candidate.years),
      ),
    );
    return { place, years, any: inOrder(years.flat()) };
  });
  const all = rows.flatMap(({ any }) => any);
  const span = all.length === 0 ? null : ([Math.min(...all), Math.max(...all)] as const);
  return { sources, span, rows: rows.toSorted((a, b) => b.any.length - a.any.length) };
}
