/**
 * A printed number and its hedge as a statement: which end the number is (the table of
 * stats/uncertainty/hedge.ts).
 */
import { QUALIFIERS, type Qualifier, type Stated } from '#stats/uncertainty/hedge.ts';
import { significant } from '#stats/number.ts';

const LOW_END: readonly Qualifier[] = ['more-than', 'at-least', 'just-over'];
const HIGH_END: readonly Qualifier[] = ['less-than', 'at-most', 'nearly'];

/** @example statedAs(2, 'less-than') -> only high is 2 */
export function statedAs(number: number, qualifier: Qualifier): Stated {
  if (LOW_END.includes(qualifier)) return { qualifier, value: null, low: number, high: null };
  if (HIGH_END.includes(qualifier)) return { qualifier, value: null, low: null, high: number };
  return { qualifier, value: number, low: null, high: null };
}

/**
 * The interval of a rounded number; the interval of a count does not go below its floor.
 * @example 40 rounded to 10 is 35 to 45
 */
export const rounded = (stated: Stated, to: number, floor: number): Stated =>
  stated.value === null
    ? stated
    : {
        ...stated,
        low: Math.max(floor, significant(stated.value - to / 2)),
        high: significant(stated.value + to / 2),
      };

export const isQualifier = (text: string): text is Qualifier => QUALIFIERS.some((word) => word === text);
