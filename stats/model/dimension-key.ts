/**
 * The breakdown of a series as a text: `dimension=code`, several joined by `;` in the order of the
 * dimensions, and `_T` for the total. Breakdowns that were added up are joined by `+`.
 */
import { ALL } from './observation.ts';

/** A code of one dimension. */
export interface DimensionCode {
  readonly dimension: string;
  readonly code: string;
}

/** @example dimensionCode('border=southwest') -> { dimension: 'border', code: 'southwest' } */
export function dimensionCode(text: string): DimensionCode {
  const at = text.indexOf('=');
  return at < 0 ? { dimension: text, code: '' } : { dimension: text.slice(0, at), code: text.slice(at + 1) };
}

export const dimensionCodeText = ({ dimension, code }: DimensionCode): string => `${dimension}=${code}`;

/** The codes of a breakdown; the total has none. @example parseDimensionKey('border=southwest;stage=applied') */
export const parseDimensionKey = (key: string): DimensionCode[] =>
  key === ALL || key === '' ? [] : key.split(';').map(dimensionCode);

/** The inverse of `parseDimensionKey`. */
export const formatDimensionKey = (codes: readonly DimensionCode[]): string =>
  codes.length === 0 ? ALL : codes.map(dimensionCodeText).join(';');

/** The breakdowns that were added up; a published breakdown gives just itself. */
export const summedDimensionKeys = (key: string): string[] => key.split('+');

/**
 * The dimensions of a breakdown, or of a sum of several, without duplicates.
 * @example dimensionsOfKey('sector=a;sex=f')
 */
export const dimensionsOfKey = (key: string): string[] => [
  ...new Set(
    summedDimensionKeys(key).flatMap((summed) => parseDimensionKey(summed).map(({ dimension }) => dimension)),
  ),
];
