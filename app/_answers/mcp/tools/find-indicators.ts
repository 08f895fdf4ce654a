/** The indicators that match words, best first, each with a question that it can be asked. */
import { z } from 'zod';
import { TOOL_WORDS } from '#app/_words/mcp.ts';
import type { Language } from '#stats/language.ts';
import type { Indicator } from '#stats/model/catalogue.ts';
import { foldText } from '#stats/text.ts';
import { releaseFor } from '../ask.ts';
import { LANG_INPUT, RELEASE, toolOf } from '../tool.ts';

const MOST_FOUND = 20;
/** A title says more about an indicator than its definition. */
const IN_TITLE = 3;

/** `homicides` and `homicide` are one word here, and so are `solicitudes` and `solicitud`. */
const stem = (word: string): string => (word.length > 4 ? word.replace(/e?s$/, '') : word);

/** How well an indicator matches; 0 if no word occurs in it. */
function scoreOf(
  { id, title, definition, unit, areaRole, counterpartRole }: Indicator,
  words: string[],
): number {
  const named = foldText([id, title.en, title.es].join(' '));
  const told = foldText(
    [definition, unit.label, areaRole, counterpartRole]
      .flatMap((text) => (text ? [text.en, text.es] : []))
      .join(' '),
  );
  return words.reduce(
    (sum, word) => sum + (named.includes(word) ? IN_TITLE : told.includes(word) ? 1 : 0),
    0,
  );
}

const entryOf = (
  { id, title, definition, unit, sources, bases, opening }: Indicator,
  language: Language,
) => ({
  id,
  title: title[language],
  unit: unit.label[language],
  definition: definition[language],
  sources,
  periods: bases,
  /** A question that the page of the indicator opens with. */
  example: opening ?? '',
});

export const findIndicators = toolOf({
  name: 'find_indicators',
  input: z.strictObject({
    words: z.string().max(200).optional().describe(TOOL_WORDS.words),
    release: RELEASE,
    lang: LANG_INPUT,
  }),
  answer: async ({ words = '', release, lang = 'en' }, site) => {
    const version = await releaseFor(site, release);
    const { indicators } = await site.json<{ indicators: Indicator[] }>(`/data/${version}/indicators.json`);
    const wanted = foldText(words)
      .split(/[^\p{L}\p{N}-]+/u)
      .filter(Boolean)
      .map(stem);
    const found = indicators
      .map((indicator) => ({ indicator, score: scoreOf(indicator, wanted) }))
      .filter(({ score }) => wanted.length === 0 || score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ indicator }) => entryOf(indicator, lang));
    const shown = wanted.length === 0 ? found : found.slice(0, MOST_FOUND);
    const lines = shown.map(({ id, title, unit }) => `- ${id}: ${title} (${unit})`);
    const head = TOOL_WORDS.found[lang](shown.length, found.length, version);
    return {
      text: [head, ...lines].join('\n'),
      data: {
        release: version,
        count: found.length,
        indicators: wanted.length === 0 ? shown.map(({ id, title, unit }) => ({ id, title, unit })) : shown,
      },
    };
  },
});
