/**
 * A picture in pixels from a picture in SVG. The fonts are files of ours, so that it looks the same on every
 * machine. One picture is drawn at a time, outside the thread that answers; the others wait.
 */
import { join } from 'node:path';
import type * as Rasterizer from '@resvg/resvg-js';
import { ERROR_WORDS } from '#app/_words/errors.ts';
import { BadQuery, malformed } from '#stats/problem.ts';
import { FONT_FILES } from './font-files.ts';

/** Most pixels of a picture: 30 million take about a second and 120 MB. */
const MOST_PIXELS = 30_000_000;

const FONTS = Object.values(FONT_FILES).map((file) =>
  join(process.cwd(), 'node_modules/@expo-google-fonts', file),
);

/** Loaded lazily, because Next also bundles this file and cannot bundle a native module. */
let loaded: Promise<typeof Rasterizer> | undefined;
let last: Promise<unknown> = Promise.resolve();

const million = (pixels: number): string => String(Math.round(pixels / 1e6));

/**
 * Draws an SVG with `scale` pixels for each of its units.
 * @throws BadQuery if it would have too many pixels
 */
export async function rasterize(svg: string, scale: number): Promise<Uint8Array> {
  const [, width = '0', height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const pixels = Number(width) * Number(height) * scale ** 2;
  if (pixels > MOST_PIXELS)
    throw new BadQuery(
      malformed(
        'scale',
        String(scale),
        ['scale=1'],
        ERROR_WORDS.pictureTooLarge({ pixels: million(pixels), most: million(MOST_PIXELS) }),
      ),
    );
  const { renderAsync } = await (loaded ??= import('@resvg/resvg-js'));
  const drawn = last.then(() =>
    renderAsync(svg, {
      fitTo: { mode: 'zoom', value: scale },
      font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' },
    }),
  );
  last = drawn.catch(() => undefined);
  return (await drawn).asPng();
}
