/**
 * Turns the name of a colour into paint. On a page that is a CSS variable, so that a theme can change it; a
 * picture used without the page has literal colours and font names.
 */
import type { Colour } from './colour.ts';

export const PALETTES = ['css', 'light', 'dark'] as const;
export type Palette = (typeof PALETTES)[number];

/** Light and dark, as in the design tokens. */
const LITERAL: Readonly<Record<Colour, readonly [light: string, dark: string]>> = {
  hnd: ['#b84387', '#e589bb'],
  slv: ['#9a1100', '#dc6c0c'],
  gtm: ['#1c5549', '#00a673'],
  mex: ['#5c227b', '#a987f9'],
  usa: ['#5965cf', '#b0ccfe'],
  can: ['#7a7531', '#f0c780'],
  others: ['#94958c', '#5b7680'],
  group: ['#16202b', '#e6ecea'],
  ink: ['#16202b', '#e6ecea'],
  'ink-2': ['#44515a', '#b7c3c4'],
  'ink-3': ['#5d6a70', '#93a2a6'],
  paper: ['#ffffff', '#10171c'],
  grid: ['#e3e9e7', '#243037'],
  axis: ['#5d6a70', '#93a2a6'],
  rule: ['#d5dedb', '#2c3a41'],
  'rule-2': ['#859391', '#6a7b82'],
  fail: ['#a3253b', '#f4949f'],
  tie: ['#0a5f52', '#6fd0b8'],
  q0: ['#e9efec', '#1d2a2e'],
  q1: ['#cddfd8', '#24403d'],
  q2: ['#9fc5b8', '#2c584f'],
  q3: ['#63a08f', '#386f64'],
  q4: ['#2f7466', '#6fb5a2'],
  q5: ['#0c4238', '#b9e6d8'],
  'on-q': ['#ffffff', '#0d1a18'],
};

/** The font of texts and the font of titles. */
export interface FontFamilies {
  readonly sans: string;
  readonly serif: string;
}

/** Our fonts, with others for machines that lack them; and fonts that every machine has, as wikis ask for. */
export const FONTS = {
  own: {
    sans: "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
    serif: "'Brygada 1918', 'Iowan Old Style', 'Palatino Linotype', Georgia, serif",
  },
  system: {
    sans: "'Liberation Sans', Arial, Helvetica, sans-serif",
    serif: "'Liberation Serif', 'Times New Roman', Times, serif",
  },
} as const satisfies Readonly<Record<string, FontFamilies>>;

/** The paint of a colour. @example paintOf('hnd', 'css') === 'var(--hnd)' */
export const paintOf = (colour: Colour, palette: Palette): string =>
  palette === 'css' ? `var(--${colour})` : LITERAL[colour][palette === 'light' ? 0 : 1];
