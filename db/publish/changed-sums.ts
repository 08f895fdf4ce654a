/**
 * Finds the sums that a release may change. All others stay in force as they are, so that a release that revises one
 * source, or the members of a group, does not compute every sum again.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Area, Catalogue, Indicator } from '../../stats/model/catalogue.ts';
import { FIRST_OWN } from '../schema/validity.ts';
import type { Statements } from './catalogue.ts';

/** Which sums are made again. */
export interface ChangedSums {
  /** Indicators of which every sum is. */
  readonly indicators: ReadonlySet<string>;
  /** Groups whose sums are, of every indicator. */
  readonly groups: ReadonlySet<string>;
}

/**
 * Indicators with added or closed rows, those that are weighted by them, and those that the catalogue now describes
 * otherwise; and groups that it now describes otherwise. All indicators if other areas, dimensions or breaks changed.
 * Reads the staged rows, so it has to run before the transaction ends.
 * @example a release that revises only homicide rates -> indicators: new Set(['homicide-rate'])
 */
export async function changedSums(sql: Statements, catalogue: Catalogue): Promise<ChangedSums> {
  const staged = await sql<{ indicator: string }[]>`
    select distinct indicator from added union select distinct indicator from closed`;
  const withRows = new Set(staged.map(({ indicator }) => indicator));
  const [published] = await sql<{ catalogue: Catalogue }[]>`
    select catalogue from releases where published_at is not null and id <= ${FIRST_OWN} order by id desc limit 1`;
  const now = asStored(catalogue);
  const before = published?.catalogue;
  const groups =
    before && isDeepStrictEqual(shared(before), shared(now)) ? changedGroups(before.areas, now.areas) : null;
  if (!before || groups === null)
    return { indicators: new Set(now.indicators.map(({ id }) => id)), groups: new Set() };
  const changed = now.indicators.filter(
    ({ id, weight }) =>
      withRows.has(id) ||
      (weight !== undefined && withRows.has(weight.indicator)) ||
      !isDeepStrictEqual(own(before, id), own(now, id)),
  );
  return { indicators: new Set(changed.map(({ id }) => id)), groups: new Set(groups) };
}

/** The groups that differ between two lists of areas; null if anything else differs. */
function changedGroups(before: readonly Area[], now: readonly Area[]): string[] | null {
  if (before.length !== now.length) return null;
  const groups: string[] = [];
  for (const [i, area] of now.entries()) {
    const old = before[i];
    if (isDeepStrictEqual(old, area)) continue;
    if (old?.code !== area.code || !old.members?.length || !area.members?.length) return null;
    groups.push(area.code);
  }
  return groups;
}

/** A catalogue as the database returns it, without properties that are undefined. */
const asStored = (catalogue: Catalogue): Catalogue => JSON.parse(JSON.stringify(catalogue)) as Catalogue;

/** What the sums of every indicator depend on besides the areas. */
const shared = ({ dimensions, breaks = [] }: Catalogue) => ({ dimensions, breaks });

/** What the sums of one indicator depend on besides its rows. */
const own = ({ indicators, tabulations = [] }: Catalogue, id: Indicator['id']) => ({
  indicator: indicators.find((indicator) => indicator.id === id),
  tabulations: tabulations.filter(({ indicator }) => indicator === id),
});
