/**
 * Two sources that say different things of the same place and time. Both stay, on two rows, joined by a
 * bracket with the ratio in words; no mean is drawn.
 */
import { isSameSubject } from '#stats/sources/series-key.ts';
import type { Cell } from '#stats/model/observation.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { hedgeOf } from '#stats/uncertainty/hedge.ts';
import { formatNumber } from '#stats/number.ts';
import type { Language } from '#stats/language.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';

/** Smaller differences are a matter for the table. */
const LEAST_RATIO = 1.2;

const sameThing = (a: Cell, b: Cell): boolean =>
  isSameSubject(a, b) &&
  formatPeriod(a.period) === formatPeriod(b.period) &&
  a.computed === null &&
  b.computed === null;

/** The words on the bracket between two rows, or null where nothing clashes. @example 'same time: twofold' */
export function disagreementText(a: Cell, b: Cell, language: Language): string | null {
  if (!a.stated || !b.stated || !sameThing(a, b)) return null;
  const [x, y] = [hedgeOf(a.stated, 0), hedgeOf(b.stated, 0)];
  const [lower, upper] = x.high < y.low ? [x, y] : [y, x];
  if (lower.high >= upper.low || lower.high <= 0) return null;
  const ratio = upper.low / lower.high;
  if (ratio < LEAST_RATIO) return null;
  const words = CHART_WORDS[language];
  const number = formatNumber(ratio, language, 1);
  return `${words.differ}: ${words.times(ratio, number)}`;
}
