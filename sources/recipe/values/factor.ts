/** The factor of a figure: the same for all rows, or that of a column such as SDMX's UNIT_MULT. */
import { significant } from '#stats/number.ts';
import type { SayCell } from './column-reader.ts';
import type { HeaderColumns, SourceRow } from '../rows/row.ts';
import type { FigureRecipe } from '../schema/shape.ts';

/** Null after a fault was reported. */
export type FactorOf = (row: SourceRow, say: SayCell) => number | null;

/** @example { powerOfTen: UNIT_MULT }: a cell of 6 multiplies by a million, an empty one by 1 */
export function factorRole(scale: FigureRecipe['scale'], columns: HeaderColumns): FactorOf {
  if (typeof scale === 'number') return () => scale;
  if ('powerOfTen' in scale) {
    const at = columns.find(scale.powerOfTen);
    return (row, say) => {
      const text = (row.cells[at] ?? '').trim();
      if (/^-?\d{1,2}(\.0)?$/.test(text) || text === '') return significant(10 ** Number(text));
      const rule = 'is not a power of ten';
      say(row, at, { rule, advice: 'correct the file, or read the column with scale: { column, codes }' });
      return null;
    };
  }
  const { column, codes } = scale;
  const at = columns.find(column);
  const factors = new Map(Object.entries(codes));
  return (row, say) => {
    const text = (row.cells[at] ?? '').trim();
    const factor = factors.get(text);
    if (factor !== undefined) return factor;
    const rule = 'has no factor';
    say(row, at, { rule, advice: 'add it to codes of scale in the recipe, as { thousands: 1000, "": 1 }' });
    return null;
  };
}
