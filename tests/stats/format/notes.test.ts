import { describe, expect, test } from 'vitest';
import { listInWords } from '#stats/format/list.ts';
import { namedNotes } from '#stats/format/notes.ts';
import type { Area, Note, NoteSubject } from '#stats/model/catalogue.ts';

const NAMES: Readonly<Record<string, string>> = { GTM: 'Guatemala', HND: 'Honduras', SLV: 'El Salvador' };
const areas = new Map(
  Object.entries(NAMES).map(([code, name]): [string, Area] => [
    code,
    { code, kind: 'country', name: { en: name, es: name } },
  ]),
);
const subject = (area: string): NoteSubject => ({ area, counterpart: '_Z', breakdown: '_T' });
const note = (en: string, es: string, ...members: readonly string[]): Note => ({
  text: { en, es },
  mandatory: false,
  ...(members.length > 0 && { of: members.map(subject) }),
});
const named = (notes: readonly Note[], area = 'northern-triangle') =>
  namedNotes(notes, subject(area), { areas, dimensions: [] }).map(({ text, of }) => [text.en, text.es, of]);

const police = (...members: readonly string[]): Note => note('Of the police.', 'De la policía.', ...members);
const others = (count: number, ...members: readonly string[]): Note =>
  note(`${count} people were left out.`, `Quedaron fuera ${count} personas.`, ...members);

describe('notes of members', () => {
  test('name their member, and a note of several names them all', () => {
    expect(named([police('HND')])).toEqual([
      ['Honduras: Of the police.', 'Honduras: De la policía.', undefined],
    ]);
    expect(named([police('HND'), police('SLV', 'GTM')])).toEqual([
      [
        'El Salvador, Guatemala and Honduras: Of the police.',
        'El Salvador, Guatemala y Honduras: De la policía.',
        undefined,
      ],
    ]);
  });

  test('that differ in one number are one sentence', () => {
    expect(named([others(12, 'HND', 'GTM'), others(5, 'SLV')])).toEqual([
      [
        '5 (El Salvador) and 12 (Guatemala and Honduras) people were left out.',
        'Quedaron fuera 5 (El Salvador) y 12 (Guatemala y Honduras) personas.',
        undefined,
      ],
    ]);
    // The change of one series has both, of itself.
    expect(named([others(5), others(12)])).toEqual([
      ['5 and 12 people were left out.', 'Quedaron fuera 5 y 12 personas.', undefined],
    ]);
  });

  test('that differ in two numbers stay apart', () => {
    const two = [note('1 of 2.', '1 de 2.', 'SLV'), note('3 of 4.', '3 de 4.', 'HND')];
    expect(named(two).map(([en]) => en)).toEqual(['El Salvador: 1 of 2.', 'Honduras: 3 of 4.']);
  });

  test('a figure does not name itself, and a name is not repeated', () => {
    expect(named([police('HND')], 'HND')[0]?.[0]).toBe('Of the police.');
    expect(named([note('Honduras: all.', 'Honduras: todo.', 'HND')])[0]?.[0]).toBe('Honduras: all.');
  });

  test('of more than eight members six are named', () => {
    const many = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'];
    expect(named([police(...many)])[0]).toEqual([
      'A, B, C, D, E, F and 3 others: Of the police.',
      'A, B, C, D, E, F y 3 más: De la policía.',
      undefined,
    ]);
  });
});

test.each([
  [['Haití'], 'Haití'],
  [['Cuba', 'Haití'], 'Cuba y Haití'],
  [['Guatemala', 'Irlanda'], 'Guatemala e Irlanda'],
])('%s in Spanish: %s', (names, words) => {
  expect(listInWords(names, 'es')).toBe(words);
});
