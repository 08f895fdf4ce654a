/** Columns in groups that have the same figures each: cities over an index and its change. */
import type { AreaTable } from '../aliases/areas.ts';
import { alternatives, distinct } from './patterns.ts';
import type { SpreadColumns } from './spread-columns.ts';

/** Headings over the same figures each: `Sucre` and `La Paz` over `Index` and `Change`. */
export function groupSpread(
  names: readonly string[],
  groups: readonly (string | null)[],
  areas: AreaTable,
): SpreadColumns | null {
  const byGroup = new Map<string, { at: number; what: string }[]>();
  for (const [at, group] of groups.entries()) {
    const name = names[at] ?? '';
    if (group === null || at === 0 || !name.startsWith(`${group} `)) continue;
    byGroup.set(group, [...(byGroup.get(group) ?? []), { at, what: name.slice(group.length + 1) }]);
  }
  const [first, ...others] = [...byGroup.values()].map((columns) => columns.map(({ what }) => what));
  const isAlike = others.every(
    (whats) => whats.length === first?.length && whats.every((what, i) => what === first[i]),
  );
  if (!first || others.length === 0 || !isAlike) return null;
  const texts = [...byGroup.keys()];
  const columns = [...byGroup.values()].flat();
  const known = texts.filter((text) => areas.knows(text, 'name')).length;
  return {
    at: columns.map(({ at }) => at),
    columns: `^(${alternatives(texts)}) (${alternatives(distinct(first))})$`,
    names: ['group', 'what'],
    period: null,
    part: null,
    formats: [],
    isFiscal: false,
    area: known > texts.length / 2 ? 'group' : null,
    what: {
      column: 'what',
      texts: new Map(first.map((what, i) => [what, [...byGroup.values()].map((its) => its[i]?.at ?? 0)])),
    },
    ...(known > texts.length / 2 ? {} : { group: { column: 'group', texts } }),
    doubt: null,
  };
}
