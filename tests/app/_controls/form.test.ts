import { describe, expect, test } from 'vitest';
import { formSearch, formState } from '#app/_controls/form.ts';
import { spanText, summaryText } from '#app/_controls/Summary.tsx';
import { parseParameters } from '#stats/query-string.ts';
import { formatQuery, parseQuery } from '#stats/query/query.ts';
import { HOMICIDE } from '../_charts/answers.ts';
import { HOMICIDE_PRINTED } from '../_charts/answers.ts';

const PLACES = ['HND', 'SLV', 'GTM'];
const catalogue = {
  indicators: [HOMICIDE],
  areas: HOMICIDE_PRINTED.areas,
  dimensions: [],
  sources: HOMICIDE_PRINTED.sources,
  editions: [],
};

describe('a filled form as an address', () => {
  test('ticked boxes are joined, empty fields left out', () => {
    const entries: [string, string][] = [
      ['form', '1'],
      ['country', 'SLV'],
      ['country', 'HND'],
      ['from', ''],
      ['to', '2014'],
      ['source', ''],
    ];
    expect(formSearch(entries, PLACES)).toBe('country=SLV~HND&time=earliest..2014');
  });

  test('nothing ticked asks for everything; every place ticked names every place', () => {
    expect(formSearch([['form', '1']], PLACES)).toBe('');
    expect(
      formSearch(
        PLACES.map((code) => ['country', code]),
        PLACES,
      ),
    ).toBe('country=HND~SLV~GTM');
  });

  test('places that are added up are named, even if none is ticked', () => {
    expect(formSearch([['combine', 'area']], PLACES)).toBe('by=origin~breakdown~source&country=HND~SLV~GTM');
    expect(
      formSearch(
        [
          ['combine', 'area'],
          ['group', 'northern-triangle'],
        ],
        PLACES,
      ),
    ).toBe('by=origin~breakdown~source&group=northern-triangle');
  });

  test('what the address has keeps its order, and what is ticked after it follows', () => {
    const entries: [string, string][] = [
      ['order', 'SLV~HND'],
      ['country', 'GTM'],
      ['country', 'HND'],
      ['country', 'SLV'],
    ];
    expect(formSearch(entries, PLACES)).toBe('country=SLV~HND~GTM');
  });

  test('ends of time are typed in either language, and a span may be open', () => {
    const timeOf = (from: string, to: string): string =>
      formSearch(
        [
          ['from', from],
          ['to', to],
        ],
        PLACES,
      );
    expect(timeOf('2010', '')).toBe('time=2010..latest');
    expect(timeOf('primero', '2014')).toBe('time=earliest..2014');
    expect(timeOf('Último', '')).toBe('time=latest');
    expect(timeOf('2014-10/2015-04', '')).toBe('time=2014-10/2015-04');
  });

  test('the preferred source stands alone: the newer tick wins', () => {
    const sourcesOf = (order: string, ...ticked: string[]): string =>
      formSearch([['order', order], ...ticked.map((code): [string, string] => ['source', code])], PLACES);
    expect(sourcesOf('preferred', 'preferred', 'unodc')).toBe('source=unodc');
    expect(sourcesOf('unodc', 'preferred', 'unodc')).toBe('source=preferred');
  });

  test('form and query undo each other', () => {
    for (const search of [
      '',
      'country=SLV~HND',
      'country=HND&group=northern-triangle&time=2012..2014',
      'transform=index:2012',
      'transform=rank&time=2014',
      'country=GTM~HND~SLV',
      'time=latest',
      'time=latest-common',
      'time=earliest',
      'time=..2014',
      'time=2014-10/2015-04',
      'source=preferred',
      'by=origin~breakdown~source&country=HND~SLV',
      // The form does not show these parameters, but it passes them on.
      'coverage=0.5&group=northern-triangle&members=today',
    ]) {
      const query = parseQuery(parseParameters(search), HOMICIDE, catalogue, []);
      const entries = [...formState(query)].flatMap(([name, values]) =>
        values.map((value): [string, string] => [name, value]),
      );
      const again = parseQuery(parseParameters(formSearch(entries, PLACES)), HOMICIDE, catalogue, []);
      expect(formatQuery(again, HOMICIDE)).toBe(formatQuery(query, HOMICIDE));
    }
  });
});

test('the closed list names two, and counts more', () => {
  const choices = ['A', 'B', 'C'].map((code) => ({ code, name: code }));
  expect(summaryText(choices, [], 'All')).toBe('All');
  expect(summaryText(choices, ['A', 'C'], 'All')).toBe('A, C');
  expect(summaryText(choices, ['A', 'B', 'C'], 'All')).toBe('3');
});

test('the closed span says its ends', () => {
  expect(spanText('', '', 'all', 'latest')).toBe('all');
  expect(spanText('2000', '2023', 'all', 'latest')).toBe('2000–2023');
  expect(spanText('2000', '', 'all', 'latest')).toBe('2000–latest');
  expect(spanText('', '2014', 'all', 'latest')).toBe('–2014');
  expect(spanText('latest', '', 'all', 'latest')).toBe('latest');
});
