/** Where a figure is said, in a few words for a table: its source, or what we made of it. */
import { TRANSFORM_WORDS } from '#stats/wording/transforms.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { COMPUTATION_WORDS } from '#stats/format/labels.ts';
import { wordsIn } from '#app/_words/words.ts';

/** A name within a sentence. */
const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** What we did to get a figure, the last step first; empty for one as its source published it. */
export function arithmeticOf({ transform, computed }: Cell, { language }: Comparison): string {
  const steps = [
    transform && inSentence(TRANSFORM_WORDS[transform].name[language]),
    computed && COMPUTATION_WORDS[computed][language],
  ].filter(Boolean);
  return steps.length > 0 ? wordsIn(language).table.computedOf({ how: steps.join(', ') }) : '';
}

/**
 * What was made of whose figures: two sources of one group give two values that only their names tell apart.
 * @example 'our arithmetic: index; UNODC, by Our World in Data'
 */
export function attributionOf(cell: Cell, comparison: Comparison): string {
  const source = comparison.sources.find((candidate) => candidate.id === cell.source)?.shortTitle[
    comparison.language
  ];
  return [arithmeticOf(cell, comparison), source ?? ''].filter(Boolean).join('; ');
}
