/**
 * Where the rows of a series belong in an answer: their series in codes, and on each axis that is combined the
 * target that they are a part of.
 */
import type { Note } from '../../../stats/model/catalogue.ts';
import type { SeriesKey } from '../../../stats/model/observation.ts';
import { memoizeByObject } from '../../../stats/memoize.ts';
import type { Basis } from '../../../stats/time/period.ts';
import type { Codes, ReleaseIndex } from '../../releases.ts';
import type { GroupKind } from '../plan/group-kind.ts';
import type { AxisPlan, Plan, Target } from '../plan/plan.ts';

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
  /** The notes on the members of the targets, each text once. */
  readonly notes: readonly Note[];
}

export const codeOf = (codes: Codes, id: number): string => codes.codeOf.get(id) ?? '';

/**
 * Reads group keys from their texts: kind, target, area, origin, breakdown, source, basis and definition. Rows that are
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
      return targets.some((listed) => listed.combined) ? (targets[Number(rolled)] ?? null) : null;
    };
    const codesOnAxes = axes.map(({ ids, targets, codes }, i) => {
      const key = keys[i] ?? 0;
      const combining = target(targets, key);
      return { ids, codes, target: combining, code: combining?.code ?? codeOf(codes, key) };
    });
    const [area, origin, breakdown] = codesOnAxes;
    const combined = codesOnAxes.flatMap(({ ids, codes, target: combining }): CombinedAxis[] =>
      combining?.combined ? [{ ids, codes, target: combining }] : [],
    );
    const notes = combined.flatMap((axis) => axis.target.note ?? []);
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
      refused: combined.map((axis) => axis.target.refused).find((reason) => reason !== null) ?? null,
      notes: [...new Map(notes.map((note) => [note.text.en, note])).values()],
    };
  };
}

/** The members of a target that never change; null where they do. */
const lasting = memoizeByObject(({ members }: Target) =>
  members.every((member) => member.from === '-infinity' && member.to === 'infinity')
    ? members.map((member) => member.code)
    : null,
);

/** The members that a target should have on a day. */
const expectedOf = (target: Target, day: string): readonly string[] =>
  lasting(target) ??
  target.members
    .filter((member) => member.from <= day || member.from === '-infinity')
    .filter((member) => member.to === 'infinity' || day < member.to)
    .map((member) => member.code);

/** The members that a combined cell should have in a period that begins on `start`; null where its start is unknown. */
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
    (all, codes) => all.flatMap((name) => codes.map((code) => `${name} × ${code}`)),
    first,
  );
