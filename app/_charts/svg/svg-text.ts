/**
 * The still drawing as text, for embeds: the same shapes as `StaticChart` draws with components, a hundred times
 * faster. Colours are those of the page (`var(--ink)`), texts have the classes of its style sheet.
 */
import type { Colour } from '../scales/colour.ts';
import type { Shape, TextRun, TextShape } from '../model/shape.ts';
import { paintOf } from '../scales/palette.ts';
import { escapeText } from './escape-text.ts';
import { groundClass } from './shape-look.ts';
import { styleOfRun, styleOfText, textClass } from './text-look.ts';

const attribute = (name: string, value: string | number | undefined): string =>
  value === undefined ? '' : ` ${name}="${value}"`;

const paint = (colour: Colour): string => paintOf(colour, 'css');

/** A style attribute, empty without properties. */
function styleText(style: Readonly<Record<string, string | number>>): string {
  const parts = Object.entries(style).map(
    ([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`,
  );
  return parts.length === 0 ? '' : ` style="${escapeText(parts.join(';'))}"`;
}

function runText(run: TextRun): string {
  const style = styleText(styleOfRun(run, 'css'));
  const words = escapeText(run.text);
  return style === '' ? words : `<tspan${style}>${words}</tspan>`;
}

function textText(shape: TextShape): string {
  const anchor = shape.anchor === 'start' ? '' : ` text-anchor="${shape.anchor}"`;
  const look = ` class="${textClass(shape)}"${styleText(styleOfText(shape))}`;
  return `<text x="${shape.x}" y="${shape.y}"${anchor}${look}>${shape.runs.map(runText).join('')}</text>`;
}

type Drawn = Exclude<Shape, TextShape>;

function geometry(shape: Drawn): string {
  switch (shape.as) {
    case 'path':
      return `<path d="${shape.d}"`;
    case 'rect':
      return `<rect x="${shape.x}" y="${shape.y}" width="${shape.w}" height="${shape.h}"`;
    case 'circle':
      return `<circle cx="${shape.x}" cy="${shape.y}" r="${shape.r}"`;
  }
}

function shapeText(shape: Shape, hatch: string): string {
  if (shape.as === 'text') return textText(shape);
  const dash = attribute('stroke-dasharray', shape.dash || undefined);
  const ground = shape.as === 'path' ? groundClass(shape) : null;
  if (shape.as === 'path' && ground) return `<path class="${ground}" d="${shape.d}"${dash}/>`;
  const { fill, stroke, width = 1, opacity, round } = shape;
  const filled = fill === 'hatch' ? hatch : fill && fill !== 'none' ? paint(fill) : 'none';
  const line = stroke ? ` stroke="${paint(stroke)}" stroke-width="${width}"` : '';
  const ends = round ? ' stroke-linejoin="round" stroke-linecap="round"' : '';
  return `${geometry(shape)} fill="${filled}"${line}${dash}${attribute('opacity', opacity)}${ends}/>`;
}

/** Shapes as SVG elements. @example shapesText([line(0, 0, 4, 0, { stroke: 'ink', width: 2 })], 'url(#h)') */
export const shapesText = (shapes: readonly Shape[], hatch: string): string =>
  shapes.map((shape) => shapeText(shape, hatch)).join('');

/** The pattern of gaps. */
export const hatchText = (id: string): string =>
  `<pattern id="${id}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="5" stroke="${paint('rule-2')}" stroke-width="1.2"/></pattern>`;
