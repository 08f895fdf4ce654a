/**
 * The catalogue: what each code means, in both languages. Each release has a frozen copy, because names,
 * notes and groups are part of the pinned bytes too. A Catalogue is plain data, stored as JSON.
 */
import type { Break } from './break.ts';
import type { CountingUnit } from './counting-unit.ts';
import type { Additivity, Measure } from './measure.ts';
import type { Basis } from '../time/period.ts';
import type { Text } from '../language.ts';

export const AREA_KINDS = [
  'country',
  'city',
  'group',
  'all',
  'none',
  'other',
  'unknown',
  'territory',
  'state',
  'department',
  'municipality',
  'region',
] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

/** Places within a country. `state` is also a province, `region` any other part of a country that has a name. */
export const SUBNATIONAL_KINDS = ['state', 'department', 'municipality', 'city', 'region'] as const;
export const PLACE_KINDS = ['country', 'territory', ...SUBNATIONAL_KINDS] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export const isSubnational = (kind: AreaKind): kind is (typeof SUBNATIONAL_KINDS)[number] =>
  SUBNATIONAL_KINDS.some((place) => place === kind);
/** Whether an area is a place on the map, and neither a group nor a code for everybody or nobody. */
export const isPlace = (kind: AreaKind): kind is PlaceKind => PLACE_KINDS.some((place) => place === kind);

/**
 * A place or a group. Countries have ISO 3166-1 alpha-3 codes, cities UN/LOCODE, groups slugs; places of a site's own
 * data have codes of its own (`own-...`).
 */
export interface Area {
  readonly code: string;
  readonly kind: AreaKind;
  readonly name: Text;
  /** For a place within a country: the country or the larger place around it, so that overlaps are detected. */
  readonly within?: string;
  /** For a city: the limits that its figures refer to, such as `municipality`; absent if nobody states them. */
  readonly limits?: string;
  /** Fewer than 100,000 people live there, so that one case changes a rate a lot (docs/rules.md#few-cases). */
  readonly smallPopulation?: boolean;
  /** For a group: its members. `note` states what is left out (`Excludes Mexico`). */
  readonly members?: readonly Member[];
  readonly note?: Text;
}

/**
 * A membership in a group, valid in the real world from `from` to `to`. If both are absent, it is permanent.
 */
export interface Member {
  readonly area: string;
  readonly from?: string;
  readonly to?: string;
}

/**
 * A text that belongs to a figure, an indicator or a group. A mandatory note is shown wherever the figure is.
 */
export interface Note {
  readonly text: Text;
  readonly mandatory: boolean;
  /**
   * While an answer is made: the members of a figure that the note belongs to, if not to the whole figure. In
   * the answer they are named in its text (`stats/format/notes.ts`).
   */
  readonly of?: readonly NoteSubject[];
}

/** What a note belongs to: the codes of a series on the three axes. */
export interface NoteSubject {
  readonly area: string;
  readonly counterpart: string;
  readonly breakdown: string;
}

/** A set of codes on one axis that are disjoint and exhaustive. Only such sets may be summed. */
export interface PartScheme {
  readonly scheme: string;
  readonly axis: 'origin' | 'breakdown';
  readonly codes: readonly string[];
  /** For shares: `shared` if the parts have one denominator, `split` if each has its own. */
  readonly denominator?: 'shared' | 'split';
}

/**
 * A way of counting within one indicator. For shares it states the denominator
 * (docs/rules.md#denominator-is-definition).
 */
export interface Definition {
  readonly code: string;
  /** A short label: `of those decided on the merits`. */
  readonly name: Text;
  readonly text: Text;
  /** What is counted; if absent, what the indicator counts. */
  readonly counts?: CountingUnit;
}

/**
 * The population by which rates are weighted. Areas of which `source` has no figure at all, such as
 * territories, take theirs from `fallback`; an answer names them.
 */
export interface Weight {
  readonly indicator: string;
  readonly source: string;
  readonly fallback?: string;
}

export interface Indicator {
  readonly id: string;
  readonly measure: Measure;
  readonly title: Text;
  readonly definition: Text;
  /** `code` is the unit in data (`per 100k population`), `label` the text above an axis. */
  readonly unit: { readonly code: string; readonly label: Text };
  /** For rates: per how many people. */
  readonly per?: number;
  /** For amounts of money: the currency (ISO 4217), and the year of the prices if the source states it. */
  readonly currency?: string;
  readonly priceYear?: number;
  /** The decimals that are shown; downloads contain all digits. */
  readonly decimals: number;
  /** What the area means: where it happened, the nationality, where it was decided. */
  readonly areaRole: Text;
  /** What the counterpart area means, if there is one. */
  readonly counterpartRole?: Text;
  /** What is counted: `events`, `persons`, `cases`, `money`, `distance`. */
  readonly counted: string;
  readonly additive: Additivity;
  readonly signed: boolean;
  /** The bases of a query that names none; the first is the main one. */
  readonly bases: readonly Basis[];
  /** For rates and levels: the indicator that supplies the weights of groups. */
  readonly weight?: Weight;
  /** Sources in order of preference: primary ones first, then compiled, then secondary. */
  readonly sources: readonly string[];
  readonly definitions: readonly Definition[];
  readonly parts: readonly PartScheme[];
  readonly notes: readonly Note[];
  /** Every figure is a minimum by its nature: cases that nobody found or recorded are missing. */
  readonly minimum?: boolean;
  /** How the figures of two areas may differ despite having one definition, as a sentence. */
  readonly differs?: Text;
  /** Comes before the others of its measure in the catalogue. */
  readonly featured?: boolean;
  /**
   * The query whose latest figure is shown for the indicator in the catalogue; if absent, the default query.
   */
  readonly headline?: string;
  /** The query that the page opens with if its URL has none. Data URLs ignore it. */
  readonly opening?: string;
}

/**
 * `primary`: published by those who counted. `compiled`: collected or reworked from the counts of others by
 * its producer. `secondary`: quoted from others.
 */
export const SOURCE_KINDS = ['primary', 'compiled', 'secondary'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/**
 * How a source disguises small numbers to protect privacy: the range of counts that a printed number may
 * mean.
 * @example { printed: 5, low: 1, high: 5 }: where 5 is printed, 1 to 5 people were counted
 */
export interface Disclosure {
  readonly stands: readonly { readonly printed: number; readonly low: number; readonly high: number }[];
  /** The note that is shown with each such figure. */
  readonly text: Text;
}

/**
 * A source that readers can choose: a series that is updated, or a single publication
 * (docs/rules.md#source-or-edition).
 */
export interface Source {
  readonly id: string;
  readonly kind: SourceKind;
  readonly form: 'series' | 'publication';
  readonly title: Text;
  /** A short label: `Report of November 2015`. */
  readonly shortTitle: Text;
  readonly publisher: string;
  readonly author?: string;
  /** For a compiled source: `publisher` counted, `producer` compiled the file. */
  readonly producer?: string;
  readonly compiler?: string;
  readonly published: string;
  readonly url?: string;
  readonly licence: { readonly name: string; readonly url?: string };
  readonly redistribute: 'yes' | 'no' | 'unknown';
  readonly redistributeReason: string;
  readonly note?: Text;
  /** What else the publisher has that is not in this source, and where. Absent in releases before 1.5.0. */
  readonly more?: { readonly text: Text; readonly url?: string };
  readonly disclosure?: Disclosure;
}

/** The file that a row was read from. */
export interface Edition {
  /** `<source>@<vintage>`, for example `world-bank-population@2026-03-06`. */
  readonly id: string;
  readonly source: string;
  /** Date of publication; `2015-11` if only the month is known. */
  readonly vintage: string;
  readonly accessed: string;
  readonly sha256: string;
  /** What its publisher says of the figures that it changes; absent where nothing is said. */
  readonly revision?: DeclaredRevision;
}

/**
 * What kind of revision a publisher declares: `planned` on a known schedule, a new `method`, or a new
 * `population-base`. It is never concluded from the numbers.
 */
export const DECLARED_REVISIONS = ['planned', 'method', 'population-base'] as const;
export type DeclaredRevision = (typeof DECLARED_REVISIONS)[number];

/**
 * A breakdown dimension and its codes. The breakdown of a series is written `dimension=code;...`, and `_T`
 * for the total.
 */
export interface Dimension {
  readonly id: string;
  readonly name: Text;
  readonly codes: readonly { readonly code: string; readonly name: Text }[];
}

/** What a missing row in a table means: zero, or not published. */
export const ABSENCES = ['zero', 'not-published'] as const;

/**
 * States that a source published its table of an indicator for every period of a basis from `from` to `to`,
 * as far as our own tables contain it.
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
  /** The source marks it as subject to change. */
  readonly provisional: boolean;
  /**
   * If zeros were omitted after rounding: the multiple that was rounded to, so that a zero means 0 to half of
   * it.
   */
  readonly rounding?: number;
}

export interface Catalogue {
  readonly indicators: readonly Indicator[];
  readonly areas: readonly Area[];
  readonly dimensions: readonly Dimension[];
  readonly sources: readonly Source[];
  readonly editions: readonly Edition[];
  /** Days from which a series is no longer comparable with its past. Absent in releases before 1.1.0. */
  readonly breaks?: readonly Break[];
  /** The periods that a source published. Absent in releases before 1.1.0. */
  readonly tabulations?: readonly Tabulated[];
}

/** The published release that a catalogue belongs to. */
export interface Release {
  readonly version: string;
  readonly date: string;
  readonly note: Text;
  readonly contentHash: string;
  /** Whose own data is in it; absent without own data. */
  readonly publisher?: SitePublisher;
}

/** The site that publishes own data: `id` is in the numbers of its releases. */
export interface SitePublisher {
  readonly id: string;
  readonly name: string;
  readonly url?: string;
}
