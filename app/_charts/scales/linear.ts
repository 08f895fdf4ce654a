/**
 * Scales and ticks. Rates, counts and shares start at zero; what may be negative goes below. A step is 1,
 * 2, 2.5 or 5 times a power of ten, so that every tick is a number a reader would have chosen.
 */
import { capitalise } from '#stats/text.ts';
import { formatNumber, significant } from '#stats/number.ts';
import { scaleLinear } from 'd3-scale';
import { SHORT_NUMBER_WORDS } from '#app/_words/chart.ts';
import type { Language } from '#stats/language.ts';
import type { AxisQuantity } from './quantity.ts';
import type { ChartAxis } from './axis.ts';

const STEPS = [1, 2, 2.5, 5, 10];

/** The step that divides `length` into at most `most` parts. @example niceStep(14000, 6) === 2500 */
export function niceStep(length: number, most: number): number {
  // Smaller than any measure: the axis then runs from 0 to 1.
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

/** Above ten million the axis counts in millions, and its title says so. */
const inMillions = (greatest: number): boolean => greatest >= 10_000_000;

/** Numbers without a sign behind them may be told in millions. */
const isPlain = ({ form }: AxisQuantity): boolean => form.times === 1 && form.suffix.en === '';

/** What stands above an amount axis. @example 'US dollars, millions' */
export function axisTitle(measured: AxisQuantity, greatest: number, language: Language): string {
  const label = measured.label[language];
  const title = capitalise(label);
  return inMillions(greatest) && isPlain(measured) ? SHORT_NUMBER_WORDS[language].millions(title) : title;
}

/** An axis of places: the first at the top, or at the left. Round places are named, and the last. */
function placeAxis(places: number, range: readonly [number, number], most: number): ChartAxis {
  // A place is one digit or two: twice as many have room as amounts.
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
  // The title says points; a tick has no room for the word.
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
export const linearScale = (axis: Pick<ChartAxis, 'domain' | 'range'>): ((n: number) => number) =>
  scaleLinear(axis.domain, axis.range);

/** Years to name below a time axis: the first, the last, and round ones between that leave `room` pixels. */
export function yearTicks(first: number, last: number, length: number, room: number): number[] {
  if (last <= first) return [first];
  const perYear = length / (last - first);
  // Beyond a dozen years only multiples of five are round.
  const step =
    [...(last - first > 12 ? [] : [1, 2]), 5, 10, 20, 50, 100].find((s) => s * perYear >= room) ?? 200;
  const years: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) years.push(year);
  const kept = years.filter((y) => (y - first) * perYear >= room * 0.9 && (last - y) * perYear >= room * 0.9);
  return [first, ...kept, last];
}
