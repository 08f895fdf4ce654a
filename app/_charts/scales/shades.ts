/** Six shades of one hue for amounts. The bounds are round, so that a reader can say what a shade means. */
import { quantileSorted } from 'd3-array';
import { niceStep } from './linear.ts';
import { SHADES, type Colour } from './colour.ts';

/** From this ratio of the greatest figure to the middle one on, equal steps would put most into one shade. */
const SKEWED = 3;
const DIGITS = [1, 2, 5];

export interface ShadeScale {
  /** Where each shade begins, except the first. */
  readonly bounds: readonly number[];
  readonly shadeOf: (value: number) => Colour;
}

/** @example shadeScale([2, 30, 51]).bounds equals [10, 20, 30, 40, 50] */
export function shadeScale(values: readonly number[]): ShadeScale {
  const sorted = values.toSorted((a, b) => a - b);
  const greatest = sorted.at(-1) ?? 1;
  const middle = quantileSorted(sorted, 0.5) ?? greatest;
  const bounds = greatest > SKEWED * Math.max(middle, 1e-12) ? ratioBounds(greatest) : equalBounds(greatest);
  const shadeOf = (value: number): Colour => SHADES[bounds.filter((bound) => value >= bound).length] ?? 'q5';
  return { bounds, shadeOf };
}

function equalBounds(greatest: number): number[] {
  const step = niceStep(greatest, SHADES.length);
  return Array.from({ length: SHADES.length - 1 }, (_, i) => Number(((i + 1) * step).toPrecision(6))).filter(
    (bound) => bound < greatest,
  );
}

/** Bounds of 1, 2 and 5 times powers of ten, down from the greatest figure. */
function ratioBounds(greatest: number): number[] {
  const power = Math.floor(Math.log10(greatest));
  return [power - 2, power - 1, power]
    .flatMap((exponent) => DIGITS.map((digit) => Number((digit * 10 ** exponent).toPrecision(1))))
    .filter((bound) => bound < greatest)
    .slice(-(SHADES.length - 1));
}

/** Text on a shade: ink up to the middle, paper from there on. */
export const textOnShade = (shade: Colour): Colour => (shade === 'q4' || shade === 'q5' ? 'on-q' : 'ink');
