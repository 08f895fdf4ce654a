/** Signs that need words below the chart, each with a sample of 28 x 14 from the same drawing code. */
import { QUALIFIERS, type Qualifier } from '#stats/uncertainty/hedge.ts';
import type { Language } from '#stats/language.ts';
import { intervalMark } from './interval-mark.ts';
import type { LegendEntry } from '../model/chart.ts';
import type { Shape } from '../model/shape.ts';
import { DOUBT_SIGN } from './doubt-mark.ts';
import { circle, line, path, rect, textShape, twinStroke } from './shapes.ts';
import { SIGNS, type Sign } from '../model/sign.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';

const OTHER_SIGNS: Readonly<Record<Exclude<Sign, Qualifier>, readonly Shape[]>> = {
  twin: twinStroke('M0 7L28 7'),
  band: [rect(0, 3, 28, 8, { fill: 'ink-2', opacity: 0.2 })],
  printed: [rect(10.4, 3.4, 7.2, 7.2, { fill: 'paper', stroke: 'ink-2', width: 1.8 })],
  assumed: [circle(14, 7, 4.4, { fill: 'paper', stroke: 'ink-2', width: 1.8, dash: '6.2 3' })],
  computed: [circle(14, 7, 4.4, { fill: 'paper', stroke: 'ink-2', width: 1.8, dash: '2.4 2' })],
  sum: [
    rect(8, 1, 12, 12, { fill: 'ink-2', opacity: 0.45 }),
    rect(8, 1, 12, 12, { stroke: 'ink-2', width: 1.5 }),
  ],
  gap: [rect(0, 3, 28, 8, { fill: 'hatch', stroke: 'ink-2', width: 1 })],
  'not-asked': [rect(8, 1, 12, 12, { stroke: 'rule-2', width: 1 })],
  hedged: [rect(8, 1, 12, 12, { fill: 'q2' }), path('M15 1h5v5z', { fill: 'ink' })],
  'first-source': [rect(10.4, 3.4, 7.2, 7.2, { fill: 'paper', stroke: 'ink-2', width: 1.8 })],
  'second-source': [circle(14, 7, 5, { fill: 'ink-2' })],
  doubt: [textShape(14, 12, DOUBT_SIGN, 'strong', { colour: 'fail', anchor: 'middle' })],
  partial: [rect(8, 1, 12, 12, { fill: 'paper', stroke: 'ink-2', width: 1.5, dash: '4 3' })],
};

/** A hedge drawn in a box of 28 pixels: its number is placed so that the rest of the mark fits. */
function hedgeSample(qualifier: Qualifier): readonly Shape[] {
  const ranged = qualifier === 'range';
  const stated = { qualifier, value: ranged ? null : 0, low: ranged ? 0 : null, high: ranged ? 1 : null };
  const start = qualifier === 'less-than' || qualifier === 'at-most' || qualifier === 'nearly' ? 22 : 6;
  const at = qualifier === 'about' || qualifier === 'exact' ? 14 : start;
  const scale = qualifier === 'about' ? 0.62 : 0.9;
  const to = (n: number): number => (ranged ? 3 + n * 22 : at);
  const whole = intervalMark(
    stated,
    { to, across: 7, ends: [2, 27], scale },
    { colour: 'ink-2', computed: false, assumed: false },
  );
  if (qualifier !== 'nearly' && qualifier !== 'just-over') return whole.shapes;
  // The stem of these is as long as the box.
  const stem = line(at, 7, qualifier === 'nearly' ? 2 : 27, 7, { stroke: 'ink-2', width: 2.4 });
  return [stem, ...whole.shapes.slice(1)];
}

/** Entries for the signs that a chart uses. A filled dot alone needs no explanation. */
export function legendOf(signs: ReadonlySet<Sign>, language: Language): LegendEntry[] {
  const used = SIGNS.filter((sign) => signs.has(sign));
  if (used.length === 1 && used[0] === 'exact') return [];
  return used.map((id) => ({
    id,
    words: CHART_WORDS[language].legend[id],
    sample: isHedge(id) ? hedgeSample(id) : OTHER_SIGNS[id],
  }));
}

const isHedge = (sign: Sign): sign is Qualifier => QUALIFIERS.some((qualifier) => qualifier === sign);
