import { describe, expect, it } from 'vitest';
import { chartModel, kindsFor } from '#app/_charts/chart.ts';
import { altText } from '#app/_charts/wording/alt-text.ts';
import { namesOf } from '#app/_charts/wording/series-name.ts';
import { seriesOf } from '#stats/model/comparison.ts';
import { areaColour } from '#app/_charts/scales/colour.ts';
import type { ChartModel } from '#app/_charts/model/chart.ts';
import type { ChartKind } from '#app/_charts/model/kind.ts';
import {
  AID_PROMISED,
  CARAVAN_SIZES,
  CHILDREN_2014,
  CHILDREN_BY_YEAR,
  CHILDREN_CALENDAR,
  HOMICIDE,
  HOMICIDE_PRINTED,
  KIDNAPPINGS,
  POPULATION,
  RANSOM,
} from './answers.ts';
import { chartComparison, chartCell } from './making.ts';
import { HOMICIDE_LINES, HOMICIDE_TRIANGLE } from './homicide-lines.ts';

const draw = (comparison: Parameters<typeof chartModel>[0], kind?: ChartKind, width = 792): ChartModel =>
  chartModel(comparison, { width, language: 'en', ...(kind ? { kind } : {}) });
const wordsOf = (model: ChartModel): string[] =>
  model.labels.flatMap((shape) => (shape.as === 'text' ? [shape.runs.map((run) => run.text).join('')] : []));
const markOf = (model: ChartModel, period: string, value: string): ChartModel['marks'][number] | undefined =>
  model.marks.find(
    (m) => m.periods.join() === period && [...m.values, ...m.lows, ...m.highs].includes(value),
  );

describe('the kind of a chart', () => {
  it('is a number line for figures of days, levels and unstated periods', () => {
    for (const comparison of [CARAVAN_SIZES, KIDNAPPINGS, RANSOM, AID_PROMISED, CHILDREN_2014])
      expect(kindsFor(comparison)).toEqual(['number-line']);
  });
  it('is bars for counts of fiscal years and lines for rates and stocks', () => {
    expect(kindsFor(CHILDREN_BY_YEAR)[0]).toBe('bars');
    expect(kindsFor(HOMICIDE_LINES)[0]).toBe('line');
    expect(kindsFor(POPULATION)[0]).toBe('line');
  });
  it('gives way to the best legal one where another was asked for', () => {
    expect(draw(CARAVAN_SIZES, 'line').kind).toBe('number-line');
  });
  it('never offers a number line of a hundred rows', () => {
    expect(kindsFor(HOMICIDE_LINES)).not.toContain('number-line');
  });
  it('has words where there is nothing to draw', () => {
    const model = draw(chartComparison(HOMICIDE, []));
    expect(model.heading.title).toBe('No figures match this query');
    expect(model.marks).toEqual([]);
  });
});

describe('the number line', () => {
  it('of more rows than anybody reads says how many there are, and draws none', () => {
    const days = Array.from({ length: 401 }, (_, i) =>
      chartCell(HOMICIDE, 'HND', new Date(Date.UTC(2014, 0, 1 + i)).toISOString().slice(0, 10), i),
    );
    const model = draw(chartComparison(HOMICIDE, days), 'number-line');
    expect(model.marks).toEqual([]);
    expect(wordsOf(model).join(' ')).toContain('401 figures are too many to draw');
    expect(draw(chartComparison(HOMICIDE, days.slice(1)), 'number-line').marks).toHaveLength(400);
  });
  it('prints the hedge before the number every time', () => {
    const words = wordsOf(draw(CARAVAN_SIZES));
    for (const said of ['more than 4,000', 'about 14,000', '4,000 to 5,000', 'nearly 10,000', '7,000'])
      expect(words).toContain(said);
    expect(wordsOf(chartModel(CARAVAN_SIZES, { width: 792, language: 'es' }))).toContain('casi 10\u202f000');
  });
  it('draws more than as an open ring with an arrow that ends after 96 pixels or with the axis', () => {
    const mark = markOf(draw(CARAVAN_SIZES), '2018-10-19', '4000');
    const paths = mark?.shapes.filter((shape) => shape.as === 'path') ?? [];
    expect(paths).toHaveLength(2);
    const ends = paths.flatMap((shape) =>
      shape.as === 'path' ? [...shape.d.matchAll(/[ML]([\d.]+)/g)] : [],
    );
    const xs = ends.map((match) => Number(match[1]));
    expect(Math.max(...xs) - Math.min(...xs)).toBeLessThanOrEqual(96);
    const ring = mark?.shapes.find((shape) => shape.as === 'circle');
    expect(ring).toMatchObject({ fill: 'paper' });
  });
  it('draws a range without a centre', () => {
    const mark = markOf(draw(CARAVAN_SIZES), '2018-11-09', '5000');
    expect(mark?.shapes.some((shape) => shape.as === 'circle')).toBe(false);
  });
  it('keeps yearly levels and half-year counts in separate groups and says so', () => {
    const model = draw(KIDNAPPINGS);
    expect(wordsOf(model)).toContain('Yearly level, year not');
    expect(model.notices).toContain('Different kinds of period: not on one line');
  });
  it('marks an assumed year with a question mark and our own arithmetic with a dashed ring in ink', () => {
    const model = draw(HOMICIDE_PRINTED);
    expect(wordsOf(model).filter((words) => words === '2014?').length).toBeGreaterThan(3);
    const computed = markOf(model, '2014', '47.8543');
    expect(computed?.shapes).toMatchObject([{ as: 'circle', stroke: 'group', dash: '2.4 2' }]);
    expect(wordsOf(model)).toContain('47.9');
  });
  it('names the source of every row', () => {
    const words = wordsOf(draw(HOMICIDE_PRINTED));
    expect(words.filter((w) => w.startsWith('Report of November 2015'))).toHaveLength(11);
    expect(words.join(' ')).toContain('Calculated by Cotejo, Report of November 2015');
    expect(words.join(' ')).toContain('average of all 3 members, weighted by');
  });
  it('joins two sources that conflict with a bracket and the ratio in words', () => {
    const of = CARAVAN_SIZES.indicator;
    const two = ['wsws-2018-10-26', 'ntd-2018-11-09'].map((source, i) =>
      chartCell(of, 'MEX', '2018-10-26', 7000 * (i + 1), { source }),
    );
    expect(wordsOf(draw(chartComparison(of, two)))).toContain('same time: twofold');
  });
});

describe('colour', () => {
  it('belongs to an area: a city wears its country’s, a group is ink, the rest is context', () => {
    const { areas } = CARAVAN_SIZES;
    const codes = ['HND', 'HNSAP', 'northern-triangle', 'CRI'];
    expect(codes.map((code) => areaColour(code, areas))).toEqual(['hnd', 'hnd', 'group', 'others']);
  });
  it('is lent to up to six areas that have none of their own, and to none of more', () => {
    const lines = (codes: readonly string[]): readonly string[] =>
      draw(
        chartComparison(
          HOMICIDE,
          codes.flatMap((code) => ['2012', '2013', '2014'].map((year) => chartCell(HOMICIDE, code, year, 9))),
        ),
      ).plots.map((plot) => plot.colour);
    expect(lines(['CRI', 'HND', 'PAN'])).toEqual(['slv', 'hnd', 'gtm']);
    expect(lines(['HND', 'SLV', 'GTM', 'MEX', 'USA', 'CRI', 'PAN'])).toEqual([
      ...['hnd', 'slv', 'gtm', 'mex', 'usa'],
      ...['others', 'others'],
    ]);
  });
  it('is the origin’s where every row is about one area', () => {
    const of = CARAVAN_SIZES.indicator;
    const rows = ['HND', 'SLV'].map((counterpart) => chartCell(of, 'USA', '2018-10-19', 10, { counterpart }));
    const stops = draw(chartComparison(of, rows)).stops;
    expect(stops.map((stop) => stop.readings[0]?.colour)).toEqual(['hnd', 'slv']);
  });
});

describe('lines', () => {
  it('colour an area the same everywhere and give a group ink with the twin stroke', () => {
    const plots = draw(HOMICIDE_TRIANGLE).plots;
    expect(plots.map((plot) => plot.colour)).toEqual(['hnd', 'slv', 'gtm', 'group']);
    expect(plots.at(-1)?.twin).toBe(true);
  });
  it('name the reason of a gap below the axis', () => {
    expect(wordsOf(draw(HOMICIDE_LINES))).toContain('Guatemala, not published');
    expect(wordsOf(draw(HOMICIDE_TRIANGLE))).toContain('Northern Triangle, a member is missing');
  });
  it('set figures of other documents as hollow squares beside the line, and an assumed year dashed', () => {
    const model = draw(HOMICIDE_TRIANGLE);
    expect(markOf(model, '2012', '92')?.shapes).toMatchObject([{ as: 'rect', fill: 'paper', stroke: 'hnd' }]);
    expect(markOf(model, '2014', '31')?.shapes).toMatchObject([{ as: 'rect', dash: '2.4 2' }]);
    expect(wordsOf(model)).toContain('2014?');
  });
  it('start at zero', () => {
    for (const panel of draw(POPULATION).panels) expect(panel.y.domain[0]).toBe(0);
  });
  it('of two bases never share an axis', () => {
    const years = [2012, 2013, 2014].flatMap((year) => [
      chartCell(HOMICIDE, 'USA', String(year), 4, { source: 'unodc-2025' }),
      chartCell(HOMICIDE, 'USA', `FY${year}`, 4.5, { source: 'unodc-2025' }),
    ]);
    const model = draw(chartComparison(HOMICIDE, years), 'line');
    expect(model.panels.map((panel) => panel.heading)).toEqual(['Calendar year', 'US fiscal year']);
  });
  it('of two definitions never share a panel', () => {
    const definitions = ['a', 'b'].map((code) => ({
      code,
      name: { en: `of ${code}`, es: `de ${code}` },
      text: { en: `Of ${code}.`, es: `De ${code}.` },
    }));
    const of = { ...HOMICIDE, definitions };
    const cells = definitions.flatMap(({ code }) =>
      [2012, 2013, 2014].map((year) => chartCell(of, 'USA', String(year), year - 2000, { definition: code })),
    );
    expect(draw(chartComparison(of, cells), 'line').panels.map((panel) => panel.heading)).toEqual([
      'Of a',
      'Of b',
    ]);
  });
});

describe('bars', () => {
  it('stand over the months they count', () => {
    const model = draw(CHILDREN_BY_YEAR);
    const [panel] = model.panels;
    const bar = markOf(model, 'FY2014', '68541')?.shapes[0];
    const [from, to] = panel?.x.domain ?? [0, 1];
    const [left, right] = panel?.x.range ?? [0, 1];
    const october = left + ((2013 * 12 + 9 - from) / (to - from)) * (right - left);
    expect(bar).toMatchObject({ as: 'rect', fill: 'usa' });
    expect(bar?.as === 'rect' ? bar.x : 0).toBeCloseTo(october + 2, 0);
    expect(wordsOf(model)).toEqual(expect.arrayContaining(['FY14', '2013', 'fiscal', 'calendar', '68,541']));
  });
  it('of months begin and end with them, and hide what rounding leaves open', () => {
    const months = ['2023-11', '2023-12', '2024-01', '2024-02'].map((month, i) => ({
      ...chartCell(CHILDREN_BY_YEAR.indicator, 'USA', month, 3590, { intervalKind: 'rounding' }),
      stated: { qualifier: 'exact' as const, value: 3590 + i, low: 3585 + i, high: 3595 + i },
    }));
    const model = draw(chartComparison(CHILDREN_BY_YEAR.indicator, months), 'bars');
    const time = model.panels[0]?.x;
    expect(time?.domain).toEqual([2023 * 12 + 10, 2024 * 12 + 2]);
    expect(wordsOf(model)).toEqual(expect.arrayContaining(['3,590', 'Nov', 'Feb', '2023', '2024']));
    expect(model.marks.every(({ shapes }) => shapes.length === 1)).toBe(true);
  });
  it('of incomplete years are hollow, dashed, narrow and named', () => {
    const model = draw(CHILDREN_CALENDAR);
    const [part, whole] = [markOf(model, '2019-01/2019-09', '61046'), markOf(model, '2014', '63676')];
    expect(part?.shapes[0]).toMatchObject({ fill: 'paper', dash: '4 3' });
    const width = (mark: typeof part): number => (mark?.shapes[0]?.as === 'rect' ? mark.shapes[0].w : 0);
    expect(width(part) / width(whole)).toBeCloseTo(0.75, 1);
    expect(wordsOf(model)).toContain('Jan–Sep');
  });
  it('of several series share one scale, pixels per unit', () => {
    const of = CHILDREN_BY_YEAR.indicator;
    const more = CHILDREN_BY_YEAR.cells.map((c) => ({
      ...c,
      area: 'MEX',
      stated: c.stated && { ...c.stated, value: (c.stated.value ?? 0) * 6 },
    }));
    const perUnit = draw(chartComparison(of, [...more, ...CHILDREN_BY_YEAR.cells]), 'bars').panels.map(
      (panel) => (panel.y.range[0] - panel.y.range[1]) / (panel.y.domain[1] - panel.y.domain[0]),
    );
    expect(perUnit).toHaveLength(2);
    expect(perUnit[0]).toBeCloseTo(perUnit[1] ?? 0, 9);
  });
});

describe('words around a chart', () => {
  it('state the finding', () => {
    expect(draw(HOMICIDE_LINES).heading.title).toBe(
      'El Salvador went from 59.8 in 2000 to 7.9 in 2022, with a peak of 107.6 in 2015',
    );
    expect(draw(HOMICIDE_PRINTED).heading.title).toBe(
      'Highest: San Pedro Sula, 142. Lowest: Canada, less than 2',
    );
    expect(chartModel(RANSOM, { width: 792, language: 'es' }).heading.title).toBe('Rescate: de 4000 a 5000');
  });
  it('name twelve series in the alternative and count the others, whose words are not made', () => {
    const areas = Array.from({ length: 40 }, (_, i) => chartCell(HOMICIDE, `A${i}`, '2014', i));
    const comparison = chartComparison(HOMICIDE, areas);
    const all = seriesOf(comparison);
    const names = namesOf(comparison, all, 'en');
    let made = 0;
    const counting = {
      ...names,
      whole: (series: Parameters<typeof names.whole>[0]) => {
        made += 1;
        return names.whole(series);
      },
    };
    const heading = { title: 'Homicides', subtitle: 'in 2014' };
    const text = altText(comparison, all, counting, { name: 'Bars', figuresNamed: 8 }, 'en', heading);
    expect(made).toBe(12);
    expect(text).toMatch(/ 28 /);
  });
  it('say in the alternative what the picture shows, with hedges and gaps', () => {
    expect(draw(CARAVAN_SIZES).alternative).toContain('more than 4,000 (19 Oct 2018)');
    expect(draw(HOMICIDE_LINES).alternative).toContain('2015 (not published)');
  });
});
