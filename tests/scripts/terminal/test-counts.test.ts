import { expect, test } from 'vitest';
import { explainSkipped } from '#scripts/terminal/test-counts.ts';

const result = (fullName: string, status = 'skipped') => ({ fullName, status });

test('skipped tests are counted by what they need', () => {
  expect(
    explainSkipped([
      result('a table (needs the file) is read'),
      result('a table (needs the file) is written', 'pending'),
      result('a sum (needs FOUNDING_FACTS, a folder) is right'),
      result('a table has rows', 'passed'),
      result('a table (needs the file) has columns', 'failed'),
    ]),
  ).toEqual(['skipped: 2 need the file', 'skipped: 1 need FOUNDING_FACTS, a folder']);
});

test('a test that is skipped without a reason is named', () => {
  expect(explainSkipped([result('a sum is right')])).toEqual(['skipped: 1 without a reason: a sum is right']);
});

test('what a filter leaves out is not listed one by one', () => {
  const many = Array.from({ length: 500 }, (_, i) => result(`test ${i}`));
  expect(explainSkipped(many)).toEqual(['skipped: 500, most of them by -t or .only']);
});
