/** The margin's text about the members in a group's figures, and a table of the members and their sources. */
import { describe, expect, test } from 'vitest';
import { coverageSentences } from '#app/_views/answer/coverage.ts';
import { attributionOf } from '#app/_views/table/attribution.ts';
import type { Area } from '#stats/model/catalogue.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Coverage } from '#stats/model/observation.ts';
import { HOMICIDE } from '../../_charts/answers.ts';
import { chartComparison, both, chartCell } from '../../_charts/making.ts';

const SEVEN: Area = {
  code: 'central-america-7',
  kind: 'group',
  name: both('Central America', 'Centroamérica'),
  members: ['BLZ', 'CRI', 'GTM', 'HND', 'NIC', 'PAN', 'SLV'].map((area) => ({ area })),
};

/** Central America by the UNODC figures of release 1.1.0, with `coverage=0.4`. */
const group = (period: string, rate: number, coverage: Coverage) =>
  chartCell(HOMICIDE, SEVEN.code, period, rate, {
    source: 'unodc-2025',
    computed: 'weighted-mean',
    coverage,
  });
const FOUR_OF_SEVEN = group('1990', 10.76, { present: 4, expected: 7, weight: 0.501922417863 });
const SIX_OF_SEVEN = group('1999', 28.6, { present: 6, expected: 7, weight: 0.993478738009 });
const ALL = group('2000', 29.36, { present: 7, expected: 7, weight: 1 });
const asked = (...cells: Comparison['cells']): Comparison =>
  chartComparison(HOMICIDE, cells, { areas: [SEVEN] });

describe('the coverage of a group', () => {
  test('is that of all its periods, not of the last', () => {
    const years = asked(FOUR_OF_SEVEN, SIX_OF_SEVEN, ALL);
    expect(coverageSentences(years)).toEqual([
      'Central America: from 4 of 7 to 7 of 7 members, depending on the period. They cover 50% to 100% of the population.',
    ]);
    expect(coverageSentences({ ...years, language: 'es' })).toEqual([
      'Centroamérica: entre 4 de 7 y 7 de 7 miembros, según el periodo. Cubren entre el 50% y el 100% de la población.',
    ]);
  });

  test('names the months that are missing, those that follow one another as one', () => {
    const missing = ['HND × 2014-12', 'HND × 2015-01', 'HND × 2015-03', 'GTM × 2015-01', 'SLV'];
    const gap = {
      ...group('2015', 0, { present: 4, expected: 7, weight: null }),
      stated: null,
      gap: { code: 'members-missing' as const, missing },
    };
    expect(coverageSentences(asked(gap))).toEqual([
      'Central America, 2015: a member is missing (HND, Dec 2014 to Jan 2015, Mar 2015; GTM, Jan 2015; SLV), so the group has no value.',
    ]);
  });

  test('is one number where all periods have the same', () => {
    expect(coverageSentences(asked(ALL))).toEqual([
      'Central America: 7 of 7 members. They cover 100% of the population.',
    ]);
  });
});

describe('whose people weigh', () => {
  const rate = { ...HOMICIDE, weight: { indicator: 'population', source: 'unodc-2025' } };
  const weighed = (more: Partial<Comparison> = {}): Comparison =>
    chartComparison(rate, [ALL], { areas: [SEVEN], ...more });
  // Any source of the answer is suitable; this is the source of the rates.
  const [source] = weighed().sources;

  test('is told by the name of the source', () => {
    expect(coverageSentences(weighed())).toEqual([
      `Central America: 7 of 7 members. They cover 100% of the population. Weighted by population: ${source?.shortTitle.en}.`,
    ]);
    expect(coverageSentences(weighed({ language: 'es' }))[0]).toContain(
      `Ponderado por población: ${source?.shortTitle.es}.`,
    );
  });

  test('is that of the source which the address asks for', () => {
    const other = { ...source!, id: 'synthetic-census', shortTitle: both('A census', 'Un censo') };
    const query = { ...weighed().query, weight: other.id };
    const [said] = coverageSentences(weighed({ query, sources: [source!, other] }));
    expect(said).toContain('Weighted by population: A census.');
  });

  test('is not said of a ratio of sums, which needs nobody’s', () => {
    const [said] = coverageSentences(weighed({ cells: [{ ...ALL, computed: 'ratio-of-sums' }] }));
    expect(said).not.toContain('Weighted');
  });
});

test('a figure that we computed names the source whose figures went into it', () => {
  expect(attributionOf(ALL, asked(ALL))).toBe('calculated by Cotejo: weighted by population; UNODC, 2025');
});
