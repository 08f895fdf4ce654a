/**
 * A release is an immutable numbered state of the data. There are two lines of releases. The product's has
 * major.minor.patch: major when an indicator, area, period or definition is removed; minor when something is added,
 * or revised by its source; patch when we correct our own mistake. It is linear: there is no 1.2.1 after 1.3.0. A
 * site's own data has a line of its own, named for the site and counted: `house.3`. A release of a site names a point
 * on both, `1.4.0+house.3`; without own data it is `1.4.0`.
 */
export interface ProductVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/** A point on the line of a site's own data. */
export interface OwnVersion {
  /** The id of the publisher: `house` until the site has a name. */
  readonly publisher: string;
  readonly number: number;
}

export interface Version {
  readonly product: ProductVersion;
  readonly own: OwnVersion | null;
}

const PRODUCT = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/;
const OWN = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.([1-9]\d{0,5})$/;

/** The publisher of own data that has no name yet. */
export const UNNAMED_PUBLISHER = 'house';

/** Whether a text can name the publisher of own data, in the number of a release. */
export const isPublisherId = (text: string): boolean => text.length <= 40 && OWN.test(`${text}.1`);

/** Parses `1.2.0`; null for anything else (a range, `v1`, `01.0.0`). */
export function parseProductVersion(text: string): ProductVersion | null {
  const match = PRODUCT.exec(text);
  if (!match) return null;
  return { major: Number(match[1]), minor: Number(match[2]), patch: Number(match[3]) };
}

/** Parses `house.3`; null for anything else. */
export function parseOwnVersion(text: string): OwnVersion | null {
  const match = OWN.exec(text);
  return match ? { publisher: match[1] ?? '', number: Number(match[2]) } : null;
}

/** Parses `1.2.0` or `1.2.0+house.3`; null for anything else. */
export function parseVersion(text: string): Version | null {
  const at = text.indexOf('+');
  const product = parseProductVersion(at < 0 ? text : text.slice(0, at));
  const own = at < 0 ? null : parseOwnVersion(text.slice(at + 1));
  return product && (at < 0 || own) ? { product, own } : null;
}

export const formatProductVersion = (v: ProductVersion): string => `${v.major}.${v.minor}.${v.patch}`;

export const formatOwnVersion = (v: OwnVersion): string => `${v.publisher}.${v.number}`;

/** The number of a site's release from its two points. @example joinVersions('1.4.0', 'house.3') === '1.4.0+house.3' */
export const joinVersions = (product: string, own: string | null): string =>
  own === null ? product : `${product}+${own}`;

export const compareProductVersions = (a: ProductVersion, b: ProductVersion): number =>
  a.major - b.major || a.minor - b.minor || a.patch - b.patch;

/**
 * Whether a number names a release of a site: both its points are published. Any two points make a release, also a
 * pair that was never the newest.
 */
export function isReleased(text: string, published: readonly string[]): boolean {
  if (published.includes(text)) return true;
  const [product = '', own] = text.split('+');
  const points = published.map((version) => version.split('+'));
  return (
    points.some(([point]) => point === product) &&
    (own === undefined || points.some(([, point]) => point === own))
  );
}

/**
 * A number as the value of a parameter: there a plus sign would be read as a space.
 * @example versionParameter('1.4.0+house.3') === '1.4.0%2Bhouse.3'
 */
export const versionParameter = (version: string): string => version.replaceAll('+', '%2B');

/** The number that the value of a parameter names: a plus sign that was not escaped arrives as a space. */
export const versionOfParameter = (text: string): string => text.replace(/^([\d.]+) (?=[a-z])/, '$1+');

/** Whether a release has what another has and more: it is later on one line, and earlier on none. */
export function isLater(version: Version, than: Version): boolean {
  const product = compareProductVersions(version.product, than.product);
  const own = (version.own?.number ?? 0) - (than.own?.number ?? 0);
  return product >= 0 && own >= 0 && product + own > 0;
}

/**
 * Whether a row that came in one release and went in another (null: never) is in force in a third. A row of own data
 * comes in a release with own data and is judged by that line alone.
 */
export function isInForceIn(version: string, since: string, until: string | null): boolean {
  const [at, from, to] = [
    parseVersion(version),
    parseVersion(since),
    until === null ? null : parseVersion(until),
  ];
  if (!at || !from) return false;
  if (from.own) {
    const number = at.own?.number ?? 0;
    return from.own.number <= number && (!to?.own || number < to.own.number);
  }
  return (
    compareProductVersions(from.product, at.product) <= 0 &&
    (to === null || compareProductVersions(at.product, to.product) < 0)
  );
}
