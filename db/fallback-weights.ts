/**
 * The areas that take their population from the declared fallback of a weight, because its source has no
 * figure of them at all. They are the same for every answer of a release, so they are read with its index.
 */
import type { Catalogue, Weight } from '../stats/model/catalogue.ts';
import { ALL, NONE } from '../stats/model/observation.ts';
import type { Sql } from './connect.ts';
import { TABLE_OF } from './schema/tables.ts';
import { inForce } from './schema/validity.ts';

/** A weight as a text. @example weightKey({ indicator: 'population', source: 'un', fallback: 'gapminder' }) */
export const weightKey = ({ indicator, source, fallback = '' }: Weight): string =>
  `${indicator} ${source} ${fallback}`;

/** Whether a source has a population of the area `a`. */
const hasPopulation = (source: string): string => `exists (
  select from series p join ${TABLE_OF.count} c on c.series_id = p.id and c.value > 0 and ${inForce('c', '$1')}
  where p.indicator_id = (select id from indicators where slug = $2) and p.source_id = (select id from sources where slug = ${source})
    and p.area_id = a.id and p.basis = 'calendar-year' and p.counterpart_id = (select id from areas where code = '${NONE}')
    and p.breakdown_id = (select id from breakdowns where code = '${ALL}'))`;

/** The codes of the areas that use the fallback of each weight of a catalogue, by `weightKey`. */
export async function readFallbackAreas(
  sql: Pick<Sql, 'unsafe'>,
  { indicators }: Catalogue,
  release: number,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const weights = indicators.flatMap(({ weight }) => (weight?.fallback ? [weight] : []));
  const areas = new Map<string, ReadonlySet<string>>();
  for (const weight of new Map(weights.map((entry) => [weightKey(entry), entry])).values()) {
    const rows = await sql.unsafe<{ code: string }[]>(
      `select a.code from areas a where ${hasPopulation('$4')} and not ${hasPopulation('$3')}`,
      [release, weight.indicator, weight.source, weight.fallback ?? ''],
    );
    areas.set(weightKey(weight), new Set(rows.map(({ code }) => code)));
  }
  return areas;
}
