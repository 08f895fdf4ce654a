/**
 * A cell that should contain a number: `68541`, `1,234`, `1.234,5`, `12.5%`, `<2`, `> 500%`, `about 300`,
 * `2366*`, `x`. Text that is neither a number nor named in the recipe is refused, never skipped.
 */
import type { StoredGap } from '#stats/model/gap.ts';
import type { Qualifier } from '#stats/uncertainty/hedge.ts';
import { significant } from '#stats/number.ts';
import type { Recipe } from '../schema/shape.ts';

export type Footnote = Recipe['footnotes'][string];

export type Read =
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly qualifier: Qualifier;
      /** The ends of a range in one cell (`3-7`); its `value` is the low one. */
      readonly range: { readonly low: number; readonly high: number } | null;
      /** The source hides the value, and only a limit is known. */
      readonly hidden: boolean;
      /** A percentage that has been made a fraction. */
      readonly isPercent: boolean;
      readonly footnotes: readonly Footnote[];
    }
  | { readonly kind: 'gap'; readonly gap: StoredGap }
  | { readonly kind: 'absent' }
  | { readonly kind: 'fault'; readonly rule: string; readonly advice: string };

const PLAIN = /^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/;

const SIGNS: readonly (readonly [RegExp, Qualifier])[] = [
  [
    /^(≥|>=|at least|al menos|por lo menos|no less than|no fewer than|no menos de|a minimum of)\s*/i,
    'at-least',
  ],
  [/^(≤|<=|at most|up to|no more than|a lo sumo|como máximo|hasta|no más de)\s*/i, 'at-most'],
  [/^(just over|slightly more than|poco más de)\s*/i, 'just-over'],
  [/^(>|more than|over|above|más de|mas de)\s*/i, 'more-than'],
  [/^(<|less than|fewer than|under|below|menos de)\s*/i, 'less-than'],
  [
    /^(~|≈|about|approximately|around|circa|c\.|ca\.|approx\.?|some|unos|unas|alrededor de|cerca de|aproximadamente|aprox\.?)\s*/i,
    'about',
  ],
  [/^(nearly|almost|just under|casi)\s*/i, 'nearly'],
];

/** The same after a number. Marks that the recipe lists under footnotes have already been removed. */
const SIGNS_BEHIND: readonly (readonly [RegExp, Qualifier])[] = [
  [/\s*(≥|\+|or more|or over|and over|and more|o más|o mas|y más)$/i, 'at-least'],
  [/\s*(≤|-|or less|or fewer|or under|and under|o menos|y menos)$/i, 'at-most'],
  [
    /\s*(~|≈|\((estimated|estimate|est\.?|approx\.?|approximate|estimado|estimación|aprox\.?)\)|approx\.?|aprox\.?)$/i,
    'about',
  ],
];

/** Letters that multiply, as websites write large numbers. */
const FACTORS: readonly (readonly [RegExp, number])[] = [
  [/\s*k$/i, 1e3],
  [/\s*(M|mn|million|millions|millón|millones)$/, 1e6],
  [/\s*(bn|B|billion|billions)$/, 1e9],
];

const RANGE =
  /^(?:from |between |de |entre )?([\d.,\s]*\d%?)\s*(?:-|–|—| to | and | a | y )\s*(\d[\d.,\s]*%?)$/i;

/** Parses a number as the recipe writes them; null if the text is not a number. */
function numberReader({ thousands, decimal }: Recipe['numbers']): (text: string) => number | null {
  const escaped = (thousands ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // `0,123` is not a number with a thousands separator: numbers below a thousand are not grouped.
  const grouped = thousands
    ? new RegExp(`^[-+]?[1-9]\\d{0,2}(${escaped}\\d{3})+(${decimal === ',' ? ',' : '\\.'}\\d+)?$`)
    : null;

  return (text) => {
    if (grouped?.test(text)) {
      return Number(text.replaceAll(thousands ?? '', '').replace(decimal, '.'));
    }
    const pointed = decimal === ',' ? (text.includes('.') ? '' : text.replace(',', '.')) : text;
    return PLAIN.test(pointed) ? Number(pointed) : null;
  };
}

const PRINTED = { qualifier: 'exact', range: null, hidden: false, isPercent: false, footnotes: [] } as const;

/** A text without the first matching sign at its start or end, and the qualifier of that sign. */
function withoutSign(
  text: string,
  signs: readonly (readonly [RegExp, Qualifier])[],
): { readonly text: string; readonly word: Qualifier } | null {
  const sign = signs.find(([pattern]) => pattern.test(text));
  return sign ? { text: text.replace(sign[0], ''), word: sign[1] } : null;
}

/** A reader of one number, which may end in `%` or in a letter that multiplies. */
function scaledReader(numbers: Recipe['numbers']): (text: string) => number | null {
  const toNumber = numberReader(numbers);
  return (text) => {
    const plain = toNumber(text);
    if (plain !== null) return plain;
    if (/%$/.test(text)) {
      const value = toNumber(text.replace(/\s*%$/, ''));
      return value !== null && numbers.percent === 'fraction' ? significant(value / 100) : value;
    }
    const factor = FACTORS.find(([pattern]) => pattern.test(text));
    const value = factor ? toNumber(text.replace(factor[0], '')) : null;
    return factor && value !== null ? significant(value * factor[1]) : null;
  };
}

/** A range in one cell. @example `3-7` -> 3 to 7; `7-3` and `2013-` are not ranges */
function rangeIn(text: string, toNumber: (text: string) => number | null) {
  const [, from, to] = RANGE.exec(text) ?? [];
  if (from === undefined || to === undefined) return null;
  // The unit may be written once, after both: `3-7%`.
  const unit = to.endsWith('%') && !from.endsWith('%') ? '%' : '';
  const [low, high] = [toNumber(from.trim() + unit), toNumber(to.trim())];
  return low !== null && high !== null && low < high ? { low, high } : null;
}

/**
 * The mark at the end of a text, the longest first. Marks may come in any order, so the caller repeats this.
 */
const behindOf = <T extends readonly [string, Footnote]>(text: string, marks: readonly T[]): T | undefined =>
  marks.find(([mark]) => text.endsWith(mark) && text.length > mark.length);

/** Blanks of every kind are blanks, and the minus of typographers is a minus. */
const plainSigns = (text: string): string =>
  text
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .replace(/^(\s*)\u2212/, '$1-')
    .trim();

/** A reader of cells for one recipe. */
export function cellReader({
  missing,
  numbers,
  footnotes,
}: Pick<Recipe, 'missing' | 'numbers' | 'footnotes'>): (text: string) => Read {
  const meanings = new Map<string, Read>(
    Object.entries(missing).map(([token, meaning]) => {
      if (meaning === 'absent') return [token, { kind: 'absent' }];
      if (meaning === 'none') {
        return [token, { kind: 'number', value: 0, ...PRINTED }];
      }
      if (typeof meaning === 'string') return [token, { kind: 'gap', gap: meaning }];
      const value = meaning['less-than'];
      return [token, { kind: 'number', value, ...PRINTED, qualifier: 'less-than', hidden: true }];
    }),
  );
  const marks = Object.entries(footnotes).sort(([a], [b]) => b.length - a.length);
  const { thousands, decimal } = numbers;
  const toNumber = scaledReader(numbers);

  return (raw) => {
    const known = meanings.get(raw);
    if (known) return known;
    if (decimal === '.' && PLAIN.test(raw)) {
      return { kind: 'number', value: Number(raw), ...PRINTED };
    }
    let text = plainSigns(raw);
    const trimmed = meanings.get(text);
    if (trimmed) return trimmed;
    const found: Footnote[] = [];
    for (let next = behindOf(text, marks); next; next = behindOf(text, marks)) {
      text = text.slice(0, -next[0].length).trimEnd();
      found.push(next[1]);
    }
    // A gap may have a mark, too: `: c` of Eurostat.
    const marked = found.length > 0 ? meanings.get(text) : undefined;
    if (marked) return marked.kind === 'number' ? { ...marked, footnotes: found } : marked;
    const range = rangeIn(text, toNumber);
    if (range) {
      return { kind: 'number', ...PRINTED, value: range.low, qualifier: 'range', range, footnotes: found };
    }
    const before = withoutSign(text, SIGNS);
    if (before) text = before.text;
    const behind = toNumber(text) === null ? withoutSign(text, SIGNS_BEHIND) : null;
    if (behind) text = behind.text;
    const value = toNumber(text);
    if (value === null) return { kind: 'fault', ...adviceFor(raw, text, thousands) };
    if (before && behind && before.word !== behind.word) return { kind: 'fault', ...TWO_HEDGES };
    const qualifier = before?.word ?? behind?.word ?? 'exact';
    const isPercent = numbers.percent === 'fraction' && text.endsWith('%');
    return { kind: 'number', ...PRINTED, value, qualifier, isPercent, footnotes: found };
  };
}

const TWO_HEDGES = {
  rule: 'has two hedges that contradict one another',
  advice: 'correct the file, or list this text under missing in the recipe',
};

function adviceFor(
  raw: string,
  text: string,
  thousands: string | undefined,
): { rule: string; advice: string } {
  const rule = 'is not a number';
  if (raw.trim() === '')
    return { rule: 'is empty', advice: "list '' under missing in the recipe as a gap, none or absent" };
  if (thousands === undefined && /^\d{1,3}([,. ]\d{3})+/.test(text)) {
    return { rule, advice: 'name the separator of thousands under numbers in the recipe' };
  }
  const mark = /^[\d.,]+\s*([^\d\s.,%]{1,3})$/.exec(text)?.[1];
  if (mark)
    return {
      rule,
      advice: `if ${JSON.stringify(mark)} marks a footnote, name it under footnotes in the recipe`,
    };
  return { rule, advice: 'correct the file, or list this text under missing in the recipe' };
}
