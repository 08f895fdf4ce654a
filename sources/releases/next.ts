/**
 * What a new release would change, and so its number: major when a row's key goes (an indicator, area, period
 * or definition), minor when rows come in or are revised by their source, patch when we correct ourselves.
 */
import type { CanonicalRow } from '#stats/canonical.ts';
import { canonicalLine, compareRows, rowKey } from '#stats/canonical.ts';
import type { Catalogue } from '#stats/catalogue.ts';
import { formatVersion, parseVersion } from '#stats/release.ts';

export interface ReleaseDiff {
  readonly added: readonly CanonicalRow[];
  readonly removed: readonly CanonicalRow[];
  readonly revised: readonly { readonly was: CanonicalRow; readonly is: CanonicalRow }[];
}

/** Compares two sets of rows by natural key; both results are in key order. */
export function diffRows(was: readonly CanonicalRow[], is: readonly CanonicalRow[]): ReleaseDiff {
  const before = new Map(was.map((row) => [rowKey(row), row]));
  const after = new Set(is.map(rowKey));
  const added: CanonicalRow[] = [];
  const revised: { was: CanonicalRow; is: CanonicalRow }[] = [];
  for (const row of [...is].sort(compareRows)) {
    const old = before.get(rowKey(row));
    if (!old) added.push(row);
    else if (canonicalLine(old) !== canonicalLine(row)) revised.push({ was: old, is: row });
  }
  return { added, removed: was.filter((row) => !after.has(rowKey(row))), revised };
}

/** Whether anything would change. */
export const isEmpty = (diff: ReleaseDiff): boolean =>
  diff.added.length + diff.removed.length + diff.revised.length === 0;

/** Every code of a catalogue that an address or a reader's program may name. */
const codesOf = ({ indicators, areas, dimensions, sources }: Catalogue): string[] => [
  ...indicators.flatMap((one) => [
    `indicator ${one.id}`,
    ...one.definitions.map((definition) => `definition ${definition.code} of ${one.id}`),
    ...one.bases.map((basis) => `basis ${basis} of ${one.id}`),
    ...one.sources.map((source) => `source ${source} of ${one.id}`),
  ]),
  ...areas.map((one) => `area ${one.code}`),
  ...dimensions.flatMap((one) => one.codes.map(({ code }) => `breakdown ${one.id}=${code}`)),
  ...sources.map((one) => `source ${one.id}`),
];

/** What was in a catalogue and is no more: an address that names it no longer answers. */
export function goneFrom(was: Catalogue, is: Catalogue): string[] {
  const now = new Set(codesOf(is));
  return codesOf(was).filter((code) => !now.has(code));
}

/**
 * The number of the release that this diff makes; `gone` names what the catalogue has lost.
 * @example nextVersion('1.2.0', { added: [row], removed: [], revised: [] }, false) === '1.3.0'
 */
export function nextVersion(
  last: string | undefined,
  diff: ReleaseDiff,
  correction: boolean,
  gone: readonly string[] = [],
): string {
  const version = last === undefined ? null : parseVersion(last);
  if (!version) return '1.0.0';
  if (diff.removed.length > 0 || gone.length > 0)
    return formatVersion({ major: version.major + 1, minor: 0, patch: 0 });
  if (correction && diff.added.length === 0) return formatVersion({ ...version, patch: version.patch + 1 });
  return formatVersion({ ...version, minor: version.minor + 1, patch: 0 });
}
