/** The numbers of a row, from the columns that a figure names: read, added where it says so, scaled. */
import type { StoredGap } from '#stats/model/gap.ts';
import type { Qualifier } from '#stats/uncertainty/hedge.ts';
import { significant } from '#stats/number.ts';
import type { Footnote, Read } from './cell.ts';
import type { SayCell } from './column-reader.ts';
import type { HeaderColumns, SourceRow } from '../rows/row.ts';
import type { NumberRole } from '../schema/shape.ts';

export interface Amount {
  readonly at: number;
  readonly value: number | null;
  readonly gap: StoredGap | null;
  readonly qualifier: Qualifier;
  readonly hidden: boolean;
  readonly footnotes: readonly Footnote[];
}

/** Null where the cell says nothing at all; `fault` where one was said. */
export type AmountOf = (row: SourceRow, say: SayCell) => Amount | 'absent' | 'fault';

/** @param scale what every value is multiplied by */
export function amountRole(
  role: NumberRole,
  columns: HeaderColumns,
  read: (text: string) => Read,
  scale: number,
): AmountOf {
  const names = typeof role === 'string' ? [role] : 'sum' in role ? role.sum : [role.column];
  const places = names.map((name) => columns.find(name));
  const first = places[0] ?? -1;
  const readOne = (row: SourceRow, at: number, say: SayCell): Amount | 'absent' | 'fault' => {
    const cell = read(row.cells[at] ?? '');
    switch (cell.kind) {
      case 'number': {
        const value = scale === 1 ? cell.value : significant(cell.value * scale);
        const { qualifier, hidden, footnotes } = cell;
        return { at, value, gap: null, qualifier, hidden, footnotes };
      }
      case 'gap':
        return { at, value: null, gap: cell.gap, qualifier: 'exact', hidden: false, footnotes: [] };
      case 'absent':
        return 'absent';
      case 'fault':
        say(row, at, cell);
        return 'fault';
    }
  };
  if (places.length === 1) return (row, say) => readOne(row, first, say);
  return (row, say) => {
    let sum = 0;
    const footnotes: Footnote[] = [];
    for (const at of places) {
      const part = readOne(row, at, say);
      if (part === 'absent' || part === 'fault') return part;
      if (part.value === null) return part;
      if (part.qualifier !== 'exact') {
        say(row, at, {
          rule: 'has a hedge, and cells with a hedge cannot be added',
          advice: 'name one column',
        });
        return 'fault';
      }
      sum += part.value;
      footnotes.push(...part.footnotes);
    }
    return { at: first, value: significant(sum), gap: null, qualifier: 'exact', hidden: false, footnotes };
  };
}
