/**
 * Names of months and quarters as publishers write them: `October`, `Oct`, `OCT.`, `octubre`, `01 October`, `10`; `Q1`,
 * `1T`, `I`, `Primer trimestre`, `Jan-Mar`.
 */
import { foldAccents } from '#stats/text.ts';

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'enero', 'ene'],
  ['february', 'febrero'],
  ['march', 'marzo'],
  ['april', 'abril', 'abr'],
  ['may', 'mayo'],
  ['june', 'junio'],
  ['july', 'julio'],
  ['august', 'agosto', 'ago'],
  ['september', 'septiembre', 'setiembre', 'sept', 'set'],
  ['october', 'octubre'],
  ['november', 'noviembre'],
  ['december', 'diciembre', 'dic'],
];

/**
 * The month from 1 to 12; null if the text is not a month. A number before a name is its position in the
 * fiscal year and is ignored.
 * @example parseMonth('01 October') === 10
 */
export function parseMonth(text: string): number | null {
  const plain = text.trim().toLowerCase();
  if (/^\d{1,2}$/.test(plain)) return Number(plain) >= 1 && Number(plain) <= 12 ? Number(plain) : null;
  const word = /^(?:\d{1,2}[\s.-]+)?([\p{L}]+)\.?$/u.exec(plain)?.[1];
  if (word === undefined || word.length < 3) return null;
  const found = MONTHS.findIndex((names) =>
    names.some((n) => n === word || (word.length === 3 && n.startsWith(word))),
  );
  return found < 0 ? null : found + 1;
}

export interface NamedQuarter {
  /** 1 to 4. */
  readonly quarter: number;
  /** Its first month, where the name says its months: they are those of the calendar, whatever the year is. */
  readonly month: number | null;
}

const ORDINALS: readonly (readonly string[])[] = [
  ['1', 'i', '1st', '1er', '1ro', '1o', 'first', 'primer', 'primero'],
  ['2', 'ii', '2nd', '2do', '2o', 'second', 'segundo'],
  ['3', 'iii', '3rd', '3er', '3ro', '3o', 'third', 'tercer', 'tercero'],
  ['4', 'iv', '4th', '4to', '4o', 'fourth', 'cuarto'],
];
/** A letter stands before a number alone: `T3`, and not the first letter of `tercer`. */
const QUARTER = {
  before: '[qtk](?=[\\s-]*[\\di])|qtr|quarter|trim|trimestre',
  after: 'q|t|k|qtr|quarter|trim|trimestre',
};
const HALF = {
  before: '[sh](?=[\\s-]*[\\di])|sem|semestre|semester|half',
  after: 's|h|sem|semestre|semester|half',
};

/** The number of a part of a year, from 1 to `most`, by the words that publishers write around it; null if it is none. */
function numberedPart(plain: string, { before, after }: typeof QUARTER, most: number): number | null {
  const around = new RegExp(`^(?:(?:${before})[\\s-]*)?([a-z0-9]+?)(?:[\\s-]*(?:${after}))?$`);
  const bare = around.exec(plain)?.[1];
  const found = ORDINALS.slice(0, most).findIndex((words) => words.includes(bare ?? ''));
  return found < 0 ? null : found + 1;
}

/** Two months with a word or a dash between them. */
const SPAN = /^(\p{L}+)\.?\s*(?:[-–/]|to|a)\s*(\p{L}+)\.?$/u;

/** `Jan-Mar`: a quarter by its first and last month. */
function byMonths(plain: string): NamedQuarter | null {
  const [, from = '', to = ''] = SPAN.exec(plain) ?? [];
  const [first, last] = [parseMonth(from), parseMonth(to)];
  if (first === null || last !== first + 2 || first % 3 !== 1) return null;
  return { quarter: (first + 2) / 3, month: first };
}

/**
 * The quarter of a text; null if it is none.
 * @example parseQuarter('3er trimestre') -> { quarter: 3, month: null }, parseQuarter('Oct-Dec') -> { quarter: 4, month: 10 }
 */
export function parseQuarter(text: string): NamedQuarter | null {
  const plain = foldAccents(text).trim().toLowerCase().replace(/[°º.]/g, '');
  const months = byMonths(plain);
  if (months) return months;
  const quarter = numberedPart(plain, QUARTER, 4);
  return quarter === null ? null : { quarter, month: null };
}

/** `Jan-Jun`: a half year by its first and last month. */
function halfByMonths(plain: string): NamedHalf | null {
  const [, from = '', to = ''] = SPAN.exec(plain) ?? [];
  const [first, last] = [parseMonth(from), parseMonth(to)];
  if (first === null || last !== first + 5 || first % 6 !== 1) return null;
  return { half: first === 1 ? 1 : 2, month: first };
}

export interface NamedHalf {
  readonly half: 1 | 2;
  /** Its first month, where the name says its months. */
  readonly month: number | null;
}

/**
 * The half year of a text; null if it is none.
 * @example parseHalf('Segundo semestre') -> { half: 2, month: null }
 */
export function parseHalf(text: string): NamedHalf | null {
  const plain = foldAccents(text).trim().toLowerCase().replace(/[°º.]/g, '');
  const months = halfByMonths(plain);
  if (months) return months;
  const half = numberedPart(plain, HALF, 2);
  return half === null ? null : { half: half === 1 ? 1 : 2, month: null };
}
