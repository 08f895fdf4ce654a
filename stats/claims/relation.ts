/**
 * The relation that a claim states about a figure: `at least 3`, `about 4`, `more than 20,000`. The number is
 * kept as printed, because its last digit shows how it was rounded: 3.6 means 3.55 to 3.65, and 7e3 is
 * rounded to thousands.
 *
 * @example parseRelation('at-least:3') and formatRelation are inverses
 */
import { BadQuery, malformed, unknownValue } from '../problem.ts';

export const RELATIONS = [
  'equals',
  'about',
  'at-least',
  'more-than',
  'at-most',
  'less-than',
  'nearly',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** A number as printed, and the value of one unit in its last digit. */
export interface PrintedNumber {
  readonly text: string;
  readonly value: number;
  readonly step: number;
}

export interface StatedRelation {
  readonly relation: Relation;
  readonly number: PrintedNumber;
}

const FORMS = ['at-least:3', 'about:4', 'more-than:20000', 'equals:3.6', 'less-than:2', 'nearly:1e4'];

/**
 * Parses a plain number, `3`, `3.60`, `-8.6`, or one with an exponent, `7e3`; null for anything else.
 * @example printedNumber('3.6') -> value 3.6, step 0.1; printedNumber('7e3') -> value 7000, step 1000
 */
export function printedNumber(text: string): PrintedNumber | null {
  const read = /^-?(?:0|[1-9]\d{0,14})(?:\.(\d{1,10}))?(?:e([1-9]|1[0-2]))?$/.exec(text);
  if (!read) return null;
  const [, decimals = '', exponent = '0'] = read;
  return {
    text,
    value: Number(text),
    step: Number(`1e${Number(exponent) - decimals.length}`),
  };
}

/** @throws BadQuery with the accepted forms */
export function parseRelation(text: string): StatedRelation {
  const at = text.indexOf(':');
  const name = at < 0 ? text : text.slice(0, at);
  const relation = RELATIONS.find((known) => known === name);
  if (relation === undefined) throw new BadQuery(unknownValue('claim', name, RELATIONS));
  const number = at < 0 ? null : printedNumber(text.slice(at + 1));
  if (number) return { relation, number };
  throw new BadQuery(
    malformed('claim', text, FORMS, {
      en: `After ${relation} stands a number as it was printed, with a point before its decimals: ${relation}:3.6.`,
      es: `Tras ${relation} va un número tal como se publicó, con punto decimal: ${relation}:3.6.`,
    }),
  );
}

/** The inverse of `parseRelation`. */
export const formatRelation = ({ relation, number }: StatedRelation): string => `${relation}:${number.text}`;
