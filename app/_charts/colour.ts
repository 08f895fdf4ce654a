/**
 * Colours by meaning. An area keeps its colour on every page and in every release; a group is always ink
 * with the twin stroke; everything else is context. Names are those of the design tokens.
 */
import type { Comparison, Series } from '#stats/comparison.ts';
import { ALL, NONE } from '#stats/observation.ts';

export const AREA_COLOURS = ['hnd', 'slv', 'gtm', 'mex', 'usa', 'can', 'others', 'group'] as const;
export type AreaColour = (typeof AREA_COLOURS)[number];

export const SURFACE_COLOURS = [
  'ink',
  'ink-2',
  'ink-3',
  'paper',
  'grid',
  'axis',
  'rule',
  'rule-2',
  'fail',
  'tie',
] as const;
export type Colour = AreaColour | (typeof SURFACE_COLOURS)[number];

const FIXED: Readonly<Record<string, AreaColour>> = {
  HND: 'hnd',
  SLV: 'slv',
  GTM: 'gtm',
  MEX: 'mex',
  USA: 'usa',
  CAN: 'can',
};

/** The colour of an area. A city wears its country's, a group is ink. @example areaColour('HND') === 'hnd' */
export function areaColour(code: string, areas: Comparison['areas'] = []): AreaColour {
  const fixed = FIXED[code];
  if (fixed) return fixed;
  const area = areas.find((a) => a.code === code);
  if (area?.kind === 'group') return 'group';
  return (area?.within !== undefined && FIXED[area.within]) || 'others';
}

/**
 * Where every series is about one area and the origin differs, the origin gives the colour. What we computed
 * over a group of origins is a group, wherever it stands.
 */
export function colourOf(
  comparison: Pick<Comparison, 'areas'>,
  all: readonly Series[],
): (series: Series) => AreaColour {
  const areas = new Set(all.map((s) => s.key.area));
  const origins = new Set(all.map((s) => s.key.counterpart));
  const byOrigin = areas.size === 1 && origins.size > 1;
  return ({ key, computed }) => {
    if (computed && areaColour(key.counterpart, comparison.areas) === 'group') return 'group';
    const origin = byOrigin && key.counterpart !== ALL && key.counterpart !== NONE;
    return areaColour(origin ? key.counterpart : key.area, comparison.areas);
  };
}
