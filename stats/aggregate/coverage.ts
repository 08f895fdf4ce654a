/**
 * What a combined figure was made from, and how much of it was available. Three things are counted and kept
 * apart: members of a group, parts of a figure (sexes, stages, sectors), and the months of one area.
 */
import type { Area } from '../model/catalogue.ts';
import type { Cell, Coverage, SeriesKey } from '../model/observation.ts';

export const COVERED_KINDS = ['members', 'parts', 'months'] as const;
export type CoveredKind = (typeof COVERED_KINDS)[number];

/**
 * What went into a computed series. If several axes are combined they are parts: a member of one axis in a
 * part of another. If no axis is combined, only time is: months.
 * @example coveredKind([], { area: 'HND+SLV', counterpart: '_Z', breakdown: '_T' }) === 'members'
 * @example coveredKind([], { area: 'USA', counterpart: '_T', breakdown: '_T' }) === 'months'
 */
export function coveredKind(
  areas: readonly Pick<Area, 'code' | 'kind'>[],
  { area, counterpart, breakdown }: Pick<SeriesKey, 'area' | 'counterpart' | 'breakdown'>,
): CoveredKind {
  const isJoined = (code: string): boolean => code.includes('+');
  const isCombined = (code: string): boolean =>
    isJoined(code) || areas.some((area) => area.code === code && area.kind === 'group');
  const combined = [isCombined(area), isCombined(counterpart), isJoined(breakdown)].filter(Boolean).length;
  if (combined === 0) return 'months';
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
