/**
 * The cell that another cell is divided by. It has the same key as the divided cell, except for the parts
 * that the URL names: another area, period, origin, breakdown, definition, source or indicator.
 *
 * @example `ratio:area=MEX` divides each cell by that of Mexico with the same period, source and breakdown
 * @example `ratio:source=unodc~time=2012` divides by the figure of another source for 2012
 */

/** The parts of a divisor that a URL can name, in the order of its canonical text. */
export const DIVISOR_PARTS = [
  'area',
  'breakdown',
  'definition',
  'indicator',
  'origin',
  'source',
  'time',
] as const;
export type DivisorPart = (typeof DIVISOR_PARTS)[number];

/** At least one is present. `time` is the text of one period. */
export type Divisor = { readonly [Part in DivisorPart]?: string };

/** The axes on which a whole may contain its parts. */
export const WHOLE_AXES = ['area', 'breakdown', 'origin'] as const;
export type WholeAxes = Pick<Divisor, (typeof WHOLE_AXES)[number]>;

/** The canonical text. @example formatDivisor({ time: '2012', area: 'MEX' }) === 'area=MEX~time=2012' */
export const formatDivisor = (over: Divisor): string =>
  DIVISOR_PARTS.flatMap((part) => (over[part] === undefined ? [] : [`${part}=${over[part]}`])).join('~');
