/**
 * The positions on each axis of an answer (method page: sums, counts, groups; rulings 14 and 23): a single
 * code, or several combined. A group has the members of the first day of a period or, with `members=today`,
 * those of the day of the release.
 */
import type { Area, Book, Indicator, Note, Question, Text } from '../book.ts';
import { keptWith } from '../book.ts';

export interface AxisPlace {
  readonly code: string;
  /** The members that are combined here; null for a single code. */
  readonly members: readonly Membership[] | null;
  readonly overlap: boolean;
  /** Whether no source states that these parts add up. */
  readonly undeclared: boolean;
  /** Whether the parts share one denominator. */
  readonly shared: boolean;
  /** The note on its members. */
  readonly note: Note | null;
}

interface Membership {
  readonly code: string;
  /** First day, and the day after the last; empty and `~` if there is none. */
  readonly from: string;
  readonly to: string;
}

/** A question without an answer: it leaves out an axis that has neither a total nor declared parts. */
export class Refused extends Error {}

const ALWAYS = { from: '', to: '~' };
const alone = (code: string): AxisPlace => ({
  code,
  members: null,
  overlap: false,
  undeclared: false,
  shared: false,
  note: null,
});

/** The members at a position on a day; an unknown first day is before all days. */
export const membersOn = ({ members }: AxisPlace, day: string): string[] =>
  (members ?? []).filter(({ from, to }) => from <= day && day < to).map(({ code }) => code);

const areasOf = keptWith(({ catalogue }: Book) => new Map(catalogue.areas.map((area) => [area.code, area])));

/** The countries and cities that a code covers: itself, or those of its members. */
function placesBehind(code: string, areas: ReadonlyMap<string, Area>, depth = 0): readonly string[] {
  const members = areas.get(code)?.members ?? [];
  if (members.length === 0 || depth > 8) return [code];
  return [...new Set(members.flatMap((membership) => placesBehind(membership.area, areas, depth + 1)))];
}

/** An area and what lies within it are never added, nor is anything added to the total of all. */
function overlapping(codes: readonly string[], areas: ReadonlyMap<string, Area>): boolean {
  if (codes.length > 1 && codes.some((code) => ['all', 'none'].includes(areas.get(code)?.kind ?? '')))
    return true;
  const places = codes.flatMap((code) => placesBehind(code, areas));
  const all = new Set(places);
  return all.size < places.length || places.some((code) => all.has(areas.get(code)?.within ?? ''));
}

const together = (
  codes: readonly string[],
  overlap: boolean,
  shared = false,
  undeclared = false,
): AxisPlace => ({
  code: codes.join('+'),
  members: codes.map((code) => ({ code, ...ALWAYS })),
  overlap,
  undeclared,
  shared,
  note: null,
});

const MONTHS = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  es: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
};
const dayIn = (language: keyof Text, day: string): string =>
  `${Number(day.slice(8, 10))} ${MONTHS[language][Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

/** The note on the members of a group; null if they are those of each period (ruling 23). */
function noteOn({ code, name, members = [] }: Area, date: string, today: boolean): Note | null {
  const say = (en: string, es: string): Note => ({
    mandatory: true,
    text: { en: `${name.en}: ${en}`, es: `${name.es}: ${es}` },
  });
  if (
    code.startsWith('wb-') &&
    members.every((membership) => membership.from === undefined && membership.to === undefined)
  ) {
    return say(
      'the list of members in this release has no date and is applied to every period, including past ones (members=today).',
      'la lista de miembros de esta edición no tiene fecha y se aplica a todos los periodos, también a los pasados (members=today).',
    );
  }
  if (!today) return null;
  return say(
    `members as of ${dayIn('en', date)}, the release date, including for earlier periods (members=today).`,
    `miembros a ${dayIn('es', date)}, fecha de la edición, también para periodos anteriores (members=today).`,
  );
}

function groupOf(area: Area, book: Book, { members: asked }: Question): AxisPlace {
  const today = asked === 'today';
  const all = (area.members ?? []).map((membership) => ({
    code: membership.area,
    from: membership.from ?? ALWAYS.from,
    to: membership.to ?? ALWAYS.to,
  }));
  const members = today
    ? all
        .filter(({ from, to }) => from <= book.date && book.date < to)
        .map((membership) => ({ ...membership, ...ALWAYS }))
    : all;
  // A member may join, leave and join again; it is counted twice only if its memberships overlap.
  const twice = members.some((a, i) =>
    members.some((b, k) => k < i && a.code === b.code && a.from < b.to && b.from < a.to),
  );
  const codes = [...new Set(members.map((membership) => membership.code))];
  return {
    ...alone(area.code),
    members,
    overlap: twice || overlapping(codes, areasOf(book)),
    note: noteOn(area, book.date, today),
  };
}

/** The positions on one axis; null: every code on file, each separately. */
export type Axis = readonly AxisPlace[] | null;

export function axesOf(question: Question, indicator: Indicator, book: Book): readonly [Axis, Axis, Axis] {
  const areas = areasOf(book);
  const apart = (codes: readonly string[]): AxisPlace[] =>
    codes.flatMap((code) => {
      const area = areas.get(code);
      return area?.members?.length ? [alone(code), groupOf(area, book, question)] : [alone(code)];
    });
  // A group in a list stands for itself where it is on file, and for its members.
  const sum = (codes: readonly string[], shared = false): AxisPlace[] => {
    const listed = together(codes, overlapping(codes, areas), shared);
    const groups = codes.flatMap((code) => {
      const area = areas.get(code);
      return area?.members?.length ? [groupOf(area, book, question)] : [];
    });
    if (groups.length === 0) return [listed];
    const behind = codes.flatMap(
      (code) => groups.find((group) => group.code === code)?.members ?? [{ code, ...ALWAYS }],
    );
    // A member of several groups of the list counts once.
    const once = behind.filter(
      ({ code, from }, at) => behind.findIndex((other) => other.code === code && other.from === from) === at,
    );
    return [listed, { ...listed, members: once, note: inOne(groups.flatMap((group) => group.note ?? [])) }];
  };
  return [
    areaAxis(question, apart, sum),
    originAxis(question, indicator, book, apart, sum),
    breakdownAxis(question, indicator, book),
  ];
}

/** Several notes as one. */
const inOne = (notes: readonly Note[]): Note | null =>
  notes.length === 0
    ? null
    : {
        mandatory: notes.some((note) => note.mandatory),
        text: {
          en: notes.map(({ text }) => text.en).join(' '),
          es: notes.map(({ text }) => text.es).join(' '),
        },
      };

type Apart = (codes: readonly string[]) => AxisPlace[];

function areaAxis(
  { by, country, group }: Question,
  apart: Apart,
  sum: (codes: readonly string[]) => AxisPlace[],
): Axis {
  if (by.includes('area')) return country.length + group.length > 0 ? apart([...country, ...group]) : null;
  if (country.length === 0 && group.length > 0) return apart(group);
  if (country.length < 2) throw new Refused('by= leaves out area, and there is nothing to combine');
  return [...sum(country), ...apart(group)];
}

/** Whether a total on an axis is on file in the release of the question. */
const totalsOf = keptWith((book: Book) => {
  const totals = new Map<string, { origin: boolean; breakdown: boolean }>();
  for (const row of book.rows) {
    const known = totals.get(row.indicator) ?? { origin: false, breakdown: false };
    known.origin ||= row.counterpart === '_T' || row.counterpart === '_Z';
    known.breakdown ||= row.breakdown === '_T';
    totals.set(row.indicator, known);
  }
  return totals;
});

/** Origins that are left out are combined: the published total, and the sum of the declared parts. */
function originAxis(
  { by, origin }: Question,
  indicator: Indicator,
  book: Book,
  apart: Apart,
  sum: (codes: readonly string[]) => AxisPlace[],
): Axis {
  if (by.includes('origin')) return origin.length > 0 ? apart(origin) : null;
  if (origin.length > 1) return sum(origin);
  if (origin.length === 1) return apart(origin);
  const schemes = indicator.parts.filter((total) => total.axis === 'origin');
  if (schemes.length === 0 && totalsOf(book).get(indicator.id)?.origin === false)
    throw new Refused('by= leaves out origin, and there is neither a total nor declared parts');
  return [...schemes.flatMap((total) => sum(total.codes)), ...apart(['_T', '_Z'])];
}

function breakdownAxis({ by, breakdown }: Question, indicator: Indicator, book: Book): Axis {
  if (by.includes('breakdown')) return breakdown.length > 0 ? breakdown.map(alone) : null;
  const schemes = indicator.parts.filter((total) => total.axis === 'breakdown');
  const sums = schemes.map((total) => together(total.codes, false, total.denominator === 'shared'));
  if (breakdown.length === 0) {
    if (sums.length === 0 && totalsOf(book).get(indicator.id)?.breakdown === false)
      throw new Refused('by= leaves out breakdown, and there is neither a total nor declared parts');
    return [...sums, alone('_T')];
  }
  // All named codes must be parts of declared sums; otherwise a single one is used as it is, and several must
  // not be added.
  const whole = sums.filter((place) => (place.members ?? []).every(({ code }) => breakdown.includes(code)));
  const inSums = new Set(whole.flatMap((place) => place.members ?? []).map(({ code }) => code));
  if (whole.length > 0 && breakdown.every((code) => inSums.has(code))) return whole;
  return breakdown.length === 1 ? breakdown.map(alone) : [together(breakdown, false, false, true)];
}

/** The positions of a code on an axis: itself, and every group that it was a member of on a day. */
export function placesOf(axis: Axis, code: string, day: string): readonly AxisPlace[] {
  if (axis === null) return [alone(code)];
  const isMember = ({ members }: AxisPlace): boolean =>
    members?.some(
      (membership) => membership.code === code && membership.from <= day && day < membership.to,
    ) ?? false;
  return axis.filter((place) => (place.members === null ? place.code === code : isMember(place)));
}

/** Whether a code can be on an axis on any day. */
export const isOn = (axis: Axis, code: string): boolean =>
  axis === null ||
  axis.some(
    (place) =>
      place.code === code || (place.members?.some((membership) => membership.code === code) ?? false),
  );
