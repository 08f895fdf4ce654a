/** Each kind of expectation passes for a file that meets it, and fails for one that does not. */
import { expect, it } from 'vitest';
import { RATES, readText } from './read.ts';

const FILE =
  'Area,Year,Rate\nHonduras,2014,66.9\nHonduras,2013,74.3\nEl Salvador,2014,62.4\nWorld,2014,5.3\n';
const DROPS = `${RATES}filters:
  - drop: { Area: World }
    reason: the world
`;

/** The checks of an expectation, as `held` or the reason why not. */
async function checksOf(expectations: string): Promise<string[]> {
  const { report } = await readText(FILE, `${DROPS}expect:\n${expectations}`);
  return report.checks.map(({ holds, detail }) => (holds ? 'held' : detail));
}

it.each([
  ['rows left out', '  dropped: { the world: 1 }', 'held'],
  ['rows left out', '  dropped: { the world: 2 }', 'expected 2, found 1'],
  ['a reason that no filter gives', '  dropped: { the moon: 1 }', 'expected 1, found 0'],
  ['what is not said', '  none: [{ name: no Mexico, where: { area: MEX } }]', 'held'],
  [
    'what is not said',
    '  none: [{ name: no Honduras since 2014, where: { area: HND, from: 2014 } }]',
    'expected none, found 1 observations; it stands at rates.csv: line 2, Rate',
  ],
  ['a sum', '  sums: [{ name: two years, where: { area: HND }, is: 141.2 }]', 'held'],
  [
    'a sum',
    '  sums: [{ name: two years, where: { area: HND }, is: 141 }]',
    'expected 141, found 141.2 in 2 observations; the first at rates.csv: line 2, Rate, the last at rates.csv: line 3, Rate',
  ],
  [
    'a sum over nothing',
    '  sums: [{ name: Mexico, where: { area: MEX }, is: 0 }]',
    'expected 0, found 0 in 0 observations',
  ],
  ['a value', '  values: [{ area: SLV, period: 2014, value: 62.4 }]', 'held'],
  [
    'a value',
    '  values: [{ area: SLV, period: 2014, value: 61.1 }]',
    'value should be 61.1 and is 62.4; it stands at rates.csv: line 4, Rate',
  ],
  ['a value within', '  values: [{ area: SLV, period: 2014, value: 61.1, within: 1.5 }]', 'held'],
])('an expectation about %s is checked: %s', async (_what, expectation, said) => {
  expect(await checksOf(expectation)).toEqual([said]);
});

it.each([
  ['as many rows', '  rows: 4', 'held'],
  ['more rows', '  rows: 3', 'held, now 4'],
  ['fewer rows', '  rows: 5', 'expected 5 or more, found 4'],
  ['more areas', '  areas: 1', 'held, now 2'],
  ['a later last period', '  last: 2013', 'held, now 2014'],
  ['an earlier last period', '  last: 2015', 'expected 2015 or later, found 2014'],
  ['another first period', '  first: 2012', 'expected 2012, found 2013'],
  [
    'a revised value',
    '  values: [{ area: SLV, period: 2014, value: 61.1 }]',
    'value should be 61.1 and is 62.4; it stands at rates.csv: line 4, Rate',
  ],
])(
  'a newer edition may have more than the one on the card, not less: %s',
  async (_what, expectation, said) => {
    const { report } = await readText(FILE, `${DROPS}expect:\n${expectation}`, null, undefined, true);
    const words = report.checks.map(({ holds, detail, outgrown }) =>
      holds ? ['held', ...(outgrown === undefined ? [] : [`now ${outgrown}`])].join(', ') : detail,
    );
    expect(words).toEqual([said]);
  },
);

it('a newer edition may leave out other rows and have other gaps', async () => {
  const expectation = `${DROPS}expect:\n  dropped: { the world: 2 }\n  gaps: { not-published: 3 }`;
  expect((await readText(FILE, expectation, null, undefined, true)).report.checks).toEqual([]);
});
