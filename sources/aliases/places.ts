/**
 * The names of the catalogue beside the table of countries: cities, groups, and the places and groups of a site's own
 * data. A name that is a country's stays the country's, unless a recipe says in which country its places lie.
 */
import { aroundOf } from '#stats/model/area-overlap.ts';
import { isSubnational, type Area, type AreaKind } from '#stats/model/catalogue.ts';
import { nearest } from '#stats/nearest.ts';
import { plainName, type AreaTable, type Resolved } from './areas.ts';

export interface PlaceTable extends AreaTable {
  /**
   * A place that lies in an area, or in a place of it, by its name or its code. If a kind is named, a place of another
   * kind is another place: the state of Chihuahua is not the city.
   */
  resolveWithin(text: string, around: string, kind?: AreaKind): Resolved;
  /** Whether the catalogue has an area of this code. */
  has(code: string): boolean;
}

type NamedArea = Pick<Area, 'code' | 'kind' | 'name' | 'within'>;

/** The codes of each name. */
function byName(areas: readonly NamedArea[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { code, name } of areas) {
    for (const plain of new Set([name.en, name.es].map(plainName)))
      names.set(plain, [...(names.get(plain) ?? []), code]);
  }
  return names;
}

const TWOFOLD = (codes: readonly string[]): Resolved => ({
  problem: `is the name of ${codes.join(' and of ')}`,
  nearest: null,
});

/** @example withPlaces(table, areas).resolve('Northern Triangle', 'any') -> { code: 'northern-triangle' } */
export function withPlaces(table: AreaTable, areas: readonly NamedArea[]): PlaceTable {
  const known = new Map(areas.map((area) => [area.code, area]));
  const more = areas.filter(
    ({ kind, code }) => kind === 'group' || isSubnational(kind) || code.includes('-'),
  );
  const names = byName(more);
  const around = new Map<string, { names: ReturnType<typeof byName>; all: readonly NamedArea[] }>();
  const placesIn = (code: string): { names: ReturnType<typeof byName>; all: readonly NamedArea[] } => {
    let found = around.get(code);
    if (!found) {
      const all = areas.filter((area) => aroundOf(area.code, known).includes(code));
      around.set(code, (found = { all, names: byName(all) }));
    }
    return found;
  };
  const own = (text: string): readonly string[] =>
    known.has(text) ? [text] : (names.get(plainName(text)) ?? []);
  return {
    areas: table.areas,
    has: (code) => known.has(code),
    knows: (text, form) =>
      table.knows(text, form) || ((form === 'any' || form === 'name') && own(text.trim()).length === 1),
    resolve(text, form) {
      const found = table.resolve(text, form);
      if ('code' in found || (form !== 'any' && form !== 'name')) return found;
      const [first, ...others] = own(text.trim());
      if (first !== undefined) return others.length === 0 ? { code: first } : TWOFOLD([first, ...others]);
      const near = nearest(
        text,
        more.flatMap(({ name }) => [name.en, name.es]),
      );
      return found.nearest === null && near !== undefined ? { ...found, nearest: near } : found;
    },
    resolveWithin(text, code, kind) {
      const { names: inside, all } = placesIn(code);
      const plain = text.trim();
      const named = inside.get(plainName(plain)) ?? [];
      const found = all.some((area) => area.code === plain)
        ? [plain]
        : named.filter((place) => kind === undefined || known.get(place)?.kind === kind);
      const [first, ...others] = found;
      if (first !== undefined) return others.length === 0 ? { code: first } : TWOFOLD([first, ...others]);
      const near = nearest(
        text,
        all.flatMap(({ name }) => [name.en, name.es]),
      );
      return { problem: `is not a known place in ${code}`, nearest: near ?? null };
    },
  };
}
