/** What a column of an unknown table seems to contain. */
import type { Line } from '../formats/line.ts';
import { bare } from '../recipe/values/column-reader.ts';
import { parseHalf, parseMonth, parseQuarter } from '../recipe/values/month.ts';
import { areTwoWays } from '../recipe/values/period-role.ts';
import type { FormatRole } from '../recipe/values/period-format.ts';
import { formatsOf } from '../recipe/values/usual-formats.ts';
import { parsePrinted } from '../recipe/values/period.ts';
import type { AreaForm, AreaTable } from '../aliases/areas.ts';
import type { NumberLook } from './numbers.ts';

export interface ColumnLook {
  readonly name: string;
  readonly at: number;
  readonly filled: number;
  readonly empty: number;
  readonly numbers: number;
  /** Texts that are not numbers, with their counts, most frequent first. */
  readonly texts: readonly (readonly [string, number])[];
  readonly years: number;
  readonly months: number;
  readonly quarters: number;
  readonly halves: number;
  /** Digits with zeros before them, all of one length: a code, and no number. */
  readonly isCode: boolean;
  /** Days that are all the first of their month. */
  readonly firstDays: boolean;
  /** Texts that are a complete period: `2014-10`, `2013-01/2013-09`, `2015`. */
  readonly periods: number;
  /** The formats of periods that read every text, if they are not all complete periods of our own forms. */
  readonly formats: readonly FormatRole[];
  /** Its months may be years and the next (`2009-10`), or its ranges say so. */
  readonly twoWays: boolean;
  readonly negative: boolean;
  /** Whether a number in it is not whole. */
  readonly fractions: boolean;
  /** How many different texts are neither numbers nor usual words for no number. */
  readonly words: number;
  /** Numbers that are written with a percent sign. */
  readonly percents: number;
  /** The greatest number; null without numbers. */
  readonly greatest: number | null;
  /** Share of its different texts that are areas, and the form in which it writes them. */
  readonly areas: { readonly share: number; readonly form: AreaForm };
  readonly distinct: number;
  readonly firstFilled: boolean;
}

/** Columns of numbers that identify a row or an area rather than measure something. */
export const NOT_A_VALUE =
  /code|coordinate|^vector$|^id$|[_ ]id$|^column \d+$|latitude|longitude|unit_?mult|^decimals?$|obs_?status|m49|year|month|año|mes$/i;

const isYear = (text: string): boolean => /^(FY\s*)?(1[89]|20)\d\d(\.0)?(\s*\(.*\))?$/i.test(text.trim());

const TIME = /year|año|anio|date|fecha|period|month|mes$|quarter|trimestre|time|day|d[ií]a/i;

/** A column of plain numbers is one of periods only if its name says so. */
const formatsIn = (
  name: string,
  entries: readonly (readonly [string, number])[],
  numbers: number,
): readonly FormatRole[] =>
  numbers > 0 && !TIME.test(name) ? [] : formatsOf(entries.map(([text]) => text.trim()));

/** Columns whose plain numbers are months, and columns of quarters. */
const MONTH_NAME = /^(month|mes|mon|mm|month.?(no|num|number))$/i;
const QUARTER_NAME = /quarter|trimestre|^(qtr|trim)\.?$/i;
const HALF_NAME = /semest(re|er)|half|^sem\.?$/i;

/** @example isCodes(['01', '02', '32']) */
const isCodes = (texts: readonly string[]): boolean =>
  texts.length > 1 &&
  texts.every((text) => /^\d{2,}$/.test(text) && text.length === texts[0]?.length) &&
  texts.some((text) => text.startsWith('0'));

const FORMS: readonly AreaForm[] = ['alpha-3', 'name', 'alpha-2'];

function areaForm(texts: readonly string[], table: AreaTable, marks: readonly string[]): ColumnLook['areas'] {
  const names = texts.slice(0, 400);
  const shares = FORMS.map((form) => {
    const known = names.filter((text) => table.knows(bare(text, marks), form)).length;
    return { form, share: names.length === 0 ? 0 : known / names.length };
  });
  return shares.reduce((best, look) => (look.share > best.share ? look : best));
}

/** Words of programs and publishers for no number. */
const NO_NUMBER = /^(nan|#n\/a|n\.?\/?a\.?|null|none|-?inf(inity)?|n\.?d\.?|s\/d|[-–.…:*x]+|0x[\da-f]+)$/i;

/** Names of columns whose numbers may be areas. */
const AREA_NAME = /geo|area|country|pa[ií]s|m49|iso|numeric|reporter|partner/i;

/** Numbers that are nearly all codes of M49 are areas. */
function numberedAreas(texts: readonly string[], table: AreaTable): ColumnLook['areas'] {
  const known = texts.filter((text) => /^\d{1,3}$/.test(text) && table.knows(text, 'm49')).length;
  const share = texts.length < 4 ? 0 : known / texts.length;
  return { share: share > 0.9 ? share : 0, form: 'm49' };
}

export function lookAtColumn(
  name: string,
  at: number,
  body: readonly Line[],
  table: AreaTable,
  marks: readonly string[],
  { markedValueOf: valueOf }: Pick<NumberLook, 'markedValueOf'>,
): ColumnLook {
  const isNumber = (text: string): boolean => valueOf(text) !== null;
  const counts = new Map<string, number>();
  for (const { cells } of body) counts.set(cells[at] ?? '', (counts.get(cells[at] ?? '') ?? 0) + 1);
  const empty = [...counts].reduce((n, [text, count]) => (text.trim() === '' ? n + count : n), 0);
  const entries = [...counts].filter(([text]) => text.trim() !== '');
  const total = (isIt: (text: string) => boolean): number =>
    entries.reduce((n, [text, count]) => (isIt(text) ? n + count : n), 0);
  const texts = entries.filter(([text]) => !isNumber(text)).sort((a, b) => b[1] - a[1]);
  const numbers = total(isNumber);
  const periods = total((text) => parsePrinted(text) !== null);
  const values = entries.flatMap(([text]) => valueOf(text) ?? []);
  // `NA` among numbers is not Namibia.
  const named = numbers > (body.length - empty) * 0.3 ? [] : texts.map(([text]) => text);
  const numbered = AREA_NAME.test(name) ? entries.map(([text]) => text) : [];
  return {
    name,
    at,
    filled: body.length - empty,
    empty,
    numbers,
    texts,
    years: total(isYear),
    months: total((text) => parseMonth(text) !== null && (MONTH_NAME.test(name) || !/^\d+$/.test(text))),
    quarters: QUARTER_NAME.test(name) ? total((text) => parseQuarter(text) !== null) : 0,
    halves: HALF_NAME.test(name) ? total((text) => parseHalf(text) !== null) : 0,
    isCode: isCodes(entries.map(([text]) => text.trim())),
    periods,
    formats: periods < body.length - empty ? formatsIn(name, entries, numbers) : [],
    twoWays: areTwoWays(entries.map(([text]) => text)),
    negative: entries.some(([text]) => (valueOf(text) ?? 0) < 0),
    fractions: entries.some(([text]) => !Number.isInteger(valueOf(text) ?? 0)),
    words: texts.filter(([text]) => !NO_NUMBER.test(text.trim())).length,
    firstDays: entries.length > 1 && entries.every(([text]) => /^\d{4}-\d\d-01$/.test(text.trim())),
    percents: total((text) => /%\s*$/.test(text) && isNumber(text)),
    greatest: values.length === 0 ? null : values.reduce((a, b) => Math.max(a, b)),
    areas: named.length === 0 ? numberedAreas(numbered, table) : areaForm(named, table, marks),
    distinct: entries.length,
    firstFilled: (body[0]?.cells[at] ?? '').trim() !== '',
  };
}
