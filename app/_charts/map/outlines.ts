/**
 * Outlines of countries on a plane 1,000 wide, in equal-area projections. `outlines.json` is made from Natural
 * Earth by `tests/app/_charts/map/make-outlines.ts`, and a test compares the two.
 */
import { tenth } from '../marks/shapes.ts';
import outlines from './outlines.json' with { type: 'json' };

export interface MapOutlines {
  readonly width: number;
  readonly height: number;
  readonly areas: Readonly<Record<string, AreaOutline>>;
}

/** `rings` begin with a point and go on in steps; `middle` is the centre of the largest ring and the area of all. */
export interface AreaOutline {
  readonly rings: readonly (readonly number[])[];
  readonly middle: readonly number[];
}

export const OUTLINES: { readonly americas: MapOutlines; readonly world: MapOutlines } = outlines;

/** The Americas where all areas lie in them, else the world. */
export const outlinesFor = (areas: readonly string[]): MapOutlines =>
  areas.every((code) => code in OUTLINES.americas.areas) ? OUTLINES.americas : OUTLINES.world;

/** The path of an area, `scale` times as large, from `left` and `top` on. */
export const outlinePath = ({ rings }: AreaOutline, scale: number, left: number, top: number): string =>
  rings
    .map(([x = 0, y = 0, ...steps]) => {
      const rest = steps.map((step) => tenth(step * scale));
      return `M${tenth(left + x * scale)} ${tenth(top + y * scale)}l${rest.join(' ')}z`;
    })
    .join('');
