/** `/llms.txt`: the site introduced to assistants, in the form of llmstxt.org. */
import { LLMS_WORDS } from '#app/_words/llms.ts';
import type { Language } from '#stats/language.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { linkTo, bulletList, plainText, sections } from './text.ts';

/** The question that an indicator opens with, in the language of the text. */
function addressOf(release: string, { id, opening = '' }: Indicator, language: Language): string {
  const search = [opening, language === 'en' ? '' : `lang=${language}`].filter(Boolean).join('&');
  return `/data/${release}/${id}.md${search && `?${search}`}`;
}

/** The whole text, about the indicators of one release. */
export function formatLlms(release: string, { indicators }: Catalogue, language: Language): string {
  const words = LLMS_WORDS[language];
  const { openapi, releases, limits, names } = words.links;
  const entries = indicators.map(
    (indicator) =>
      `${linkTo(indicator.title[language], addressOf(release, indicator, language))}: ${plainText(indicator.unit.label[language])}`,
  );
  return `${sections([
    ['', `# Cotejo\n\n> ${words.summary}\n\n${bulletList(words.rules)}`],
    [words.asking, bulletList(words.ways)],
    [words.indicators(release), bulletList(entries)],
    [
      words.machines,
      bulletList([
        linkTo(openapi, '/data/openapi.json'),
        linkTo(releases, '/data/releases.json'),
        linkTo(limits, '/data/config.json'),
        linkTo(names, `/data/${release}/indicators.json`),
      ]),
    ],
  ])}\n`;
}
