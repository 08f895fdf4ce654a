/** The sentence of a drawing that cannot hold everything: how many figures it has, and which. */
import type { Language } from '#stats/language.ts';
import { formatNumber } from '#stats/number.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import type { DrawnChart } from '../chart/drawn.ts';

/** Most names of drawn series, and letters of them: the names must not take the room of the chart. */
const MOST_NAMES = 6;
const MOST_LETTERS = 110;

function drawnNames(names: readonly string[], language: Language): string {
  let letters = 0;
  const named = names
    .slice(0, MOST_NAMES)
    .filter((name, i) => (letters += name.length) <= MOST_LETTERS || i === 0);
  const rest = names.length - named.length;
  const shown = named.join('; ');
  return rest > 0 ? `${shown}; ${EMBED_WORDS[language].andMore(formatNumber(rest, language))}` : shown;
}

/** Null if all of them are drawn. `ofPairs`: whether pairs are counted instead of figures. */
export function partSentence(
  { drawn, names }: DrawnChart,
  { all, language, ofPairs = false }: { all: number; language: Language; ofPairs?: boolean },
): string | null {
  if (drawn >= all) return null;
  const words = EMBED_WORDS[language];
  const [some, of] = [drawn, all].map((count) => formatNumber(count, language)) as [string, string];
  return ofPairs ? words.drawnPairs(some, of) : words.drawn(some, of, drawnNames(names, language));
}
