/**
 * Scales and ticks. Rates, counts and shares start at zero; amounts that may be negative go below it. A step
 * is 1, 2, 2.5 or 5 times a power of ten, so that ticks are round numbers.
 */
import { capitalise } from '#stats/text.ts';
import { formatNumber, significant } from '#stats/number.ts';
import { scaleLinear, scaleLog } from 'd3-scale';
import { SHORT_NUMBER_WORDS } from '#app/_words/short-number.ts';
import type { Language } from '#stats/language.ts';
import type { AxisQuantity } from './quantity.ts';
import type { ChartAxis } from './axis.ts';

const STEPS = [1, 2, 2.5, 5, 10];

/** The step that divides `length` into at most `most` parts. @example niceStep(14000, 6) === 2500 */
export function niceStep(length: number, most: number): number {
  // A length below any measure: the axis then runs from 0 to 1.
  if (!(length > 1e-9)) return 1;
  const power = 10 ** Math.floor(Math.log10(length / most));
  const step = STEPS.find((s) => s * power * most >= length * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(6));
}

/** Domain and tick values for an amount: from a nice number below the least to one above the greatest. */
function amountTicks(
  low: number,
  greatest: number,
  most: number,
): { domain: [number, number]; values: number[] } {
  const high = greatest > low ? greatest : low + 1;
  const step = niceStep(high - low, most);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  const values = Array.from({ length: last - first + 1 }, (_, i) => significant((first + i) * step) + 0);
  return { domain: [values[0] ?? 0, values.at(-1) ?? 1], values };
}

/** Above ten million the axis counts in millions, and its title states it. */
const inMillions = (greatest: number): boolean => greatest >= 10_000_000;

/** Numbers without a suffix may be shown in millions. */
const isPlain = ({ form }: AxisQuantity): boolean => form.times === 1 && form.suffix.en === '';

/** The title above an amount axis. @example 'US dollars, millions' */
export function axisTitle(measured: AxisQuantity, greatest: number, language: Language): string {
  const label = measured.label[language];
  const title = capitalise(label);
  return inMillions(greatest) && isPlain(measured) ? SHORT_NUMBER_WORDS[language].millions(title) : title;
}

/** An axis of ranks, the first at the top or at the left. Round ranks and the last are named. */
function placeAxis(places: number, range: readonly [number, number], most: number): ChartAxis {
  // A rank has at most two digits, so twice as many labels fit as on an axis of amounts.
  const step = Math.max(1, niceStep(places, 2 * most));
  const round = Array.from({ length: Math.floor(places / step) }, (_, i) => (i + 1) * step);
  const named = [1, ...round.filter((n) => n >= 1 + step / 2 && places - n >= step / 2), places];
  const ticks = [...new Set(named)].map((value) => ({ value, label: String(value) }));
  const last = Math.max(2, places);
  return { domain: range[0] > range[1] ? [last, 1] : [1, last], range, ticks };
}

/** An axis of amounts: numbers in their unit on pixels `from` to `to`. `reach` holds the origin. */
export function amountAxis(
  reach: readonly [least: number, greatest: number],
  range: readonly [number, number],
  most: number,
  measured: AxisQuantity,
  language: Language,
): ChartAxis {
  if (measured.places !== null) return placeAxis(measured.places, range, most);
  const { form } = measured;
  const { domain, values } = amountTicks(reach[0] * form.times, reach[1] * form.times, most);
  const divisor = isPlain(measured) && inMillions(Math.max(domain[1], -domain[0])) ? 1e6 : 1;
  const decimals = Math.max(...values.map((v) => fraction(v / divisor)));
  // The title says "points"; a tick has no room for the word.
  const suffix = form.suffix.en === '%' ? '%' : '';
  const plain = (v: number): number => (form.times === 1 ? v : significant(v / form.times));
  const ticks = values.map((v) => ({
    value: plain(v),
    label: (form.signed && v > 0 ? '+' : '') + formatNumber(v / divisor, language, decimals) + suffix,
  }));
  return { domain: [plain(domain[0]), plain(domain[1])], range, ticks };
}

const fraction = (n: number): number => (String(Number(n.toPrecision(10))).split('.')[1] ?? '').length;

/** Numbers to pixels. */
export const linearScale = ({
  isLog,
  domain,
  range,
}: Pick<ChartAxis, 'domain' | 'range' | 'isLog'>): ((n: number) => number) =>
  // A bound at or below zero lies below every axis of ratios.
  isLog ? (n) => scaleLog(domain, range)(Math.max(n, domain[0])) : scaleLinear(domain, range);

/** The first digits of the ticks of an axis of ratios, fewer where there are many powers of ten. */
const LOG_DIGITS = [[1, 2, 5], [1, 3], [1]] as const;

/** An axis of ratios: from a round number below the least figure to one above the greatest. */
export function ratioAxis(
  [least, greatest]: readonly [number, number],
  range: readonly [number, number],
  most: number,
  measured: AxisQuantity,
  language: Language,
): ChartAxis {
  const power = (n: number): number => Math.floor(Math.log10(n) + 1e-9);
  const powers = Array.from({ length: power(greatest) - power(least) + 2 }, (_, i) => power(least) + i);
  const all = (digits: readonly number[]): number[] =>
    powers.flatMap((exponent) => digits.map((digit) => Number((digit * 10 ** exponent).toPrecision(1))));
  const inside = (digits: readonly number[]): number[] => {
    const numbers = all(digits);
    const from = numbers.findLastIndex((n) => n <= least * (1 + 1e-9));
    const to = numbers.findIndex((n) => n >= greatest * (1 - 1e-9));
    return numbers.slice(Math.max(from, 0), to < 0 ? undefined : to + 1);
  };
  const values = LOG_DIGITS.map(inside).find((numbers) => numbers.length <= most + 1) ?? inside([1]);
  const decimals = (n: number): number => Math.max(0, -power(n));
  const suffix = measured.form.suffix.en === '%' ? '%' : '';
  const ticks = values.map((value) => {
    const shown = value * measured.form.times;
    return { value, label: formatNumber(shown, language, decimals(shown)) + suffix };
  });
  return { domain: [values[0] ?? least, values.at(-1) ?? greatest], range, isLog: true, ticks };
}

/** Years to name below a time axis: the first, the last, and round ones between that leave `room` pixels. */
export function yearTicks(first: number, last: number, length: number, room: number): number[] {
  if (last <= first) return [first];
  const perYear = length / (last - first);
  // With more than a dozen years, only multiples of five count as round.
  const step =
    [...(last - first > 12 ? [] : [1, 2]), 5, 10, 20, 50, 100].find((s) => s * perYear >= room) ?? 200;
  const years: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) years.push(year);
  const kept = years.filter((y) => (y - first) * perYear >= room * 0.9 && (last - y) * perYear >= room * 0.9);
  return [first, ...kept, last];
}
