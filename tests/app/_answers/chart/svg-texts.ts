/** The texts of an SVG with the boxes that they take in a font, as a rasteriser measures them. */
import { existsSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

/** Liberation Sans has the widths of Arial. Where it is not installed, there is nothing to measure with. */
const FILES = ['Regular', 'Bold', 'Italic', 'BoldItalic'].map(
  (style) => `/usr/share/fonts/truetype/liberation/LiberationSans-${style}.ttf`,
);
export const HAS_LIBERATION = FILES.every((file) => existsSync(file));

export interface TextBox {
  readonly words: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

const measured = new Map<string, number>();

/** The width of a text in Liberation Sans. */
function widthOf(content: string, size: string, weight: string): number {
  const key = `${size} ${weight} ${content}`;
  const known = measured.get(key);
  if (known !== undefined) return known;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="6000" height="100" viewBox="0 0 6000 100"><text xml:space="preserve" x="10" y="50" font-family="Liberation Sans" font-size="${size}" font-weight="${weight}">${content}</text></svg>`;
  const font = { fontFiles: FILES, loadSystemFonts: false, defaultFontFamily: 'Liberation Sans' };
  const width = new Resvg(svg, { font }).getBBox()?.width ?? 0;
  measured.set(key, width);
  return width;
}

/** Every text of a picture; each takes `spare` times the width that it has. */
export function textBoxes(svg: string, spare: number): { readonly boxes: TextBox[]; readonly width: number } {
  const boxes: TextBox[] = [];
  const shifts: { x: number; y: number }[] = [{ x: 0, y: 0 }];
  for (const [tag, , content = ''] of svg.matchAll(/<g[ >][^>]*>|<g>|<\/g>|<text([^>]*)>([^]*?)<\/text>/g)) {
    const at = shifts.at(-1) ?? { x: 0, y: 0 };
    if (tag === '</g>') shifts.pop();
    else if (tag.startsWith('<g')) {
      const [, x = '0', y = '0'] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(tag) ?? [];
      shifts.push({ x: at.x + Number(x), y: at.y + Number(y) });
    } else {
      const size = attribute(tag, 'font-size') ?? '13';
      const width = widthOf(content, size, attribute(tag, 'font-weight') ?? '400') * spare;
      const anchor = attribute(tag, 'text-anchor') ?? 'start';
      const x = at.x + Number(attribute(tag, 'x'));
      const y = at.y + Number(attribute(tag, 'y'));
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
      const words = content.replace(/<[^>]*>/g, '');
      boxes.push({
        words,
        left,
        right: left + width,
        top: y - Number(size) * 0.72,
        bottom: y + Number(size) * 0.2,
      });
    }
  }
  return { boxes, width: Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1]) };
}

/** Texts that leave the picture, and pairs that lie on one another. */
export function misplaced(svg: string, spare: number): string[] {
  const { boxes, width } = textBoxes(svg, spare);
  const outside = boxes.filter(({ left, right }) => left < 0 || right > width);
  const over = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.words} | ${b.words}`),
  );
  return [
    ...outside.map(({ words, right }) => `outside (${Math.round(right)} of ${width}): ${words}`),
    ...over,
  ];
}
