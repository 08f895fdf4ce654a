/**
 * The number of a new release, from its changes: major if a row's key disappears (an indicator, area, period
 * or definition), minor if rows are added or revised by their source, patch if we correct our own mistakes.
 */
import type { Catalogue } from '#stats/model/catalogue.ts';
import { formatProductVersion, parseProductVersion } from '#stats/model/release.ts';
import type { RevisionCounts } from '#stats/evidence/revision.ts';

/** Whether no row changed. */
export const isEmpty = ({ added, removed, revised, confirmed }: RevisionCounts): boolean =>
  added + removed + revised + confirmed === 0;

/** Every code of a catalogue that an address or a client may name. */
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

/** Codes that were in a catalogue and no longer are: an address with such a code no longer works. */
export function goneFrom(was: Catalogue, is: Catalogue): string[] {
  const now = new Set(codesOf(is));
  return codesOf(was).filter((code) => !now.has(code));
}

/**
 * The number of a release with these changes; `gone` lists the codes that the catalogue has lost. `ours`:
 * every change corrects our own mistake.
 * @example nextVersion('1.2.0', { ...NO_REVISION, added: 1 }, false) === '1.3.0'
 */
export function nextVersion(
  last: string | undefined,
  counts: RevisionCounts,
  ours: boolean,
  gone: readonly string[] = [],
): string {
  const version = last === undefined ? null : parseProductVersion(last);
  if (!version) return '1.0.0';
  if (counts.removed > 0 || gone.length > 0)
    return formatProductVersion({ major: version.major + 1, minor: 0, patch: 0 });
  if (ours && counts.added === 0) return formatProductVersion({ ...version, patch: version.patch + 1 });
  return formatProductVersion({ ...version, minor: version.minor + 1, patch: 0 });
}
