/**
 * Plans a query against a release. Each of the three axes (area, origin, breakdown) becomes either all codes
 * on file, each separately, or a list of targets. A combined target stands for its members.
 */
import { QUERY_PROBLEMS } from '../../../stats/wording/problems.ts';
import type { Area, Catalogue, Indicator, Note } from '../../../stats/model/catalogue.ts';
import { anyOverlap } from '../../../stats/model/area-overlap.ts';
import { isCombinable } from '../../../stats/aggregate/combine.ts';
import { membersOn } from '../../../stats/query/membership.ts';
import { ALL, NONE } from '../../../stats/model/observation.ts';
import { memoizeByObject, memoize } from '../../../stats/memoize.ts';
import { BadQuery, malformed } from '../../../stats/problem.ts';
import type { Codes, ReleaseIndex } from '../../releases.ts';
import { membershipNote } from '../../../stats/format/membership.ts';
import type { Membership, Query } from '../../../stats/model/query.ts';

/** A member of a target, valid in the real world from `from` up to but not including `to`. */
export interface TargetMember {
  readonly id: number;
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

/** A single code on an axis, or several combined. */
export interface Target {
  readonly code: string;
  readonly combined: boolean;
  readonly members: readonly TargetMember[];
  readonly refused: 'overlap' | 'not-additive' | null;
  /** For parts of a share: whether they all have the same denominator. */
  readonly sharedDenominator: boolean;
  /** The mandatory note on its members. */
  readonly note: Note | null;
}

/** An axis: every code on file, each separately (null), or targets. */
export type AxisPlan = readonly Target[] | null;

export interface Plan {
  readonly indicator: Indicator;
  readonly query: Query;
  readonly areas: AxisPlan;
  readonly origins: AxisPlan;
  readonly breakdowns: AxisPlan;
  /** The most rows to send; if absent, all of them. */
  readonly mostRows?: number;
}

/** The areas of a catalogue by code. */
export const areasByCode = memoizeByObject(
  ({ areas }: Catalogue): ReadonlyMap<string, Area> => new Map(areas.map((area) => [area.code, area])),
);

/** Whether any target of a plan combines several members. */
export const combines = (plan: Plan): boolean =>
  [plan.areas, plan.origins, plan.breakdowns].some((axis) => axis?.some((target) => target.combined));

const ALWAYS = { from: '-infinity', to: 'infinity' };

const single = (code: string, id: number | undefined): Target => ({
  code,
  combined: false,
  // A code without series gets a key that matches nothing.
  members: [{ id: id ?? 0, code, ...ALWAYS }],
  refused: null,
  sharedDenominator: false,
  note: null,
});

/**
 * Whether a member would be counted twice because it lies within another: a city and its country, a country
 * and its group, or anything together with `_T`. A country whose memberships overlap in time would be counted
 * twice as well.
 */
function overlaps(members: readonly TargetMember[], areas: ReadonlyMap<string, Area>): boolean {
  const codes = members.map((member) => member.code);
  if (anyOverlap(codes, areas)) return true;
  const first = new Map<string, TargetMember>();
  return members.some((member) => {
    const other = first.get(member.code);
    first.set(member.code, member);
    return other !== undefined && isBefore(member.from, other.to) && isBefore(other.from, member.to);
  });
}

const isBefore = (a: string, b: string): boolean =>
  a !== b && (a === '-infinity' || b === 'infinity' || (b !== '-infinity' && a !== 'infinity' && a < b));

/** The indicator of a query. @throws Error if the release does not have it; callers check this before */
export function indicatorOf(query: Query, { catalogue, release }: ReleaseIndex): Indicator {
  const indicator = catalogue.indicators.find((entry) => entry.id === query.indicator);
  if (indicator) return indicator;
  throw new Error(`release ${release.version} has no indicator ${query.indicator}`);
}

/** A group of a release, for any query. */
interface Group extends Pick<Target, 'members' | 'note'> {
  readonly overlap: boolean;
}

const groupsOf = memoizeByObject((index: ReleaseIndex) =>
  memoize((which: Membership) => memoize((code: string) => makeGroup(index, code, which))),
);

function makeGroup(index: ReleaseIndex, code: string, which: Membership): Group {
  const areas = areasByCode(index.catalogue);
  const area = areas.get(code);
  const today = which === 'today';
  const members = (area && today ? membersOn(area, index.release.date) : (area?.members ?? [])).map(
    (member) => ({
      id: index.areas.idOf.get(member.area) ?? 0,
      code: member.area,
      from: (today ? undefined : member.from) ?? ALWAYS.from,
      to: (today ? undefined : member.to) ?? ALWAYS.to,
    }),
  );
  const note = area ? membershipNote(area, which, index.release) : null;
  return { members, note, overlap: overlaps(members, areas) };
}

/** What is said of the members of several groups, as one note. */
function joinedNote(notes: readonly Note[]): Note | null {
  const [first, ...others] = notes;
  if (!first || others.length === 0) return first ?? null;
  const text = (language: 'en' | 'es'): string => notes.map((note) => note.text[language]).join(' ');
  return { text: { en: text('en'), es: text('es') }, mandatory: notes.some(({ mandatory }) => mandatory) };
}

export function planQuery(query: Query, index: ReleaseIndex): Plan {
  const indicator = indicatorOf(query, index);
  const areas = areasByCode(index.catalogue);
  const notAdditive = isCombinable(indicator) ? null : 'not-additive';
  const group = (code: string): Target => {
    const { members, note, overlap } = groupsOf(index)(query.members ?? 'of-the-day')(code);
    const refused = overlap ? 'overlap' : notAdditive;
    return { code, combined: true, members, refused, sharedDenominator: false, note };
  };
  const combine = (codes: readonly string[], keys: Codes, sharedDenominator = false): Target => {
    const members = codes.map((code) => ({ id: keys.idOf.get(code) ?? 0, code, ...ALWAYS }));
    const refused = overlaps(members, areas) ? 'overlap' : notAdditive;
    return { code: codes.join('+'), combined: true, members, refused, sharedDenominator, note: null };
  };
  // A group in a list may be on file itself, or only its members: the list is asked in both ways, and one answers.
  const listed = (codes: readonly string[]): Target[] => {
    const whole = combine(codes, index.areas);
    const groups = codes.filter(isGroup);
    if (groups.length === 0) return [whole];
    const parts = codes.map((code) => (isGroup(code) ? group(code) : combine([code], index.areas)));
    const note = joinedNote(parts.flatMap((part) => part.note ?? []));
    const members = new Map(
      parts.flatMap((part) => part.members.map((member) => [`${member.code} ${member.from}`, member])),
    );
    return [whole, { ...whole, members: [...members.values()], note }];
  };
  const isGroup = (code: string): boolean => (areas.get(code)?.members?.length ?? 0) > 0;
  const separate = (codes: readonly string[]): Target[] =>
    codes.flatMap((code) => [
      single(code, index.areas.idOf.get(code)),
      ...(isGroup(code) ? [group(code)] : []),
    ]);
  return {
    indicator,
    query,
    areas: planAreas(query, separate, listed),
    origins: planOrigins(query, indicator, index, separate, listed),
    breakdowns: planBreakdowns(query, indicator, index, combine),
  };
}

function planAreas(
  query: Query,
  separate: (codes: readonly string[]) => Target[],
  combine: (codes: readonly string[]) => readonly Target[],
): AxisPlan {
  const listed = [...query.country, ...query.group];
  if (query.by.includes('area')) return listed.length > 0 ? separate(listed) : null;
  const { country, group } = query;
  if (country.length === 0 && group.length > 0) return separate(group);
  if (country.length < 2) throw new BadQuery(nothingToCombine('area', 'country=SLV~HND~GTM'));
  return [...combine(country), ...separate(group)];
}

/**
 * Without `origin` in `by=`: the figures published for all origins or for none, and the sums of declared
 * parts.
 */
function planOrigins(
  query: Query,
  indicator: Indicator,
  index: ReleaseIndex,
  separate: (codes: readonly string[]) => Target[],
  combine: (codes: readonly string[]) => readonly Target[],
): AxisPlan {
  if (query.by.includes('origin')) return query.origin.length > 0 ? separate(query.origin) : null;
  if (query.origin.length > 1) return combine(query.origin);
  if (query.origin.length === 1) return separate(query.origin);
  const schemes = indicator.parts.filter((scheme) => scheme.axis === 'origin');
  if (schemes.length === 0 && index.totals.get(indicator.id)?.origin === false)
    throw new BadQuery(noTotal('origin'));
  return [...schemes.flatMap((scheme) => combine(scheme.codes)), ...separate([ALL, NONE])];
}

/** Without `breakdown` in `by=`: the published total and the sums of declared parts, or of the named ones. */
function planBreakdowns(
  query: Query,
  indicator: Indicator,
  index: ReleaseIndex,
  combine: (codes: readonly string[], keys: Codes, shared?: boolean) => Target,
): AxisPlan {
  const listed = query.breakdown;
  const alone = (code: string): Target => single(code, index.breakdowns.idOf.get(code));
  if (query.by.includes('breakdown')) return listed.length > 0 ? listed.map(alone) : null;
  const schemes = indicator.parts.filter((scheme) => scheme.axis === 'breakdown');
  const wanted = schemes.filter(
    ({ codes }) => listed.length === 0 || codes.every((code) => listed.includes(code)),
  );
  // Every code of the query must be part of a sum, or nothing is summed: no code is dropped silently.
  const summed = new Set(wanted.flatMap(({ codes }) => codes));
  if (wanted.length > 0 && listed.every((code) => summed.has(code))) {
    const sums = wanted.map(({ codes, denominator }) =>
      combine(codes, index.breakdowns, denominator === 'shared'),
    );
    return listed.length > 0 ? sums : [...sums, alone(ALL)];
  }
  if (listed.length === 0 && index.totals.get(indicator.id)?.breakdown === false)
    throw new BadQuery(noTotal('breakdown'));
  if (listed.length < 2) return [alone(listed[0] ?? ALL)];
  // These codes are not declared disjoint and exhaustive, so the answer is a gap with that reason.
  return [{ ...combine(listed, index.breakdowns), refused: 'not-additive' }];
}

const nothingToCombine = (axis: string, example: string) =>
  malformed('by', axis, [example, 'group=northern-triangle'], QUERY_PROBLEMS.nothingToCombine(axis));

const noTotal = (axis: 'origin' | 'breakdown') =>
  malformed('by', axis, [`by=area~origin~breakdown~source`, `${axis}=`], QUERY_PROBLEMS.noTotal(axis));
