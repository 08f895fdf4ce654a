/**
 * Notes of one text are one note: of all the members that it belongs to, or of the whole figure if one of them
 * is. It is mandatory if one of them is.
 *
 * @example a note of Honduras and the same note of the whole group -> one note of the whole group
 */
import type { Note } from './catalogue.ts';

export function distinctNotes(notes: readonly Note[]): readonly Note[] {
  if (notes.length < 2) return notes;
  const texts = new Map<string, Note>();
  for (const note of notes) {
    const key = `${note.text.en} | ${note.text.es}`;
    const same = texts.get(key);
    texts.set(key, same ? together(same, note) : note);
  }
  return [...texts.values()];
}

/** What belongs to the whole figure belongs to no member in particular. */
const together = (a: Note, b: Note): Note => ({
  text: a.text,
  mandatory: a.mandatory || b.mandatory,
  ...(a.of && b.of && { of: [...a.of, ...b.of] }),
});
