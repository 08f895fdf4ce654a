/**
 * What an answer must be, from the raw observations and the rules of `stats/aggregate/combine.ts` alone: no SQL, no
 * plan. It is slow and plain on purpose, and long because nothing of the engine is in it.
 */
import type { Summand } from '#stats/aggregate/combine.ts';
import { toFigureOrGap, isAdditive, total } from '#stats/aggregate/combine.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { floorOf, hedgeOf, highIsStrict, lowIsStrict } from '#stats/uncertainty/hedge.ts';
import type { Cell, Observation } from '#stats/model/observation.ts';
import { seriesKey } from '#stats/model/observation.ts';
import { boundsOf, intervalOf, onlyEnd } from '#stats/time/time-range.ts';
import { formatPeriod } from '#stats/time/period.ts';
import type { Asked, Place } from './reference-months.ts';
import { summedHere, summedWays } from './reference-months.ts';
import type { World } from './world.ts';
import { membershipNote } from '#stats/format/membership.ts';
import type { Query } from '#stats/model/query.ts';

const ALWAYS = { from: '0000', to: '9999-99-99' };
/** The day of the release of a world. */
const RELEASED = { date: '2026-11-22' };
const alone = (code: string): Place => ({ code, members: null, overlap: false, shared: false, note: null });

export function referenceCells({ catalogue, observations }: World, query: Query): Cell[] {
  const indicator = catalogue.indicators.find((one) => one.id === query.indicator) as Indicator;
  const all = observations.filter(
    (one) =>
      one.indicator === indicator.id && (query.source.length === 0 || query.source.includes(one.source)),
  );
  const rows = all.filter((one) => query.basis.includes(one.basis) && isWithin(one, query));
  const axes = [
    areasOf(query, catalogue),
    originsOf(query, catalogue),
    breakdownsOf(query, indicator),
  ] as const;
  const codes = (one: Observation): [string, string, string] => [one.area, one.counterpart, one.breakdown];
  const asked: Asked = {
    query,
    indicator,
    catalogue,
    rows: all,
    placesOf: (one, day) => axes.map((axis, i) => placesOf(axis, codes(one)[i] ?? '', day)),
    isWithin: (period) => isWithin({ period }, query),
    membersOn,
    published: (one) => published(one, indicator),
  };
  const summed = summedHere(
    asked,
    axes.some((axis) => axis?.some((place) => place.members !== null)),
  );
  const cells: Cell[] = [];
  const groups = new Map<string, { places: Place[]; rows: Observation[] }>();
  for (const one of rows) {
    const choices = axes.map((axis, i) => placesOf(axis, codes(one)[i] ?? '', startOf(one)));
    for (const a of choices[0] ?? []) {
      for (const o of choices[1] ?? []) {
        for (const b of choices[2] ?? []) {
          const places = [a, o, b];
          if (places.every((place) => place.members === null)) cells.push(published(one, indicator));
          else if (one.stated && !summed.includes(one.basis)) {
            const key = [
              ...places.map((place) => `${place.code} ${place.members !== null}`),
              one.source,
              formatPeriod(one.period),
            ].join(' ');
            const group = groups.get(key) ?? { places, rows: [] };
            group.rows.push(one);
            groups.set(key, group);
          }
        }
      }
    }
  }
  // Where one cell is reached in several ways: a figure before a gap, then the fewest sums, then areas first.
  const ways = [
    ...summed.flatMap((basis) => summedWays(asked, basis)),
    ...[...groups.values()].map((group) => ({
      sums: group.places.map((place) => (place.members ? 1 : 0)),
      cell: combined(group.places, group.rows, {
        query,
        indicator,
        observations,
        weighted: axes[0]?.some((place) => place.members !== null) ?? false,
      }),
    })),
  ].sort(
    (x, y) =>
      Number(x.cell.gap !== null) - Number(y.cell.gap !== null) ||
      x.sums.filter(Boolean).length - y.sums.filter(Boolean).length ||
      (x.sums.join('') > y.sums.join('') ? -1 : 1),
  );
  const reached = new Set<string>();
  for (const { cell } of ways) {
    const key = `${seriesKey(cell)} ${formatPeriod(cell.period)}`;
    if (!reached.has(key)) cells.push(cell);
    reached.add(key);
  }
  return onlyWanted(cells, query);
}

/** Days compare as texts; an unknown start lies before all days, an open end after. */
const startOf = (one: Pick<Observation, 'period'>): string => one.period.start ?? '';
const endOf = (one: Pick<Observation, 'period'>): string => one.period.end ?? '~';

function isWithin(one: Pick<Observation, 'period'>, query: Query): boolean {
  const interval = intervalOf(query.time);
  if (interval) return one.period.start === interval.start && one.period.end === interval.end;
  const { start, end } = boundsOf(query.time);
  const first = one.period.start ?? one.period.end ?? '';
  const last = one.period.end ?? one.period.start ?? '';
  return (start === null || first >= start) && (end === null || last <= end);
}

function onlyWanted(cells: readonly Cell[], query: Query): Cell[] {
  const only = onlyEnd(query.time);
  if (!only) return [...cells];
  const ends = cells
    .map(endOf)
    .filter((end) => end !== '~')
    .sort();
  const wanted = (only === 'latest' ? ends.at(-1) : ends[0]) ?? '~';
  return cells.filter((cell) => endOf(cell) === wanted);
}

function areasOf(query: Query, { areas }: Catalogue): Place[] | null {
  const groups = query.group.flatMap((code) => [alone(code), groupOf(code, areas, query)]);
  if (query.by.includes('area')) {
    return query.country.length + query.group.length > 0 ? [...query.country.map(alone), ...groups] : null;
  }
  const within = (code: string): string | undefined => areas.find((one) => one.code === code)?.within;
  const overlap = query.country.some((code) => query.country.includes(within(code) ?? ''));
  return query.country.length > 0 ? [together(query.country, overlap), ...groups] : groups;
}

/** A group, of its own time or as it is now; all ends of memberships in a world lie before its release. */
function groupOf(code: string, areas: Catalogue['areas'], { members: asked }: Query): Place {
  const area = areas.find((one) => one.code === code);
  const members = (area?.members ?? []).map((one) => ({
    code: one.area,
    from: one.from ?? ALWAYS.from,
    to: one.to ?? ALWAYS.to,
  }));
  return {
    ...together([], false),
    code,
    members:
      asked === 'today'
        ? members.filter(({ to }) => to === ALWAYS.to).map((one) => ({ ...one, ...ALWAYS }))
        : members,
    note: area ? membershipNote(area, asked ?? 'of-the-day', RELEASED) : null,
  };
}

const together = (codes: readonly string[], overlap: boolean, shared = false): Place => ({
  code: codes.join('+'),
  members: codes.map((code) => ({ code, ...ALWAYS })),
  overlap,
  shared,
  note: null,
});

function originsOf(query: Query, { areas }: Catalogue): Place[] | null {
  const { origin } = query;
  if (!query.by.includes('origin') && origin.length > 1) return [together(origin, origin.includes('_T'))];
  if (origin.length === 0) return query.by.includes('origin') ? null : [alone('_T'), alone('_Z')];
  const isGroup = (code: string): boolean => areas.some((one) => one.code === code && one.members);
  return origin.flatMap((code) =>
    isGroup(code) ? [alone(code), groupOf(code, areas, query)] : [alone(code)],
  );
}

function breakdownsOf(query: Query, indicator: Indicator): Place[] | null {
  if (query.by.includes('breakdown')) return query.breakdown.length > 0 ? query.breakdown.map(alone) : null;
  const sums = indicator.parts.map((scheme) =>
    together(scheme.codes, false, scheme.denominator === 'shared'),
  );
  return query.breakdown.length > 0 && sums.length > 0 ? sums : [...sums, alone('_T')];
}

/** Where on an axis a code counts: by itself, and in whatever it was a member of on a day. */
function placesOf(axis: Place[] | null, code: string, day: string): Place[] {
  if (axis === null) return [alone(code)];
  return axis.filter((place) =>
    place.members === null ? place.code === code : membersOn(place, day).includes(code),
  );
}
const membersOn = (place: Place, day: string): string[] =>
  (place.members ?? [])
    .filter(({ from, to }) => (from === ALWAYS.from || from <= day) && day < to)
    .map(({ code }) => code);

function published(one: Observation, { signed }: Indicator): Cell {
  const stated = one.gap ? null : one.stated;
  const { words } = stated ? hedgeOf(stated, floorOf(signed)) : { words: new Set<never>() };
  const { periodStatus, period, numerator, denominator, attributedTo, locator, printed } = one;
  return {
    ...common(one),
    period,
    periodStatus,
    stated,
    lowInclusive: stated?.low == null ? null : !lowIsStrict(words),
    highInclusive: stated?.high == null ? null : !highIsStrict(words),
    intervalKind: stated ? one.intervalKind : 'none',
    numerator,
    denominator,
    gap: one.gap ? { code: one.gap, missing: [] } : null,
    coverage: null,
    computed: null,
    editions: [one.edition],
    attributedTo,
    locator,
    printed,
    notes: one.note ? [one.note] : [],
  };
}

const populations = new WeakMap<readonly Observation[], ReadonlyMap<string, Observation>>();
/** Populations of a world by source, place and year. */
function populationsOf(all: readonly Observation[], indicator: string): ReadonlyMap<string, Observation> {
  const known =
    populations.get(all) ??
    new Map(
      all
        .filter((one) => one.indicator === indicator && one.stated?.value != null)
        .map((one) => [`${one.source} ${one.area} ${endOf(one).slice(0, 4)}`, one]),
    );
  populations.set(all, known);
  return known;
}

const common = ({ indicator, source, area, counterpart, breakdown, definition, basis }: Observation) => ({
  indicator,
  source,
  area,
  counterpart,
  breakdown,
  definition,
  basis,
});

function combined(
  places: readonly Place[],
  rows: readonly Observation[],
  asked: { query: Query; indicator: Indicator; observations: readonly Observation[]; weighted: boolean },
): Cell {
  const { query, indicator, observations, weighted } = asked;
  const [first] = rows as [Observation];
  const floor = floorOf(indicator.signed);
  const known = weighted && indicator.weight ? populationsOf(observations, indicator.weight.indicator) : null;
  const weigher = query.weight ?? indicator.weight?.source ?? '';
  const people = (code: string): Observation | undefined =>
    known?.get(`${weigher} ${code} ${endOf(first).slice(0, 4)}`);
  const name = (one: Observation): string =>
    [one.area, one.counterpart, one.breakdown].filter((_, i) => places[i]?.members).join(' × ');
  const parts = rows.map((one): Summand => ({
    member: name(one),
    hedge: hedgeOf(one.stated as NonNullable<Observation['stated']>, floor),
    intervalKind: one.intervalKind,
    numerator: one.numerator,
    denominator: one.denominator,
    whole: `${one.area} ${one.counterpart}`,
    weight: people(one.area)?.stated?.value ?? null,
  }));
  const expected = places
    .filter((place) => place.members)
    .map((place) => membersOn(place, startOf(first)))
    .reduce((all, codes) => all.flatMap((a) => codes.map((code) => (a ? `${a} × ${code}` : code))), ['']);
  const only = places.filter((place) => place.members).length === 1 && places[0]?.members;
  const weights = only ? expected.map((code) => people(code)?.stated?.value ?? null) : [null];
  const sums = total(indicator.measure, parts, places[2]?.shared ?? false);
  const result = toFigureOrGap(
    indicator.measure,
    { ...sums, unweighted: expected.filter((member) => sums.unweighted.includes(member)) },
    {
      members: expected,
      weight: weights.includes(null) ? null : weights.reduce<number>((a, b) => a + (b ?? 0), 0),
      coverage: query.coverage,
      refused: places.some((place) => place.overlap)
        ? 'overlap'
        : isAdditive(indicator.measure, indicator.additive)
          ? null
          : 'not-additive',
      weightable: Boolean(only),
      ...(indicator.per ? { per: indicator.per } : {}),
      floor,
    },
  );
  const at = (i: number, code: string): string => (places[i]?.members ? (places[i]?.code ?? '') : code);
  const weighers = indicator.measure === 'rate' ? rows.flatMap((one) => people(one.area) ?? []) : [];
  const said = places.flatMap((place) => place.note ?? []);
  const notes = new Map(rows.flatMap((one) => (one.note ? [[one.note.text.en, one.note] as const] : [])));
  return {
    ...common(first),
    area: at(0, first.area),
    counterpart: at(1, first.counterpart),
    breakdown: at(2, first.breakdown),
    period: first.period,
    periodStatus: rows.some((one) => one.periodStatus === 'assumed') ? 'assumed' : 'stated',
    ...result,
    editions: [...new Set([...rows, ...weighers].map((one) => one.edition))].sort(),
    attributedTo: null,
    locator: null,
    printed: null,
    notes: [...notes.values(), ...new Map(said.map((one) => [one.text.en, one])).values()].sort((a, b) =>
      a.text.en < b.text.en ? -1 : 1,
    ),
  };
}
