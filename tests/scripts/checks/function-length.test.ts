import { expect, test } from 'vitest';
import { parseCode } from '#scripts/checks/code.ts';
import { checkFunctionLength } from '#scripts/checks/function-length.ts';

const check = (text: string) => checkFunctionLength(parseCode('stats/a.ts', text));
const body = (lines: number) => `{\n${'  step();\n'.repeat(lines - 2)}}`;

test('a function of 60 lines passes, a function of 61 does not', () => {
  expect(check(`function sum() ${body(60)}`)).toEqual([]);
  expect(check(`// A sum.\nfunction sum() ${body(61)}`)).toEqual([
    'stats/a.ts:2: sum has 61 lines; split it along its steps, or say "Long because ..." above it',
  ]);
});

test('arrows and methods are functions too', () => {
  expect(check(`const sum = () => ${body(61)};`)[0]).toContain('sum has 61 lines');
  expect(check(`class A { sum() ${body(61)} }`)[0]).toContain('sum has 61 lines');
  expect(check(`const a = { sum: () => ${body(61)} };`)[0]).toContain('sum has 61 lines');
  expect(check(`list.map(() => ${body(61)});`)[0]).toContain('a callback has 61 lines');
});

test('a reason above it excuses a function, but not the long one inside it', () => {
  expect(check(`/** A sum. Long because the world is. */\nexport function sum() ${body(61)}`)).toEqual([]);
  expect(check(`// Long because of the world.\nconst sum = () => ${body(61)};`)).toEqual([]);
  const nested = `// Long because it holds another.\nfunction outer() {\n  const inner = () => ${body(61)};\n}`;
  expect(check(nested)).toEqual([expect.stringContaining('a.ts:3: inner has 61 lines')]);
});

test('a reason inside the function is too late', () => {
  expect(check(`function sum() {\n  // Long because.\n${'  step();\n'.repeat(60)}}`)).toHaveLength(1);
});

test('a group of tests may be long, a test may not', () => {
  expect(check(`describe('a sum', () => ${body(90)});`)).toEqual([]);
  expect(check(`test('a sum adds', () => ${body(90)});`)).toHaveLength(1);
});
