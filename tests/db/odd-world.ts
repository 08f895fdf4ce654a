/**
 * Random worlds, all synthetic, with content that is difficult for a file: names, texts and notes that look
 * like something else, numbers at the limits of twelve digits, periods of every kind.
 */
import fc from 'fast-check';
import type { Stated } from '#stats/uncertainty/hedge.ts';
import type { Observation } from '#stats/model/observation.ts';
import { calendarYear, parsePeriod, type Period } from '#stats/time/period.ts';
import { world, type World } from './world.ts';

/** Texts that a file, a spreadsheet or a pattern could misinterpret. */
const TEXTS = [
  '=1+1',
  '+1',
  '-',
  '@x',
  "'=x",
  "''-",
  "'",
  '＝x',
  '－1',
  '\tx',
  'a,b',
  'say "so"',
  '"',
  '=",\n"',
  'two\nlines',
  'cr\r\nlf',
  'a\rb',
  'a\\b\\n',
  'ñ á € 𝄞',
  ' | ',
  '$1 %s {}',
  'plain',
  'NULL',
];
const text = fc
  .oneof(
    fc.constantFrom(...TEXTS),
    fc.string({ maxLength: 6, unit: 'grapheme-ascii' }),
    fc.string({ maxLength: 4 }),
  )
  // Texts that PostgreSQL cannot store, and invalid texts.
  .filter(
    (text) =>
      text !== '' &&
      !/\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text),
  );

/** Numbers at the limits of twelve digits and of exponents, and ties at the thirteenth digit. */
const NUMBERS = [
  0,
  1,
  0.1,
  0.1 + 0.2,
  1 / 3,
  2 / 3,
  100 / 7,
  1.000000000005,
  1.000000000015,
  0.1234567890125,
  0.00012345678901250001,
  123456789012.5,
  12345678901.25,
  123456789012.49,
  123456789120.7,
  999999999999.5,
  99999999999.95,
  999999999999,
  1e12,
  1e12 + 1,
  1234567890123,
  1234567890125,
  123456789012345,
  999999999999999,
  1e15,
  1.5e15,
  123456789012345680,
  9007199254740993,
  1e21,
  1e23,
  1.2345678901255e20,
  1e30,
  0.0001,
  0.00009999999999999999,
  0.00010000000000005,
  1.5e-7,
  1.2345678901234e-7,
  1e-30,
  1e-100,
  0.0999999999999995,
  0.09999999999999999,
  0.01,
  0.001,
  0.00999999999999951,
  1000000.5,
  8.5,
  68.6,
];
const size = fc
  .oneof(
    fc.constantFrom(...NUMBERS),
    fc.double({ min: 0, max: 1e30, noNaN: true }),
    fc.double({ min: 0, max: 10, noNaN: true }),
    // Thirteen digits, the last a 5.
    fc
      .tuple(fc.integer({ min: 1e11, max: 9e11 }), fc.integer({ min: 0, max: 16 }))
      .map(([n, e]) => Number(`${n}5e-${e}`)),
  )
  // Published figures are summed for rollups, and products of smaller numbers are refused.
  .map((number) => (number < 1e-100 ? 0 : number));

const UNUSUAL: readonly Period[] = [
  calendarYear(987),
  { basis: 'calendar-year', start: '9999-01-01', end: '9999-12-31' },
  ...[
    '2018-10-19',
    'annual@2015-11',
    'annual@2015-11-03',
    'unstated@2018-10-20',
    'unstated@2018-02',
    '2009-06-28/2011-06-28',
    '2014-10-01/2015-04-15',
    '2014-10/2015-04',
    '2008-03-09/..',
    '../2015-10-15',
    '2014-02/2014-02',
    '9999-10/9999-12',
  ].flatMap((text) => parsePeriod(text) ?? []),
];

interface Oddity {
  readonly locator: string | null;
  readonly attributedTo: string | null;
  readonly printed: string | null;
  readonly note: { en: string; es: string } | null;
  readonly numbers: readonly [number, number, number];
  readonly status: Observation['periodStatus'];
}
const rarely = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { freq: 2, nil: null });
const oddity: fc.Arbitrary<Oddity> = fc.record({
  locator: rarely(text),
  attributedTo: rarely(text),
  printed: rarely(text),
  note: rarely(fc.record({ en: text, es: text })),
  numbers: fc.tuple(size, size, size),
  status: fc.constantFrom('stated', 'inferred', 'assumed'),
});

/** The same hedge with other numbers, with the same signs and in the same order. */
function withNumbers(stated: Stated, numbers: readonly number[]): Stated {
  const [a = 0, b = 0, c = 0] = numbers.toSorted((x, y) => x - y);
  const sign = (stated.value ?? stated.low ?? stated.high ?? 0) < 0 ? -1 : 1;
  const [low, value, high] = sign < 0 ? [-c, -b, -a] : [a, b, c];
  return {
    ...stated,
    value: stated.value === null ? null : value,
    low: stated.low === null ? null : low,
    high: stated.high === null ? null : high,
  };
}

/** Periods that the world lacks: one series in each basis, for the first indicator. */
const unusualSeries = (first: Observation | undefined): Observation[] =>
  UNUSUAL.flatMap((period) =>
    first
      ? [
          {
            ...first,
            indicator: 'synthetic-estimate',
            area: 'DDD',
            counterpart: '_Z',
            breakdown: '_T',
            source: 'synthetic-two',
            edition: 'synthetic-two@1',
            basis: period.basis,
            period,
            gap: null,
            numerator: null,
            denominator: null,
            intervalKind: 'none' as const,
            stated: { qualifier: 'exact' as const, value: 1 / 3, low: null, high: null },
          },
        ]
      : [],
  );

const observationKey = (observation: Observation): string =>
  JSON.stringify([
    observation.indicator,
    observation.source,
    observation.area,
    observation.counterpart,
    observation.breakdown,
    observation.period,
  ]);

/** A world with odd names, texts, numbers and periods. Its series need not be complete. */
export const oddWorld: fc.Arbitrary<World> = fc
  .tuple(world, fc.infiniteStream(oddity), fc.infiniteStream(fc.record({ en: text, es: text })))
  .map(([{ catalogue, observations }, odd, names]) => {
    const changed = observations.map((observation, i): Observation => {
      const { numbers, status, note, ...texts } = odd.next().value as Oddity;
      const measure = catalogue.indicators.find(({ id }) => id === observation.indicator)?.measure;
      const free =
        measure !== 'share' && observation.gap === null && observation.stated !== null && i % 2 === 0;
      const parts =
        observation.numerator === null || measure === 'share'
          ? {}
          : { numerator: numbers[0], denominator: 1 + numbers[1] / 2 };
      return {
        ...observation,
        ...texts,
        ...parts,
        periodStatus: status,
        note: note && { text: note, mandatory: i % 3 === 0 },
        stated: free && observation.stated ? withNumbers(observation.stated, numbers) : observation.stated,
      };
    });
    const rows = new Map(
      [...changed, ...unusualSeries(changed[0])].map((observation) => [
        observationKey(observation),
        observation,
      ]),
    );
    const areas = catalogue.areas.map((area) => ({
      ...area,
      name: names.next().value as { en: string; es: string },
    }));
    const indicators = catalogue.indicators.map((indicator) =>
      indicator.id === 'synthetic-estimate'
        ? { ...indicator, bases: [...new Set([...indicator.bases, ...UNUSUAL.map(({ basis }) => basis)])] }
        : indicator,
    );
    return Object.defineProperty(
      { catalogue: { ...catalogue, areas, indicators }, observations: [...rows.values()] },
      fc.toStringMethod,
      {
        value: () => 'an odd synthetic world',
      },
    );
  });
