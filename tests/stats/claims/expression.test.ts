/** The arithmetic of claims: what can be written, and what hedges make of it. */
import { describe, expect, test } from 'vitest';
import { checkClaim } from '#stats/claims/check.ts';
import type { CheckedTerm, CheckReason, CheckVerdict } from '#stats/claims/claim.ts';
import { parseExpressions } from '#stats/claims/expression.ts';
import { formatCheck, parseCheck } from '#stats/claims/parameters.ts';
import { plainForm } from '#stats/claims/printed-number.ts';
import { parseParameters } from '#stats/query-string.ts';
import { cellFrom } from '../transform/cells.ts';
import { problemOf } from '../founding.ts';

const NAMES = ['a', 'b', 'c', 'd'];

/** The outcome for figures written as texts, each of a period. */
function decide(
  figures: readonly string[],
  expression: string,
  relation: string,
  periods: readonly string[] = [],
): [CheckVerdict, CheckReason | null, number | null] {
  const terms = figures.map((figure, i): CheckedTerm => ({
    name: NAMES[i]!,
    question: 'sample',
    cell: cellFrom(periods[i] ?? '2014', figure),
    given: null,
  }));
  const check = {
    terms: Object.fromEntries(terms.map(({ name }) => [name, 'sample'])),
    expression,
    relation,
  };
  const { verdict, reason, result } = checkClaim(check, terms, false);
  return [verdict, reason, result?.value ?? null];
}

describe('an expression', () => {
  test.each(['a', 'a / b', '(a / b - 1) * 100', 'a, b, c', 'max(a, b)', 'a / (b - c) * 100', 'a + b'])(
    '%s can be read',
    (text) => {
      expect(parseExpressions(text)).not.toBeNull();
    },
  );
  test.each(['', 'a /', '(a', 'a b', 'a / a', 'A / b', 'a ** b', 'max()', 'a; b', '1e9', 'a,'])(
    '%s cannot',
    (text) => {
      expect(parseExpressions(text)).toBeNull();
    },
  );
});

describe('a check', () => {
  test.each<[string, readonly string[], string, string, ReturnType<typeof decide>]>([
    ['a ratio', ['61.1', '21.5'], 'a / b', 'at-least:3', ['holds-after-rounding', null, 2.84186046512]],
    [
      'a change in percent',
      ['68541', '38759'],
      '(a / b - 1) * 100',
      'equals:77',
      ['holds-after-rounding', null, 76.8389277329],
    ],
    ['a fall', ['68', '92'], '(a / b - 1) * 100', 'less-than:0', ['holds', null, -26.0869565217]],
    ['a sum of ranges', ['4000..5000', 'about 4000'], 'a + b', 'less-than:10000', ['holds', null, null]],
    [
      'two open ends',
      ['about 95', 'at-least 1000'],
      'a + b',
      'more-than:2000',
      ['cannot-be-checked', 'undetermined', null],
    ],
    ['the highest', ['142', '119.2', '81'], 'a, b, c', 'highest', ['holds', null, 142]],
    ['not the highest', ['81', '119.2'], 'a, b', 'highest', ['fails', null, 81]],
    ['the lowest', ['31', '61.1', '68'], 'a, b, c', 'lowest', ['holds', null, 31]],
    [
      'overlapping figures',
      ['4000..5000', '4500'],
      'a, b',
      'highest',
      ['cannot-be-checked', 'undetermined', null],
    ],
    ['equal figures', ['5', '5'], 'a, b', 'highest', ['fails', null, 5]],
    [
      'a divisor that may be zero',
      ['5', 'less-than 5'],
      'a / b',
      'at-least:1',
      ['cannot-be-checked', 'zero-divisor', null],
    ],
    [
      'a share of what was decided',
      ['1202', '3135', '933'],
      'a / (b - c) * 100',
      'more-than:50',
      ['holds', null, 54.5867393279],
    ],
  ])('%s', (_, figures, expression, relation, outcome) => {
    expect(decide(figures, expression, relation)).toEqual(outcome);
  });

  test('of a fiscal year against a calendar year of one thing is refused', () => {
    expect(decide(['5', '4'], 'a / b', 'at-least:1', ['FY2014', '2014']).slice(0, 2)).toEqual([
      'cannot-be-checked',
      'mixed-bases',
    ]);
  });

  test('names a term that is not there', () => {
    expect(problemOf(() => decide(['5'], 'a / b', 'at-least:1')).parameter).toBe('expression');
    expect(problemOf(() => decide(['5'], 'a', 'roughly:1')).parameter).toBe('claim');
  });
});

describe('a check as an address', () => {
  test('is read back', () => {
    const check = {
      terms: { a: 'homicide-rate?country=SLV&time=2014', b: 'homicide-rate?time=2014&transform=rank#HND' },
      expression: '(a / b - 1) * 100',
      relation: 'at-least:3',
    };
    expect(parseCheck(parseParameters(formatCheck(check)))).toEqual(check);
  });
  test.each([
    ['a=homicide-rate&relation=at-least:3', 'expression'],
    ['expression=a&relation=at-least:3', 'a'],
    ['a=x&expression=a', 'relation'],
  ])('%s lacks %s', (search, parameter) => {
    expect(problemOf(() => parseCheck(parseParameters(search))).parameter).toBe(parameter);
  });
});

test.each([
  ['3.6', 'en', '3.6'],
  ['3,6', 'es', '3.6'],
  ['3,6', 'en', '3.6'],
  ['20,000', 'en', '20000'],
  ['20.000', 'es', '20000'],
  ['20 000', 'es', '20000'],
  ['1.234,5', 'es', '1234.5'],
  ['77 %', 'en', '77'],
  ['\u22128.6', 'en', '-8.6'],
  ['three', 'en', null],
  ['1,2,3', 'en', null],
] as const)('%s in %s is %s', (typed, language, plain) => {
  expect(plainForm(typed, language)).toBe(plain);
});
