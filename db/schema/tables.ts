/** Which of the five indicator tables contains a measure, and what is special about it. */
import { MEASURE_RULES, type Measure } from '../../stats/model/measure.ts';

/** The table that holds a measure. */
export const TABLE_OF: Record<Measure, string> = {
  rate: 'rates',
  count: 'counts',
  estimate: 'estimates',
  share: 'shares',
  level: 'levels',
};

/** Whether the table of a measure has numerators and denominators. */
export const hasParts = (measure: Measure): boolean => MEASURE_RULES[measure].isRatio;
