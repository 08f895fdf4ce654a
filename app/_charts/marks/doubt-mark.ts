/** A question mark in brackets beside each mark whose figure is in doubt, where it lies on no other text. */
import { observationAddress } from '#stats/evidence/address.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { FocusPoint } from '../model/chart.ts';
import type { Shape, TextShape } from '../model/shape.ts';
import { boxesMeet, textBox, type Box } from '../text/metrics.ts';
import { textShape } from './shapes.ts';

export const DOUBT_SIGN = '(?)';

/** Where a sign may stand, the best first: labels stand at the right of most marks. */
const PLACES = [
  { dx: -6, dy: -6, anchor: 'end' },
  { dx: -6, dy: 15, anchor: 'end' },
  { dx: 0, dy: -9, anchor: 'middle' },
  { dx: 0, dy: 19, anchor: 'middle' },
  { dx: 6, dy: -6, anchor: 'start' },
  { dx: 6, dy: 15, anchor: 'start' },
  { dx: 0, dy: -22, anchor: 'middle' },
  { dx: 0, dy: 33, anchor: 'middle' },
  { dx: -12, dy: 5, anchor: 'end' },
  { dx: 12, dy: 5, anchor: 'start' },
  { dx: 0, dy: -36, anchor: 'middle' },
  { dx: 26, dy: -22, anchor: 'start' },
  { dx: 26, dy: 20, anchor: 'start' },
] as const;

interface Surroundings {
  readonly width: number;
  readonly labels: readonly Shape[];
}

function signAt({ x, y }: { x: number; y: number }, width: number, taken: readonly Box[]): TextShape {
  const signs = PLACES.map(({ dx, dy, anchor }) =>
    textShape(x + dx, y + dy, DOUBT_SIGN, 'strong', { colour: 'fail', halo: true, anchor }),
  );
  const isFree = (box: Box): boolean =>
    box.left >= 0 && box.right <= width && taken.every((other) => !boxesMeet(other, box, 1));
  return signs.find((sign) => isFree(textBox(sign))) ?? (signs[0] as TextShape);
}

/**
 * The signs, from the stops of a drawing, each place once; none without doubts, so that no stop is computed for nothing.
 */
export function doubtMarks(
  stops: () => readonly FocusPoint[],
  { doubts = [] }: Pick<Comparison, 'doubts'>,
  { width, labels }: Surroundings,
): TextShape[] {
  if (doubts.length === 0) return [];
  const doubted = new Set(doubts.flatMap(({ figures }) => figures.map(observationAddress)));
  const taken = labels.flatMap((shape) => (shape.as === 'text' ? [textBox(shape)] : []));
  const signs: TextShape[] = [];
  const marked = new Set<string>();
  for (const { at, evidence } of stops().flatMap(({ readings }) => readings)) {
    if (!at || evidence === null || !doubted.has(evidence) || marked.has(`${at.x} ${at.y}`)) continue;
    marked.add(`${at.x} ${at.y}`);
    const sign = signAt(at, width, taken);
    taken.push(textBox(sign));
    signs.push(sign);
  }
  return signs;
}
