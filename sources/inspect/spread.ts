/**
 * Columns that are values of one or two variables: `2012`, `2013`; `2012 Rate`, `2012 Count`; `Honduras`, `Belize`.
 * A recipe turns them into rows.
 */
import type { AreaTable } from '../aliases/areas.ts';
import type { FormatRole } from '../recipe/values/period-format.ts';
import { parsePrinted } from '../recipe/values/period.ts';
import { areTwoWays } from '../recipe/values/period-role.ts';
import { parseMonth, parseQuarter } from '../recipe/values/month.ts';
import { formatsOf } from '../recipe/values/usual-formats.ts';
import { alternatives, anyOf, distinct, asLiteral } from './patterns.ts';
import type { SpreadColumns } from './spread-columns.ts';
import { groupSpread } from './spread-groups.ts';

const YEAR = /(?<!\d)((?:1[89]|20)\d\d)(?!\d)/g;
/** What is written before a year and says nothing of the figure. */
const ABOUT_YEARS = /^(X|year\s*|año\s*)?$/i;
/** Words that say whose year it is: they stay with it. */
const FISCAL = /(?:FY|fiscal year|año fiscal)\s*$/i;
/** Marks after a year: `2014p`, `2013¹`, `2020 (prov.)`. */
const MARK =
  /^\s*(?:[a-z*†‡¹²³⁴⁵⁶⁷⁸⁹⁰/\d]{1,2}|\((?:[a-z]{1,2}|prov\.?|provisional|prel\.?|preliminary|est\.?|estimated|rev\.?|revised)\))$/i;

interface YearName {
  readonly at: number;
  readonly name: string;
  readonly year: string;
  readonly before: string;
  /** `FY ` before a fiscal year, which is no part of `before`. */
  readonly fiscal: string;
  readonly after: string;
}

/** The names with exactly one year in them. DataBank writes it twice: `2012 [YR2012]`. */
function yearNames(names: readonly string[]): YearName[] {
  return names.flatMap((name, at) => {
    const [plain = ''] = name.split(/\s*\[YR\d{4}\]/);
    const years = [...plain.matchAll(YEAR)];
    const [only] = years;
    if (!only || years.length > 1) return [];
    const [year] = only;
    const words = plain.slice(0, only.index);
    const [fiscal = ''] = FISCAL.exec(words) ?? [];
    const before = words.slice(0, words.length - fiscal.length);
    return [{ at, name, year, before, fiscal, after: plain.slice(only.index + year.length) }];
  });
}

const isQuoted = /\s*\[YR\d{4}\]$/;
const tailOf = (found: readonly YearName[]): string =>
  found.some(({ name }) => isQuoted.test(name)) ? '(?:\\s*\\[YR\\d{4}\\])?' : '';

/** The expression of a year, with the word that makes it a fiscal one. */
function yearGroup(found: readonly YearName[]): string {
  return `(${anyOf(distinct(found.map(({ fiscal }) => fiscal)))}\\d{4})`;
}

const common = (found: readonly YearName[]) => ({
  at: found.map((column) => column.at),
  area: null,
  period: 'year',
  part: null,
  formats: [],
  isFiscal: found.every(({ fiscal }) => fiscal !== ''),
});

function yearSpread(found: readonly YearName[]): SpreadColumns | null {
  const befores = distinct(found.map(({ before }) => before));
  const afters = distinct(found.map(({ after }) => after));
  if (!befores.every((text) => ABOUT_YEARS.test(text))) return null;
  const tail = tailOf(found);
  const start = `${anyOf(befores)}${yearGroup(found)}`;
  const whole = { ...common(found), names: ['year'], what: null };
  if (afters.every((text) => text === ''))
    return {
      ...whole,
      columns: start === '(\\d{4})' && tail === '' ? PLAIN : `^${start}${tail}$`,
      doubt: null,
    };
  if (!afters.every((text) => text === '' || MARK.test(text))) return null;
  const marked = found.filter(({ after }) => after !== '').map(({ name }) => name);
  return {
    ...whole,
    columns: `^${start}(?:${alternatives(afters.filter((text) => text !== ''))})?$`,
    doubt: `the marks after ${marked.slice(0, 4).join(', ')} are left out; if they say something of the numbers, write a note`,
  };
}

/** The expression that drafts have had all along, where it fits. */
const PLAIN = '^((?:FY)?\\d{4})$';

/** Whether each text is a part of a year, and more than one is. */
const areAll = (texts: readonly string[], parse: (text: string) => unknown): boolean =>
  texts.length > 1 && texts.every((text) => !/^\d*$/.test(text) && parse(text) !== null);

/** A mark of a preliminary year before the part of it: `2014 p/ I`, `2014 (p) I`. */
const YEAR_MARK = /^\s*(?:[a-z]\/|\([a-z]{1,2}\)|[*†‡])/i;

/** Names of a year and a part of it: `2014 I`, `Trim. 3 2014`, `2014 Ene`. */
function partsOfYears(found: readonly YearName[]): SpreadColumns | null {
  const isYearFirst = found.every(({ before }) => ABOUT_YEARS.test(before));
  if (!isYearFirst && !found.every(({ after }) => after === '')) return null;
  const rests = found.map(({ before, after }) => (isYearFirst ? after : before));
  const marks = distinct(rests.flatMap((text) => YEAR_MARK.exec(text)?.[0] ?? []));
  const words = distinct(
    rests.map((text) => text.replace(YEAR_MARK, '').replace(/^[\s_:,-]+|[\s_:,-]+$/g, '')),
  );
  const part = areAll(words, parseQuarter) ? 'quarter' : areAll(words, parseMonth) ? 'month' : null;
  if (part === null) return null;
  const year = `${anyOf(isYearFirst ? distinct(found.map(({ before }) => before)) : [''])}${yearGroup(found)}`;
  const columns = isYearFirst
    ? `^${year}${marks.length === 0 ? '' : `(?:${alternatives(marks)})?`}[\\s_:,-]*(${alternatives(words)})$`
    : `^(${alternatives(words)})[\\s_:,-]*${year}$`;
  const names = isYearFirst ? ['year', part] : [part, 'year'];
  const doubt =
    marks.length === 0
      ? null
      : `the marks ${marks.map((mark) => mark.trim()).join(', ')} after years are left out; if they say something of the numbers, write a note`;
  return { ...common(found), columns, names, part, what: null, doubt };
}

/** Names of a year and a word: `2019 Rate`, `rate_2019`, `2012` and a second `2012 (2)`. */
function twoVariables(found: readonly YearName[]): SpreadColumns | null {
  const isYearFirst = found.every(({ before }) => ABOUT_YEARS.test(before));
  if (!isYearFirst && !found.every(({ after }) => after === '')) return null;
  const rests = found.map(({ before, after }) => (isYearFirst ? after : before));
  const words = rests.map((text) => text.replace(isYearFirst ? /^[\s_:,-]+/ : /[\s_:,-]+$/, ''));
  const texts = new Map<string, number[]>();
  found.forEach(({ at }, i) => texts.set(words[i] ?? '', [...(texts.get(words[i] ?? '') ?? []), at]));
  // A word with each of the years, or they are columns of their own.
  if ([...texts.values()].some((columns) => columns.length < 2 && found.length > 2)) return null;
  const befores = anyOf(distinct(found.map(({ before }) => before)));
  const columns = isYearFirst
    ? `^${befores}${yearGroup(found)}[\\s_:,-]*(${alternatives(texts.keys())})${tailOf(found)}$`
    : `^(${alternatives(texts.keys())})[\\s_:,-]*${yearGroup(found)}${tailOf(found)}$`;
  const isOne = texts.size === 1;
  const copies = [...texts.keys()].filter((text) => text === '' || /^\(\d\)$/.test(text));
  return {
    ...common(found),
    columns,
    names: isYearFirst ? ['year', 'what'] : ['what', 'year'],
    what: { column: 'what', texts },
    doubt:
      copies.length > 1 && !isOne
        ? 'several columns have the same year and no word: say which figure each of them is'
        : null,
  };
}

const LONGEST_PERIOD = 30;
/** `2009-10`, where it may be two years: a person says whose they are. */
const SPLIT_YEARS: FormatRole = { format: 'yyyy-yy', basis: 'us-fiscal-year' };

/** The names that are periods, and in which ways they are written; null if fewer than two are. */
function periodNames(names: readonly string[]): Pick<SpreadColumns, 'at' | 'formats'> | null {
  const own = (name: string): boolean => /^\d{4}-/.test(name) && parsePrinted(name) !== null;
  const isPeriod = (name: string): boolean =>
    own(name) || (/\d/.test(name) && name.length <= LONGEST_PERIOD && formatsOf([name]).length > 0);
  const at = names.flatMap((name, i) => (i > 0 && isPeriod(name) ? i : []));
  const texts = at.map((i) => names[i] ?? '');
  if (at.length < 2) return null;
  if (areTwoWays(texts)) return { at, formats: [SPLIT_YEARS] };
  if (texts.every(own)) return { at, formats: [] };
  const formats = formatsOf(texts);
  return formats.length > 0 ? { at, formats } : null;
}

/** Letters of a name that stand for one word, such as that of a month. */
const WORD = '[^\\d\\s/-]+';

/**
 * An expression for names that are written alike, so that it fits the next month or year too; all the names if they are
 * not, or if it would fit another column.
 * @example `2014-Q1`, `2014-Q2` gives `^(\d\d\d\d-Q\d)$`, and `Oct 2014`, `Nov 2014` `^([^\d\s/-]+ \d\d\d\d)$`
 */
function namesAlike(texts: readonly string[], others: readonly string[]): string | readonly string[] {
  const shapeOf = (text: string, word: string | null): string =>
    text
      .split(/(\d|[\p{L}.]+)/u)
      .map((part) =>
        /\d/.test(part) ? '\\d' : word !== null && /\p{L}/u.test(part) ? word : asLiteral(part),
      )
      .join('');
  for (const word of [null, WORD]) {
    const shapes = distinct(texts.map((text) => shapeOf(text, word)));
    const pattern = `^(${shapes[0] ?? ''})$`;
    if (shapes.length === 1 && !others.some((text) => new RegExp(pattern).test(text))) return pattern;
  }
  return texts;
}

/** Days, months, quarters and split years across the top: `2015-07-01`, `2014-Q1`, `Oct 2014`, `2014/15`. */
function periodSpread(names: readonly string[]): SpreadColumns | null {
  const found = periodNames(names);
  if (!found) return null;
  const texts = found.at.map((i) => names[i] ?? '');
  // `2009-10` may be a month, unless another column could be none.
  const isOpen = found.formats.length === 0 && texts.some((text) => /^\d{4}-\d\d$/.test(text));
  return {
    ...found,
    columns: namesAlike(
      texts,
      names.filter((_, i) => !found.at.includes(i)),
    ),
    names: ['period'],
    period: 'period',
    part: null,
    isFiscal: false,
    area: null,
    what: null,
    doubt: isOpen
      ? 'taken for months; years that are written by two have period: { column: period, format: yyyy-yy, basis or yearStarts }'
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
    part: null,
    formats: [],
    isFiscal: false,
    area: 'country',
    what: null,
    doubt: null,
  };
}

/** Columns of values; null if each column is a variable of its own. */
export function findSpread(
  names: readonly string[],
  areas: AreaTable,
  groups: readonly (string | null)[] = [],
): SpreadColumns | null {
  const found = yearNames(names).filter(({ at }) => at > 0);
  const years = new Set(found.map(({ year }) => year));
  const periods = periodSpread(names);
  // `2014 Q1` is no year with a mark, and `Oct 2014` no figure of its own.
  if (periods && found.every(({ at }) => periods.at.includes(at))) return periods;
  const parts = found.length > 1 ? partsOfYears(found) : null;
  if (parts) return parts;
  const spread = years.size >= 2 ? (yearSpread(found) ?? twoVariables(found)) : null;
  return spread ?? periods ?? areaSpread(names, areas) ?? groupSpread(names, groups, areas);
}
