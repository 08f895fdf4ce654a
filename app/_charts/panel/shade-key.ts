/** The shades of amounts with their bounds, above a table or a map. */
import { formatNumber, significant } from '#stats/number.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';
import { rect, textShape } from '../marks/shapes.ts';
import type { Shape } from '../model/shape.ts';
import { SHADES } from '../scales/colour.ts';
import type { ShadeScale } from '../scales/shades.ts';
import { textWidth } from '../text/metrics.ts';
import type { ChartContext } from './layout.ts';

const LINE = 20;

/** The swatches in lines of the frame, from `top` on, and the height that they take. */
export function shadeKey(
  { language, width, measured }: ChartContext,
  { bounds }: ShadeScale,
  top: number,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const { form } = measured;
  const suffix = form.suffix.en === '%' ? '%' : '';
  const number = (n: number): string => {
    const shown = significant(n * form.times);
    return formatNumber(shown, language, (String(shown).split('.')[1] ?? '').length) + suffix;
  };
  const { shade } = CHART_WORDS[language];
  let [x, y] = [0, top];
  const shapes = [null, ...bounds].flatMap((from, i): Shape[] => {
    const to = bounds[i] ?? null;
    const words = shade(from === null ? null : number(from), to === null ? null : number(to));
    const needs = 24 + textWidth(words, 12.5) + 14;
    if (x > 0 && x + needs > width) [x, y] = [0, y + LINE];
    const own = [
      rect(x, y, 18, 12, { fill: SHADES[i] ?? 'q5', stroke: 'rule-2', width: 0.5 }),
      textShape(x + 24, y + 10.5, words, 'note'),
    ];
    x += needs;
    return own;
  });
  return { shapes, height: y - top + LINE };
}
