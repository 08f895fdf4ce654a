import type { Draft } from '#sources/draft/draft.ts';
import type { Loading } from '#sources/draft/load.ts';
import { readCard } from '#sources/metadata/card.ts';
import type { DraftedRelease } from '#sources/draft/release.ts';
import type { RevisionCounts } from '#stats/evidence/revision.ts';
import { formatNumber } from '#stats/number.ts';
import type { Language, Text } from '#stats/language.ts';

const WORDS = {
  en: { added: 'added', removed: 'removed', revised: 'revised', confirmed: 'confirmed', figures: 'Figures' },
  es: {
    added: 'nuevas',
    removed: 'retiradas',
    revised: 'revisadas',
    confirmed: 'confirmadas',
    figures: 'Cifras',
  },
} as const;

/** `12 added, 3 revised` in that language, without zero counts. */
function counted(counts: RevisionCounts, language: Language): string {
  const kinds = ['added', 'removed', 'revised', 'confirmed'] as const;
  return kinds
    .flatMap((kind) =>
      counts[kind] > 0 ? `${formatNumber(counts[kind], language)} ${WORDS[language][kind]}` : [],
    )
    .join(', ');
}

/** The default note of a release: which sources were loaded, and how many figures changed. */
export const releaseNote =
  (readings: readonly { readonly loading: Loading }[], draft: Draft) =>
  ({ counts }: Pick<DraftedRelease, 'counts'>): Text => {
    const titles = readings.map(({ loading }) => readCard(draft.at(loading.recipe.source)).source.shortTitle);
    const sentence = (language: Language): string => {
      const names = titles.map((title) => title[language]).join('; ');
      return `${names}. ${WORDS[language].figures}: ${counted(counts, language)}.`;
    };
    return { en: sentence('en'), es: sentence('es') };
  };
