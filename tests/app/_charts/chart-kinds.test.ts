/** Each kind of chart is complete: it is offered, drawn, named, and has its tab. */
import { describe, expect, it } from 'vitest';
import { answerFacts } from '#app/_charts/answer-facts.ts';
import { chartModel, kindsFor } from '#app/_charts/chart.ts';
import { CHART_LAYOUTS } from '#app/_charts/chart-kinds.ts';
import { CHART_KINDS } from '#app/_charts/model/kind.ts';
import { subsetOf } from '#app/_charts/subset.ts';
import { parseTab, tabsOf } from '#app/_views/answer/tabs.ts';
import { LANGUAGES } from '#stats/language.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { CARAVAN_SIZES, CHILDREN_BY_YEAR } from './answers.ts';
import { HOMICIDE_LINES } from './homicide-lines.ts';
import { FLOWS, MANY_FLOWS, ONE_YEAR, TWO_SOURCES } from './gallery.ts';

const ANSWERS = [CARAVAN_SIZES, CHILDREN_BY_YEAR, HOMICIDE_LINES, TWO_SOURCES, ONE_YEAR, FLOWS, MANY_FLOWS];
/** An answer that offers a kind. */
const answerFor = (kind: (typeof CHART_KINDS)[number]): Comparison | undefined =>
  ANSWERS.find((comparison) => kindsFor(comparison).includes(kind));

describe.each(CHART_KINDS)('the kind %s', (kind) => {
  const comparison = answerFor(kind);

  it('is offered for an answer of these tests', () => expect(comparison).toBeDefined());

  it.each(LANGUAGES)('draws what it is named, and names it in its text alternative (%s)', (language) => {
    if (!comparison) throw new Error(`add an answer to ANSWERS for which ${kind} is honest`);
    const model = chartModel(comparison, { width: 792, language, kind });
    expect(model.kind).toBe(kind);
    expect(model.marks.length).toBeGreaterThan(0);
    expect(model.alternative).toContain(`${CHART_LAYOUTS[kind].words.name[language]}. `);
    expect(model.alternative).not.toMatch(/undefined|NaN/);
    expect(model.legend.every(({ words, sample }) => words !== '' && sample.length > 0)).toBe(true);
  });

  it('leads from each of its marks to the evidence of the figure', () => {
    if (!comparison) throw new Error(`add an answer to ANSWERS for which ${kind} is honest`);
    const { marks, stops } = chartModel(comparison, { width: 792, language: 'en', kind });
    const readings = stops.flatMap((stop) => stop.readings.filter(({ at }) => at !== null));
    const drawn = new Set(
      marks.flatMap(({ series, periods, values, lows, highs }) =>
        periods.flatMap((period, i) =>
          [values[i], lows[i], highs[i]].some(Boolean) ? [`${series} ${period}`] : [],
        ),
      ),
    );
    expect(drawn.size).toBeGreaterThan(0);
    expect(readings.length).toBeGreaterThanOrEqual(drawn.size);
    for (const { evidence } of readings) expect(evidence).toMatch(/^\/(observations|evidence)\//);
  });

  it('has a tab of its own, by the name of its kind', () => {
    if (!comparison) throw new Error(`add an answer to ANSWERS for which ${kind} is honest`);
    expect(parseTab(kind)).toBe(kind);
    expect(tabsOf(comparison)).toContain(kind);
    for (const language of LANGUAGES) {
      const tabs = CHART_KINDS.map((other) => CHART_LAYOUTS[other].words.tab[language]);
      expect(tabs.filter((tab) => tab === CHART_LAYOUTS[kind].words.tab[language])).toHaveLength(1);
    }
  });

  it('leaves out rows or whole series where there is no room', () => {
    if (!comparison) throw new Error(`add an answer to ANSWERS for which ${kind} is honest`);
    const half = subsetOf(comparison, kind, 0.5);
    expect(half.length).toBeGreaterThan(0);
    expect(half.length).toBeLessThan(comparison.cells.length);
  });
});

it('no two kinds are equally good for one answer, so that the first tab is not left to chance', () => {
  for (const comparison of ANSWERS) {
    const facts = answerFacts(comparison);
    const ranks = CHART_KINDS.map((kind) => CHART_LAYOUTS[kind].rank(facts)).filter((rank) => rank !== null);
    expect(new Set(ranks).size).toBe(ranks.length);
  }
});
