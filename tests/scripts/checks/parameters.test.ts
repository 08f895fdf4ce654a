import { expect, test } from 'vitest';
import { parseCode } from '#scripts/checks/code.ts';
import { checkParameterNames } from '#scripts/checks/parameters.ts';

const check = (text: string) => checkParameterNames(parseCode('stats/a.ts', text));

test('a parameter called "one" is refused with its line', () => {
  expect(check('const a = 1;\nlist.map((one) => one.basis);')).toEqual([
    'stats/a.ts:2: a parameter is called "one"; use the noun for what it holds',
  ]);
});

test('it is refused wherever a parameter can stand', () => {
  expect(check('function f({ basis: one }: X, [one]: Y) {}')).toHaveLength(2);
  expect(check('class A { constructor(one = 1) {}\n method(...one: X) {} }')).toHaveLength(2);
  expect(check('type F = (one: string) => void;')).toHaveLength(1);
});

test('a key called "one" is no parameter, nor is a longer name', () => {
  expect(check('const text = { one: 1 };\nf(({ one: single }) => single, (everyone) => everyone);')).toEqual(
    [],
  );
});
