// The benchmark's questions. Each is asked at thousands of addresses with the same cost: the minimum coverage
// differs in each, so no two answers have the same bytes and none comes from the cache.

import { VERSION } from './world.ts';

/** One of the three questions of PERFORMANCE, as far as an address can ask it. */
export interface BenchQuestion {
  readonly name: 'H' | 'U' | 'A' | 'M';
  readonly what: string;
  readonly indicator: string;
  readonly search: string;
}

export const QUESTIONS: readonly BenchQuestion[] = [
  {
    name: 'H',
    what: 'population-weighted rate per year of 7 areas',
    indicator: 'synthetic-rate',
    search: 'group=group-rate',
  },
  {
    name: 'U',
    what: 'sum by year and origin over 106 areas',
    indicator: 'synthetic-count',
    search: 'by=area~origin~source&group=group-count',
  },
  {
    name: 'A',
    what: 'ratio of sums by origin and year over 15 areas',
    indicator: 'synthetic-share',
    search: 'by=area~origin~source&group=group-share',
  },
  {
    name: 'M',
    what: 'sum by fiscal year and origin, from months of 9 areas',
    indicator: 'synthetic-months',
    search: 'basis=us-fiscal-year&by=area~origin~source&group=group-months',
  },
];

/** The same answer from few rows and from ten times as many: by calendar year and origin, from months. */
export const DEEP = (['forty', 'all'] as const).map((group) => ({
  indicator: `synthetic-deep-${group}`,
  search: `basis=calendar-year&by=area~origin~source&group=group-${group}`,
}));

/** The JSON address of a question. */
export const addressOf = ({ indicator, search }: Pick<BenchQuestion, 'indicator' | 'search'>): string =>
  `/data/${VERSION}/${indicator}.json?${search}`;

/** Lines for four areas, as drawn in an embed and on a page. */
export const FOUR_LINES = 'country=S001~S002~S003~S004';

/** Addresses that differ in their coverage: each is a different question, and none repeats soon. */
export function* fresh(address: string): Generator<string, never> {
  for (let n = 1; ; n = n === 9_999 ? 1 : n + 1) {
    for (const language of ['', '&lang=es'])
      yield `${address}&coverage=0.${String(n).padStart(4, '0')}${language}`;
  }
}
