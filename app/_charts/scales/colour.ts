/**
 * Colours by meaning. Six areas have the same colour on every page and in every release; other areas borrow a
 * free colour in an answer of up to six areas. A group is ink with the twin stroke. Everything else is
 * context; several groups borrow hues like areas. The names are those of the design tokens.
 */
import type { Comparison, Series } from '#stats/model/comparison.ts';
import { ALL, NONE } from '#stats/model/observation.ts';

export const AREA_COLOURS = ['hnd', 'slv', 'gtm', 'mex', 'usa', 'can', 'others', 'group'] as const;
export type AreaColour = (typeof AREA_COLOURS)[number];

/** Shades of one hue for amounts on maps and in tables, from the least to the most. */
export const SHADES = ['q0', 'q1', 'q2', 'q3', 'q4', 'q5'] as const;

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
  ...SHADES,
  'on-q',
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

/**
 * The colour of an area. A city has the colour of its country; a group is ink.
 * @example areaColour('HND') === 'hnd'
 */
export function areaColour(code: string, areas: Comparison['areas'] = []): AreaColour {
  const fixed = FIXED[code];
  if (fixed) return fixed;
  const area = areas.find((a) => a.code === code);
  if (area?.kind === 'group') return 'group';
  return (area?.within !== undefined && FIXED[area.within]) || 'others';
}

/** The hues, in the order in which they are lent. */
const HUES = AREA_COLOURS.filter((colour) => colour !== 'others' && colour !== 'group');

/**
 * Hues for areas without a colour of their own, in the order of the answer. They are lent for a single
 * answer, and only if every area can have one: two greys among colours tell a reader less than six greys with
 * labels.
 */
function lent(own: ReadonlyMap<string, AreaColour>): ReadonlyMap<string, AreaColour> {
  const taken = new Set(own.values());
  const free = HUES.filter((hue) => !taken.has(hue));
  // One group is ink. Two groups in ink could not be told apart.
  const groups = [...own.values()].filter((colour) => colour === 'group').length;
  const without = [...own].flatMap(([code, colour]) =>
    colour === 'others' || (colour === 'group' && groups > 1) ? [code] : [],
  );
  if (without.length > free.length) return own;
  return new Map([...own, ...without.map((code, i) => [code, free[i] ?? 'others'] as const)]);
}

/** What decides the colours of an answer: the first part of its series that differs. */
function colouredPart(all: readonly Series[]): 'area' | 'counterpart' | 'breakdown' | 'source' {
  const differs = (part: 'area' | 'counterpart' | 'breakdown' | 'source'): boolean =>
    new Set(all.map(({ key }) => key[part])).size > 1;
  if (differs('area')) return 'area';
  const part = (['counterpart', 'breakdown', 'source'] as const).find(differs) ?? 'area';
  // Sources of a single figure have a row each, with their names: they keep the colour of its area.
  return part === 'source' && all.every(({ cells }) => cells.length === 1) ? 'area' : part;
}

/**
 * Areas decide the colours. If every series is about the same area, the origin decides, else the breakdown,
 * else the source: lines of one colour could not be told apart. A figure computed over a group of origins has
 * the colour of a group. Up to six members of an answer have a hue each.
 */
export function colourOf(
  comparison: Pick<Comparison, 'areas'>,
  all: readonly Series[],
): (series: Series) => AreaColour {
  const part = colouredPart(all);
  const byOrigin = part === 'counterpart';
  const codeOf = ({ key }: Series): string =>
    byOrigin && (key.counterpart === ALL || key.counterpart === NONE) ? key.area : key[part];
  const colours = lent(
    new Map(all.map((series) => [codeOf(series), areaColour(codeOf(series), comparison.areas)])),
  );
  return (series) => {
    const { key, computed } = series;
    if (!byOrigin && computed && areaColour(key.counterpart, comparison.areas) === 'group') return 'group';
    return colours.get(codeOf(series)) ?? areaColour(codeOf(series), comparison.areas);
  };
}

/** Whether a series is about a group of areas or of origins: its line is a twin stroke, whatever its colour. */
export const isOfGroup = (comparison: Pick<Comparison, 'areas'>, { key }: Pick<Series, 'key'>): boolean =>
  [key.area, key.counterpart].some((code) => areaColour(code, comparison.areas) === 'group');
