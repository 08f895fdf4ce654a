// How columns of many rows become one value, or a small document. In every fragment `f` is a row that is added up.

import { INTERVAL_KINDS } from '../../../stats/model/observation.ts';

/** The kind of an interval as a bit, so that those of many rows are one number; `none` has none. */
export const kindBit = (column: string): string =>
  `case ${column} ${INTERVAL_KINDS.map((kind, i) => `when '${kind}' then ${kind === 'none' ? 0 : 1 << i}`).join(' ')} end`;

/** Keys of a group of rows, where all are the same only once; else each as often as it occurs. */
export const distinctKeys = (column: string, filter = ''): string =>
  `case when min(${column})${filter} = max(${column})${filter} then array[min(${column})${filter}] else array_agg(${column})${filter} end`;

const noteDocument = (alias: string): string =>
  `jsonb_build_object('en', ${alias}.en, 'es', ${alias}.es, 'mandatory', ${alias}.mandatory)`;

/** The note of one row; `n` is joined to it. */
export const singleNote = `case when n.id is not null then jsonb_build_array(${noteDocument('n')}) end`;

/** The notes of the rows of a group, each once, by their texts; null where none has one. */
export const notesOfGroup = (filter = ''): string =>
  `case when max(f.note_id)${filter} is not null then (
    select jsonb_agg(${noteDocument('n')} order by n.en collate "C", n.es collate "C")
    from notes n where n.id = any(array_agg(f.note_id)${filter})) end`;
