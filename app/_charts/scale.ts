/**
 * Scales and ticks. Rates, counts and shares start at zero; only a signed measure goes below. A step is 1,
 * 2, 2.5 or 5 times a power of ten, so that every tick is a number a reader would have chosen.
 */
import { scaleLinear } from 'd3-scale';
import type { Indicator } from '#stats/catalogue.ts';
import { formatNumber } from '#stats/number.ts';
import type { Language } from '#stats/language.ts';
import type { Axis } from './model.ts';

const STEPS = [1, 2, 2.5, 5, 10];

/** The step that divides `length` into at most `most` parts. @example niceStep(14000, 6) === 2500 */
export function niceStep(length: number, most: number): number {
  // Smaller than any measure: the axis then runs from 0 to 1.
  if (!(length > 1e-9)) return 1;
  const power = 10 ** Math.floor(Math.log10(length / most));
  const step = STEPS.find((s) => s * power * most >= length * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(6));
}

/** Domain and tick values for an amount: from zero (or a nice number below it) to a nice number above. */
function amountTicks(
  least: number,
  greatest: number,
  most: number,
): { domain: [number, number]; values: number[] } {
  const low = Math.min(0, least);
  const high = Math.max(0, greatest) || (low < 0 ? 0 : 1);
  const step = niceStep(high - low, most);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  const values = Array.from(
    { length: last - first + 1 },
    (_, i) => Number(((first + i) * step).toPrecision(12)) + 0,
  );
  return { domain: [values[0] ?? 0, values.at(-1) ?? 1], values };
}

/** Above ten million the axis counts in millions, and its title says so. */
const inMillions = (greatest: number): boolean => greatest >= 10_000_000;

/** What stands above an amount axis. @example 'US dollars, millions' */
export function axisTitle(indicator: Indicator, greatest: number, language: Language): string {
  const label = indicator.unit.label[language];
  const title = label.charAt(0).toLocaleUpperCase('en') + label.slice(1);
  return inMillions(greatest) && indicator.measure !== 'share'
    ? `${title}, ${language === 'en' ? 'millions' : 'millones'}`
    : title;
}

/** An axis of amounts: numbers of the indicator on pixels `from` to `to`. */
export function amountAxis(
  reach: readonly [least: number, greatest: number],
  range: readonly [number, number],
  most: number,
  indicator: Indicator,
  language: Language,
): Axis {
  const share = indicator.measure === 'share';
  const { domain, values } = amountTicks(reach[0] * (share ? 100 : 1), reach[1] * (share ? 100 : 1), most);
  const divisor = !share && inMillions(Math.max(domain[1], -domain[0])) ? 1e6 : 1;
  const decimals = Math.max(...values.map((v) => fraction(v / divisor)));
  const unshare = (v: number): number => (share ? Number((v / 100).toPrecision(12)) : v);
  const ticks = values.map((v) => ({
    value: unshare(v),
    label: formatNumber(v / divisor, language, decimals) + (share ? '%' : ''),
  }));
  return { domain: [unshare(domain[0]), unshare(domain[1])], range, ticks };
}

const fraction = (n: number): number => (String(Number(n.toPrecision(10))).split('.')[1] ?? '').length;

/** Numbers to pixels. */
export const place = (axis: Pick<Axis, 'domain' | 'range'>): ((n: number) => number) =>
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
