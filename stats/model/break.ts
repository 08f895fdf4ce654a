/**
 * A break is a moment at which a series stops being like itself: what is counted, how, or where changed, or
 * somebody doubts that it stayed the same. Breaks are data. They are written in the catalogue beside the
 * indicators, each with its words. No change, index or mean is taken across one that somebody declared; a doubt
 * and a note are said beside what is computed across them (docs/rules.md#doubt-and-break).
 *
 * @example Title 42 expulsions enter US apprehensions on 21 March 2020: FY2019 and FY2020 are parted, FY2020
 * and FY2021 are too (FY2020 holds both kinds), FY2018 and FY2019 are not.
 */
import type { Text } from '../language.ts';
import type { Note } from './catalogue.ts';
import { isDated, type Basis, type Period } from '../time/period.ts';

/**
 * definition: what is counted changed. method: how it is counted changed. scope: where or who changed. period: the
 * periods themselves changed, so that one does not follow the other.
 * doubt: a source doubts that the years compare; nothing is established. note: something changed that a reader
 * must know of, and the series was made to span it.
 */
export const BREAK_KINDS = ['definition', 'method', 'scope', 'period', 'doubt', 'note'] as const;
export type BreakKind = (typeof BREAK_KINDS)[number];

/** Whether nothing is computed across a break of a kind; across the others it is, with a note. */
const BLOCKS: Readonly<Record<BreakKind, boolean>> = {
  definition: true,
  method: true,
  scope: true,
  period: true,
  doubt: false,
  note: false,
};

export interface Break {
  readonly id: string;
  readonly indicator: string;
  /** Only for this area, source or definition, or periods of this basis; absent: for all. */
  readonly area?: string;
  readonly source?: string;
  readonly definition?: string;
  readonly basis?: Basis;
  readonly kind: BreakKind;
  /** First day of the new way. */
  readonly at: string;
  /** Where only a span is known in which it changed: its last day; `at` is its first. */
  readonly until?: string;
  /** A few words for a label on a chart: `Title 42 begins`. */
  readonly name: Text;
  readonly text: Text;
  /** Who says so, and where to read it. */
  readonly cited: { readonly text: Text; readonly url?: string };
}

/** What a break may concern: the key of a series, as far as it matters. */
interface Broken {
  readonly indicator: string;
  readonly area: string;
  readonly source: string;
  readonly definition: string;
}

/** Whether a break concerns a series. Areas that were asked for together (`HND+SLV`) are concerned as each is. */
export const concerns = (seriesBreak: Break, series: Broken): boolean =>
  seriesBreak.indicator === series.indicator &&
  (seriesBreak.area === undefined || series.area.split('+').includes(seriesBreak.area)) &&
  (seriesBreak.source === undefined || seriesBreak.source === series.source) &&
  (seriesBreak.definition === undefined || seriesBreak.definition === series.definition);

/** Whether a break lies between two periods, or inside one of them: they are not both before nor both after. */
export function separates(seriesBreak: Break, a: Period, b: Period): boolean {
  if (!isDated(a) || !isDated(b)) return false;
  const { basis } = seriesBreak;
  if (basis !== undefined && (a.basis !== basis || b.basis !== basis)) return false;
  const before = (period: Period): boolean => period.end !== null && period.end < seriesBreak.at;
  const after = (period: Period): boolean =>
    period.start !== null &&
    (seriesBreak.until === undefined ? period.start >= seriesBreak.at : period.start > seriesBreak.until);
  return !(before(a) && before(b)) && !(after(a) && after(b));
}

const partings = (series: Broken, a: Period, b: Period, breaks: readonly Break[]): readonly Break[] =>
  breaks.filter((seriesBreak) => concerns(seriesBreak, series) && separates(seriesBreak, a, b));

/** The breaks of a series that part two of its periods, so that nothing is computed across them. */
export const breaksBetween = (
  series: Broken,
  a: Period,
  b: Period,
  breaks: readonly Break[],
): readonly Break[] => partings(series, a, b, breaks).filter(({ kind }) => BLOCKS[kind]);

/** What must be said of a figure that is computed from two periods of a series: what is doubted or changed between. */
export const doubtsBetween = (series: Broken, a: Period, b: Period, breaks: readonly Break[]): Note[] =>
  partings(series, a, b, breaks)
    .filter(({ kind }) => !BLOCKS[kind])
    .map(({ text }) => ({ text, mandatory: true }));
