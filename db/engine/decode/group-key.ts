/**
 * Where the rows of a series belong in an answer: their series in codes, and on each axis that is combined the
 * target that they are a part of.
 */
import type { Note } from '../../../stats/model/catalogue.ts';
import type { SeriesKey } from '../../../stats/model/observation.ts';
import { memoizeByObject } from '../../../stats/memoize.ts';
import type { Basis } from '../../../stats/time/period.ts';
import type { Codes, ReleaseIndex } from '../../releases.ts';
import type { AxisPlan, Plan, Target } from '../plan/plan.ts';

/** How rows become cells: as published; members combined; months, or what a sparse table leaves out, added up. */
export type GroupKind = 'published' | 'combined' | 'summed';

/** An axis on which members are combined; `ids` is the column of rows that names those that are there. */
export interface CombinedAxis {
  readonly ids: 'areas' | 'origins' | 'breakdowns';
  readonly target: Target;
  readonly codes: Codes;
}

export interface GroupKey {
  readonly kind: GroupKind;
  readonly key: SeriesKey;
  /** Areas, then origins, then breakdowns; none for rows as published, and for single series over their months. */
  readonly combined: readonly CombinedAxis[];
  /** Why what is combined here may not be, if it may not. */
  readonly refused: Target['refused'];
  /** What must be said of the members of what is combined here, each text once. */
  readonly notes: readonly Note[];
}

export const codeOf = (codes: Codes, id: number): string => codes.codeOf.get(id) ?? '';

/**
 * Reads places from their texts: kind, target, area, origin, breakdown, source, basis and definition. Rows that are
 * combined now have on each axis the number of their target, or the key of their code where there is no list of
 * them, and no target (`-`). Rows of a rollup have keys, and on its axis the number of the target; `=` where it
 * adds up the months of single series.
 */
export function groupKeyReader(plan: Plan, index: ReleaseIndex): (text: string) => GroupKey {
  const axes = [
    { ids: 'areas', targets: plan.areas, codes: index.areas },
    { ids: 'origins', targets: plan.origins, codes: index.areas },
    { ids: 'breakdowns', targets: plan.breakdowns, codes: index.breakdowns },
  ] as const;
  return (text) => {
    const [kind = '', rolled = '', ...rest] = text.split(' ');
    const keys = rest.slice(0, 3).map(Number);
    const [source = '', basis = '', ...definition] = rest.slice(3);
    const target = (targets: AxisPlan, key: number): Target | null => {
      if (targets === null || kind === 'published' || rolled === '=') return null;
      if (rolled === '-') return targets[key] ?? null;
      return targets.some((one) => one.combined) ? (targets[Number(rolled)] ?? null) : null;
    };
    const places = axes.map(({ ids, targets, codes }, i) => {
      const key = keys[i] ?? 0;
      const found = target(targets, key);
      return { ids, codes, target: found, code: found?.code ?? codeOf(codes, key) };
    });
    const [area, origin, breakdown] = places;
    const combined = places.flatMap(({ ids, codes, target: found }): CombinedAxis[] =>
      found?.combined ? [{ ids, codes, target: found }] : [],
    );
    const notes = combined.flatMap((one) => one.target.note ?? []);
    return {
      kind: kind as GroupKind,
      key: {
        indicator: plan.indicator.id,
        source: codeOf(index.sources, Number(source)),
        area: area?.code ?? '',
        counterpart: origin?.code ?? '',
        breakdown: breakdown?.code ?? '',
        definition: definition.join(' '),
        basis: basis as Basis,
      },
      combined,
      refused: combined.map((one) => one.target.refused).find((reason) => reason !== null) ?? null,
      notes: [...new Map(notes.map((one) => [one.text.en, one])).values()],
    };
  };
}

/** The members of a target that never change; null where they do. */
const lasting = memoizeByObject(({ members }: Target) =>
  members.every((one) => one.from === '-infinity' && one.to === 'infinity')
    ? members.map((one) => one.code)
    : null,
);

/** The members that a target should have on a day. */
const expectedOf = (target: Target, day: string): readonly string[] =>
  lasting(target) ??
  target.members
    .filter((one) => one.from <= day || one.from === '-infinity')
    .filter((one) => one.to === 'infinity' || day < one.to)
    .map((one) => one.code);

/** The members that a place should have in a period that begins on `start`; null: nobody knows when it began. */
export const membersOf = ({ combined }: GroupKey, start: string | null): readonly string[] =>
  pairs(combined.map(({ target }) => expectedOf(target, start ?? '-infinity')));

/** The name of the member that is `i` in lists of keys: its codes on the axes that are combined. */
export const memberAt = (
  { combined }: GroupKey,
  keys: { readonly [Axis in CombinedAxis['ids']]?: readonly number[] | null },
  i: number,
): string => combined.map(({ ids, codes }) => codeOf(codes, keys[ids]?.[i] ?? 0)).join(' × ');

/** Every member of one axis with every member of the next: a member is named by its codes on all of them. */
const pairs = ([first = [], ...axes]: readonly (readonly string[])[]): readonly string[] =>
  axes.reduce<readonly string[]>(
    (all, codes) => all.flatMap((one) => codes.map((code) => `${one} × ${code}`)),
    first,
  );
