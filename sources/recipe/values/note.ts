/**
 * The note of an observation: from the figure, from the marks after its number, and from the marks after its
 * names.
 */
import type { Note } from '#stats/model/catalogue.ts';
import type { Footnote } from './cell.ts';
import { testOf } from '../rows/condition.ts';
import { locatorFrom } from './locator.ts';
import type { HeaderColumns, SourceRow } from '../rows/row.ts';
import type { FigureRecipe } from '../schema/shape.ts';

export type NoteOf = (row: SourceRow, marks: readonly Footnote[]) => Note | null;

/** Each text once, in the order found; mandatory if any of them is mandatory. */
function join(parts: readonly Footnote[]): Note | null {
  const unique = [...new Map(parts.map((part) => [part.en, part])).values()];
  if (unique.length === 0) return null;
  return {
    text: { en: unique.map((p) => p.en).join(' '), es: unique.map((p) => p.es).join(' ') },
    mandatory: unique.some((p) => p.mandatory),
  };
}

/**
 * A mark after a name (`Philippines +`) applies to every number of its row. So that no footnote is lost, all
 * texts of the row that are not numbers are searched for marks.
 */
export function noteOf(
  role: FigureRecipe['note'],
  columns: HeaderColumns,
  footnotes: readonly (readonly [string, Footnote])[],
  periodColumns: readonly string[],
): NoteOf {
  const own = typeof role === 'object' ? role : null;
  const applies = own?.when ? testOf(own.when, columns) : () => own !== null;
  const [en, es] = [own?.en ?? '', own?.es ?? ''].map((text) => locatorFrom(text, columns, '', null));
  const at = typeof role === 'string' ? columns.find(role) : -1;
  const memory = new Map<string, readonly Footnote[]>();
  // A period is mostly digits, as a number is, and its mark (`2014p`) is that of the whole row.
  const periods = new Set(periodColumns.map((name) => columns.find(name)));
  const marksOf = (text: string, isPeriod: boolean): readonly Footnote[] => {
    const key = isPeriod ? `\u0000${text}` : text;
    let found = memory.get(key);
    if (found === undefined) {
      let plain = !isPeriod && /^[-\d.,\s]*\S?$/.test(text) ? '' : text.trimEnd();
      const notes: Footnote[] = [];
      for (const [mark, note] of footnotes) {
        if (plain.length <= mark.length || !plain.endsWith(mark)) continue;
        plain = plain.slice(0, -mark.length).trimEnd();
        notes.push(note);
      }
      memory.set(key, (found = notes));
    }
    return found;
  };
  return (row, marks) => {
    const text = row.cells[at] ?? '';
    const said: Footnote[] = text === '' ? [] : [{ en: text, es: text, mandatory: false }];
    if (own && en && es && applies(row)) {
      said.push({ en: en(row, '', null), es: es(row, '', null), mandatory: own.mandatory });
    }
    if (footnotes.length === 0 && said.length === 0 && marks.length === 0) return null;
    const ofNames =
      footnotes.length === 0
        ? []
        : row.cells.flatMap((cell, i) => (cell === '' ? [] : marksOf(cell, periods.has(i))));
    return join([...said, ...marks, ...ofNames]);
  };
}
