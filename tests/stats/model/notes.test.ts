import { expect, test } from 'vitest';
import type { Note, NoteSubject } from '#stats/model/catalogue.ts';
import { distinctNotes } from '#stats/model/notes.ts';

const subject = (area: string): NoteSubject => ({ area, counterpart: '_Z', breakdown: '_T' });
const note = (en: string, ...areas: readonly string[]): Note => ({
  text: { en, es: en },
  mandatory: false,
  ...(areas.length > 0 && { of: areas.map(subject) }),
});

test('notes of one text are one note of all their members', () => {
  expect(distinctNotes([note('a', 'HND'), note('b', 'SLV'), note('a', 'GTM', 'SLV')])).toEqual([
    note('a', 'HND', 'GTM', 'SLV'),
    note('b', 'SLV'),
  ]);
});

// A rate of a group: its cases have the note of one member, its published population has it of the whole group.
test('a note of the whole figure is a note of no member, in either order', () => {
  expect(distinctNotes([note('a', 'HND'), note('a')])).toEqual([note('a')]);
  expect(distinctNotes([note('a'), note('a', 'HND')])).toEqual([note('a')]);
  expect(distinctNotes([note('a', 'HND'), note('a'), note('a', 'SLV')])).toEqual([note('a')]);
});

test('a note is mandatory if any of its text is, and texts differ in either language', () => {
  const mandatory = { ...note('a'), mandatory: true };
  expect(distinctNotes([note('a'), mandatory])).toEqual([mandatory]);
  expect(distinctNotes([mandatory, note('a')])).toEqual([mandatory]);
  const spanish = { ...note('a'), text: { en: 'a', es: 'b' } };
  expect(distinctNotes([note('a'), spanish])).toEqual([note('a'), spanish]);
});
