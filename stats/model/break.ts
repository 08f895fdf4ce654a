/**
 * A break is a day from which a series is no longer comparable with its past: what is counted, how or where
 * changed, or somebody doubts that it stayed the same. Breaks are data, written in the catalogue beside the
 * indicators with their texts. No change, index or mean is computed across a declared break; a doubt or a
 * note is shown with what is computed across it (docs/rules.md#doubt-and-break).
 *
 * @example Title 42 expulsions enter US apprehensions on 21 March 2020. The break separates FY2019 from
 * FY2020, and FY2020 from FY2021 (FY2020 contains both kinds), but not FY2018 from FY2019.
 */
import type { Text } from '../language.ts';
import { isDated, type Basis, type Period } from '../time/period.ts';

/**
 * definition: what is counted changed. method: how it is counted changed. scope: where, or which people,
 * changed. period: the periods changed, so that they no longer follow one another. doubt: a source doubts
 * that the years are comparable, but nothing is established. note: something changed that readers must know,
 * but the series was built to span it.
 */
export const BREAK_KINDS = ['definition', 'method', 'scope', 'period', 'doubt', 'note'] as const;
export type BreakKind = (typeof BREAK_KINDS)[number];

/** Whether a break of this kind blocks calculations across it; otherwise they are done, with a note. */
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
  /** Only for this area, source or definition, or for periods of this basis; if absent, for all. */
  readonly area?: string;
  readonly source?: string;
  readonly definition?: string;
  readonly basis?: Basis;
  readonly kind: BreakKind;
  /** The first day after the change. */
  readonly at: string;
  /** If only a span is known in which the change happened: its last day. `at` is then its first day. */
  readonly until?: string;
  /** A short label for a chart: `Title 42 begins`. */
  readonly name: Text;
  readonly text: Text;
  /** The source of this information, and where to read it. */
  readonly cited: { readonly text: Text; readonly url?: string };
}

/** The parts of a series key that decide whether a break concerns it. */
interface Broken {
  readonly indicator: string;
  readonly area: string;
  readonly source: string;
  readonly definition: string;
}

/** Whether a break concerns a series. A combined area (`HND+SLV`) is concerned if any of its areas is. */
export const concerns = (seriesBreak: Break, series: Broken): boolean =>
  seriesBreak.indicator === series.indicator &&
  (seriesBreak.area === undefined || series.area.split('+').includes(seriesBreak.area)) &&
  (seriesBreak.source === undefined || seriesBreak.source === series.source) &&
  (seriesBreak.definition === undefined || seriesBreak.definition === series.definition);

/**
 * Whether a break lies between two periods, or inside one of them, so that they are neither both before nor
 * both after it.
 */
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

/** The breaks of a series that separate two of its periods, so that nothing may be computed across them. */
export const breaksBetween = (
  series: Broken,
  a: Period,
  b: Period,
  breaks: readonly Break[],
): readonly Break[] => partings(series, a, b, breaks).filter(({ kind }) => BLOCKS[kind]);

/**
 * The notes on a figure computed from two periods of a series: what is in doubt, or changed, between them.
 */
export const doubtsBetween = (
  series: Broken,
  a: Period,
  b: Period,
  breaks: readonly Break[],
): { readonly text: Text; readonly mandatory: true }[] =>
  partings(series, a, b, breaks)
    .filter(({ kind }) => !BLOCKS[kind])
    .map(({ text }) => ({ text, mandatory: true }));
