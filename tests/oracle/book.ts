/**
 * The data of the oracle: the rows of a release, the catalogue, a question and the cells that answer it. The types
 * are the oracle's own, with the names of the public JSON and of the committed tables. Long because all its types are
 * here.
 */
export type Basis =
  | 'calendar-year'
  | 'us-fiscal-year'
  | 'month'
  | 'day'
  | 'interval'
  | 'since'
  | 'cumulative'
  | 'annual-level'
  | 'unstated'
  | 'quarter'
  | 'half-year';

/** A span of days and its calendar; null if its start is unknown or its end open. */
export interface Period {
  readonly basis: Basis;
  readonly start: string | null;
  readonly end: string | null;
}

export interface Text {
  readonly en: string;
  readonly es: string;
}

export interface Note {
  readonly text: Text;
  readonly mandatory: boolean;
  /** Whose note it is: a text for each axis. Absent: of the whole figure. */
  readonly whose?: readonly Whose[];
}
export type Whose = readonly [area: string, origin: string, breakdown: string];
export type Word =
  'exact' | 'about' | 'more-than' | 'at-least' | 'just-over' | 'less-than' | 'at-most' | 'nearly' | 'range';

/** A figure as printed: a value, or the ends of a range. */
export interface Printed {
  readonly qualifier: Word;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export type IntervalKind = 'none' | 'stated' | 'confidence-95' | 'suppression' | 'rounding' | 'disclosure';
export type Status = 'stated' | 'inferred' | 'assumed';
export type StoredGap = 'not-published' | 'suppressed' | 'not-applicable' | 'withdrawn' | 'redacted';
export type GapCode =
  | StoredGap
  | 'members-missing'
  | 'no-weight'
  | 'no-parts'
  | 'not-additive'
  | 'overlap'
  | 'break'
  | 'undetermined'
  | 'period-missing'
  | 'not-on-file'
  | 'members-differ'
  | 'no-divisor'
  | 'zero-divisor'
  | 'not-contained'
  | 'nothing-beside';
export interface Gap {
  readonly code: GapCode;
  readonly missing: readonly string[];
}

/** The subject of a source's figure. */
export interface Subject {
  readonly indicator: string;
  readonly source: string;
  readonly area: string;
  readonly counterpart: string;
  readonly breakdown: string;
  readonly definition: string;
  readonly basis: Basis;
}

/** One row of a release. */
export interface BookRow extends Subject {
  readonly period: Period;
  readonly periodStatus: Status;
  readonly edition: string;
  readonly stated: Printed | null;
  readonly intervalKind: IntervalKind;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly gap: StoredGap | null;
  readonly attributedTo: string | null;
  readonly locator: string | null;
  readonly printed: string | null;
  readonly note: Note | null;
}

export type Computation = 'sum' | 'weighted-mean' | 'ratio-of-sums';

/** The result of a rule: a figure, or a gap with its reason. */
export interface Outcome {
  readonly stated: Printed | null;
  readonly lowInclusive: boolean | null;
  readonly highInclusive: boolean | null;
  readonly intervalKind: IntervalKind;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly gap: Gap | null;
}

export interface Coverage {
  readonly present: number;
  readonly expected: number;
  readonly weight: number | null;
  /** Whether `weight` is a bound, because a member has no population on file. */
  readonly weightBound?: 'at-least' | 'at-most';
  /** The members that are not in the figure. */
  readonly missing?: readonly string[];
}

/** One cell of an answer. */
export interface Cell extends Subject, Outcome {
  readonly period: Period;
  readonly periodStatus: Status;
  readonly coverage: Coverage | null;
  readonly computed: Computation | null;
  readonly editions: readonly string[];
  readonly attributedTo: string | null;
  readonly locator: string | null;
  readonly printed: string | null;
  readonly notes: readonly Note[];
  readonly transform?: TransformName;
  readonly lastOnFile?: string;
  readonly rank?: { readonly best: number; readonly worst: number; readonly of: number };
}

export const SUBJECT_OF = ({
  indicator,
  source,
  area,
  counterpart,
  breakdown,
  definition,
  basis,
}: Subject): Subject => ({ indicator, source, area, counterpart, breakdown, definition, basis });

export const seriesName = (of: Subject): string => Object.values(SUBJECT_OF(of)).join(' | ');

export interface Indicator {
  readonly id: string;
  readonly definitions: readonly { readonly code: string }[];
  readonly measure: 'rate' | 'count' | 'estimate' | 'share' | 'level';
  readonly additive: 'flow' | 'stock' | 'none';
  readonly signed: boolean;
  readonly per?: number;
  readonly bases: readonly Basis[];
  readonly sources: readonly string[];
  readonly counterpartRole?: Text;
  readonly unit?: { readonly code: string };
  readonly weight?: { readonly indicator: string; readonly source: string; readonly fallback?: string };
  readonly parts: readonly {
    readonly axis: 'origin' | 'breakdown';
    readonly codes: readonly string[];
    readonly denominator?: 'shared' | 'split';
  }[];
}

export interface Area {
  readonly code: string;
  readonly kind: string;
  readonly name: Text;
  readonly within?: string;
  readonly smallPopulation?: boolean;
  readonly members?: readonly { readonly area: string; readonly from?: string; readonly to?: string }[];
}

export interface Break {
  readonly id: string;
  readonly indicator: string;
  readonly area?: string;
  readonly source?: string;
  readonly definition?: string;
  readonly kind: 'definition' | 'method' | 'scope' | 'period' | 'doubt' | 'note';
  readonly basis?: Basis;
  readonly at: string;
  readonly until?: string;
  readonly text: Text;
}

/** States that a source published its table from one period to another. */
export interface Tabulated {
  readonly indicator: string;
  readonly source: string;
  readonly basis: Basis;
  readonly from: string;
  readonly to: string;
  readonly absent: 'zero' | 'not-published';
  readonly provisional: boolean;
  readonly rounding?: number;
}

export interface Catalogue {
  readonly indicators: readonly Indicator[];
  readonly areas: readonly Area[];
  readonly dimensions?: readonly {
    readonly id: string;
    readonly codes: readonly { readonly code: string; readonly name: Text }[];
  }[];
  readonly sources?: readonly { readonly id: string; readonly shortTitle: Text }[];
  readonly breaks?: readonly Break[];
  readonly tabulations?: readonly Tabulated[];
}

export interface Book {
  readonly catalogue: Catalogue;
  readonly rows: readonly BookRow[];
  /** The day of the release. */
  readonly date: string;
}

export type TransformName =
  | 'per-capita'
  | 'index'
  | 'change'
  | 'change-percent'
  | 'share-of-total'
  | 'rolling-mean'
  | 'rank'
  | 'ratio'
  | 'share-of';
/** The parts that name a divisor; its other codes are those of the figure. */
export type Over = {
  readonly [
    Part in 'area' | 'breakdown' | 'definition' | 'indicator' | 'origin' | 'source' | 'time'
  ]?: string;
};
export type Along = 'area' | 'origin' | 'breakdown';
export type Transform =
  | { readonly id: 'per-capita'; readonly of: 'area' | 'origin' }
  | { readonly id: 'index'; readonly base: string }
  | { readonly id: 'change' }
  | { readonly id: 'change-percent' }
  | { readonly id: 'share-of-total'; readonly along: Along | null }
  | { readonly id: 'rolling-mean'; readonly length: number }
  | { readonly id: 'rank'; readonly along: Along | 'time' | null }
  | { readonly id: 'ratio' | 'share-of'; readonly over: Over };

/** A question, as a URL asks it. */
export interface Question {
  readonly indicator: string;
  readonly country: readonly string[];
  readonly group: readonly string[];
  readonly origin: readonly string[];
  readonly breakdown: readonly string[];
  readonly definition: readonly string[];
  readonly source: readonly string[];
  readonly basis: readonly Basis[];
  readonly time: { readonly from: string; readonly to: string };
  readonly by: readonly string[];
  readonly coverage: number;
  readonly coverageOf?: 'population';
  readonly transform: Transform | null;
  readonly members?: 'today';
  readonly weight?: string;
}

/** Derives a value from an object once and keeps it. */
export function keptWith<Thing extends object, Made>(make: (thing: Thing) => Made): (thing: Thing) => Made {
  const made = new WeakMap<Thing, Made>();
  return (thing) => {
    const known = made.get(thing) ?? make(thing);
    made.set(thing, known);
    return known;
  };
}

/** Groups things by a name. */
export function collected<Thing>(
  things: Iterable<Thing>,
  name: (thing: Thing) => string,
): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const group = groups.get(name(thing));
    if (group) group.push(thing);
    else groups.set(name(thing), [thing]);
  }
  return groups;
}

/** Notes without duplicates; one of several members is of all of them. */
export const distinct = (notes: readonly Note[]): Note[] =>
  [...collected(notes, ({ text }) => `${text.en} | ${text.es}`).values()].map((same) => {
    const { text, mandatory } = same[0]!;
    if (same.some(({ whose }) => !whose)) return { text, mandatory };
    return { text, mandatory, whose: same.flatMap(({ whose = [] }) => whose) };
  });

const SURE: readonly Status[] = ['stated', 'inferred', 'assumed'];
/** The period of a computed figure is only as certain as the least certain of its parts (ruling 20). */
export const leastSure = (statuses: readonly Status[]): Status =>
  [...SURE].reverse().find((status) => statuses.includes(status)) ?? 'stated';
