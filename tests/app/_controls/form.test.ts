import { describe, expect, test } from 'vitest';
import { formSearch, formState } from '#app/_controls/form.ts';
import { summaryText } from '#app/_controls/Summary.tsx';
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

  test('every place ticked is the same as no place named', () => {
    expect(
      formSearch(
        PLACES.map((code) => ['country', code]),
        PLACES,
      ),
    ).toBe('');
  });

  test('places that are added up, or stand beside a group, are named', () => {
    const ticked = PLACES.map((code): [string, string] => ['country', code]);
    expect(formSearch([...ticked, ['combine', 'area']], PLACES)).toBe(
      'by=origin~breakdown~source&country=HND~SLV~GTM',
    );
    expect(formSearch([...ticked, ['group', 'northern-triangle']], PLACES)).toContain('country=HND~SLV~GTM');
  });

  test('form and query undo each other', () => {
    for (const search of [
      '',
      'country=SLV~HND',
      'country=HND&group=northern-triangle&time=2012..2014',
      'transform=index:2012',
      'transform=rank&time=2014',
      // The form does not show these parameters, but it passes them on.
      'coverage=0.5&group=northern-triangle&members=today',
    ]) {
      const query = parseQuery(parseParameters(search), HOMICIDE, catalogue, []);
      const entries = [...formState(query, PLACES)].flatMap(([name, values]) =>
        values.map((value): [string, string] => [name, value]),
      );
      const again = parseQuery(parseParameters(formSearch(entries, PLACES)), HOMICIDE, catalogue, []);
      expect(formatQuery(again, HOMICIDE)).toBe(formatQuery(query, HOMICIDE));
    }
  });
});

test('the closed list names a few and counts the rest', () => {
  const choices = ['A', 'B', 'C', 'D', 'E', 'F'].map((code) => ({ code, name: code }));
  expect(summaryText(choices, [], 'All')).toBe('All');
  expect(summaryText(choices, ['A', 'C'], 'All')).toBe('A, C');
  expect(summaryText(choices, ['A', 'B', 'C', 'D', 'E'], 'All')).toBe('A, B, C + 2');
});
