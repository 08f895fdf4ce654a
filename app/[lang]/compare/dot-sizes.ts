/** `size=population`: the circles of a comparison across places, as large as the population of each place. */
import { siteData } from '#app/_data/data.ts';
import { sizesOf, type DotSizes } from '#app/_charts/scatter/point.ts';
import type { PageContext } from '#app/_views/page/page-context.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import type { Paired } from '#stats/pairing/pairs.ts';
import { BadQuery, unknownValue } from '#stats/problem.ts';
import { parseQuery } from '#stats/query/query.ts';
import { yearOf } from '#stats/time/period.ts';

/** The indicators that circles can be as large as, and the parameter that names one. */
const SIZES = ['population'] as const;
export const SIZE = 'size';

/** Checks `size=`; null if it is absent. @throws BadQuery for any other word */
export function parseSize(text: string | undefined): (typeof SIZES)[number] | null {
  if (text === undefined || text === '') return null;
  const size = SIZES.find((name) => name === text);
  if (!size) throw new BadQuery(unknownValue(SIZE, text, SIZES));
  return size;
}

/** The sizes of the circles; null where the release has no such figures, or the pairs are of several years. */
export async function loadSizes(
  { release, language }: PageContext,
  catalogue: Catalogue,
  id: (typeof SIZES)[number],
  { pairs }: Pick<Paired, 'pairs'>,
): Promise<DotSizes | null> {
  const indicator = catalogue.indicators.find((own) => own.id === id);
  const years = new Set(pairs.map(({ cells }) => yearOf(cells[0].period)));
  const [year] = years;
  if (!indicator || years.size !== 1 || year === null || year === undefined) return null;
  // A group that is computed has no population of its own on file.
  const countries = new Set(catalogue.areas.filter(({ kind }) => kind === 'country').map(({ code }) => code));
  const places = pairs.map(({ place }) => place).filter((code) => countries.has(code));
  if (places.length === 0) return null;
  const asked = new Map([
    ['country', places.join('~')],
    ['source', 'preferred'],
    ['time', String(year)],
  ]);
  const query = parseQuery(asked, indicator, catalogue);
  const plan = await siteData.planAnswer({ version: release.version, language, query });
  return sizesOf(await plan.comparison());
}
