/**
 * The evidence of one published figure: all its states in all releases, and what every source says about the
 * same series in the release of the reader.
 */
import { readObservation } from '#db/observation.ts';
import { areasByCode } from '#db/engine/plan/plan.ts';
import type { DatedState, ObservationEvidence, ObservationState } from '#stats/evidence/evidence.ts';
import type { ObservationKey } from '#stats/model/observation-id.ts';
import type { Language } from '#stats/language.ts';
import { defaultQuery } from '#stats/query/query.ts';
import { compareVersions, parseVersion } from '#stats/model/release.ts';
import type { AnswerPlans } from '../answer-plan.ts';
import type { CatalogueData } from '../catalogue.ts';
import type { Reader } from '../pool.ts';

export interface ObservationData {
  /** The evidence of a figure; null if no release has it. */
  loadObservation(
    version: string,
    key: ObservationKey,
    language: Language,
  ): Promise<ObservationEvidence | null>;
}

/** Whether a state is in force in a release. */
function isInForce({ since, until }: ObservationState, version: string): boolean {
  const at = parseVersion(version);
  const [from, to] = [parseVersion(since), until === null ? null : parseVersion(until)];
  if (!at || !from) return false;
  return compareVersions(from, at) <= 0 && (to === null || compareVersions(at, to) < 0);
}

export function observationData(
  reader: Reader,
  { loadReleases, loadIndex, loadCatalogue }: CatalogueData,
  { loadComparison }: AnswerPlans,
): ObservationData {
  /** The newest catalogue that names an indicator. */
  async function indicatorIn(versions: readonly string[], id: string) {
    for (const version of versions) {
      const indicator = (await loadCatalogue(version))?.indicators.find((entry) => entry.id === id);
      if (indicator) return indicator;
    }
    return null;
  }

  /** The file of a state, from the catalogue of the first release that has it. */
  async function dated(state: ObservationState): Promise<DatedState> {
    const editions = (await loadCatalogue(state.since))?.editions ?? [];
    return { ...state, file: editions.find(({ id }) => id === state.edition) ?? null };
  }

  return {
    loadObservation: async (version, key, language) => {
      const releases = await loadReleases();
      const newestFirst = releases.map((release) => release.version).toReversed();
      const known = await indicatorIn(newestFirst, key.indicator);
      if (!known) return null;
      const states = await Promise.all((await readObservation((await reader()).sql, known, key)).map(dated));
      const there = newestFirst.filter((name) => states.some((state) => isInForce(state, name)));
      const isInRelease = there.includes(version);
      const shown = isInRelease ? version : there[0];
      const index = shown === undefined ? null : await loadIndex(shown);
      const current = states.find((state) => shown !== undefined && isInForce(state, shown));
      const source = index?.catalogue.sources.find(({ id }) => id === key.source);
      const indicator = index?.catalogue.indicators.find(({ id }) => id === key.indicator);
      if (!index || !current || !source || !indicator) return null;
      const isGroup = areasByCode(index.catalogue).get(key.area)?.kind === 'group';
      const query = {
        ...defaultQuery(indicator),
        country: isGroup ? [] : [key.area],
        group: isGroup ? [key.area] : [],
        origin: [key.counterpart],
        breakdown: [key.breakdown],
        definition: [key.definition],
        basis: [key.basis],
      };
      const comparison = await loadComparison({ version: index.release.version, language, query });
      return { key, release: index.release, isInRelease, states, current, source, comparison };
    },
  };
}
