/**
 * The catalogue: what each code means, in both languages. A copy is frozen with each release, because names,
 * notes and groups reach the pinned bytes too. A Catalogue is plain data and is kept as JSON.
 */
import type { Break } from './break.ts';
import type { CountingUnit } from './counting-unit.ts';
import type { Additivity, Measure } from './measure.ts';
import type { Basis } from '../time/period.ts';
import type { Text } from '../language.ts';

export const AREA_KINDS = ['country', 'city', 'group', 'all', 'none', 'other', 'unknown'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

/** A place or a set of places. Countries are ISO 3166-1 alpha-3, cities UN/LOCODE, groups slugs. */
export interface Area {
  readonly code: string;
  readonly kind: AreaKind;
  readonly name: Text;
  /** For a city: the country it lies in, so that overlap is seen. */
  readonly within?: string;
  /** For a city: which limits its figures are of, such as `municipality`; absent: nobody says. */
  readonly limits?: string;
  /** Fewer than 100,000 people live there: one case more or less changes a rate much (docs/rules.md#few-cases). */
  readonly smallPopulation?: boolean;
  /** For a group: its members; `note` says what is left out (`Excludes Mexico`). */
  readonly members?: readonly Member[];
  readonly note?: Text;
}

/** Membership in a group, true in the world from `from` to `to` (both may be absent: always). */
export interface Member {
  readonly area: string;
  readonly from?: string;
  readonly to?: string;
}

/**
 * A text that belongs to a figure, an indicator or a group. A mandatory note is shown wherever its number is.
 */
export interface Note {
  readonly text: Text;
  readonly mandatory: boolean;
}

/** A set of codes on one axis that are disjoint and exhaustive: the only sets a sum may run over. */
export interface PartScheme {
  readonly scheme: string;
  readonly axis: 'origin' | 'breakdown';
  readonly codes: readonly string[];
  /** For shares: `shared`, the parts have one denominator; `split`, each has its own. */
  readonly denominator?: 'shared' | 'split';
}

/**
 * A way of counting within one indicator; for shares it says what the denominator is
 * (docs/rules.md#denominator-is-definition).
 */
export interface Definition {
  readonly code: string;
  /** A few words for a label: `of those decided on the merits`. */
  readonly name: Text;
  readonly text: Text;
  /** What is counted; absent: what the indicator counts. */
  readonly counts?: CountingUnit;
}

export interface Indicator {
  readonly id: string;
  readonly measure: Measure;
  readonly title: Text;
  readonly definition: Text;
  /** `code` is the unit in data (`per 100k population`), `label` what stands above an axis. */
  readonly unit: { readonly code: string; readonly label: Text };
  /** For rates: per how many people. */
  readonly per?: number;
  /** Decimals that a reader is shown; downloads hold every digit. */
  readonly decimals: number;
  /** Whose area it speaks of: where it happened, whose nationality, where it was decided. */
  readonly areaRole: Text;
  /** What the second area is, where there is one. */
  readonly counterpartRole?: Text;
  /** What is counted: `events`, `persons`, `cases`, `money`, `distance`. */
  readonly counted: string;
  readonly additive: Additivity;
  readonly signed: boolean;
  /** The bases a query means when it names none; the first is the main one. */
  readonly bases: readonly Basis[];
  /** For rates: the indicator that weights groups. */
  readonly weight?: { readonly indicator: string; readonly source: string };
  /** Sources in order of preference; primary ones first, then compiled, then secondary. */
  readonly sources: readonly string[];
  readonly definitions: readonly Definition[];
  readonly parts: readonly PartScheme[];
  readonly notes: readonly Note[];
  /** Every figure is a minimum by its nature: what nobody found or recorded is missing from it. */
  readonly minimum?: boolean;
  /** What the figures of two areas may differ in though they have one definition, as a sentence. */
  readonly differs?: Text;
  /** Stands before the others of its measure in the catalogue. */
  readonly featured?: boolean;
  /** The query whose latest figure stands for the indicator in the catalogue; absent: the default question. */
  readonly headline?: string;
  /** The question that the page opens with when its address asks none; data addresses know nothing of it. */
  readonly opening?: string;
}

/**
 * `primary`: by those who counted. `compiled`: by somebody who collected or reworked the counts of others, its
 * producer. `secondary`: by somebody who quoted them.
 */
export const SOURCE_KINDS = ['primary', 'compiled', 'secondary'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/**
 * How a source disguises small numbers so that nobody is recognised: which printed number stands for which counts.
 * @example { printed: 5, low: 1, high: 5 }: where 5 is printed, 1 to 5 people were counted
 */
export interface Disclosure {
  readonly stands: readonly { readonly printed: number; readonly low: number; readonly high: number }[];
  /** What a reader is told beside each such figure. */
  readonly text: Text;
}

/** What a reader chooses: a series that is updated, or one publication (docs/rules.md#source-or-edition). */
export interface Source {
  readonly id: string;
  readonly kind: SourceKind;
  readonly form: 'series' | 'publication';
  readonly title: Text;
  /** A few words for a label: `Report of November 2015`. */
  readonly shortTitle: Text;
  readonly publisher: string;
  readonly author?: string;
  /** Of a compiled source: who counted, and who compiled the file. */
  readonly producer?: string;
  readonly compiler?: string;
  readonly published: string;
  readonly url?: string;
  readonly licence: { readonly name: string; readonly url?: string };
  readonly redistribute: 'yes' | 'no' | 'unknown';
  readonly redistributeReason: string;
  readonly note?: Text;
  readonly disclosure?: Disclosure;
}

/** The file a row was read from. */
export interface Edition {
  /** `<source>@<vintage>`, for example `world-bank-population@2026-03-06`. */
  readonly id: string;
  readonly source: string;
  /** Date published; `2015-11` where only the month is known. */
  readonly vintage: string;
  readonly accessed: string;
  readonly sha256: string;
}

/**
 * A breakdown dimension and its codes; the breakdown of a series is a tuple `dimension=code;...`, `_T` is the
 * total.
 */
export interface Dimension {
  readonly id: string;
  readonly name: Text;
  readonly codes: readonly { readonly code: string; readonly name: Text }[];
}

/** What it means that a row is not in a table: nothing to count, or nothing said. */
export const ABSENCES = ['zero', 'not-published'] as const;

/**
 * That a source published its table of an indicator for every period of a basis from one to another, as far as
 * our own tables hold it.
 * @example { indicator: 'border-encounters', source: 'ohss-encounters-citizenship', basis: 'month',
 *   from: '2013-10', to: '2024-11', absent: 'zero', provisional: false }: a nationality without a row in May 2019 had none
 */
export interface Tabulated {
  readonly indicator: string;
  readonly source: string;
  readonly basis: Basis;
  /** First and last period, as texts. */
  readonly from: string;
  readonly to: string;
  readonly absent: (typeof ABSENCES)[number];
  /** The source says that it may change yet. */
  readonly provisional: boolean;
  /** Where zeros were left out after rounding: to the nearest so many, so that one is 0 to half of that. */
  readonly rounding?: number;
}

export interface Catalogue {
  readonly indicators: readonly Indicator[];
  readonly areas: readonly Area[];
  readonly dimensions: readonly Dimension[];
  readonly sources: readonly Source[];
  readonly editions: readonly Edition[];
  /** Moments at which a series stops being like itself. Absent in releases before 1.1.0. */
  readonly breaks?: readonly Break[];
  /** Which periods a source published at all. Absent in releases before 1.1.0. */
  readonly tabulations?: readonly Tabulated[];
}

/** The published release that a catalogue belongs to. */
export interface Release {
  readonly version: string;
  readonly date: string;
  readonly note: Text;
  readonly contentHash: string;
}
