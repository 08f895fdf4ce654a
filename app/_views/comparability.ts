/** Whether the series of an answer may be laid side by side, and why not without a note. */
import type { Comparison } from '#stats/comparison.ts';
import { BASIS_WORDS, COMPUTATION_WORDS } from '#stats/vocabulary.ts';
import { fill, wordsIn } from '#app/_words/words.ts';
import { definitionName } from './names.ts';
import type { VerdictKind } from './Verdict.tsx';

export interface Comparability {
  readonly kind: VerdictKind;
  readonly words: string;
  readonly reasons: readonly string[];
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/**
 * Other denominators never share a line; other periods and other sources may stand side by side, with a note.
 * @example comparabilityOf(shares of petitions and of cases closed).kind === 'fails'
 */
export function comparabilityOf(comparison: Comparison): Comparability {
  const { indicator, language, cells } = comparison;
  const words = wordsIn(language).margin;
  const figures = cells.filter((cell) => cell.stated !== null);
  const bases = unique(figures.map((cell) => cell.period.basis));
  const definitions = unique(figures.map((cell) => cell.definition));
  const computations = unique(figures.flatMap((cell) => cell.computed ?? []));
  const sources = unique(figures.map((cell) => cell.source));
  const reasons: string[] = [];
  if (bases.length > 1) {
    const list = bases.map((basis) => BASIS_WORDS[basis][language]).join(', ');
    reasons.push(fill(words.manyBases, { bases: list }));
  }
  if (definitions.length > 1) {
    const list = definitions.map((code) => definitionName(indicator, code, language)).join('; ');
    reasons.push(fill(words.manyDefinitions, { definitions: list }));
  }
  if (sources.length > 1) reasons.push(words.manySources);
  const compared = reasons.length;
  if (figures.some((cell) => cell.periodStatus === 'assumed')) reasons.push(words.assumed);
  if (computations.length > 0) {
    const how = computations.map((code) => COMPUTATION_WORDS[code][language]).join(', ');
    reasons.push(fill(words.computed, { how }));
  }
  const apart = definitions.length > 1 && indicator.measure === 'share';
  if (apart) return { kind: 'fails', words: words.notComparable, reasons };
  if (reasons.length > 0) {
    const first = compared === 0 ? [words.one] : [];
    return { kind: 'notes', words: words.withNotes, reasons: [...first, ...reasons] };
  }
  return { kind: 'holds', words: words.comparable, reasons: [words.one] };
}
