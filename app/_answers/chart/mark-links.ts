/**
 * Links from the marks of an embed to the evidence of their figures. An embed has up to four drawings, so each link is
 * written once and the style sheet takes its place in the drawing that is shown. A drawing of the same panel differs
 * in its scales alone: so a link says where it lies in its panel, and the panel where it lies in each drawing. Links
 * for which that does not hold (rows of different heights) say their places themselves.
 *
 * They are for the pointer: a frame that may not open windows ignores them, and the page of the question has the same
 * links for keys and screen readers.
 */
import { groups } from 'd3-array';
import { markTargets } from '#app/_charts/marks/mark-targets.ts';
import { markup, raw, type Markup } from '../http/html.ts';
import type { FrameDrawing } from './frames.ts';

/** The least bytes of a link. */
export const LINK_BYTES = 45;

/** The names of a class of frames in the style sheet: its place across, and how much of the panel's scale that takes. */
const NAMES = [
  { place: 'a', scale: 'm' },
  { place: 'b', scale: 'n' },
  { place: 'c', scale: 'o' },
  { place: 'd', scale: 'p' },
] as const;

/** Fewer links of a panel are shorter with their places. */
const FEWEST = 3;
/** Thousandths of the width of a drawing that no pointer feels. */
const CLOSE = 3;
/** The units of a panel, across and down; of a short one fewer, which are written with two digits. */
const UNITS = 999;
const SHORT_UNITS = 99;
/** Thousandths of the width of a drawing in which those are exact enough. */
const SHORT = 500;

/** Thousandths of the width of a drawing, across and down: one percent of its container's width is ten. */
type Place = readonly [x: number, y: number];

interface PlacedLink {
  readonly name: string;
  readonly panel: number;
  /** One for each drawing. */
  readonly places: readonly Place[];
}

const AXES = [0, 1] as const;
type Axis = (typeof AXES)[number];

const linkMarkup = (name: string, style: string): Markup =>
  markup`<a href=${name} tabindex=-1 style=${style}></a>`;

/** Properties of one axis: small letters are across, capitals down. */
const named = (letter: string, axis: Axis): string => `--${axis === 0 ? letter : letter.toUpperCase()}`;

/** A link with its place in each drawing. */
const alone = ({ name, places }: PlacedLink): Markup =>
  linkMarkup(
    name,
    places
      .map((place, i) =>
        AXES.map((axis) => `${named(NAMES[i]?.place ?? '', axis)}:${Math.round(place[axis])}`).join(';'),
      )
      .join(';'),
  );

/** How an axis of a panel lies in each drawing, from the two links that are furthest apart on it. */
interface PanelAxis {
  readonly unitOf: (link: PlacedLink) => number;
  readonly lines: readonly { readonly from: number; readonly scale: number }[];
}

function panelAxis(links: readonly PlacedLink[], axis: Axis): PanelAxis {
  const at = ({ places }: PlacedLink, i = 0): number => places[i]?.[axis] ?? 0;
  const sorted = [...links].sort((a, b) => at(a) - at(b));
  const [first, last] = [sorted[0], sorted.at(-1)] as [PlacedLink, PlacedLink];
  const span = at(last) - at(first);
  const spans = first.places.map((_, i) => at(last, i) - at(first, i));
  const units = Math.max(...spans) > SHORT ? UNITS : SHORT_UNITS;
  return {
    unitOf: (link) => (span === 0 ? 0 : Math.round((units * (at(link) - at(first))) / span)),
    lines: spans.map((own, i) => ({
      from: Math.round(at(first, i)),
      scale: span === 0 ? 0 : Number((own / units).toFixed(4)),
    })),
  };
}

/** The links of a panel, which has its place in each drawing; and those that lie elsewhere in some drawing. */
function panelMarkup(links: readonly PlacedLink[]): Markup[] {
  const axes = AXES.map((axis) => panelAxis(links, axis)) as [PanelAxis, PanelAxis];
  const isIn = (link: PlacedLink): boolean =>
    AXES.every((axis) => {
      const { unitOf, lines } = axes[axis];
      const unit = unitOf(link);
      return link.places.every(
        (place, i) => Math.abs((lines[i]?.from ?? 0) + (lines[i]?.scale ?? 0) * unit - place[axis]) <= CLOSE,
      );
    });
  const inside = links.filter(isIn);
  if (inside.length < FEWEST) return links.map(alone);
  const style = AXES.flatMap((axis) =>
    axes[axis].lines.flatMap(({ from, scale }, i) => {
      const { place = '', scale: unit = '' } = NAMES[i] ?? {};
      return [`${named(place, axis)}:${from}`, `${named(unit, axis)}:${scale}`];
    }),
  ).join(';');
  const own = inside.map((link) => {
    const [x, y] = axes.map(({ unitOf }) => unitOf(link));
    return linkMarkup(link.name, `--x:${x};--y:${y}`);
  });
  return [markup`<i style=${style}>${own}</i>`, ...links.filter((link) => !isIn(link)).map(alone)];
}

/** The links that have a mark in every drawing: one without would lie in the corner of that drawing. */
function placedLinks(
  drawings: readonly FrameDrawing[],
  names: ReadonlyMap<string, string>,
): { links: PlacedLink[]; reach: number } {
  const places = new Map<string, { panel: number; places: Place[] }>();
  let reach = Infinity;
  drawings.forEach(({ model }, i) => {
    for (const { evidence, at, panel, reach: own } of markTargets(model)) {
      reach = Math.min(reach, own);
      const link = places.get(evidence) ?? { panel, places: [] };
      places.set(evidence, link);
      // A figure may have two marks in a drawing.
      if (link.places.length === i)
        link.places.push([(1000 * at.x) / model.width, (1000 * at.y) / model.width]);
    }
  });
  const links = [...places].flatMap(([evidence, link]): PlacedLink[] => {
    const name = names.get(evidence);
    return name !== undefined && link.places.length === drawings.length ? [{ name, ...link }] : [];
  });
  return { links, reach };
}

/**
 * The links over the drawings, in their order; null if no figure has a mark.
 * @param names the figures by the addresses of their evidence
 */
export function markLinks(
  drawings: readonly FrameDrawing[],
  names: ReadonlyMap<string, string>,
): Markup | null {
  const { links, reach } = placedLinks(drawings, names);
  if (links.length === 0) return null;
  const widths = drawings.map(
    ({ frame, model }, i) => `--w${NAMES[i]?.place ?? ''}:${Math.round(model.width * frame.scale)}px`,
  );
  const look = raw(`style="${widths.join(';')};--r:${Math.round(2 * reach)}px"`);
  const panels = groups(links, ({ panel }) => panel).flatMap(([, own]) =>
    drawings.length > 1 && own.length >= FEWEST ? panelMarkup(own) : own.map(alone),
  );
  // One drawing for all frames is larger in wide ones.
  const name = drawings[0]?.frame.name.endsWith(' one') ? 'k one' : 'k';
  return markup`<div class="${name}" aria-hidden="true" ${look}>${panels}</div>\n`;
}
