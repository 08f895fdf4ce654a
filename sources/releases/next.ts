/**
 * The number of a new release, from what it changes: major when a row's key goes (an indicator, area, period or
 * definition), minor when rows come in or are revised by their source, patch when we correct ourselves.
 */
import type { Catalogue } from '#stats/model/catalogue.ts';
import { formatVersion, parseVersion } from '#stats/model/release.ts';
import type { RevisionCounts } from '#stats/model/revision.ts';

/** Whether no row changed. */
export const isEmpty = ({ added, removed, revised, confirmed }: RevisionCounts): boolean =>
  added + removed + revised + confirmed === 0;

/** Every code of a catalogue that an address or a reader's program may name. */
const codesOf = ({ indicators, areas, dimensions, sources }: Catalogue): string[] => [
  ...indicators.flatMap((indicator) => [
    `indicator ${indicator.id}`,
    ...indicator.definitions.map((definition) => `definition ${definition.code} of ${indicator.id}`),
    ...indicator.bases.map((basis) => `basis ${basis} of ${indicator.id}`),
    ...indicator.sources.map((source) => `source ${source} of ${indicator.id}`),
  ]),
  ...areas.map((area) => `area ${area.code}`),
  ...dimensions.flatMap((dimension) =>
    dimension.codes.map(({ code }) => `breakdown ${dimension.id}=${code}`),
  ),
  ...sources.map((source) => `source ${source.id}`),
];

/** What was in a catalogue and is no more: an address that names it no longer answers. */
export function goneFrom(was: Catalogue, is: Catalogue): string[] {
  const now = new Set(codesOf(is));
  return codesOf(was).filter((code) => !now.has(code));
}

/**
 * The number of the release that these changes make; `gone` names what the catalogue has lost. `ours`: every
 * change is a correction of ours.
 * @example nextVersion('1.2.0', { ...NO_REVISION, added: 1 }, false) === '1.3.0'
 */
export function nextVersion(
  last: string | undefined,
  counts: RevisionCounts,
  ours: boolean,
  gone: readonly string[] = [],
): string {
  const version = last === undefined ? null : parseVersion(last);
  if (!version) return '1.0.0';
  if (counts.removed > 0 || gone.length > 0)
    return formatVersion({ major: version.major + 1, minor: 0, patch: 0 });
  if (ours && counts.added === 0) return formatVersion({ ...version, patch: version.patch + 1 });
  return formatVersion({ ...version, minor: version.minor + 1, patch: 0 });
}
