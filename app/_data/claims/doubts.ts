/** The register of doubts: entries of our own, and the doubts that a release's catalogue declares of series. */
import { DOUBTS } from '#claims/doubts.ts';
import type { Doubt } from '#stats/claims/doubt.ts';
import type { CatalogueData } from '../catalogue.ts';

export interface DoubtsData {
  /** Every doubt that stands in a release, the newest first; doubts about series name no single figures. */
  loadDoubts(version: string): Promise<readonly Doubt[]>;
}

export const doubtsData = ({ loadCatalogue, loadReleases }: CatalogueData): DoubtsData => ({
  loadDoubts: async (version) => {
    const [catalogue, releases] = await Promise.all([loadCatalogue(version), loadReleases()]);
    const date = releases.find((release) => release.version === version)?.date ?? '';
    const declared = (catalogue?.breaks ?? []).flatMap((entry): Doubt[] =>
      entry.kind === 'doubt'
        ? [
            {
              id: entry.id,
              figures: [],
              title: entry.name,
              reason: entry.text,
              status: 'open',
              reporter: entry.cited.text,
              date,
            },
          ]
        : [],
    );
    return [...DOUBTS, ...declared];
  },
});
