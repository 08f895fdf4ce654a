/** A question mark in brackets at the upper left of each mark whose figure is in doubt: labels stand at its right. */
import { observationAddress } from '#stats/evidence/address.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { FocusPoint } from '../model/chart.ts';
import type { TextShape } from '../model/shape.ts';
import { textShape } from './shapes.ts';

export const DOUBT_SIGN = '(?)';

/** The signs, from the stops of a drawing; none without doubts, so that no stop is computed for nothing. */
export function doubtMarks(stops: () => readonly FocusPoint[], { doubts = [] }: Comparison): TextShape[] {
  if (doubts.length === 0) return [];
  const doubted = new Set(doubts.flatMap(({ figures }) => figures.map(observationAddress)));
  return stops().flatMap(({ readings }) =>
    readings.flatMap(({ at, evidence }) =>
      at && evidence !== null && doubted.has(evidence)
        ? [textShape(at.x - 6, at.y - 6, DOUBT_SIGN, 'strong', { colour: 'fail', halo: true, anchor: 'end' })]
        : [],
    ),
  );
}
