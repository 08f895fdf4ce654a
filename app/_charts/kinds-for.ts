/**
 * Decides which kinds of chart are honest. A time axis needs periods that tile time on one basis; a line
 * needs three of them in some series. Figures of a day, a level or an unstated period are drawn on a number
 * line.
 */
import { answerFacts, type ChartableAnswer } from './answer-facts.ts';
import { CHART_LAYOUTS } from './chart-kinds.ts';
import { CHART_KINDS, type ChartKind } from './model/kind.ts';

/** The kinds that are legal, the best first. */
export function kindsFor(answer: ChartableAnswer): ChartKind[] {
  const facts = answerFacts(answer);
  return CHART_KINDS.flatMap((kind) => {
    const rank = CHART_LAYOUTS[kind].rank(facts);
    return rank === null ? [] : [{ kind, rank }];
  })
    .sort((a, b) => a.rank - b.rank)
    .map(({ kind }) => kind);
}
