/**
 * Extends breaks to groups: a break in the series of a member is also a break in the figures computed from
 * it.
 */
import { memoizeByObject } from '../memoize.ts';
import { codesBelow } from '../model/area-overlap.ts';
import type { Break } from '../model/break.ts';

/** The properties of an area that breaks depend on. */
interface BreakArea {
  readonly code: string;
  readonly members?: readonly { readonly area: string }[];
}

/**
 * The breaks, including their effect on groups: a break in the series of a member is also a break in the
 * figures computed from it.
 * @example Honduras' classes of homicide are in doubt -> so is the rate of the Northern Triangle
 */
function withGroups(breaks: readonly Break[], areas: readonly BreakArea[]): readonly Break[] {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const groups = areas.map(({ code }) => ({ code, below: codesBelow(code, byCode) }));
  return breaks.flatMap((seriesBreak) => {
    const { area } = seriesBreak;
    if (area === undefined) return [seriesBreak];
    return [
      seriesBreak,
      ...groups.filter(({ below }) => below.has(area)).map(({ code }) => ({ ...seriesBreak, area: code })),
    ];
  });
}

/** The breaks of a catalogue, including their effect on its groups. */
export const breaksOf = memoizeByObject(
  ({ breaks = [], areas }: { readonly breaks?: readonly Break[]; readonly areas: readonly BreakArea[] }) =>
    withGroups(breaks, areas),
);
