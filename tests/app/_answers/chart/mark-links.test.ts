/** Where the links of an embed lie, computed as its style sheet does, beside the marks of each drawing. */
import { expect, test } from 'vitest';
import type { FrameDrawing } from '#app/_answers/chart/frames.ts';
import { FRAMES } from '#app/_answers/chart/frames.ts';
import { markLinks } from '#app/_answers/chart/mark-links.ts';
import type { ChartModel, FocusPoint } from '#app/_charts/model/chart.ts';

type Point = readonly [evidence: string, x: number, y: number, panel?: number];

const stopOf = ([evidence, x, y, panel = 0]: Point): FocusPoint => ({
  ...{ x, y, panel },
  readings: [
    {
      ...{ series: 's', colour: 'hnd', who: 'Honduras', period: '2012', figure: '83.0' },
      ...{ source: '', from: '', note: null, evidence, at: { x, y } },
    },
  ],
});

const drawn = (i: number, points: readonly Point[]): FrameDrawing => {
  const frame = FRAMES[i]!;
  const model = { width: frame.drawn, height: 200, stops: points.map(stopOf) } as unknown as ChartModel;
  return { frame, model, height: 200 };
};

const namesOf = (points: readonly Point[]): ReadonlyMap<string, string> =>
  new Map(points.map(([evidence], i) => [evidence, String(i)]));

const LETTERS = [
  ['a', 'm'],
  ['b', 'n'],
  ['c', 'o'],
  ['d', 'p'],
] as const;

const propertiesIn = (style: string): ReadonlyMap<string, number> =>
  new Map(
    style
      .split(';')
      .map((part) => part.split(':'))
      .map(([name = '', value]) => [name, Number(value)]),
  );

/** The place of each link in a drawing, in the units of the drawing. */
function placesIn(
  html: string,
  { model: { width } }: FrameDrawing,
  i: number,
): Map<string, [number, number]> {
  const places = new Map<string, [number, number]>();
  let panel: ReadonlyMap<string, number> = new Map();
  for (const [tag, name, style = ''] of html.matchAll(
    /<(?:a href=(\d+) tabindex=-1 |i )style=([^>]+)>|<\/i>/g,
  )) {
    if (name === undefined) panel = tag === '</i>' ? new Map() : propertiesIn(style);
    else {
      const own = propertiesIn(style);
      const at = (property: string): number => own.get(property) ?? panel.get(property) ?? 0;
      const along = (unit: string, [place, scale]: readonly [string, string]): number =>
        ((at(`--${place}`) + at(`--${scale}`) * at(`--${unit}`)) * width) / 1000;
      const [place, scale] = LETTERS[i]!;
      places.set(name, [along('x', [place, scale]), along('y', [place.toUpperCase(), scale.toUpperCase()])]);
    }
  }
  return places;
}

function expectNear(drawings: readonly FrameDrawing[], points: readonly (readonly Point[])[]): string {
  const html = markLinks(drawings, namesOf(points[0]!))?.markup ?? '';
  drawings.forEach((drawing, i) => {
    const places = placesIn(html, drawing, i);
    expect(places.size).toBe(points[0]!.length);
    points[i]!.forEach(([, x, y], n) => {
      const [px, py] = places.get(String(n))!;
      expect(Math.hypot(px - x, py - y), `figure ${n} of drawing ${i}`).toBeLessThan(3);
    });
  });
  return html;
}

/** Twelve figures of two panels, each panel with the scales of its drawing. */
const scaled = (i: number): Point[] =>
  Array.from({ length: 24 }, (_, n): Point => {
    const [panel, year] = [Math.floor(n / 12), n % 12];
    const value = (n * 37) % 100;
    return [`e${n}`, 30 + year * (20 + 7 * i), 10 + 90 * panel + (value * (60 + 9 * i)) / 100, panel];
  });

test('links of a panel say one place, and the panel says where it lies in each drawing', () => {
  const points = [0, 1, 2, 3].map(scaled);
  const html = expectNear(
    points.map((own, i) => drawn(i, own)),
    points,
  );
  expect(html.match(/<i /g)).toHaveLength(2);
  expect(html.length / 24).toBeLessThan(75);
});

test('a link that lies elsewhere in one drawing says its own places', () => {
  const points = [0, 1, 2, 3].map(scaled);
  points[2] = points[2]!.map(([evidence, x, y, panel], n): Point => [
    evidence,
    x,
    n === 5 ? y + 25 : y,
    panel ?? 0,
  ]);
  const html = expectNear(
    points.map((own, i) => drawn(i, own)),
    points,
  );
  expect(html.match(/<a [^>]*style=--a/g)).toHaveLength(1);
});

test('one drawing, few links, and all links at one height', () => {
  expectNear([drawn(0, scaled(0))], [scaled(0)]);
  const few = [0, 1, 2, 3].map((i) => scaled(i).slice(0, 2));
  expectNear(
    few.map((own, i) => drawn(i, own)),
    few,
  );
  const level = [0, 1, 2, 3].map((i) =>
    scaled(i)
      .slice(0, 8)
      .map(([evidence, x]): Point => [evidence, x, 50 + i]),
  );
  expectNear(
    level.map((own, i) => drawn(i, own)),
    level,
  );
});

test('a figure without a mark in some drawing, or without a name, has no link', () => {
  const all = scaled(0);
  const html = markLinks([drawn(0, all), drawn(1, scaled(1).slice(1))], namesOf(all.slice(0, -1)))!.markup;
  expect(html.match(/<a /g)).toHaveLength(22);
  expect(markLinks([drawn(0, [])], new Map())).toBeNull();
});
