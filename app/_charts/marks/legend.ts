/** Signs that need words below the chart, each with a sample of 28 x 14 drawn by the same hand. */
import type { Qualifier } from '#stats/uncertainty/hedge.ts';
import type { Language } from '#stats/language.ts';
import { intervalMark } from './interval-mark.ts';
import type { LegendEntry, Shape } from '../model.ts';
import { circle, line, rect, twinStroke } from './shapes.ts';
import { legendWords } from '../wording/phrases.ts';

const OTHER_SIGNS: Readonly<Record<string, readonly Shape[]>> = {
  twin: twinStroke('M0 7L28 7'),
  band: [rect(0, 3, 28, 8, { fill: 'ink-2', opacity: 0.2 })],
  printed: [rect(10.4, 3.4, 7.2, 7.2, { fill: 'paper', stroke: 'ink-2', width: 1.8 })],
  assumed: [circle(14, 7, 4.4, { fill: 'paper', stroke: 'ink-2', width: 1.8, dash: '6.2 3' })],
  computed: [circle(14, 7, 4.4, { fill: 'paper', stroke: 'ink-2', width: 1.8, dash: '2.4 2' })],
  gap: [rect(0, 3, 28, 8, { fill: 'hatch', stroke: 'ink-2', width: 1 })],
  partial: [rect(8, 1, 12, 12, { fill: 'paper', stroke: 'ink-2', width: 1.5, dash: '4 3' })],
  context: [line(0, 7, 28, 7, { stroke: 'others', width: 1 })],
};

/** A hedge drawn in a box of 28 pixels: its number stands where the rest of the mark has room. */
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

/** The order in which signs are explained. */
const ORDER = [
  'twin',
  'band',
  'printed',
  'exact',
  'about',
  'range',
  'more-than',
  'at-least',
  'just-over',
  'less-than',
  'at-most',
  'nearly',
  'computed',
  'assumed',
  'partial',
  'gap',
];

/** Entries for the signs a chart used. A filled dot alone needs no words. */
export function legendOf(signs: ReadonlySet<string>, language: Language): LegendEntry[] {
  const used = ORDER.filter((sign) => signs.has(sign));
  if (used.length === 1 && used[0] === 'exact') return [];
  return used.map((id) => ({
    id,
    words: legendWords(id, language),
    sample: OTHER_SIGNS[id] ?? hedgeSample(id as Qualifier),
  }));
}
