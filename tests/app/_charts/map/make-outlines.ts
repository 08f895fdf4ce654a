/**
 * Outlines of countries as whole numbers on a plane 1,000 wide, from Natural Earth (world-atlas), in equal-area
 * projections. Borders are simplified once for both neighbours, so that no gaps open between them.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoAzimuthalEqualArea, geoEqualEarth, geoPath, type GeoProjection } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { parse } from 'csv-parse/sync';

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;
type Point = readonly [number, number];

interface MadeOutlines {
  readonly width: number;
  readonly height: number;
  /** By code: rings as x, y and then steps, and the middle of the largest part with its area. */
  readonly areas: Readonly<Record<string, { readonly rings: number[][]; readonly middle: number[] }>>;
}

const root = new URL('../../../../', import.meta.url);
const named: readonly { m49: string; code: string }[] = parse(
  readFileSync(new URL('sources/aliases/areas.csv', root), 'utf8'),
  { columns: true },
);
const codes = new Map(named.map(({ m49, code }) => [m49, code]));

/** The points that matter at a tolerance in degrees (Douglas and Peucker). */
function simplified(points: readonly Point[], tolerance: number): Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return [...points];
  const [dx, dy] = [last[0] - first[0], last[1] - first[1]];
  const length = Math.hypot(dx, dy);
  let [farthest, at] = [0, 0];
  points.forEach(([x, y], i) => {
    const away =
      length === 0
        ? Math.hypot(x - first[0], y - first[1])
        : Math.abs(dx * (y - first[1]) - dy * (x - first[0])) / length;
    if (away > farthest) [farthest, at] = [away, i];
  });
  if (farthest <= tolerance) return [first, last];
  return [
    ...simplified(points.slice(0, at + 1), tolerance).slice(0, -1),
    ...simplified(points.slice(at), tolerance),
  ];
}

/** Natural Earth at 1:50 million, with simpler borders. */
function countriesAt(tolerance: number): Countries {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const { transform, ...whole } = JSON.parse(readFileSync(file, 'utf8')) as Countries;
  const { scale, translate } = transform ?? { scale: [1, 1], translate: [0, 0] };
  const arcs = whole.arcs.map((arc) => {
    let [x, y] = [0, 0];
    const points = arc.map(([dx = 0, dy = 0]): Point => {
      [x, y] = [x + dx, y + dy];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
    return simplified(points, tolerance).map((point) => [...point]);
  });
  return { ...whole, arcs };
}

const areaOf = (ring: readonly Point[]): number =>
  ring.reduce((sum, [x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length] ?? [x, y];
    return sum + (x * v - u * y) / 2;
  }, 0);

/** The rings of a path of d3-geo, without those too small to be seen. */
function ringsOf(path: string): Point[][] {
  const rings = path.split('Z').map((part): Point[] => {
    const numbers = [...part.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)];
    const points = numbers.map(([, x, y]): Point => [Math.round(Number(x)), Math.round(Number(y))]);
    return points.filter(([x, y], i) => i === 0 || x !== points[i - 1]?.[0] || y !== points[i - 1]?.[1]);
  });
  return rings.filter((ring) => ring.length > 2);
}

function outlines(
  projection: GeoProjection,
  [width, height]: readonly [number, number],
  tolerance: number,
  members: ((code: string) => boolean) | null,
): MadeOutlines {
  const { objects, ...rest } = countriesAt(tolerance);
  const topology = { ...rest, objects } as Countries;
  const draw = geoPath(projection);
  const exact = countriesAt(0);
  const middles = new Map(
    exact.objects.countries.geometries.map((country) => [
      String(country.id),
      draw.centroid(feature(exact, country)),
    ]),
  );
  const areas: Record<string, { rings: number[][]; middle: number[] }> = {};
  for (const country of objects.countries.geometries) {
    const code = codes.get(String(country.id).padStart(3, '0'));
    if (!code || (members && !members(code))) continue;
    const shape = feature(topology, country);
    const rings = ringsOf(draw(shape) ?? '');
    const [largest] = rings.toSorted((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)));
    // An island that simpler borders make a line has the middle of its exact ones.
    const [x, y] = largest ? centreOf(largest) : (middles.get(String(country.id)) ?? []);
    if (x === undefined || y === undefined || !(x >= 0 && x <= width && y >= 0 && y <= height)) continue;
    const size = Math.round(rings.reduce((sum, ring) => sum + Math.abs(areaOf(ring)), 0));
    // Islands that a country governs from afar have its number: the country itself is the largest of them.
    if ((areas[code]?.middle[2] ?? -1) >= size) continue;
    areas[code] = {
      rings: rings
        .filter((ring) => ring === largest || Math.abs(areaOf(ring)) >= 6)
        .map((ring) => {
          const [start = [0, 0], ...others] = ring;
          return [
            ...start,
            ...others.flatMap(([px, py], i) => [px - (ring[i]?.[0] ?? 0), py - (ring[i]?.[1] ?? 0)]),
          ];
        }),
      middle: [Math.round(x), Math.round(y), size],
    };
  }
  return { width, height, areas };
}

function centreOf(ring: readonly Point[]): Point {
  const whole = areaOf(ring);
  const sum = ring.reduce(
    ([a, b], [x, y], i) => {
      const [u, v] = ring[(i + 1) % ring.length] ?? [x, y];
      const cross = x * v - u * y;
      return [a + (x + u) * cross, b + (y + v) * cross] as const;
    },
    [0, 0] as Point,
  );
  return Math.abs(whole) < 1 ? (ring[0] ?? [0, 0]) : [sum[0] / (6 * whole), sum[1] / (6 * whole)];
}

/** The two maps. @param americas the codes of the Americas, as the catalogue has them */
export function makeOutlines(americas: ReadonlySet<string>): { americas: MadeOutlines; world: MadeOutlines } {
  const size = [1000, 1180] as const;
  const corners = [
    [-128, 50],
    [-34.5, -8],
    [-70, -56],
    [-118, 28],
    [-56, 52],
    [-82, 61],
  ];
  const lambert = geoAzimuthalEqualArea()
    .rotate([84, -6])
    .fitExtent([[0, 0], [...size]], { type: 'MultiPoint', coordinates: corners })
    .clipExtent([[0, 0], [...size]]);
  const wide = [1000, 487] as const;
  const equalEarth = geoEqualEarth().fitExtent([[0, 0], [...wide]], { type: 'Sphere' });
  return {
    americas: outlines(lambert, size, 0.16, (code) => americas.has(code)),
    world: outlines(equalEarth, wide, 0.5, (code) => code !== 'ATA'),
  };
}
