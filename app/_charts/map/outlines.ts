/**
 * Outlines of countries on a plane 1,000 wide, in equal-area projections. `outlines.json` is made from Natural
 * Earth by `tests/app/_charts/map/make-outlines.ts`, and a test compares the two.
 */
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

/** Below this scale a map is small: whole pixels are enough, and finer ones would fill an embed. */
const SMALL_MAP = 0.45;

/** The path of an area, `scale` times as large, from `top` on; steps that come to nothing are left out. */
export function outlinePath({ rings }: AreaOutline, scale: number, top: number): string {
  const perPixel = scale < SMALL_MAP ? 1 : 2;
  const rounded = (n: number): number => Math.round(n * perPixel) / perPixel;
  return rings
    .map((ring) => {
      let [x, y] = [ring[0] ?? 0, ring[1] ?? 0];
      let [drawnX, drawnY] = [rounded(x * scale), rounded(top + y * scale)];
      let d = `M${drawnX} ${drawnY}`;
      for (let i = 2; i + 1 < ring.length; i += 2) {
        [x, y] = [x + (ring[i] ?? 0), y + (ring[i + 1] ?? 0)];
        // From the rounded point to the rounded point, so that roundings do not add up.
        const [nextX, nextY] = [rounded(x * scale), rounded(top + y * scale)];
        if (nextX === drawnX && nextY === drawnY) continue;
        d += `${d.includes('l') ? ' ' : 'l'}${nextX - drawnX} ${nextY - drawnY}`;
        [drawnX, drawnY] = [nextX, nextY];
      }
      return d.includes('l') ? `${d}z` : '';
    })
    .join('');
}
