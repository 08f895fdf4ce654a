/**
 * The numbers of a row and the word that hedges them. `more-than 20000` fills only low, `nearly 10000` only
 * high, `range` both, `exact` and `about` the value; a share may give numerator and denominator instead.
 */
import type { Indicator } from '#stats/model/catalogue.ts';
import { QUALIFIERS, type Qualifier, type Stated } from '#stats/uncertainty/hedge.ts';
import { plainNumber, significant } from '#stats/number.ts';
import { parseOneOf, type Cells, type CellColumn, type Say } from './cells.ts';

const NUMBERS = ['value', 'low', 'high', 'numerator', 'denominator'] as const;
type NumberColumn = (typeof NUMBERS)[number];
const PLAIN = /^-?(0|[1-9]\d*)(\.\d+)?$/;

interface Ends {
  readonly filled: readonly ('value' | 'low' | 'high')[];
  readonly words: string;
}

const LOW: Ends = { filled: ['low'], words: 'only low' };
const HIGH: Ends = { filled: ['high'], words: 'only high' };
const VALUE: Ends = { filled: ['value'], words: 'value, and both or neither of low and high' };

const ENDS: Readonly<Record<Qualifier, Ends>> = {
  exact: VALUE,
  about: VALUE,
  'more-than': LOW,
  'at-least': LOW,
  'just-over': LOW,
  'less-than': HIGH,
  'at-most': HIGH,
  nearly: HIGH,
  range: { filled: ['low', 'high'], words: 'low and high' },
};

export interface SourceFigure {
  readonly stated: Stated;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

function readNumber(cells: Cells, column: NumberColumn, indicator: Indicator, say: Say): number | null {
  const text = cells[column];
  if (text === '') return null;
  if (!PLAIN.test(text)) {
    say(
      column,
      'is not a plain number; write digits and a decimal point, without separators, units or words',
    );
    return null;
  }
  const value = Number(text);
  if (value < 0 && !indicator.signed) say(column, `is below 0, but ${indicator.id} cannot be negative`);
  const isPart = column === 'numerator' || column === 'denominator';
  if (indicator.measure === 'share' && !isPart && value > 1) {
    const hint = value <= 100 ? `a fraction: ${plainNumber(value / 100)}` : 'a fraction from 0 to 1';
    say(column, `is outside 0 to 1; write a share as ${hint}`);
  }
  return value;
}

function checkParts(
  cells: Cells,
  parts: Pick<SourceFigure, 'numerator' | 'denominator'>,
  measure: string,
  say: Say,
): void {
  const { numerator, denominator } = parts;
  for (const column of ['numerator', 'denominator'] as const) {
    if (cells[column] !== '' && measure !== 'share' && measure !== 'rate') {
      say(column, `does not apply to a ${measure}; only shares and rates have parts`);
    }
  }
  if ((cells.numerator === '') !== (cells.denominator === '')) {
    const missing = cells.numerator === '' ? 'numerator' : 'denominator';
    say(missing, 'is empty, but the other part is filled; fill both or neither');
  }
  if (denominator === 0) say('denominator', 'is zero; leave the parts empty and name the gap');
  if (measure === 'share' && numerator !== null && denominator !== null && numerator > denominator) {
    say('numerator', `is more than the denominator ${cells.denominator}; a part is at most the whole`);
  }
}

/** Where the ends that are filled do not fit the word: which column, and what would fit. */
function checkEnds(cells: Cells, qualifier: Qualifier, hasParts: boolean, say: Say): void {
  const { filled, words } = ENDS[qualifier];
  const expected = `${qualifier} fills ${words}`;
  const both = filled.includes('value');
  for (const column of ['value', 'low', 'high'] as const) {
    const isFilled = cells[column] !== '';
    if (filled.includes(column) && !isFilled && !(column === 'value' && hasParts))
      say(column, `is empty; ${expected}`);
    if (!filled.includes(column) && isFilled && !both) say(column, `does not fit; ${expected}`);
  }
  if (both && (cells.low === '') !== (cells.high === '')) {
    say(cells.low === '' ? 'low' : 'high', `is empty; ${expected}`);
  }
}

function checkOrder(stated: Stated, say: Say): void {
  const { value, low, high } = stated;
  if (low !== null && high !== null && low > high)
    say('low', `is above high ${plainNumber(high)}; swap them`);
  else if (value !== null && low !== null && value < low) say('value', `is below low ${plainNumber(low)}`);
  else if (value !== null && high !== null && value > high)
    say('value', `is above high ${plainNumber(high)}`);
}

/** The figure of a row; null where the row holds a gap, or where a fault was found. */
export function readFigure(cells: Cells, indicator: Indicator, say: Say): SourceFigure | null {
  const filled: CellColumn[] = NUMBERS.filter((column) => cells[column] !== '');
  if (cells.gap !== '') {
    if (filled.length > 0)
      say('gap', `is given together with a figure (${filled.join(', ')}); keep one of the two`);
    else if (cells.qualifier !== '') say('qualifier', 'is given together with a gap; leave it empty');
    return null;
  }
  if (filled.length === 0) {
    say(
      'value',
      'is empty and so are low, high and gap; give a figure, or the gap that says why there is none',
    );
    return null;
  }
  const read = (column: NumberColumn): number | null => readNumber(cells, column, indicator, say);
  const [low, high, numerator, denominator] = [
    read('low'),
    read('high'),
    read('numerator'),
    read('denominator'),
  ];
  const printed = read('value');
  checkParts(cells, { numerator, denominator }, indicator.measure, say);
  const qualifier = parseOneOf(cells, 'qualifier', QUALIFIERS, say);
  if (!qualifier) return null;
  const isShareOfParts = indicator.measure === 'share' && numerator !== null && denominator !== null;
  checkEnds(cells, qualifier, isShareOfParts, say);
  const wantsValue = ENDS[qualifier].filled.includes('value');
  const ratio = isShareOfParts && wantsValue && denominator > 0 ? significant(numerator / denominator) : null;
  const stated: Stated = { qualifier, value: printed ?? ratio, low, high };
  checkOrder(stated, say);
  return { stated, numerator, denominator };
}
