/**
 * What is missing of an indicator: periods without a figure between the first and the last of a source, places
 * of which no source has a figure, and breakdowns that a source lacks. Derived from what is on file and from
 * what the catalogue declares.
 */
import type { Catalogue, Indicator, Source } from '../model/catalogue.ts';
import { formatPeriod, periodAround, type Basis, type Period } from '../time/period.ts';

/** What a source has figures for, on one basis. */
export interface CoveredBasis {
  readonly source: string;
  readonly basis: Basis;
  /** First days of the periods with a figure, without those that are open or unknown. */
  readonly starts: readonly string[];
  readonly areas: readonly string[];
  readonly counterparts: readonly string[];
  readonly breakdowns: readonly string[];
}

/** Periods that follow each other: `2014`, or `2020-04` to `2020-05`. */
export interface PeriodRun {
  readonly first: string;
  readonly last: string;
}

export interface MissingOfSource {
  readonly source: string;
  readonly first: string;
  readonly last: string;
  /** Periods between first and last without any figure. */
  readonly periods: readonly PeriodRun[];
  /** Dimensions by which another source of the indicator is broken down, and this one is not. */
  readonly dimensions: readonly string[];
  /** Whether another source has figures by origin, and this one has only their total. */
  readonly lacksOrigins: boolean;
  readonly more: Source['more'] | undefined;
}

export interface Missing {
  /** Sources in the order of preference. */
  readonly sources: readonly MissingOfSource[];
  /** Countries of which no source has a figure. */
  readonly places: readonly string[];
  /** The places are those of this group; null for the whole world. */
  readonly within: string | null;
}

const THE_AMERICAS = 'm49-019';
/** From this many countries on file, an indicator is about the world. */
const MANY_COUNTRIES = 100;

/** The period of a basis that begins on a day. Days are no series of periods that each have a figure. */
const periodAt = (basis: Basis, start: string): Period | null =>
  basis === 'day' ? null : periodAround(start, basis);

function after({ end, basis }: Period): Period | null {
  if (end === null) return null;
  const next = new Date(`${end}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  const day = next.toISOString().slice(0, 10);
  // Between FY1976 and FY1977 is a quarter that belongs to no fiscal year.
  return periodAt(basis, basis === 'us-fiscal-year' && day === '1976-07-01' ? '1976-10-01' : day);
}

/** The runs of periods without a figure. @param starts first days, in order */
function runsBetween(basis: Basis, starts: readonly string[]): PeriodRun[] {
  const have = new Set(starts);
  const runs: { first: string; last: string }[] = [];
  const last = starts.at(-1) ?? '';
  let wasMissing = false;
  for (
    let period = periodAt(basis, starts[0] ?? '');
    period !== null && (period.start ?? '') < last;
    period = after(period)
  ) {
    const isMissing = !have.has(period.start ?? '');
    const text = formatPeriod(period);
    const run = runs.at(-1);
    if (isMissing && wasMissing && run) run.last = text;
    else if (isMissing) runs.push({ first: text, last: text });
    wasMissing = isMissing;
  }
  return runs;
}

/** @example dimensionsIn(['_T', 'border=southwest;title=title-8']) -> border, title */
const dimensionsIn = (breakdowns: readonly string[]): Set<string> =>
  new Set(
    breakdowns
      .filter((code) => code.includes('='))
      .flatMap((code) => code.split(';').map((part) => part.split('=')[0] ?? '')),
  );

const isOrigin = (code: string): boolean => !code.startsWith('_');

/** The basis of a source that its coverage is told in: the first of the indicator that follows a calendar. */
function mainBasis(covered: readonly CoveredBasis[], { bases }: Indicator): CoveredBasis | undefined {
  const regular = covered.filter(({ basis, starts }) => periodAt(basis, starts[0] ?? '') !== null);
  return bases.flatMap((basis) => regular.find((own) => own.basis === basis) ?? [])[0] ?? regular[0];
}

function missingPlaces(
  onFile: ReadonlySet<string>,
  { areas }: Pick<Catalogue, 'areas'>,
): Pick<Missing, 'places' | 'within'> {
  const countries = areas.filter(({ kind }) => kind === 'country').map(({ code }) => code);
  const missing = (codes: readonly string[]): string[] => codes.filter((code) => !onFile.has(code));
  if (countries.filter((code) => onFile.has(code)).length >= MANY_COUNTRIES)
    return { places: missing(countries), within: null };
  const group = areas.find(({ code }) => code === THE_AMERICAS)?.members ?? [];
  const members = group.filter(({ to }) => to === undefined).map(({ area }) => area);
  const isAboutThem = members.filter((code) => onFile.has(code)).length * 2 > members.length;
  return isAboutThem ? { places: missing(members), within: THE_AMERICAS } : { places: [], within: null };
}

export function missingOf(
  covered: readonly CoveredBasis[],
  indicator: Indicator,
  catalogue: Pick<Catalogue, 'areas' | 'sources'>,
): Missing {
  const dimensions = dimensionsIn(covered.flatMap(({ breakdowns }) => breakdowns));
  const anyOrigins = covered.some(({ counterparts }) => counterparts.some(isOrigin));
  const sources = indicator.sources.flatMap((source): MissingOfSource[] => {
    const own = covered.filter((entry) => entry.source === source);
    const main = mainBasis(own, indicator);
    const [start, end] = [main?.starts[0], main?.starts.at(-1)];
    if (!main || start === undefined || end === undefined) return [];
    const [first, last] = [periodAt(main.basis, start), periodAt(main.basis, end)];
    if (!first || !last) return [];
    const has = dimensionsIn(own.flatMap(({ breakdowns }) => breakdowns));
    return [
      {
        source,
        first: formatPeriod(first),
        last: formatPeriod(last),
        periods: runsBetween(main.basis, main.starts),
        dimensions: [...dimensions].filter((id) => !has.has(id)),
        lacksOrigins: anyOrigins && !own.some(({ counterparts }) => counterparts.some(isOrigin)),
        more: catalogue.sources.find(({ id }) => id === source)?.more,
      },
    ];
  });
  return { sources, ...missingPlaces(new Set(covered.flatMap(({ areas }) => areas)), catalogue) };
}
