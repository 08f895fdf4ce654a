/** The label at the highest point of a line: next to it, and in a panel never on a line. */
import { describe, expect, it } from 'vitest';
import { chartModel } from '#app/_charts/chart.ts';
import type { TextShape } from '#app/_charts/model/shape.ts';
import { textBox } from '#app/_charts/text/metrics.ts';
import { HOMICIDE } from '../answers.ts';
import { chartComparison, chartCell } from '../making.ts';

/**
 * Synthetic: a rise over two years, and a fall so flat that the line runs through the space right of the
 * peak.
 */
const peaked = (fall: number) =>
  chartComparison(
    HOMICIDE,
    [25, 26, 34, 34 - fall, 34 - 2 * fall, 34 - 3 * fall].map((rate, i) =>
      chartCell(HOMICIDE, 'HND', String(2010 + i), rate),
    ),
  );

const wordsAt = (fall: number, width: number): TextShape[] =>
  chartModel(peaked(fall), { width, language: 'en', kind: 'line' }).labels.filter(
    (shape): shape is TextShape => shape.as === 'text' && /^2012: |^highest/.test(shape.runs[0]?.text ?? ''),
  );

describe('the words at a peak', () => {
  it('stand right of it on a page', () => {
    expect(wordsAt(4, 792).map((label) => label.anchor)).toEqual(['start', 'start']);
  });

  it('stand above it in a panel, where no line passes', () => {
    const { plots, panels } = chartModel(peaked(4), { width: 540, language: 'en', kind: 'line' });
    const [panel] = panels;
    const along = (n: number, { domain: [a, b], range: [from, to] }: NonNullable<typeof panel>['x']) =>
      from + ((n - a) / (b - a)) * (to - from);
    const words = wordsAt(4, 540);
    expect(words.map((label) => label.anchor)).toEqual(['middle', 'middle']);
    for (const { x, y } of plots[0]!.points) {
      const [px, py] = [along(x, panel!.x), along(y ?? 0, panel!.y)];
      for (const box of words.map(textBox))
        expect(px > box.left && px < box.right && py > box.top && py < box.bottom).toBe(false);
    }
  });
});
