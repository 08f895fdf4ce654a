import { describe, expect, test } from 'vitest';
import { comparabilityTextOf } from '#app/_views/answer/comparability.ts';
import { dateWords } from '#app/_views/page/dates.ts';
import { headlineOf } from '#app/_views/catalogue/headline.ts';
import { footnotesOf } from '#app/_views/table/footnotes.ts';
import { dataHref, indicatorHref, pageHref, type PageContext } from '#app/_views/page/page-context.ts';
import { sourceAgreementOf } from '#app/_views/catalogue/source-agreement.ts';
import { parseTab, shownTab, tabsOf } from '#app/_views/answer/tabs.ts';
import { BadQuery } from '#stats/problem.ts';
import { figureText } from '#stats/format/figure.ts';
import { CARAVAN_SIZES, HOMICIDE, HOMICIDE_PRINTED, POPULATION } from '../_charts/answers.ts';
import { chartComparison, chartCell } from '../_charts/making.ts';

const place: PageContext = {
  language: 'es',
  release: HOMICIDE_PRINTED.release,
  pinned: true,
  origin: 'https://example.org',
};

describe('addresses', () => {
  test('every link keeps the language, and the release where the reader pinned one', () => {
    expect(pageHref(place, '/')).toBe('/es?release=1.0.0');
    expect(pageHref({ ...place, pinned: false, language: 'en' }, '/')).toBe('/');
    expect(indicatorHref(place, 'homicide-rate', 'country=HND')).toBe(
      '/es/indicators/homicide-rate?country=HND&release=1.0.0',
    );
  });

  test('a file is always asked for by the number of its release', () => {
    expect(dataHref(place, 'ransom', 'csv')).toBe('/data/1.0.0/ransom.csv?lang=es');
  });
});

describe('the headline of an indicator', () => {
  test('is the latest figure, with its hedge', () => {
    const headline = headlineOf(CARAVAN_SIZES);
    expect(headline && figureText(headline, CARAVAN_SIZES.indicator, 'en')).toBe('nearly 10,000');
  });

  test('is there for an answer of many years, and absent for an answer without figures', () => {
    expect(headlineOf(POPULATION)?.period.end).toBe(POPULATION.cells.at(-1)?.period.end);
    expect(headlineOf(chartComparison(HOMICIDE, [chartCell(HOMICIDE, 'HND', '2014', null)]))).toBeNull();
  });
});

describe('what can be said of the sources', () => {
  test('one source cannot be checked', () => {
    expect(sourceAgreementOf(HOMICIDE_PRINTED).kind).toBe('open');
  });

  test('two sources that print the same year agree where their intervals meet, and differ where they do not', () => {
    const two = (second: number) =>
      sourceAgreementOf(
        chartComparison(HOMICIDE, [
          chartCell(HOMICIDE, 'HND', '2014', 68),
          chartCell(HOMICIDE, 'HND', '2014', second, { source: 'unodc-2025' }),
        ]),
      ).kind;
    expect(two(68)).toBe('holds');
    expect(two(65)).toBe('fails');
  });
});

test('years that are assumed make an answer comparable with notes', () => {
  expect(comparabilityTextOf(HOMICIDE_PRINTED)?.kind).toBe('notes');
  expect(comparabilityTextOf(chartComparison(HOMICIDE, [chartCell(HOMICIDE, 'HND', '2014', 68)]))).toBeNull();
});

test('what is comparable, comparable with notes and not is a verdict that holds, has notes, fails', () => {
  const share = { ...HOMICIDE, measure: 'share' as const, definitions: [] };
  const of = (definition: string) => chartCell(share, 'HND', '2014', 0.1, { definition });
  const apart = comparabilityTextOf(
    chartComparison(share, [of('of-petitions'), of('of-all-closed')], { language: 'es' }),
  );
  expect(apart).toEqual({
    kind: 'fails',
    words: 'No comparable',
    reasons: ['Son partes de totales distintos.'],
  });
  // A single figure is not compared with anything.
  expect(comparabilityTextOf(chartComparison(share, [of('of-petitions')]))).toBeNull();
});

test('sources and notes are numbered once each, in order of appearance', () => {
  const marks = footnotesOf(CARAVAN_SIZES);
  expect(marks.sources.map((source) => source.mark)).toEqual(marks.sources.map((_, i) => i + 1));
  const notes = new Set(CARAVAN_SIZES.cells.flatMap((figure) => figure.notes.map((note) => note.text.en)));
  expect(marks.notes).toHaveLength(notes.size);
});

test('a date is written as far as it is known', () => {
  expect(dateWords('2026-11-20', 'es')).toBe('20 de noviembre de 2026');
  expect(dateWords('2015-11', 'en')).toBe('November 2015');
});

describe('tabs', () => {
  test('a tab that is no honest face of this answer falls back to the best', () => {
    expect(shownTab(HOMICIDE_PRINTED, 'line')).toBe(tabsOf(HOMICIDE_PRINTED)[0]);
    expect(shownTab(HOMICIDE_PRINTED, 'table')).toBe('table');
  });

  test('an unknown tab is refused by name', () => {
    expect(parseTab('discrete-bar')).toBe('bars');
    expect(() => parseTab('constructor')).toThrow(BadQuery);
    expect(() => parseTab('pie')).toThrow(BadQuery);
    expect(parseTab('chart')).toBeNull();
  });
});
