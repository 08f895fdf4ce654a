// SQL that reduces a column of many rows to one value or a small document. In every fragment `f` is a row
// that is added up.

import { INTERVAL_KINDS } from '../../../stats/model/observation.ts';

/**
 * The kind of an interval as a bit, so that the kinds of many rows fit into one number; `none` has no bit.
 */
export const kindBit = (column: string): string =>
  `case ${column} ${INTERVAL_KINDS.map((kind, i) => `when '${kind}' then ${kind === 'none' ? 0 : 1 << i}`).join(' ')} end`;

/** The keys of a group of rows: one key if all rows have the same, otherwise the key of each row. */
export const distinctKeys = (column: string, filter = ''): string =>
  `case when min(${column})${filter} = max(${column})${filter} then array[min(${column})${filter}] else array_agg(${column})${filter} end`;

const noteDocument = (alias: string): string =>
  `jsonb_build_object('en', ${alias}.en, 'es', ${alias}.es, 'mandatory', ${alias}.mandatory)`;

/** The note of one row; it must be joined as `n`. */
export const singleNote = `case when n.id is not null then jsonb_build_array(${noteDocument('n')}) end`;

/** The axes on which rows are combined, with the column of their members. */
export type MemberColumns = Readonly<Partial<Record<'areas' | 'origins' | 'breakdowns', string>>>;

/**
 * The notes of a group of rows, without duplicate texts; null if there are none. Each has the keys of the members whose
 * rows have it, as lists that belong together. `where` says which rows count.
 */
export function notesOfGroup(members: MemberColumns, where = ''): string {
  const noted = ` filter (where f.note_id is not null${where === '' ? '' : ` and ${where}`})`;
  const names = Object.keys(members);
  const inOrder = 'order by n.en collate "C", n.es collate "C"';
  const ifAny = (documents: string): string =>
    `case when max(f.note_id)${noted} is not null then (\n    select ${documents}) end`;
  if (names.length === 0)
    return ifAny(`jsonb_agg(${noteDocument('n')} ${inOrder})
    from notes n where n.id = any(array_agg(f.note_id)${noted})`);
  const columns = ['note_id', ...Object.values(members)].map((column) => `array_agg(f.${column})${noted}`);
  const list = (name: string): string =>
    `jsonb_agg(u.${name} order by ${names.map((key) => `u.${key}`).join(', ')}) as ${name}`;
  const lists = names.map((name) => `'${name}', m.${name}`).join(', ');
  return ifAny(`jsonb_agg(${noteDocument('n')} || jsonb_build_object(${lists}) ${inOrder})
    from (select u.note_id, ${names.map(list).join(', ')}
      from (select distinct * from unnest(${columns.join(', ')}) u(note_id, ${names.join(', ')})) u
      group by u.note_id) m join notes n on n.id = m.note_id`);
}
