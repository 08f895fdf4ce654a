import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { chartModel } from '#app/_charts/chart.ts';
import { Shapes } from '#app/_charts/svg/Shapes.tsx';
import { shortPath } from '#app/_charts/svg/short-path.ts';
import { simplifyModel } from '#app/_charts/svg/simplify.ts';
import { shapesText } from '#app/_charts/svg/svg-text.ts';
import { GALLERY } from '../gallery.ts';

/** React closes what has no content with a second tag. */
const closed = (markup: string): string => markup.replace(/><\/(?:path|rect|circle)>/g, '/>');

describe('a drawing as text', () => {
  for (const [name, { comparison, kind }] of Object.entries(GALLERY))
    for (const width of [343, 720])
      test(`of ${name} at ${width} px is what the components draw`, () => {
        const model = chartModel(comparison, { width, language: 'es', kind });
        for (const { ground, marks, labels } of [model, simplifyModel(model)]) {
          const shapes = [...ground, ...marks.flatMap((mark) => mark.shapes), ...labels];
          expect(shapes.length).toBeGreaterThan(5);
          const drawn = renderToStaticMarkup(<Shapes shapes={shapes} palette="css" hatch="url(#h)" />);
          expect(shapesText(shapes, 'url(#h)')).toBe(closed(drawn));
        }
      });
});

/** The points of a path, absolute and relative. */
function pointsOf(d: string): [number, number][] {
  let [x, y] = [0, 0];
  return [...d.matchAll(/([MLlhv])([^MLlhv]*)/g)].map(([, letter, text = '']): [number, number] => {
    const [a = 0, b = 0] = (text.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    if (letter === 'M' || letter === 'L') [x, y] = [a, b];
    else if (letter === 'h') x += a;
    else if (letter === 'v') y += a;
    else [x, y] = [x + a, y + b];
    return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
  });
}

describe('a short path', () => {
  test('goes through the same points', () => {
    for (const { comparison, kind } of Object.values(GALLERY)) {
      const { ground, marks } = chartModel(comparison, { width: 568, language: 'en', kind });
      const paths = [...ground, ...marks.flatMap(({ shapes }) => shapes)].flatMap((shape) =>
        shape.as === 'path' && /^[ML\d. -]+$/.test(shape.d) ? [shape.d] : [],
      );
      for (const d of paths) expect(pointsOf(shortPath(d)), d).toEqual(pointsOf(d));
    }
  });

  test('is shorter, and leaves curves as they are', () => {
    expect(shortPath('M34 119.4L40.6 119.1L47.2 129.1')).toBe('M34 119.4l6.6-.3l6.6 10');
    expect(shortPath('M0 0.4L4 0.4M1 2L1 -3')).toBe('M0 .4h4M1 2v-5');
    expect(shortPath('M1 2a3 3 0 0 1 4 0z')).toBe('M1 2a3 3 0 0 1 4 0z');
  });
});
