/** What a tip says of a figure in doubt. */
import { CHART_WORDS } from '#app/_words/chart.ts';
import type { Language } from '#stats/language.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { doubtsOf } from '#stats/evidence/doubts-of.ts';
import type { Cell } from '#stats/model/observation.ts';

/** @example doubtTexts(Mexico 2014 of the report) -> ['In doubt: Mexico’s 21.5 is of another year'] */
export const doubtTexts = (cell: Cell, comparison: Comparison, language: Language): string[] =>
  doubtsOf(cell, comparison).map(({ title }) => CHART_WORDS[language].inDoubt(title[language]));
