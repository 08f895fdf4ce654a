// A release of the site among the committed files: its points on both lines, and the rows that are in force there.

import {
  readOwnReleases,
  readReleases,
  type CommittedRelease,
  type OwnRelease,
} from '#sources/releases/committed.ts';
import type { Step } from '#sources/releases/merge.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { combineCatalogues } from '#stats/model/own-catalogue.ts';
import { formatOwnVersion, joinVersions, parseOwnVersion } from '#stats/model/release.ts';
import { UserError } from '../terminal/user-error.ts';
import { findOwnHome } from './own-folder.ts';

interface BothLines {
  readonly product: readonly CommittedRelease[];
  readonly own: readonly OwnRelease[];
}

export const readBothLines = (root: string): BothLines => ({
  product: readReleases(root),
  own: readOwnReleases(findOwnHome(root).folder),
});

/** The newest release of the site. */
export const newestVersion = ({ product, own }: BothLines): string =>
  joinVersions(product.at(-1)?.version ?? '', own.at(-1)?.version ?? null);

export interface CommittedPoint {
  readonly version: string;
  readonly date: string;
  readonly catalogue: Catalogue;
  /** The releases of both lines up to the two points. */
  readonly steps: readonly Step[];
  /** The places of the points on their lines; -1 without own data. */
  readonly at: readonly [product: number, own: number];
}

/** The release with a number. @throws UserError if it is not here, with what is */
export function findPoint(lines: BothLines, version: string): CommittedPoint {
  const [named = '', ownNamed] = version.split('+');
  const product = lines.product.findIndex((release) => release.version === named);
  const release = lines.product[product];
  if (!release) {
    throw new UserError(
      `There is no release ${version} in this checkout; it has ${lines.product.map((known) => known.version).join(', ')}.`,
    );
  }
  const steps: readonly Step[] = lines.product.slice(0, product + 1);
  if (ownNamed === undefined)
    return { version, date: release.date, catalogue: release.catalogue, steps, at: [product, -1] };
  const own = lines.own.findIndex((known) => known.version === ownNamed);
  const point = lines.own[own];
  if (!point) return refuseOwn(version, ownNamed, lines);
  return {
    version,
    date: point.date > release.date ? point.date : release.date,
    catalogue: combineCatalogues(release.catalogue, point.catalogue),
    steps: [...steps, ...lines.own.slice(0, own + 1)],
    at: [product, own],
  };
}

/** Says whose release it is, where own data is not of the folder here. */
function refuseOwn(version: string, named: string, { own }: BothLines): never {
  const parsed = parseOwnVersion(named);
  if (!parsed) throw new UserError(`${version} is not the number of a release.`);
  const mine = own.at(-1)?.publisher;
  if (own.some(({ publisher }) => publisher.id === parsed.publisher)) {
    throw new UserError(
      `There is no own release ${formatOwnVersion(parsed)} here; there is ${own.map((known) => known.version).join(', ')}.`,
    );
  }
  throw new UserError(
    `Release ${version} is of another publisher, "${parsed.publisher}", whose own data is not here. ${mine ? `The own data here is of "${mine.id}" (${mine.name}).` : 'There is no own data here.'} Ask that publisher.`,
  );
}
