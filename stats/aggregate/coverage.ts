/**
 * What a combined figure was made from, and how much of it was available. Three things are counted and kept
 * apart: members of a group, parts of a figure (sexes, stages, sectors), and the months, quarters or half
 * years of one area.
 */
import type { Area } from '../model/catalogue.ts';
import type { PartOfYear } from '../time/period.ts';
import type { Cell, Coverage, SeriesKey } from '../model/observation.ts';

export const COVERED_KINDS = ['members', 'parts', 'months', 'quarters', 'half-years'] as const;
export type CoveredKind = (typeof COVERED_KINDS)[number];

/** Whether a kind is one of places or parts, and not of time. */
export const isOfMembers = (kind: CoveredKind): boolean => kind === 'members' || kind === 'parts';

/**
 * What went into a computed series. If several axes are combined they are parts: a member of one axis in a
 * part of another. If no axis is combined, only time is: months, or what else the indicator's years are made of.
 * @example coveredKind([], { area: 'HND+SLV', counterpart: '_Z', breakdown: '_T' }) === 'members'
 * @example coveredKind([], { area: 'USA', counterpart: '_T', breakdown: '_T' }) === 'months'
 */
export function coveredKind(
  areas: readonly Pick<Area, 'code' | 'kind'>[],
  { area, counterpart, breakdown }: Pick<SeriesKey, 'area' | 'counterpart' | 'breakdown'>,
  step: PartOfYear | null = 'month',
): CoveredKind {
  const isJoined = (code: string): boolean => code.includes('+');
  const isCombined = (code: string): boolean =>
    isJoined(code) || areas.some((area) => area.code === code && area.kind === 'group');
  const combined = [isCombined(area), isCombined(counterpart), isJoined(breakdown)].filter(Boolean).length;
  if (combined === 0) return step === 'quarter' ? 'quarters' : step === 'half-year' ? 'half-years' : 'months';
  return combined === 1 && !isJoined(breakdown) ? 'members' : 'parts';
}

/**
 * The fewest and the most parts in the figures of some cells; null if none was computed. If members join or
 * leave a group, the number differs from figure to figure, so both ends are shown.
 */
export function coverageEnds(
  cells: readonly Cell[],
): { readonly fewest: Coverage; readonly most: Coverage } | null {
  const covered = cells
    .flatMap((cell) => (cell.coverage !== null && cell.stated !== null ? [cell.coverage] : []))
    .sort((a, b) => a.present / a.expected - b.present / b.expected);
  const [fewest, most] = [covered[0], covered.at(-1)];
  return fewest && most ? { fewest, most } : null;
}
