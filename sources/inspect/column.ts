/** What one column of an unknown table seems to hold. */
import type { Line } from '../formats/line.ts';
import { bare } from '../recipe/values/column-reader.ts';
import { parseMonth } from '../recipe/values/month.ts';
import { parsePrinted } from '../recipe/values/period.ts';
import type { AreaForm, AreaTable } from '../aliases/areas.ts';
import type { NumberLook } from './numbers.ts';

export interface ColumnLook {
  readonly name: string;
  readonly at: number;
  readonly filled: number;
  readonly empty: number;
  readonly numbers: number;
  /** Texts that are no numbers, with their counts, most frequent first. */
  readonly texts: readonly (readonly [string, number])[];
  readonly years: number;
  readonly months: number;
  /** Texts that say a period whole: `2014-10`, `2013-01/2013-09`, `2015`. */
  readonly periods: number;
  readonly negative: boolean;
  /** Share of its different texts that are areas, and how it writes them. */
  readonly areas: { readonly share: number; readonly form: AreaForm };
  readonly distinct: number;
  readonly firstFilled: boolean;
}

/** Columns of numbers that name a row or a place, and measure nothing. */
export const NOT_A_VALUE = /code|^id$|^column \d+$|latitude|longitude|m49|year|month|año|mes$/i;

const isYear = (text: string): boolean => /^(FY\s*)?(1[89]|20)\d\d(\.0)?(\s*\(.*\))?$/i.test(text.trim());

const FORMS: readonly AreaForm[] = ['alpha-3', 'name', 'alpha-2'];

function areaForm(texts: readonly string[], table: AreaTable, marks: readonly string[]): ColumnLook['areas'] {
  const names = texts.slice(0, 400);
  const shares = FORMS.map((form) => {
    const known = names.filter((text) => table.knows(bare(text, marks), form)).length;
    return { form, share: names.length === 0 ? 0 : known / names.length };
  });
  return shares.reduce((best, look) => (look.share > best.share ? look : best));
}

export function lookAtColumn(
  name: string,
  at: number,
  body: readonly Line[],
  table: AreaTable,
  marks: readonly string[],
  { valueOf }: Pick<NumberLook, 'valueOf'>,
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
  // `NA` between numbers is no Namibia.
  const named = numbers > (body.length - empty) * 0.3 ? [] : texts.map(([text]) => text);
  return {
    name,
    at,
    filled: body.length - empty,
    empty,
    numbers,
    texts,
    years: total(isYear),
    months: total((text) => parseMonth(text) !== null && !/^\d+$/.test(text)),
    periods: total((text) => parsePrinted(text) !== null),
    negative: entries.some(([text]) => (valueOf(text) ?? 0) < 0),
    areas: areaForm(named, table, marks),
    distinct: entries.length,
    firstFilled: (body[0]?.cells[at] ?? '').trim() !== '',
  };
}
