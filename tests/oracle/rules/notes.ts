/**
 * A note of a member names it: "Honduras: ..."; of several members, all of them, or the first six of more than eight.
 * Notes that differ in one number only are one sentence, with each number and whose it is (method page).
 */
import type { Catalogue, Cell, Note, Whose } from '../book.ts';
import { collected, distinct } from '../book.ts';

type Language = 'en' | 'es';

function inList(words: readonly string[], language: Language): string {
  const before = words.slice(0, -1).join(', ');
  const last = words.at(-1) ?? '';
  if (before === '') return last;
  const startsWithI = /^h?[ií](?!e)/i.test(last);
  return `${before} ${language === 'en' ? 'and' : startsWithI ? 'e' : 'y'} ${last}`;
}

/** Letters without accents, in lower case. */
const bare = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
const alphabetically = (a: string, b: string): number =>
  bare(a) === bare(b) ? (a < b ? -1 : 1) : bare(a) < bare(b) ? -1 : 1;

/** The name of codes on an axis, each by itself where they are added up. */
function nameOn(
  axis: 0 | 1 | 2,
  codes: string,
  { areas, dimensions = [] }: Catalogue,
  language: Language,
): string {
  const partName = (pair: string): string[] => {
    const [id, code = ''] = pair.split('=');
    if (code === '_T' || code === '') return [];
    const listed = dimensions.find((dimension) => dimension.id === id)?.codes ?? [];
    return [listed.find((known) => known.code === code)?.name[language] ?? code];
  };
  const name = (code: string): string =>
    axis === 2
      ? code.split(';').flatMap(partName).join(', ')
      : (areas.find((area) => area.code === code)?.name[language] ?? '');
  return codes
    .split('+')
    .map((code) => name(code) || code)
    .join(' + ');
}

/** The names of members, on the axes on which any member of a note is not the figure itself. */
function namesIn(cell: Cell, notes: readonly Note[], catalogue: Catalogue) {
  const own: Whose = [cell.area, cell.counterpart, cell.breakdown];
  const axes = ([0, 1, 2] as const).filter((axis) =>
    notes.some(({ whose = [] }) => whose.some((codes) => codes[axis] !== own[axis])),
  );
  return (whose: readonly Whose[], language: Language): string => {
    const name = (codes: Whose): string =>
      axes.map((axis) => nameOn(axis, codes[axis], catalogue, language)).join(' × ');
    const names = [...new Set(whose.map(name))].filter((text) => text !== '').sort(alphabetically);
    if (names.length < 9) return inList(names, language);
    const more = names.length - 6;
    return inList([...names.slice(0, 6), language === 'en' ? `${more} others` : `${more} más`], language);
  };
}

/** Splits a text into what is around its numbers, and the numbers. */
const split = (text: string): readonly string[] => text.split(/(\d+(?:[.,\s]\d+)*)/);

/** One sentence of notes that differ in one number; null if they differ in several. */
function together(
  notes: readonly Note[],
  language: Language,
  names: ReturnType<typeof namesIn>,
): string | null {
  const pieces = notes.map(({ text }) => split(text[language]));
  const [first = []] = pieces;
  const different = first.map((_, i) => i).filter((i) => new Set(pieces.map((piece) => piece[i])).size > 1);
  const [at] = different;
  if (at === undefined || different.length > 1) return null;
  const size = (number: string): number => Number(number.replaceAll(/[^0-9]/g, ''));
  const numbers = notes
    .map(({ whose = [] }, i) => ({ number: pieces[i]?.[at] ?? '', whom: names(whose, language) }))
    .toSorted((a, b) => size(a.number) - size(b.number))
    .map(({ number, whom }) => (whom === '' ? number : `${number} (${whom})`));
  return first.with(at, inList(numbers, language)).join('');
}

export function withNamedNotes(cell: Cell, catalogue: Catalogue): Cell {
  const notes = distinct(cell.notes);
  const names = namesIn(cell, notes, catalogue);
  const form = ({ text }: Note): string =>
    [text.en, text.es]
      .map((words) =>
        split(words)
          .filter((_, i) => i % 2 === 0)
          .join('#'),
      )
      .join(' | ');
  const alone = ({ text, mandatory, whose = [] }: Note): Note => {
    const named = (language: Language): string => {
      const name = names(whose, language);
      // The note on the members of a group begins with its name.
      const isNamed = whose.some((codes) =>
        ([0, 1] as const).some((axis) =>
          text[language].startsWith(`${nameOn(axis, codes[axis], catalogue, language)}: `),
        ),
      );
      return name === '' || isNamed ? text[language] : `${name}: ${text[language]}`;
    };
    return { mandatory, text: { en: named('en'), es: named('es') } };
  };
  const written = [...collected(notes, form).values()].flatMap((alike): Note[] => {
    const [en, es] = [together(alike, 'en', names), together(alike, 'es', names)];
    if (alike.length < 2 || en === null || es === null) return alike.map(alone);
    return [{ mandatory: alike.some((note) => note.mandatory), text: { en, es } }];
  });
  return { ...cell, notes: written };
}
