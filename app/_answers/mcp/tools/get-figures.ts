/** The figures of one indicator: as text, and as rows. */
import { z } from 'zod';
import { pageAddress } from '#app/_downloads/citation/cited-work.ts';
import type { ComparisonDocument } from '#app/_downloads/json.ts';
import { TOOL_WORDS } from '#app/_words/mcp.ts';
import { PARAMETER_WORDS } from '#app/_words/openapi.ts';
import { verdictText } from '#stats/comparability/verdict.ts';
import { QUERY_PARAMETERS } from '#stats/query/query.ts';
import { releaseFor, ToolRefusal, type SiteReader } from '../ask.ts';
import { withEnding, LANG_INPUT, RELEASE, toolSearch, toolOf, withOrigin } from '../tool.ts';
import { readFigures } from './rows.ts';

/** Figures of one answer: more do not fit into the memory of an assistant. */
const MOST_FIGURES = 1_000;

const ASKED = Object.fromEntries(
  QUERY_PARAMETERS.map((name) => [name, z.string().optional().describe(PARAMETER_WORDS[name])]),
);

/** Refuses more figures than an assistant can use, before they are made. */
async function refuseTooMany(
  site: SiteReader,
  path: string,
  search: string,
  lang: 'en' | 'es',
): Promise<void> {
  const counted = await site.json<{ count: number; address: string }>(
    path,
    search ? `${search}&count` : 'count',
  );
  if (counted.count <= MOST_FIGURES) return;
  const csv = site.origin + withEnding(counted.address, 'csv');
  throw new ToolRefusal(TOOL_WORDS.tooMany[lang](counted.count, MOST_FIGURES, csv));
}

export const getFigures = toolOf({
  name: 'get_figures',
  input: z.strictObject({
    indicator: z.string().describe(TOOL_WORDS.indicator),
    ...ASKED,
    release: RELEASE,
    lang: LANG_INPUT,
  }),
  answer: async ({ indicator, release, lang = 'en', ...asked }, site) => {
    const version = await releaseFor(site, release);
    const search = toolSearch({
      ...(asked as Record<string, string | undefined>),
      ...(lang === 'es' && { lang }),
    });
    const path = `/data/${version}/${encodeURIComponent(indicator)}.json`;
    await refuseTooMany(site, path, search, lang);
    const document = await site.json<ComparisonDocument>(path, search);
    const markdown = await site.text(withEnding(path, 'md'), search);
    const citation = (await site.text(withEnding(path, 'apa.txt'), search)).trim();
    const { comparison, sentences, rows, count } = readFigures(document);
    const links = {
      page: site.origin + pageAddress(comparison),
      data: site.origin + document.address,
      picture: site.origin + withEnding(document.address, 'svg'),
    };
    const { comparability } = document;
    return {
      text: [
        withOrigin(markdown, site.origin).trim(),
        `## ${TOOL_WORDS.quote[lang]}`,
        TOOL_WORDS.links[lang](links.page, links.picture),
        citation,
      ].join('\n\n'),
      data: {
        release: version,
        title: comparison.indicator.title[lang],
        ...links,
        sentences,
        verdict: comparability && { code: comparability.verdict, text: verdictText(comparability, lang) },
        citation,
        count,
        rows,
      },
    };
  },
});
