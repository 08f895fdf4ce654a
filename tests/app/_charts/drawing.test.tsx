import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { chartModel } from '#app/_charts/chart.ts';
import {
  livePanel,
  plotScales,
  liveRows,
  nearestFocusPoint,
  focusPointAfterKey,
} from '#app/_charts/interactive/recharts-props.ts';
import { runsOf } from '#app/_charts/line/marks.ts';
import type { ChartModel } from '#app/_charts/model/chart.ts';
import type { Shape, TextShape } from '#app/_charts/model/shape.ts';
import { CHART_KINDS } from '#app/_charts/model/kind.ts';
import { Sparkline } from '#app/_charts/sparkline/Sparkline.tsx';
import { StaticChart } from '#app/_charts/svg/StaticChart.tsx';
import { boxesMeet, textBox } from '#app/_charts/text/metrics.ts';
import { yearOf } from '#stats/time/period.ts';
import * as answers from './answers.ts';
import { HOMICIDE } from './answers.ts';
import { chartComparison, chartCell, statedFrom, type Print } from './making.ts';
import { HOMICIDE_LINES, HOMICIDE_TRIANGLE } from './homicide-lines.ts';

const ALL = {
  caravan: answers.CARAVAN_SIZES,
  printed: answers.HOMICIDE_PRINTED,
  kidnappings: answers.KIDNAPPINGS,
  ransom: answers.RANSOM,
  aid: answers.AID_PROMISED,
  child: answers.CHILDREN_2014,
  children: answers.CHILDREN_BY_YEAR,
  calendar: answers.CHILDREN_CALENDAR,
  population: answers.POPULATION,
  lines: HOMICIDE_LINES,
  triangle: HOMICIDE_TRIANGLE,
};
const svg = (model: ChartModel): string => renderToStaticMarkup(<StaticChart model={model} palette="css" />);

const isStroke = (shape: Shape | undefined): boolean => shape?.as === 'path' && shape.opacity === undefined;

/** Pairs of texts whose boxes overlap. */
function collisions(model: ChartModel): string[] {
  const texts = model.labels.filter((shape): shape is TextShape => shape.as === 'text');
  const words = (t: TextShape): string => t.runs.map((run) => run.text).join('');
  return texts.flatMap((a, i) =>
    texts
      .slice(i + 1)
      .filter((b) => boxesMeet(textBox(a), textBox(b)))
      .map((b) => `${words(a)} | ${words(b)}`),
  );
}

describe('labels', () => {
  const widths = [320, 343, 480, 568, 600, 679, 680, 792, 960, 1136];
  for (const [name, comparison] of Object.entries(ALL))
    for (const language of ['en', 'es'] as const)
      it(`of ${name} in ${language} never lie on one another, and stay in the frame`, () => {
        for (const width of widths) {
          for (const kind of CHART_KINDS) {
            const model = chartModel(comparison, { width, language, kind });
            expect(collisions(model), `${width} ${kind}`).toEqual([]);
            for (const shape of model.labels) {
              if (shape.as !== 'text') continue;
              const box = textBox(shape);
              expect(box.left, `${width} ${shape.runs[0]?.text}`).toBeGreaterThanOrEqual(-1);
              expect(box.right, `${width} ${shape.runs[0]?.text}`).toBeLessThanOrEqual(width + 1);
              expect(box.bottom).toBeLessThanOrEqual(model.height + 1);
            }
          }
        }
      });
});

const print: fc.Arbitrary<Print> = fc.oneof(
  fc.double({ min: 0, max: 1e9, noNaN: true }),
  fc.constant(null),
  fc.tuple(
    fc.constantFrom('about', 'more-than', 'at-least', 'just-over', 'less-than', 'at-most', 'nearly'),
    fc.integer({ min: 0, max: 1e6 }),
  ) as fc.Arbitrary<Print>,
);

describe('any figures', () => {
  it('give a drawing without NaN or Infinity, in every kind', () => {
    fc.assert(
      fc.property(
        fc.array(print, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(343, 792),
        (prints, width) => {
          const cells = prints.map((p, i) =>
            chartCell(HOMICIDE, i % 2 ? 'HND' : 'SLV', String(2000 + (i >> 1)), p),
          );
          for (const kind of CHART_KINDS) {
            const model = chartModel(chartComparison(HOMICIDE, cells), { width, language: 'en', kind });
            expect(svg(model)).not.toMatch(/NaN|Infinity|undefined/);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
  it('are never joined over a missing year', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { minLength: 2, maxLength: 40 }),
        (values) => {
          const cells = values.map((v, i) =>
            chartCell(HOMICIDE, 'HND', String(1990 + i), v, { source: 'unodc-2025' }),
          );
          for (const run of runsOf(cells)) {
            const years = run.map((c) => yearOf(c.period) ?? 0);
            years.slice(1).forEach((year, i) => expect(year - (years[i] ?? 0)).toBe(1));
          }
          const drawn = runsOf(cells).flat().length;
          expect(drawn).toBe(values.filter((v) => v !== null).length);
        },
      ),
    );
  });
});

describe('open bounds', () => {
  for (const [qualifier, way] of [
    ['more-than', 1],
    ['at-least', 1],
    ['less-than', -1],
    ['at-most', -1],
  ] as const)
    it(`of "${qualifier}" have an arrow, and only the stated number as data`, () => {
      const of = answers.RANSOM.indicator;
      const cells = [
        chartCell(of, 'MEX', 'unstated@2015-11', [qualifier, 60]),
        chartCell(of, 'MEX', 'unstated@2015-12', 100),
      ];
      const mark = chartModel(chartComparison(of, cells), { width: 792, language: 'en' }).marks[0];
      const head = mark?.shapes.filter((shape) => shape.as === 'path')[1];
      expect(head?.as === 'path' && head.d.split(/[ML]/)).toHaveLength(4);
      expect(statedFrom([qualifier, 60])?.value).toBeNull();
      expect(mark?.values).toEqual(['']);
      expect([...(mark?.lows ?? []), ...(mark?.highs ?? [])]).toEqual(way > 0 ? ['60', ''] : ['', '60']);
    });
});

describe('the live chart', () => {
  for (const [name, comparison] of Object.entries(ALL))
    it(`puts the numbers of ${name} where the still one has them`, () => {
      const model = chartModel(comparison, { width: 568, language: 'en' });
      model.panels.forEach((panel, i) => {
        const live = livePanel(panel, i, model);
        expect(live.x.ticks).toEqual(panel.x.ticks.map((tick) => tick.value));
        expect(live.y.domain).toEqual(panel.y.domain);
      });
      for (const plot of model.plots) {
        const panel = model.panels[plot.panel];
        if (!panel) throw new Error('a plot without a panel');
        const live = livePanel(panel, plot.panel, model);
        for (const mark of model.marks.filter(
          (m) => m.plotted && m.series === plot.series && isStroke(m.shapes[0]),
        )) {
          const shape = mark.shapes[0];
          const points = shape?.as === 'path' ? [...shape.d.matchAll(/[ML]([-\d.]+) ([-\d.]+)/g)] : [];
          mark.periods.forEach((period, k) => {
            const [x, y] = plotScales(live, model, Number(period.slice(-4)), Number(mark.values[k]));
            expect(x).toBeCloseTo(Number(points[k]?.[1]), 0);
            expect(y).toBeCloseTo(Number(points[k]?.[2]), 0);
          });
        }
      }
    });
  it('has one row of data for each year, with nulls where a line breaks', () => {
    const rows = liveRows(chartModel(HOMICIDE_LINES, { width: 568, language: 'en' }).plots);
    expect(rows).toHaveLength(24);
    expect(rows.find((row) => row.x === 2015)?.v2).toBeNull();
  });
  it('walks through every stop with the arrow keys and stays at the ends', () => {
    expect(focusPointAfterKey('ArrowRight', null, 3)).toBe(0);
    expect(focusPointAfterKey('ArrowRight', 2, 3)).toBe(2);
    expect(focusPointAfterKey('End', 0, 3)).toBe(2);
    expect(focusPointAfterKey('Tab', 0, 3)).toBeNull();
  });
  it('finds the nearest row or year under a pointer', () => {
    const model = chartModel(answers.CARAVAN_SIZES, { width: 792, language: 'en' });
    expect(nearestFocusPoint(model, 10, (model.stops[3]?.y ?? 0) + 5)).toBe(3);
  });
  it('reads each figure with its hedge, source and place', () => {
    const [first] = chartModel(answers.CARAVAN_SIZES, { width: 792, language: 'en' }).stops;
    expect(first?.readings[0]).toMatchObject({
      figure: 'more than 4,000',
      period: '19 Oct 2018',
      source: 'WSWS, 20 October 2018, paragraph\u00a02',
    });
  });
});

describe('golden drawings', () => {
  const GOLDEN = { caravan: 568, children: 568, triangle: 568 } as const;
  for (const [name, width] of Object.entries(GOLDEN))
    it(`of ${name} is as it was`, () => {
      const model = chartModel(ALL[name as keyof typeof GOLDEN], { width, language: 'en' });
      const drawn = renderToStaticMarkup(
        <StaticChart model={model} palette="light" titled idPrefix={name} />,
      );
      const now = `${drawn.replace(/></g, '>\n<')}\n`;
      const file = new URL(`golden/${name}.svg`, import.meta.url);
      const changed = new URL(`golden/${name}-changed.svg`, import.meta.url);
      if (existsSync(file) && readFileSync(file, 'utf8') === now) return rmSync(changed, { force: true });
      writeFileSync(changed, now);
      expect.fail(`${name}.svg has changed: look at ${name}-changed.svg, and rename it if it is right`);
    });
});

describe('sparklines', () => {
  it('are drawn for every kind of answer, without words and on one base', () => {
    for (const comparison of Object.values(ALL)) {
      const drawn = renderToStaticMarkup(<Sparkline comparison={comparison} />);
      expect(drawn).toContain('viewBox="0 0 168 40"');
      expect(drawn).not.toMatch(/<text|NaN/);
    }
  });

  it('of one period have every figure on a number line, and of several a line', () => {
    const ofOnePeriod = {
      ...HOMICIDE_LINES,
      cells: HOMICIDE_LINES.cells.filter((cell) => yearOf(cell.period) === 2014),
    };
    const drawn = (comparison: typeof HOMICIDE_LINES): string =>
      renderToStaticMarkup(<Sparkline comparison={comparison} />);
    expect(ofOnePeriod.cells.filter(({ stated }) => stated).length).toBeGreaterThan(2);
    expect(drawn(ofOnePeriod).match(/<circle/g)?.length).toBe(
      ofOnePeriod.cells.filter(({ stated }) => stated).length,
    );
    expect(drawn(HOMICIDE_LINES)).toContain('<path');
  });
});
