/**
 * Finds the indicators whose sums a release may change. The sums of all others stay in force as they are, so that a
 * release that revises one source does not compute the sums of every indicator again.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Catalogue, Indicator } from '../../stats/model/catalogue.ts';
import { FIRST_OWN } from '../schema/validity.ts';
import type { Statements } from './catalogue.ts';

/**
 * The indicators with added or closed rows, those that are weighted by them, and those that the catalogue now
 * describes otherwise. All of them if areas, dimensions or breaks changed. Reads the staged rows, so it has to run before
 * the transaction ends.
 * @example a release that revises only homicide rates -> new Set(['homicide-rate'])
 */
export async function changedIndicators(sql: Statements, catalogue: Catalogue): Promise<ReadonlySet<string>> {
  const staged = await sql<{ indicator: string }[]>`
    select distinct indicator from added union select distinct indicator from closed`;
  const withRows = new Set(staged.map(({ indicator }) => indicator));
  const [published] = await sql<{ catalogue: Catalogue }[]>`
    select catalogue from releases where published_at is not null and id <= ${FIRST_OWN} order by id desc limit 1`;
  const now = asStored(catalogue);
  const before = published?.catalogue;
  if (!before || !isDeepStrictEqual(shared(before), shared(now)))
    return new Set(now.indicators.map(({ id }) => id));
  const changed = now.indicators.filter(
    ({ id, weight }) =>
      withRows.has(id) ||
      (weight !== undefined && withRows.has(weight.indicator)) ||
      !isDeepStrictEqual(own(before, id), own(now, id)),
  );
  return new Set(changed.map(({ id }) => id));
}

/** A catalogue as the database returns it, without properties that are undefined. */
const asStored = (catalogue: Catalogue): Catalogue => JSON.parse(JSON.stringify(catalogue)) as Catalogue;

/** What the sums of every indicator depend on. */
const shared = ({ areas, dimensions, breaks = [] }: Catalogue) => ({ areas, dimensions, breaks });

/** What the sums of one indicator depend on besides its rows. */
const own = ({ indicators, tabulations = [] }: Catalogue, id: Indicator['id']) => ({
  indicator: indicators.find((indicator) => indicator.id === id),
  tabulations: tabulations.filter(({ indicator }) => indicator === id),
});
