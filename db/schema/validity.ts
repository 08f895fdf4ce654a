/**
 * Every row that a release may close has a range of releases, `[since_release, until_release)`. There are two lines
 * of releases, the product's and the site's own, and a row is in force on the line on which it was published: the
 * ids of the two lines lie apart. Only this file defines which rows belong to a release.
 */
import { OWN_PREFIX } from '../../stats/model/own-catalogue.ts';

/** The `until_release` of a row that is still in force: a release number that will never be reached. */
export const STILL_IN_FORCE = 2147483647;

/** Ids from here on are releases of own data: `house.3` is FIRST_OWN + 3. */
export const FIRST_OWN = 1_000_000_000;

/** The id of a release of own data, from its number. */
export const ownReleaseId = (number: number): number => FIRST_OWN + number;

/** A release of a site: its point on the product's line and, if it has own data, on that line. */
export interface ReleasePoint<T> {
  readonly product: T;
  readonly own: T | null;
}

const inForceAt = (alias: string, release: string | number): string =>
  `${alias}.since_release <= ${release} and ${alias}.until_release > ${release}`;

const ownInForceAt = (alias: string, release: string | number): string =>
  `${alias}.since_release > ${FIRST_OWN} and ${inForceAt(alias, release)}`;

/**
 * The condition that a row is in force in a release; a single id is a point on its own line alone.
 * @example inForce('f', '$1') === 'f.since_release <= $1 and f.until_release > $1'
 */
export function inForce(alias: string, release: string | number | ReleasePoint<string | number>): string {
  if (typeof release === 'number' && release > FIRST_OWN) return ownInForceAt(alias, release);
  if (typeof release !== 'object') return inForceAt(alias, release);
  const { product, own } = release;
  if (own === null) return inForceAt(alias, product);
  return `(${inForceAt(alias, product)} or ${ownInForceAt(alias, own)})`;
}

/** The condition that a row was published on the same line as a release. */
export const onLineOf = (alias: string, release: number): string =>
  `${alias}.since_release ${release > FIRST_OWN ? '>' : '<='} ${FIRST_OWN}`;

/**
 * The parameters of a release in a statement with `before` parameters before them, and their values.
 * @example pointParameters({ product: 5, own: null }, 1) -> { release: { product: '$2::int', own: null }, values: [5] }
 */
export const pointParameters = (
  { product, own }: ReleasePoint<number>,
  before: number,
): { readonly release: ReleasePoint<string>; readonly values: readonly number[] } => ({
  release: { product: `$${before + 1}::int`, own: own === null ? null : `$${before + 2}::int` },
  values: own === null ? [product] : [product, own],
});

/** Binds both points of a release. */
export const bindPoint = (
  bind: (value: number, type: 'int') => string,
  { product, own }: ReleasePoint<number>,
): ReleasePoint<string> => ({
  product: bind(product, 'int'),
  own: own === null ? null : bind(own, 'int'),
});

/**
 * Orders what the product publishes before a site's own, whichever of them came first into this database. `alias` is
 * a row of `sources`.
 */
export const ownLast = (alias: string): string => `starts_with(${alias}.slug, '${OWN_PREFIX}')`;
