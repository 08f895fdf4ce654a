/**
 * What a combined figure is made of, and how much of it was there. Three things are counted and never mixed up:
 * members of a group, parts of a figure (sexes, stages, sectors), and the months of one place.
 */
import type { Area } from '../model/catalogue.ts';
import type { Cell, Coverage, SeriesKey } from '../model/observation.ts';

export const COVERED_KINDS = ['members', 'parts', 'months'] as const;
export type CoveredKind = (typeof COVERED_KINDS)[number];

/**
 * What went into a computed series. Where more than one axis is combined they are parts: a member of one in a
 * part of the other. Where none is, only time is left: months.
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
 * The least and the most that went into the figures of some cells; null where none was computed. A line of a
 * group whose members come and go is no one group's: both ends are said.
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
