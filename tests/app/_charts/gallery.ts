/** An answer for each kind of chart, for golden drawings and for the gallery page. */
import type { ChartKind } from '#app/_charts/model/kind.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { CARAVAN_SIZES, CHILDREN_BY_YEAR, HOMICIDE } from './answers.ts';
import { HOMICIDE_LINES } from './homicide-lines.ts';
import { both, chartCell, chartComparison, indicator } from './making.ts';

const YEARS = [2010, 2011, 2012, 2013, 2014];
const COUNTRIES = ['HND', 'SLV', 'GTM', 'MEX', 'USA', 'CAN'];

/** Two sources with a figure for each of five years. */
export const TWO_SOURCES = chartComparison(
  { ...HOMICIDE, sources: ['unodc-2025', 'usbp-2019'] },
  ['unodc-2025', 'usbp-2019'].flatMap((source, i) =>
    YEARS.map((year) => chartCell(HOMICIDE, 'HND', String(year), year - 1950 + 4 * i, { source })),
  ),
);

/** A rate of six countries in one year. */
export const ONE_YEAR = chartComparison(
  HOMICIDE,
  COUNTRIES.map((area, i) => chartCell(HOMICIDE, area, '2014', 10 * i + 2, { source: 'unodc-2025' })),
);

/** Counts of three origins in two places. */
export const FLOWS = chartComparison(
  CHILDREN_BY_YEAR.indicator,
  ['USA', 'MEX'].flatMap((area, i) =>
    ['HND', 'SLV', 'GTM'].map((counterpart, k) =>
      chartCell(CHILDREN_BY_YEAR.indicator, area, 'FY2014', 100 * (i + 1) * (k + 1), {
        counterpart,
        breakdown: '_T',
        source: 'usbp-2019',
      }),
    ),
  ),
);

/** Counts of five origins in four places, one of them a minimum: more pairs than have a band of their own. */
export const MANY_FLOWS = chartComparison(
  CHILDREN_BY_YEAR.indicator,
  ['USA', 'MEX', 'CAN', 'CRI'].flatMap((area, i) =>
    ['HND', 'SLV', 'GTM', 'CRI', 'MEX'].flatMap((counterpart, k) =>
      area === counterpart
        ? []
        : [
            chartCell(
              CHILDREN_BY_YEAR.indicator,
              area,
              'FY2014',
              i === 3 && k === 0 ? ['at-least', 40] : Math.round(9000 / ((i + 1) ** 2 * (k + 1))),
              { counterpart, breakdown: '_T', source: 'usbp-2019' },
            ),
          ],
    ),
  ),
);

const ENCOUNTERS = indicator(
  'border-encounters',
  'count',
  both('Encounters', 'Encuentros'),
  both('Encounters', 'Encuentros'),
  { bases: ['month'] },
);

/** 36 months of four nationalities, the last of them minimums. */
const MONTHS = chartComparison(
  ENCOUNTERS,
  ['HND', 'SLV', 'GTM', 'MEX'].flatMap((counterpart, k) =>
    Array.from({ length: 36 }, (_, i) => {
      const amount = Math.round(1000 * (k + 2) + 900 * Math.sin(i / 3 + k));
      const month = `${2019 + Math.floor((9 + i) / 12)}-${String(((9 + i) % 12) + 1).padStart(2, '0')}`;
      return chartCell(ENCOUNTERS, 'USA', month, k === 3 ? ['at-least', amount] : amount, {
        counterpart,
        source: 'usbp-2019',
      });
    }),
  ),
);

/** What is drawn of each kind. */
export const GALLERY: Readonly<Record<ChartKind | 'months', { comparison: Comparison; kind: ChartKind }>> = {
  line: { comparison: HOMICIDE_LINES, kind: 'line' },
  months: { comparison: MONTHS, kind: 'line' },
  bars: { comparison: CHILDREN_BY_YEAR, kind: 'bars' },
  'number-line': { comparison: CARAVAN_SIZES, kind: 'number-line' },
  envelope: { comparison: TWO_SOURCES, kind: 'envelope' },
  'small-multiples': { comparison: HOMICIDE_LINES, kind: 'small-multiples' },
  'log-line': { comparison: HOMICIDE_LINES, kind: 'log-line' },
  'heat-table': { comparison: HOMICIDE_LINES, kind: 'heat-table' },
  slope: { comparison: HOMICIDE_LINES, kind: 'slope' },
  dumbbell: { comparison: TWO_SOURCES, kind: 'dumbbell' },
  map: { comparison: ONE_YEAR, kind: 'map' },
  'flow-matrix': { comparison: FLOWS, kind: 'flow-matrix' },
  sankey: { comparison: MANY_FLOWS, kind: 'sankey' },
};
