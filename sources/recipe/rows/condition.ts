/** A condition of a recipe as a test of rows. */
import type { HeaderColumns, SourceRow } from './row.ts';
import type { Condition } from '../schema/primitives.ts';

type Test = (row: SourceRow) => boolean;

/** @throws SyntaxError if a regular expression of the recipe is invalid */
export function testOf(condition: Condition, columns: HeaderColumns): Test {
  const tests = Object.entries(condition).map(([name, wanted]): Test => {
    const at = columns.find(name);
    const cell = (row: SourceRow): string => row.cells[at] ?? '';
    if (typeof wanted === 'string') return (row) => cell(row) === wanted;
    if (Array.isArray(wanted)) {
      const texts = new Set(wanted);
      return (row) => texts.has(cell(row));
    }
    if ('matches' in wanted) {
      const pattern = new RegExp(wanted.matches);
      return (row) => pattern.test(cell(row));
    }
    const not = new Set([wanted.not].flat());
    return (row) => !not.has(cell(row));
  });
  const [only] = tests;
  if (tests.length === 1 && only) return only;
  return (row) => tests.every((test) => test(row));
}
