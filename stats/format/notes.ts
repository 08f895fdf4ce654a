/**
 * The notes of a figure that is made of several: each names the members that it belongs to, and notes that
 * differ only in one number are one sentence with all the numbers.
 *
 * @example 'Guatemala and Honduras: UNODC names as its source National police (CJ).'
 * @example '5 (El Salvador) and 12 (Honduras) people were given other protection.'
 */
import { collate } from '../collate.ts';
import { LANGUAGES, type Language, type Text } from '../language.ts';
import { unique } from '../text.ts';
import type { Area, Dimension, Note, NoteSubject } from '../model/catalogue.ts';
import { distinctNotes } from '../model/notes.ts';
import { MEMBER_NOTE_WORDS } from '../wording/groups.ts';
import { breakdownCodeNames } from './dimensions.ts';
import { listInWords } from './list.ts';

export interface NoteNames {
  readonly areas: ReadonlyMap<string, Area>;
  readonly dimensions: readonly Dimension[];
}

/** More members than this are not all named. */
const MOST_NAMED = 8;
/** So many are named of them. */
const NAMED_OF_MANY = 6;

const AXES = ['area', 'counterpart', 'breakdown'] as const;
type NamesOf = (subjects: readonly NoteSubject[], language: Language) => string;

/** The name of a code on an axis; of codes that are added up, those of each. */
const nameOf = (
  axis: (typeof AXES)[number],
  codes: string,
  { areas, dimensions }: NoteNames,
  language: Language,
): string =>
  codes
    .split('+')
    .map((code) =>
      axis === 'breakdown'
        ? breakdownCodeNames(code, dimensions, language).join(', ') || code
        : (areas.get(code)?.name[language] ?? code),
    )
    .join(' + ');

/** Whether a text begins with the name of an area of its own, as notes on the members of groups do. */
const namesItself = ({ text, of = [] }: Note, names: NoteNames, language: Language): boolean =>
  of.some(({ area, counterpart }) =>
    [nameOf('area', area, names, language), nameOf('counterpart', counterpart, names, language)].some(
      (name) => text[language].startsWith(`${name}: `),
    ),
  );

/** How members are named: by their codes on the axes on which they differ from the figure. */
function namesFor(cell: NoteSubject, notes: readonly Note[], names: NoteNames): NamesOf {
  const all = notes.flatMap(({ of = [] }) => of);
  const differing = AXES.filter((axis) => all.some((subject) => subject[axis] !== cell[axis]));
  const label = (subject: NoteSubject, language: Language): string =>
    differing.map((axis) => nameOf(axis, subject[axis], names, language)).join(' × ');
  return (subjects, language) => {
    const labels = unique(subjects.map((subject) => label(subject, language)))
      .filter(Boolean)
      .sort(collate);
    if (labels.length <= MOST_NAMED) return listInWords(labels, language);
    const others = MEMBER_NOTE_WORDS.others(labels.length - NAMED_OF_MANY)[language];
    return listInWords([...labels.slice(0, NAMED_OF_MANY), others], language);
  };
}

const NUMBER = /\d+(?:[.,\s]\d+)*/g;
const formOf = ({ en, es }: Text): string => [en, es].map((text) => text.replace(NUMBER, '#')).join(' | ');
const numbersIn = (text: string): readonly string[] => text.match(NUMBER) ?? [];

/** The position of the only number in which texts of one form differ; null if they differ in several. */
function differingNumber(texts: readonly string[]): number | null {
  const [first = [], ...others] = texts.map(numbersIn);
  const at = first.flatMap((number, i) => (others.some((other) => other[i] !== number) ? [i] : []));
  return at.length === 1 ? (at[0] ?? null) : null;
}

/** The least number comes first. */
const sizeOf = (number: string): number => Number(number.replace(/\D/g, ''));

/** Texts of one form as one sentence, with every number and whose it is. */
function sentenceOf(notes: readonly Note[], language: Language, namesOf: NamesOf): string | null {
  const texts = notes.map(({ text }) => text[language]);
  const at = differingNumber(texts);
  if (at === null) return null;
  const numbered = notes.map(({ text, of = [] }) => ({ number: numbersIn(text[language])[at] ?? '', of }));
  const entries = numbered
    .sort((a, b) => sizeOf(a.number) - sizeOf(b.number))
    .map(({ number, of }) => {
      const names = namesOf(of, language);
      return names ? `${number} (${names})` : number;
    });
  let i = 0;
  return (texts[0] ?? '').replace(NUMBER, (number) => (i++ === at ? listInWords(entries, language) : number));
}

function textOf(notes: readonly Note[], namesOf: NamesOf, names: NoteNames): Text | null {
  const [en, es] = LANGUAGES.map((language) => {
    const [first] = notes;
    if (notes.length > 1 || !first) return sentenceOf(notes, language, namesOf);
    const [members, text] = [namesOf(first.of ?? [], language), first.text[language]];
    return members === '' || namesItself(first, names, language) ? text : `${members}: ${text}`;
  });
  return en != null && es != null ? { en, es } : null;
}

/** The notes of a figure as readers see them. */
export function namedNotes(notes: readonly Note[], cell: NoteSubject, names: NoteNames): readonly Note[] {
  if (notes.every(({ of }) => !of) && notes.length < 2) return notes;
  const distinct = distinctNotes(notes);
  const namesOf = namesFor(cell, distinct, names);
  const forms = new Map<string, Note[]>();
  for (const note of distinct) {
    const form = formOf(note.text);
    forms.set(form, [...(forms.get(form) ?? []), note]);
  }
  return [...forms.values()].flatMap((alike) => {
    const text = textOf(alike, namesOf, names);
    if (text) return [{ text, mandatory: alike.some(({ mandatory }) => mandatory) }];
    return alike.map((note) => ({
      text: textOf([note], namesOf, names) ?? note.text,
      mandatory: note.mandatory,
    }));
  });
}
