/**
 * Links from the marks of an embed to the evidence of their figures. An embed has up to four drawings, so each link is
 * written once, with its place in each drawing in thousandths of the drawing's width; the style sheet takes the place
 * in the drawing that is shown. They are for the pointer: a frame that may not open windows ignores them, and the page
 * of the question has the same links for keys and screen readers.
 */
import { markTargets } from '#app/_charts/marks/mark-targets.ts';
import { markup, raw, type Markup } from '../http/html.ts';
import type { FrameDrawing } from './frames.ts';

/** The names of the places in the style sheet: across and down, for each class of frames. */
const PLACES = ['a', 'b', 'c', 'd'] as const;

/**
 * The links over the drawings, in their order; empty if no figure has a mark.
 * @param hrefOf the page of an address of evidence
 */
export function markLinks(
  drawings: readonly FrameDrawing[],
  hrefOf: (evidence: string) => string,
): Markup | null {
  const links = new Map<string, string[]>();
  const widths: string[] = [];
  let reach = Infinity;
  drawings.forEach(({ frame, model }, i) => {
    const name = PLACES[i] ?? '';
    widths.push(`--w${name}:${Math.round(model.width * frame.scale)}px`);
    for (const target of markTargets(model)) {
      reach = Math.min(reach, target.reach);
      const [x, y] = [target.at.x, target.at.y].map((n) => Math.round((1000 * n) / model.width));
      const places = links.get(target.evidence) ?? [];
      links.set(target.evidence, places);
      // A figure may have two marks in a drawing.
      if (places.length === 2 * i) places.push(`--${name}:${x}`, `--${name.toUpperCase()}:${y}`);
    }
  });
  // A figure without a mark in some drawing would lie in its corner.
  const whole = [...links].filter(([, places]) => places.length === 2 * drawings.length);
  if (whole.length === 0) return null;
  const all = whole.map(
    ([evidence, places]) =>
      markup`<a href="${hrefOf(evidence)}" tabindex=-1 style="${places.join(';')}"></a>`,
  );
  const look = raw(`style="${widths.join(';')};--r:${Math.round(2 * reach)}px"`);
  return markup`<div class="k" aria-hidden="true" ${look}>${all}</div>\n`;
}
