import { describe, expect, test } from 'vitest';
import { checkLength, checkNames } from '#scripts/checks/names.ts';

describe('names', () => {
  test('of drawers are refused, as folders and as files', () => {
    expect(checkNames(['app/utils/a.ts', 'db/types.ts', 'stats/time/period.ts'])).toEqual([
      'app/utils: call it by what it holds',
      'db/types.ts: call it by what it holds',
    ]);
  });
});

describe('a file of more than 300 lines', () => {
  const long = 'x;\n'.repeat(301);
  test('needs a reason in its first comment', () => {
    expect(checkLength('a.ts', long)).toEqual(['a.ts: 302 lines and no reason in its first comment']);
    expect(checkLength('a.ts', `// A table, long because the world is.\n${long}`)).toEqual([]);
    expect(checkLength('a.ts', `// A table.\n${long}`)).toHaveLength(1);
  });

  test('of data is no concern', () => {
    expect(checkLength('a.csv', long)).toEqual([]);
  });
});
