/**
 * Decides which kinds of chart are honest. A time axis needs periods that tile time on one basis; a line
 * needs three of them in some series. Figures of a day, a level or an unstated period are drawn on a number
 * line.
 */
import { answerFacts, type ChartableAnswer } from './answer-facts.ts';
import { CHART_LAYOUTS } from './chart-kinds.ts';
import type { Text } from '#stats/language.ts';
import { memoizeByObject } from '#stats/memoize.ts';
import { CHART_KINDS, type ChartKind } from './model/kind.ts';

/** A kind of chart for an answer, and what the answer would need for it if it does not fit. */
export interface ChartChoice {
  readonly kind: ChartKind;
  /** Null if the kind fits. */
  readonly needs: Text | null;
}

/** All kinds: those that fit, the best first, then the others with the reason. */
export function chartChoices(answer: ChartableAnswer): ChartChoice[] {
  const fitting = kindsFor(answer);
  const others = CHART_KINDS.filter((kind) => !fitting.includes(kind));
  return [
    ...fitting.map((kind): ChartChoice => ({ kind, needs: null })),
    ...others.map((kind): ChartChoice => ({ kind, needs: CHART_LAYOUTS[kind].words.needs })),
  ];
}

/** The kinds that are legal, the best first. */
export const kindsFor = memoizeByObject((answer: ChartableAnswer): readonly ChartKind[] => {
  const facts = answerFacts(answer);
  return CHART_KINDS.flatMap((kind) => {
    const rank = CHART_LAYOUTS[kind].rank(facts);
    return rank === null ? [] : [{ kind, rank }];
  })
    .sort((a, b) => a.rank - b.rank)
    .map(({ kind }) => kind);
});
