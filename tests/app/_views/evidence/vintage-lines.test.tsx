/** Which series are drawn as a line for each of their files. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { isDrawn, VintageLines } from '#app/_views/evidence/VintageLines.tsx';
import { vintageTable, type VintageTable } from '#stats/evidence/vintages.ts';
import { parsePeriod } from '#stats/time/period.ts';
import { HOMICIDE, HOMICIDE_PRINTED } from '../../_charts/answers.ts';

/** Two files, with 10, 11, ... for the periods. */
const tableOf = (...periods: string[]): VintageTable =>
  vintageTable(
    ['first', 'second'].flatMap((edition, file) =>
      periods.map((code, i) => ({
        source: 'unodc-2025',
        edition,
        vintage: `2025-0${file + 1}-01`,
        period: parsePeriod(code)!,
        stated: { qualifier: 'exact' as const, value: 10 + i, low: null, high: null },
      })),
    ),
  );

describe.each([
  ['years', 'calendar-year', ['2012', '2013', '2015'], '2012'],
  ['fiscal years', 'us-fiscal-year', ['FY2012', 'FY2013', 'FY2015'], 'FY2012'],
  ['half years', 'half-year', ['2012-S1', '2012-S2', '2013-S2'], '2012'],
  ['quarters', 'quarter', ['2012-Q1', '2012-Q2', '2012-Q4'], '2012'],
  ['months', 'month', ['2012-01', '2012-02', '2012-04'], '2012'],
] as const)('%s', (_, basis, periods, tick) => {
  const table = tableOf(...periods);

  it('are drawn, and the line is broken where one is missing', () => {
    expect(isDrawn(table)).toBe(true);
    const html = renderToStaticMarkup(
      <VintageLines
        table={table}
        subject={{
          indicator: 'homicide-rate',
          area: 'HND',
          counterpart: '_Z',
          breakdown: '_T',
          definition: 'main',
          basis,
        }}
        indicator={HOMICIDE}
        place={{
          language: 'en',
          release: HOMICIDE_PRINTED.release,
          pinned: false,
          origin: 'https://example.org',
        }}
        width={800}
        label="Honduras"
      />,
    );
    const paths = [...html.matchAll(/<path d="([^"]+)"/g)].map(([, d]) => d!.replace(/[\d. ]/g, ''));
    expect(paths).toEqual(['MLM', 'MLM']);
    expect(html).toContain(`>${tick}</text>`);
  });
});

it('periods of several kinds, intervals and a single period are not', () => {
  expect(isDrawn(tableOf('2012', '2012-Q3'))).toBe(false);
  expect(isDrawn(tableOf('2012-10/2013-04', '2013-10/2014-04'))).toBe(false);
  expect(isDrawn(tableOf('2012'))).toBe(false);
});
