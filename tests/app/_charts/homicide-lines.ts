/** Homicide rates by UNODC (2025), from Our World in Data, with the gaps of the source. */
import type { Comparison } from '#stats/model/comparison.ts';
import { HOMICIDE, HOMICIDE_PRINTED } from './answers.ts';
import { chartComparison, chartCell } from './making.ts';

const FIRST = 2000;
const RATES: Readonly<Record<string, readonly (number | null)[]>> = {
  HND: [
    48.28, 51.61, 52.21, 57.21, 49.86, 42.95, 40.72, 45.8, 55.6, 64.47, 74.54, 83.18, 82.29, 72.35, 65.0,
    55.73, 54.72, 40.3, 37.98, 41.01, 35.7, 38.2, 34.97, 31.44,
  ],
  SLV: [
    59.75,
    60.15,
    47.36,
    55.95,
    64.9,
    64.64,
    65.42,
    58.19,
    52.73,
    72.45,
    65.7,
    71.77,
    42.43,
    40.94,
    63.62,
    107.64,
    85.09,
    63.76,
    53.8,
    38.54,
    21.51,
    17.34,
    7.9,
    null,
  ],
  GTM: [
    24.83,
    26.98,
    29.65,
    33.83,
    35.19,
    40.79,
    44.02,
    42.34,
    45.15,
    45.71,
    41.1,
    38.41,
    34.16,
    33.5,
    33.5,
    null,
    null,
    32.8,
    28.9,
    25.94,
    18.19,
    20.25,
    22.05,
    23.37,
  ],
  MEX: [
    10.89, 10.28, 9.93, 9.79, 8.94, 9.38, 9.74, 8.15, 12.69, 17.68, 22.67, 23.61, 22.23, 19.49, 16.7, 17.15,
    20.09, 26.0, 29.45, 29.15, 29.0, 27.97, 25.88, 24.86,
  ],
  USA: [
    5.54,
    6.7,
    5.65,
    null,
    null,
    null,
    5.79,
    5.67,
    5.4,
    5.0,
    4.73,
    4.67,
    4.68,
    4.47,
    4.38,
    4.87,
    5.29,
    5.21,
    4.89,
    4.93,
    6.36,
    6.78,
    6.51,
    5.76,
  ],
  CAN: [
    1.77, 1.77, 1.85, 1.72, 1.95, 2.05, 1.86, 1.8, 1.84, 1.8, 1.63, 1.76, 1.57, 1.44, 1.47, 1.7, 1.69, 1.81,
    1.77, 1.82, 2.0, 2.08, 2.27, 1.98,
  ],
  CRI: [
    6.32, 6.41, 6.33, 7.25, 6.67, 7.86, 8.12, 8.42, 11.53, 11.67, 11.57, 10.28, 8.73, 8.71, 10.01, 11.56,
    11.88, 12.27, 11.8, 11.26, 11.32, 11.62, 12.91, 17.75,
  ],
};

const series = (areas: readonly string[]) =>
  areas.flatMap((area) =>
    (RATES[area] ?? []).map((rate, i) =>
      chartCell(HOMICIDE, area, String(FIRST + i), rate, { source: 'unodc-2025' }),
    ),
  );

/** Six countries, 2000 to 2023. */
export const HOMICIDE_LINES: Comparison = chartComparison(
  HOMICIDE,
  series(['HND', 'SLV', 'GTM', 'MEX', 'USA', 'CAN']),
);

/**
 * Three countries, the figures that a report printed for them, and their weighted group in years without
 * missing members.
 */
export const HOMICIDE_TRIANGLE: Comparison = chartComparison(HOMICIDE, [
  ...series(['HND', 'SLV', 'GTM']),
  ...(RATES.HND ?? []).map((_, i) => {
    const rates = ['HND', 'SLV', 'GTM'].map(
      (area, k) => [RATES[area]?.[i] ?? null, [9, 6, 16][k] ?? 0] as const,
    );
    const whole = rates.every(([rate]) => rate !== null);
    const mean = rates.reduce((sum, [rate, weight]) => sum + (rate ?? 0) * weight, 0) / 31;
    return chartCell(HOMICIDE, 'northern-triangle', String(FIRST + i), whole ? mean : null, {
      source: 'unodc-2025',
      computed: 'weighted-mean',
      ...(whole ? {} : { gap: { code: 'members-missing', missing: ['GTM'] } }),
    });
  }),
  ...HOMICIDE_PRINTED.cells.filter((c) => ['HND', 'SLV', 'GTM'].includes(c.area)),
]);
