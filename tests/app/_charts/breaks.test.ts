/** A jump at a change of counting must not look like a real change: the break is drawn and explained. */
import { describe, expect, it } from 'vitest';
import { chartModel } from '#app/_charts/chart.ts';
import type { ChartModel } from '#app/_charts/model/chart.ts';
import type { ChartKind } from '#app/_charts/model/kind.ts';
import type { TextShape } from '#app/_charts/model/shape.ts';
import { linearScale } from '#app/_charts/scales/linear.ts';
import { boxesMeet, textBox } from '#app/_charts/text/metrics.ts';
import { readCatalogue } from '#sources/metadata/catalogue.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Language } from '#stats/language.ts';
import { HOMICIDE } from './answers.ts';
import { HOMICIDE_LINES } from './homicide-lines.ts';
import { chartComparison, both, chartCell, indicator } from './making.ts';

const { breaks = [] } = readCatalogue('sources');
const CHILDREN = indicator('uac-apprehensions', 'count', both('Children'), both('Apprehensions'), {
  bases: ['us-fiscal-year', 'month'],
});
const own = breaks.filter((seriesBreak) => seriesBreak.indicator === 'uac-apprehensions');
/** Synthetic amounts: only their periods matter here. */
const years = (from: number, to: number): Comparison =>
  chartComparison(
    CHILDREN,
    Array.from({ length: to - from + 1 }, (_, i) =>
      chartCell(CHILDREN, 'USA', `FY${from + i}`, 1000 + i, { source: 'usbp-2019' }),
    ),
    { breaks: own },
  );
const draw = (comparison: Comparison, kind: ChartKind, width = 792, language: Language = 'en'): ChartModel =>
  chartModel(comparison, { width, language, kind });
const texts = (model: ChartModel): TextShape[] =>
  model.labels.filter((shape): shape is TextShape => shape.as === 'text');
const wordsOf = (model: ChartModel): string[] =>
  texts(model).map((text) => text.runs.map((run) => run.text).join(''));
/** The positions of the dotted rules, from left to right. */
const rules = (model: ChartModel): number[] =>
  model.ground.flatMap((shape) => {
    const at = shape.as === 'path' && shape.dash === '1 3' ? /^M([\d.]+) [\d.]+L\1 /.exec(shape.d) : null;
    return at ? [Number(at[1])] : [];
  });

describe('a break on a time axis', () => {
  it('stands inside the fiscal year in which it came, near its middle', () => {
    const model = draw(years(2014, 2022), 'line');
    const [at] = rules(model);
    const [panel] = model.panels;
    expect(rules(model)).toHaveLength(1);
    // 21 March is 172 days into the fiscal year 2020, whose figure is drawn at 2020.
    expect(at).toBeCloseTo(linearScale(panel!.x)(2020 + 172 / 366 - 0.5), 0);
    expect(wordsOf(model)).toContain('Title 42 begins');
  });

  it('stands at its day among bars', () => {
    const model = draw(years(2018, 2022), 'bars');
    const [panel] = model.panels;
    expect(rules(model)[0]).toBeCloseTo(linearScale(panel!.x)(2020 * 12 + 2 + 20 / 31), 0);
  });

  it.each([
    [343, 'en'],
    [343, 'es'],
    [792, 'en'],
    [792, 'es'],
  ] as const)('has words that meet no other label, %i pixels wide in %s', (width, language) => {
    for (const kind of ['line', 'bars'] as const) {
      const model = draw(years(2016, 2024), kind, width, language);
      expect(rules(model)).toHaveLength(2);
      const boxes = texts(model).map(textBox);
      const met = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => boxesMeet(a, b)));
      expect(met).toEqual([]);
      for (const box of boxes) expect(box.left >= -1 && box.right <= width + 1).toBe(true);
    }
  });

  it('is told in the notes and in the text alternative, with who states it', () => {
    for (const language of ['en', 'es'] as const) {
      const model = draw(years(2018, 2022), 'number-line', 792, language);
      const told = own[0]!.text[language];
      expect(model.alternative).toContain(told);
      expect(model.notes.join(' ')).toContain(told);
      expect(model.notes.join(' ')).toContain(own[0]!.cited.text[language]);
    }
  });

  it('that no two figures cross is neither drawn nor told', () => {
    const model = draw(years(2014, 2019), 'line');
    expect(rules(model)).toEqual([]);
    expect(model.alternative).not.toContain('Title 42');
  });

  it('of one country is not drawn for others', () => {
    const doubt = breaks.filter((candidate) => candidate.id === 'honduras-homicide-classes');
    const of = (area: string): Comparison => ({
      ...HOMICIDE_LINES,
      breaks: doubt,
      cells: HOMICIDE_LINES.cells.filter(
        (figure) => figure.area === area && figure.indicator === HOMICIDE.id,
      ),
    });
    // Only a span is known: two rules, joined.
    expect(rules(draw(of('HND'), 'line'))).toHaveLength(2);
    expect(rules(draw(of('SLV'), 'line'))).toEqual([]);
  });
});
