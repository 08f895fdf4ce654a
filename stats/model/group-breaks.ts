/** What a break means for groups: whatever breaks the series of a member breaks the figures that it goes into. */
import { memoizeByObject } from '../memoize.ts';
import { codesBelow } from './area-overlap.ts';
import type { Break } from './break.ts';

/** An area, as far as a break must know it. */
interface BreakArea {
  readonly code: string;
  readonly members?: readonly { readonly area: string }[];
}

/**
 * Breaks with what they mean for groups: what breaks the series of a member breaks the figures that it goes into.
 * @example Honduras' classes of homicide are in doubt -> so is the rate of the Northern Triangle
 */
function withGroups(breaks: readonly Break[], areas: readonly BreakArea[]): readonly Break[] {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const below = new Map(areas.map(({ code }) => [code, codesBelow(code, byCode)]));
  return breaks.flatMap((seriesBreak) => {
    const { area } = seriesBreak;
    if (area === undefined) return [seriesBreak];
    return [
      seriesBreak,
      ...areas
        .filter(({ code }) => below.get(code)?.has(area))
        .map(({ code }) => ({ ...seriesBreak, area: code })),
    ];
  });
}

/** The breaks of a catalogue, with what they mean for its groups. */
export const breaksOf = memoizeByObject(
  ({ breaks = [], areas }: { readonly breaks?: readonly Break[]; readonly areas: readonly BreakArea[] }) =>
    withGroups(breaks, areas),
);
