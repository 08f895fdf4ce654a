/**
 * Where the rows of a series belong in an answer: the codes of the series, and its target on each combined
 * axis.
 */
import type { Note, NoteSubject } from '../../../stats/model/catalogue.ts';
import { distinctNotes } from '../../../stats/model/notes.ts';
import type { SeriesKey } from '../../../stats/model/observation.ts';
import { memoizeByObject } from '../../../stats/memoize.ts';
import type { Basis } from '../../../stats/time/period.ts';
import type { Codes, ReleaseIndex } from '../../releases.ts';
import type { GroupKind } from '../plan/group-kind.ts';
import type { AxisPlan, Plan, Target } from '../plan/plan.ts';

/**
 * An axis on which members are combined. `ids` is the column with the keys of the members that a row
 * contains.
 */
export interface CombinedAxis {
  readonly ids: 'areas' | 'origins' | 'breakdowns';
  readonly target: Target;
  readonly codes: Codes;
}

export interface GroupKey {
  readonly kind: GroupKind;
  readonly key: SeriesKey;
  /**
   * Areas, then origins, then breakdowns. Empty for published rows, and for single series summed over their
   * months.
   */
  readonly combined: readonly CombinedAxis[];
  /** Why these members must not be combined, if so. */
  readonly refused: Target['refused'];
  /** The notes on the members of the targets, without duplicates. */
  readonly notes: readonly Note[];
}

export const codeOf = (codes: Codes, id: number): string => codes.codeOf.get(id) ?? '';

/**
 * Parses group keys: kind, target, area, origin, breakdown, source, basis and definition. Rows that this
 * statement combined have on each axis the number of their target, or the key of their code if the axis has
 * no list; their target is `-`. Rows of a rollup have keys, and the number of the target on its axis; the
 * target is `=` if the rollup adds up the months of single series.
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
      notes: distinctNotes(notes),
    };
  };
}

/** The members of a target whose membership never changes; null for other targets. */
const lasting = memoizeByObject(({ members }: Target) =>
  members.every((member) => member.from === '-infinity' && member.to === 'infinity')
    ? members.map((member) => member.code)
    : null,
);

/** The expected members of a target on a day. */
const expectedOf = (target: Target, day: string): readonly string[] =>
  lasting(target) ??
  target.members
    .filter((member) => member.from <= day || member.from === '-infinity')
    .filter((member) => member.to === 'infinity' || day < member.to)
    .map((member) => member.code);

/**
 * The expected members of a combined cell in a period that begins on `start`; null if its start is unknown.
 */
export const membersOf = ({ combined }: GroupKey, start: string | null): readonly string[] =>
  pairs(combined.map(({ target }) => expectedOf(target, start ?? '-infinity')));

/** The name of member `i` in the lists of keys: its codes on the combined axes. */
export const memberAt = (
  { combined }: GroupKey,
  keys: { readonly [Axis in CombinedAxis['ids']]?: readonly number[] | null },
  i: number,
): string => combined.map(({ ids, codes }) => codeOf(codes, keys[ids]?.[i] ?? 0)).join(' × ');

const FIELD_OF = { areas: 'area', origins: 'counterpart', breakdowns: 'breakdown' } as const;

/** The members that a note of a sum belongs to; null if the note names none, as that of a single series. */
export function noteSubjectsOf(
  { key, combined }: GroupKey,
  keys: { readonly [Axis in CombinedAxis['ids']]?: readonly number[] },
): readonly NoteSubject[] | null {
  const [first] = combined;
  const members = first && keys[first.ids];
  if (!members) return null;
  const { area, counterpart, breakdown } = key;
  return members.map((_, i) => ({
    area,
    counterpart,
    breakdown,
    ...Object.fromEntries(
      combined.map(({ ids, codes }) => [FIELD_OF[ids], codeOf(codes, keys[ids]?.[i] ?? 0)]),
    ),
  }));
}

/**
 * Every member of one axis paired with every member of the next. The name of a pair has its codes on all
 * axes.
 */
const pairs = ([first = [], ...axes]: readonly (readonly string[])[]): readonly string[] =>
  axes.reduce<readonly string[]>(
    (all, codes) => all.flatMap((name) => codes.map((code) => `${name} × ${code}`)),
    first,
  );
