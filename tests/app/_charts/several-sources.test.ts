/**
 * A title names areas; sources are named as sources. If a conclusion depends on the source, the text names
 * the sources.
 */
import { describe, expect, it } from 'vitest';
import { chartModel, kindsFor } from '#app/_charts/chart.ts';
import { sourceDisagreementText } from '#app/_charts/wording/source-disagreement.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { HOMICIDE } from './answers.ts';
import { chartComparison, both, chartCell, indicator } from './making.ts';

const CHILDREN = indicator(
  'uac-apprehensions',
  'count',
  both('Children apprehended', 'Menores aprehendidos'),
  both('Apprehensions'),
  {
    bases: ['us-fiscal-year'],
    sources: ['usbp-2019', 'unodc-2025'],
  },
);
const children = (source: string, amounts: readonly number[]) =>
  amounts.map((amount, i) => chartCell(CHILDREN, 'USA', `FY${2017 + i}`, amount, { source }));
const TWO = chartComparison(CHILDREN, [
  ...children('unodc-2025', [41_435, 50_036, 90_000]),
  ...children('usbp-2019', [41_436, 50_036, 76_020]),
]);
const titleOf = (comparison: Comparison, language: 'en' | 'es'): string =>
  chartModel(comparison, { width: 792, language, kind: 'bars' }).heading.title;

describe('a finding from one of several sources', () => {
  it('is about the place, and names the most preferred source as a source', () => {
    expect(titleOf(TWO, 'en')).toBe(
      'Children apprehended: 41,436 in FY2017, 76,020 in FY2019 (source: US Border Patrol, 2019)',
    );
    expect(titleOf(TWO, 'es').replace(/\s/g, ' ')).toBe(
      'Menores aprehendidos: 41 436 en el año fiscal 2017 (EE. UU.), 76 020 en el año fiscal 2019 (EE. UU.) (fuente: Patrulla Fronteriza, 2019)',
    );
  });

  it('names places where places differ too', () => {
    const both = chartComparison({ ...HOMICIDE, sources: ['unodc-2025', 'usbp-2019'] }, [
      chartCell(HOMICIDE, 'HND', '2012', 82.3, { source: 'unodc-2025' }),
      chartCell(HOMICIDE, 'HND', '2014', 65, { source: 'unodc-2025' }),
      chartCell(HOMICIDE, 'HND', '2012', 90.4, { source: 'usbp-2019' }),
      chartCell(HOMICIDE, 'SLV', '2012', 42.4, { source: 'unodc-2025' }),
    ]);
    expect(titleOf(both, 'en')).toBe('Honduras went from 82.3 in 2012 to 65 in 2014 (source: UNODC, 2025)');
  });

  it('needs no source where there is one', () => {
    expect(titleOf(chartComparison(CHILDREN, children('usbp-2019', [1, 2])), 'en')).toBe(
      'Children apprehended: 1 in FY2017, 2 in FY2018',
    );
  });
});

const rates = (rows: readonly (readonly [string, string, string, number])[]): Comparison =>
  chartComparison(
    { ...HOMICIDE, sources: ['unodc-2025', 'usbp-2019'] },
    rows.map(([source, area, year, rate]) => chartCell(HOMICIDE, area, year, rate, { source })),
  );

describe('whether it depends on the source', () => {
  it('is said with the pair and the source that turns it, and how far apart they are', () => {
    const said = sourceDisagreementText(
      rates([
        ['unodc-2025', 'HND', '2012', 82.3],
        ['unodc-2025', 'HND', '2014', 65],
        ['unodc-2025', 'SLV', '2014', 63.6],
        ['usbp-2019', 'HND', '2012', 60],
        ['usbp-2019', 'HND', '2014', 62],
        ['usbp-2019', 'SLV', '2014', 64],
      ]),
    );
    expect(said?.found.verdict).toBe('certain');
    expect(said?.reasons).toEqual([
      'In 2014, Honduras is above El Salvador according to UNODC, 2025 but below it according to US Border Patrol, 2019.',
      'From 2012 to 2014, Honduras fell according to UNODC, 2025 but not according to US Border Patrol, 2019.',
    ]);
    expect(said?.spread).toBe(
      'Furthest apart: Honduras, 2012, from 60 (US Border Patrol, 2019) to 82.3 (UNODC, 2025).',
    );
  });

  it('is no where the other source has the same order and the same fall, and its figures differ', () => {
    const said = sourceDisagreementText({
      ...rates([
        ['unodc-2025', 'HND', '2012', 82.3],
        ['unodc-2025', 'HND', '2014', 65],
        ['unodc-2025', 'SLV', '2014', 63.6],
        ['usbp-2019', 'HND', '2012', 92],
        ['usbp-2019', 'HND', '2014', 68],
        ['usbp-2019', 'SLV', '2014', 61.1],
      ]),
      language: 'es',
    });
    expect(said?.found.verdict).toBe('spread');
    expect(said?.verdict).toBe(
      'Todas las fuentes disponibles llevan a la misma conclusión, pero sus cifras difieren.',
    );
    expect(said?.reasons).toHaveLength(2);
  });

  it('has its ends as two sources state them, never the end of an interval', () => {
    const homicides = { ...HOMICIDE, sources: ['unodc-2025', 'usbp-2019'] };
    const open = chartComparison(homicides, [
      chartCell(homicides, 'HND', '2014', ['less-than', 2], { source: 'unodc-2025' }),
      chartCell(homicides, 'HND', '2014', 5, { source: 'usbp-2019' }),
      chartCell(homicides, 'SLV', '2014', ['less-than', 2], { source: 'unodc-2025' }),
      chartCell(homicides, 'SLV', '2014', 1.5, { source: 'usbp-2019' }),
    ]);
    expect(sourceDisagreementText(open)?.spread).toBe(
      'Furthest apart: Honduras, 2014, from less than 2 (UNODC, 2025) to 5 (US Border Patrol, 2019).',
    );
    expect(sourceDisagreementText({ ...open, cells: open.cells.slice(2) })?.spread).toBeNull();
    const most = chartComparison(homicides, [
      chartCell(homicides, 'HND', '2014', ['more-than', 9], { source: 'unodc-2025' }),
      chartCell(homicides, 'HND', '2014', 5, { source: 'usbp-2019' }),
    ]);
    expect(sourceDisagreementText({ ...most, language: 'es' })?.spread).toBe(
      'Donde más distan: Honduras, 2014, de 5 (Patrulla Fronteriza, 2019) a más de 9 (UNODC, 2025).',
    );
  });

  it('is not asked of one source, nor across a break', () => {
    expect(sourceDisagreementText(rates([['unodc-2025', 'HND', '2012', 82.3]]))).toBeNull();
    const broken = {
      ...rates([
        ['unodc-2025', 'HND', '2012', 82.3],
        ['unodc-2025', 'HND', '2014', 65],
        ['usbp-2019', 'HND', '2012', 60],
        ['usbp-2019', 'HND', '2014', 62],
      ]),
      breaks: [
        {
          id: 'x',
          indicator: HOMICIDE.id,
          kind: 'method' as const,
          at: '2013-01-01',
          name: both('a break'),
          text: both('A break.'),
          cited: { text: both('A test') },
        },
      ],
    };
    const said = sourceDisagreementText(broken);
    expect(said?.found.verdict).toBe('unchecked');
    expect(said?.reasons).toEqual([
      'We do not compare 2012 with 2014: the counting method changed or may have changed.',
    ]);
  });
});

describe('the chart of an envelope', () => {
  const rows = [2012, 2013, 2014].flatMap((year, i) => [
    ['unodc-2025', 'HND', String(year), 82 - i] as const,
    ['usbp-2019', 'HND', String(year), 90 - 5 * i] as const,
  ]);
  const answered = rates([...rows, ['usbp-2019', 'HND', '2015', 70]]);

  it('is offered where two sources speak of the same years, and only there', () => {
    // Without a chosen source it is the first; of sources that somebody chose, each has its line.
    expect(kindsFor(answered)[0]).toBe('envelope');
    const chosen = { ...answered.query, source: ['unodc-2025', 'usbp-2019'] };
    expect(kindsFor({ ...answered, query: chosen }).slice(0, 3)).toEqual(['line', 'bars', 'envelope']);
    expect(kindsFor(rates(rows.filter(([source]) => source === 'unodc-2025')))).not.toContain('envelope');
  });

  it('draws the line of the preferred source in a band from the least to the greatest, and says so', () => {
    const model = chartModel(answered, { width: 792, language: 'en', kind: 'envelope' });
    expect(model.kind).toBe('envelope');
    const [band, line] = model.marks;
    expect([band?.lows, band?.highs]).toEqual([
      ['82', '81', '80'],
      ['90', '85', '80'],
    ]);
    expect(line?.values).toEqual(['82', '81', '80']);
    expect(model.notices).toEqual([
      'The line follows UNODC, 2025 where it has figures. The band runs from the lowest to the highest figure of all sources shown; it is not an average. Bars and ticks beside the line are figures of other sources.',
      'Furthest apart: Honduras, 2012, from 82 (UNODC, 2025) to 90 (US Border Patrol, 2019).',
    ]);
    for (const told of model.notices) expect(model.alternative).toContain(told);
  });
});
