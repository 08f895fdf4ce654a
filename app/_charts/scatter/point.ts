/** A point of a scatter plot: an area with its two figures. */
import type { Indicator } from '#stats/model/catalogue.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { AreaColour } from '../scales/colour.ts';

export interface Point {
  readonly place: string;
  readonly name: string;
  readonly colour: AreaColour;
  readonly cells: readonly [Cell, Cell];
  /** Radius of its dot in pixels. */
  readonly r: number;
  /** The figure that decides the area of the dot; null where dots are alike, or where a place has none. */
  readonly size: Cell | null;
}

/** What the areas of dots are in proportion to: the figures of one indicator, by place. */
export interface DotSizes {
  readonly indicator: Indicator;
  readonly cells: ReadonlyMap<string, Cell>;
  /** The names of their sources. */
  readonly sources: ReadonlyMap<string, string>;
  /** The greatest figure, which has the largest dot: of all years, where years are shown in turn. */
  readonly greatest: number;
}

/** Radii of dots that are alike: of a place without a colour, and of one with its own. */
const ALIKE = { others: 4.5, own: 6 } as const;
const LARGEST = 28;
/** A smaller dot cannot be seen or touched. */
const SMALLEST = 3;

/** The sizes that the figures of an answer give. */
export function sizesOf({ indicator, cells, sources, language }: Comparison): DotSizes {
  const stated = cells.filter((cell) => cell.stated !== null);
  return {
    indicator,
    cells: new Map(stated.map((cell) => [cell.area, cell])),
    sources: new Map(sources.map(({ id, shortTitle }) => [id, shortTitle[language]])),
    greatest: Math.max(0, ...stated.map(middleOf)),
  };
}

/** @example radiusOf('others', null, null) === 4.5; a quarter of the greatest has half of its radius */
export function radiusOf(colour: AreaColour, size: Cell | null, sizes: DotSizes | null): number {
  if (!sizes) return colour === 'others' ? ALIKE.others : ALIKE.own;
  if (!size || sizes.greatest <= 0) return SMALLEST;
  return Math.max(SMALLEST, LARGEST * Math.sqrt(middleOf(size) / sizes.greatest));
}

/** The number at which a figure is drawn: its middle, else half way between its ends, else its only end. */
export function middleOf({ stated }: Cell): number {
  if (!stated) return 0;
  const { value, low, high } = stated;
  if (value !== null) return value;
  return low !== null && high !== null ? (low + high) / 2 : (low ?? high ?? 0);
}
