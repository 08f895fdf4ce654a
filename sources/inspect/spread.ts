/**
 * Columns that are values of one or two variables: `2012`, `2013`; `2012 Rate`, `2012 Count`; `Honduras`, `Belize`.
 * A recipe turns them into rows.
 */
import type { AreaTable } from '../aliases/areas.ts';
import { parsePrinted } from '../recipe/values/period.ts';

export interface SpreadColumns {
  /** The columns, by their position. */
  readonly at: readonly number[];
  /** As a recipe names them: a regular expression, or all their names. */
  readonly columns: string | readonly string[];
  /** The new columns of the names, in the order of the groups of the expression. */
  readonly names: readonly string[];
  /** The new column of the period; null if the names are areas. */
  readonly period: string | null;
  /** The new column of the areas; null if the names are periods. */
  readonly area: string | null;
  /** The second variable: its column, and its texts with the columns that have each. */
  readonly what: {
    readonly column: string;
    readonly texts: ReadonlyMap<string, readonly number[]>;
  } | null;
  /** What a person must decide about the names. */
  readonly doubt: string | null;
}

const YEAR = /(?<!\d)((?:1[89]|20)\d\d)(?!\d)/g;
/** What is written around a year and says nothing of the figure. */
const ABOUT_YEARS = /^(X|FY\s*|year\s*|año\s*)?$/i;
/** Marks after a year: `2014p`, `2013¹`, `2020 (prov.)`. */
const MARK =
  /^\s*(?:[a-z*†‡¹²³⁴⁵⁶⁷⁸⁹⁰/\d]{1,2}|\((?:[a-z]{1,2}|prov\.?|provisional|prel\.?|preliminary|est\.?|estimated|rev\.?|revised)\))$/i;

interface YearName {
  readonly at: number;
  readonly name: string;
  readonly year: string;
  readonly before: string;
  readonly after: string;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const alternatives = (texts: Iterable<string>): string => [...texts].map(escape).join('|');
const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

/** The names with exactly one year in them. DataBank writes it twice: `2012 [YR2012]`. */
function yearNames(names: readonly string[]): YearName[] {
  return names.flatMap((name, at) => {
    const [plain = ''] = name.split(/\s*\[YR\d{4}\]/);
    const years = [...plain.matchAll(YEAR)];
    const [only] = years;
    if (!only || years.length > 1) return [];
    const [year] = only;
    const before = plain.slice(0, only.index);
    return [{ at, name, year, before, after: plain.slice(only.index + year.length) }];
  });
}

const isQuoted = /\s*\[YR\d{4}\]$/;

function yearSpread(found: readonly YearName[]): SpreadColumns | null {
  const at = found.map((column) => column.at);
  const common = { at, area: null, period: 'year' };
  const befores = distinct(found.map(({ before }) => before));
  const afters = distinct(found.map(({ after }) => after));
  const tail = found.some(({ name }) => isQuoted.test(name)) ? '(?:\\s*\\[YR\\d{4}\\])?' : '';
  const isPlain = befores.every((text) => ABOUT_YEARS.test(text));
  const head =
    befores.some((text) => /^FY/i.test(text)) && isPlain
      ? '((?:FY\\s*)?\\d{4})'
      : `(?:${alternatives(befores)})(\\d{4})`;
  const start = befores.every((text) => text === '') ? '(\\d{4})' : head;
  if (isPlain && afters.every((text) => text === '')) {
    const columns =
      tail === '' && (start === '(\\d{4})' || start === head) && !/\(\?:\|?X/.test(start)
        ? simple(start)
        : `^${start}${tail}$`;
    return { ...common, columns, names: ['year'], what: null, doubt: null };
  }
  if (isPlain && afters.every((text) => text === '' || MARK.test(text))) {
    const marked = found.filter(({ after }) => after !== '').map(({ name }) => name);
    return {
      ...common,
      columns: `^${start}(?:${alternatives(afters.filter((text) => text !== ''))})?$`,
      names: ['year'],
      what: null,
      doubt: `the marks after ${marked.slice(0, 4).join(', ')} are left out; if they say something of the numbers, write a note`,
    };
  }
  return twoVariables(found, tail);
}

/** The expression that drafts have had all along, where it fits. */
const simple = (start: string): string =>
  start === '(\\d{4})' || start.includes('FY') ? '^((?:FY)?\\d{4})$' : `^${start}$`;

/** Names of a year and a word: `2019 Rate`, `rate_2019`, `2012` and a second `2012 (2)`. */
function twoVariables(found: readonly YearName[], tail: string): SpreadColumns | null {
  const isYearFirst = found.every(({ before }) => ABOUT_YEARS.test(before));
  if (!isYearFirst && !found.every(({ after }) => after === '')) return null;
  const rests = found.map(({ before, after }) => (isYearFirst ? after : before));
  const words = rests.map((text) => text.replace(isYearFirst ? /^[\s_:,-]+/ : /[\s_:,-]+$/, ''));
  const texts = new Map<string, number[]>();
  found.forEach(({ at }, i) => texts.set(words[i] ?? '', [...(texts.get(words[i] ?? '') ?? []), at]));
  // A word with each of the years, or they are columns of their own.
  if ([...texts.values()].some((columns) => columns.length < 2 && found.length > 2)) return null;
  const columns = isYearFirst
    ? `^(?:${alternatives(distinct(found.map(({ before }) => before)))})(\\d{4})[\\s_:,-]*(${alternatives(texts.keys())})${tail}$`
    : `^(${alternatives(texts.keys())})[\\s_:,-]*(\\d{4})${tail}$`;
  const isOne = texts.size === 1;
  const copies = [...texts.keys()].filter((text) => text === '' || /^\(\d\)$/.test(text));
  return {
    at: found.map((column) => column.at),
    area: null,
    period: 'year',
    columns: columns.replace('(?:)', ''),
    names: isYearFirst ? ['year', 'what'] : ['what', 'year'],
    what: { column: 'what', texts },
    doubt:
      copies.length > 1 && !isOne
        ? 'several columns have the same year and no word: say which figure each of them is'
        : null,
  };
}

/** Days, months and quarters across the top, as our own texts write them: `2015-07-01`, `2014-10`, `2014-Q1`. */
function periodSpread(names: readonly string[]): SpreadColumns | null {
  const at = names.flatMap((name, i) => (i > 0 && /^\d{4}-/.test(name) && parsePrinted(name) ? i : []));
  if (at.length < 2) return null;
  return {
    at,
    columns: at.map((i) => names[i] ?? ''),
    names: ['period'],
    period: 'period',
    area: null,
    what: null,
    // `2011-12` may be two years.
    doubt: at.some((i) => /^\d{4}-\d\d$/.test(names[i] ?? ''))
      ? 'are these months, or years that are written by two (period: { column: period, format: yyyy-yy, basis or yearStarts })?'
      : null,
  };
}

/** Countries across the top, with the period in a column. */
function areaSpread(names: readonly string[], areas: AreaTable): SpreadColumns | null {
  const at = names.flatMap((name, i) => (/[A-Za-zÀ-ÿ]{3}/.test(name) && areas.knows(name, 'name') ? i : []));
  if (at.length < 3 || at.length < (names.length - 1) * 0.6) return null;
  return {
    at,
    columns: at.map((i) => names[i] ?? ''),
    names: ['country'],
    period: null,
    area: 'country',
    what: null,
    doubt: null,
  };
}

/** Columns of values; null if each column is a variable of its own. */
export function findSpread(names: readonly string[], areas: AreaTable): SpreadColumns | null {
  const found = yearNames(names).filter(({ at }) => at > 0);
  const years = new Set(found.map(({ year }) => year));
  const spread = years.size >= 2 ? yearSpread(found) : null;
  return spread ?? periodSpread(names) ?? areaSpread(names, areas);
}
