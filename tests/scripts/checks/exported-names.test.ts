import { expect, test } from 'vitest';
import { parseCode } from '#scripts/checks/code.ts';
import { checkExportedNames } from '#scripts/checks/exported-names.ts';

const check = (files: Record<string, string>) =>
  checkExportedNames(Object.entries(files).map(([file, text]) => parseCode(file, text)));

test('two folders cannot export one name, whatever is behind it', () => {
  const findings = check({
    'db/a.ts': 'const x = 1;\nexport interface Basis {}',
    'stats/b.ts': '\n\nexport const Basis = 1;',
  });
  expect(findings).toEqual(['stats/b.ts:3: Basis is exported by db/a.ts:2 too; one name has one meaning']);
});

test('a list of exports and a destructured one count as well', () => {
  const findings = check({
    'db/a.ts': 'const sum = 1;\nexport { sum };\nexport const { low, at: [high] } = range;',
    'stats/b.ts': 'export function sum() {}\nexport class low {}\nexport enum high {}',
  });
  expect(findings).toHaveLength(3);
});

test('one folder may export a name twice, and a file may hand on the name of another', () => {
  const findings = check({
    'db/a.ts': 'export const sum = 1;',
    'db/b.ts': 'export const sum = 2;',
    'stats/c.ts': "export { sum } from '#db/a.ts';\nexport * from '#db/b.ts';",
    'app/d.ts': "import { sum } from '#db/a.ts';\nexport { sum };\nexport default function total() {}",
  });
  expect(findings).toEqual([]);
});

test('a bare word is refused in any case, with a noun it is not', () => {
  expect(check({ 'db/a.ts': 'export interface Row {}' })).toEqual([
    'db/a.ts:1: Row says nothing alone; add its noun (GLOSSARY.md)',
  ]);
  expect(check({ 'db/a.ts': 'export const asked = 1, told = 2, kept = 3;' })).toHaveLength(3);
  expect(check({ 'db/a.ts': 'export interface SourceRow {}\nconst row = 1;' })).toEqual([]);
});

test('the main function of a command and what Next looks for in a page may have one name', () => {
  const page = 'export const generateMetadata = 1;\nexport default function Page() {}';
  expect(
    check({
      'scripts/commands/test.ts': 'export function main() {}',
      'scripts/commands/check.ts': 'export const main = 1;',
      'app/[lang]/page.tsx': page,
      'app/[lang]/about/page.tsx': page,
      'app/data/route.ts': 'export const GET = 1;',
      'app/health/route.ts': 'export const GET = 1;',
    }),
  ).toEqual([]);
  expect(check({ 'db/a.ts': 'export const GET = 1;', 'app/b.ts': 'export const GET = 1;' })).toHaveLength(1);
});

test('the oracle may say the names of the product again, but no bare word', () => {
  expect(
    check({
      'stats/a.ts': 'export interface Basis {}',
      'tests/oracle/book.ts': 'export interface Basis {}\nexport interface Period {}',
      'tests/oracle/rules/time.ts': 'export interface Period {}',
      'tests/stats/oracle/figures.ts': 'export const Period = 1;',
    }),
  ).toEqual([]);
  expect(check({ 'tests/oracle/book.ts': 'export interface Row {}' })).toHaveLength(1);
  expect(
    check({ 'stats/a.ts': 'export type Basis = 1;', 'tests/stats/oracle/b.ts': 'export type Basis = 1;' }),
  ).toHaveLength(1);
});
