/** The line of an embed that says what a later release says of the figures shown. */
import { EMBED_WORDS } from '#app/_words/embed.ts';
import type { Language } from '#stats/language.ts';
import { formatNumber } from '#stats/number.ts';
import type { NewerLine } from '../shell/document.ts';

/** What a later release says: how many of the figures shown it gives otherwise. */
export interface Since {
  readonly latest: string;
  readonly figures: number;
  readonly shown: number;
}

/** How many figures have been revised, with the address of their list; without any, that there are more years. */
export function newerLine(
  since: Since | null,
  language: Language,
  { revised, page }: { readonly revised: string; readonly page: string },
): NewerLine | null {
  if (!since) return null;
  const words = EMBED_WORDS[language];
  const { latest, figures, shown } = since;
  if (figures === 0) {
    const href = page.replace(/[&?]release=[^&]*$/, '');
    return { words: words.moreYears(latest), href, isForFrames: false };
  }
  const [some, all] = [figures, shown].map((count) => formatNumber(count, language)) as [string, string];
  return { words: words.revised(some, all, figures === 1), href: revised, isForFrames: true };
}
