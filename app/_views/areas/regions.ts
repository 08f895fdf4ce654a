/** The countries of a list by the regions of the United Nations: the Americas in four parts, other continents whole. */
import type { Area, Catalogue } from '#stats/model/catalogue.ts';

/** The four parts of the Americas, with what the product is about first, then the other continents. */
const REGIONS = [
  'm49-013',
  'm49-021',
  'm49-029',
  'm49-005',
  'm49-002',
  'm49-142',
  'm49-150',
  'm49-009',
] as const;

export interface Region {
  /** Null for countries of no region. */
  readonly region: Area | null;
  readonly countries: readonly Area[];
}

/** Regions without a country are left out; a country stands in the first that has it. Countries keep their order. */
export function regionsOf(countries: readonly Area[], { areas }: Pick<Catalogue, 'areas'>): Region[] {
  const left = new Map(countries.map((area) => [area.code, area]));
  const regions = REGIONS.flatMap((code): Region[] => {
    const region = areas.find((area) => area.code === code);
    const members = new Set((region?.members ?? []).map(({ area }) => area));
    const own = [...left.values()].filter((area) => members.has(area.code));
    own.forEach((area) => left.delete(area.code));
    return region && own.length > 0 ? [{ region, countries: own }] : [];
  });
  return left.size > 0 ? [...regions, { region: null, countries: [...left.values()] }] : regions;
}
