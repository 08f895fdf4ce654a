/**
 * One cell that should hold a number: `68541`, `1,234`, `1.234,5`, `12.5%`, `<2`, `> 500%`, `about 300`,
 * `2366*`, `x`. What is not a number and not named in the recipe is refused, never skipped.
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
      /** The value is hidden by its source, and only a limit is known. */
      readonly hidden: boolean;
      readonly footnotes: readonly Footnote[];
    }
  | { readonly kind: 'gap'; readonly gap: StoredGap }
  | { readonly kind: 'absent' }
  | { readonly kind: 'fault'; readonly rule: string; readonly advice: string };

const PLAIN = /^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/;

const SIGNS: readonly (readonly [RegExp, Qualifier])[] = [
  [/^(≥|>=|at least|al menos|no less than)\s*/i, 'at-least'],
  [/^(≤|<=|at most|up to|a lo sumo|hasta)\s*/i, 'at-most'],
  [/^(>|more than|over|más de)\s*/i, 'more-than'],
  [/^(<|less than|fewer than|under|menos de)\s*/i, 'less-than'],
  [/^(~|≈|about|approximately|around|c\.|ca\.|unos|alrededor de)\s*/i, 'about'],
  [/^(nearly|almost|casi)\s*/i, 'nearly'],
];

/** Reads a number as the recipe writes them; null where a text is none. */
function numberReader({ thousands, decimal }: Recipe['numbers']): (text: string) => number | null {
  const escaped = (thousands ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // `0,123` is no number with a separator of thousands: nothing below a thousand is grouped.
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
        return [token, { kind: 'number', value: 0, qualifier: 'exact', hidden: false, footnotes: [] }];
      }
      if (typeof meaning === 'string') return [token, { kind: 'gap', gap: meaning }];
      const value = meaning['less-than'];
      return [token, { kind: 'number', value, qualifier: 'less-than', hidden: true, footnotes: [] }];
    }),
  );
  const marks = Object.entries(footnotes).sort(([a], [b]) => b.length - a.length);
  const { thousands, decimal, percent } = numbers;
  const toNumber = numberReader(numbers);

  return (raw) => {
    const known = meanings.get(raw);
    if (known) return known;
    if (decimal === '.' && PLAIN.test(raw)) {
      return { kind: 'number', value: Number(raw), qualifier: 'exact', hidden: false, footnotes: [] };
    }
    let text = raw.replace(/[\u00a0\u202f]/g, ' ').trim();
    const trimmed = meanings.get(text);
    if (trimmed) return trimmed;
    const found: Footnote[] = [];
    for (const [mark, note] of marks) {
      if (text.endsWith(mark) && text.length > mark.length) {
        text = text.slice(0, -mark.length).trimEnd();
        found.push(note);
      }
    }
    let qualifier: Qualifier = 'exact';
    for (const [sign, word] of SIGNS) {
      if (!sign.test(text)) continue;
      [text, qualifier] = [text.replace(sign, ''), word];
      break;
    }
    const isPercent = /\s*%$/.test(text);
    if (isPercent) text = text.replace(/\s*%$/, '');
    const value = toNumber(text);
    if (value === null) return { kind: 'fault', ...adviceFor(raw, text, thousands) };
    const scaled = isPercent && percent === 'fraction' ? significant(value / 100) : value;
    return { kind: 'number', value: scaled, qualifier, hidden: false, footnotes: found };
  };
}

function adviceFor(
  raw: string,
  text: string,
  thousands: string | undefined,
): { rule: string; advice: string } {
  const rule = 'is not a number';
  if (raw.trim() === '')
    return { rule: 'is empty', advice: "state under missing what '' means: a gap, none or absent" };
  if (thousands === undefined && /^\d{1,3}([,. ]\d{3})+/.test(text)) {
    return { rule, advice: 'name the separator of thousands under numbers in the recipe' };
  }
  const mark = /^[\d.,]+\s*([^\d\s.,%]{1,3})$/.exec(text)?.[1];
  if (mark)
    return {
      rule,
      advice: `if ${JSON.stringify(mark)} marks a footnote, name it under footnotes in the recipe`,
    };
  return { rule, advice: 'correct the file, or state under missing in the recipe what this text means' };
}
