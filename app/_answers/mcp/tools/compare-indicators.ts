/** Several indicators for the same places, and the verdict on comparing them. */
import { versionParameter } from '#stats/model/release.ts';
import { z } from 'zod';
import type { ComparisonDocument } from '#app/_downloads/json.ts';
import { TOOL_WORDS } from '#app/_words/mcp.ts';
import { COMPARE_PARAMETER_WORDS } from '#app/_words/openapi.ts';
import { verdictText, type Comparability } from '#stats/comparability/verdict.ts';
import type { Text } from '#stats/language.ts';
import { verdictOnPairs } from '#stats/pairing/pair-indicators.ts';
import { releaseFor, ToolRefusal } from '../ask.ts';
import { withEnding, LANG_INPUT, RELEASE, toolSearch, toolOf, withOrigin } from '../tool.ts';
import { readFigures } from './rows.ts';

/** Figures of all sides together. */
const MOST_FIGURES = 1_000;
const MOST_PAIRS = 200;

/** The document of `/data/{release}/compare.json`. */
interface CompareDocument {
  readonly address: string;
  readonly sides: readonly { readonly place: string; readonly answer: ComparisonDocument }[];
  readonly together: {
    readonly alignment: { readonly text: Text };
    readonly comparability: Comparability;
    readonly pairs: readonly { readonly place: string; readonly rows: readonly [number, number] }[];
  } | null;
}

const text = (description: string) => z.string().optional().describe(description);

export const compareIndicators = toolOf({
  name: 'compare',
  input: z
    .object({
      indicators: z.string().describe(COMPARE_PARAMETER_WORDS.indicators),
      country: text(COMPARE_PARAMETER_WORDS.country),
      group: text(COMPARE_PARAMETER_WORDS.group),
      members: text(COMPARE_PARAMETER_WORDS.members),
      time: text(COMPARE_PARAMETER_WORDS.time),
      release: RELEASE,
      lang: LANG_INPUT,
    })
    // `source.1`, `breakdown.2` and the like: the address refuses any other name.
    .catchall(z.string()),
  answer: async ({ release, lang = 'en', ...asked }, site) => {
    const version = await releaseFor(site, release);
    const search = toolSearch({ ...(asked as Record<string, string>), ...(lang === 'es' && { lang }) });
    const path = `/data/${version}/compare.json`;
    const counted = await site.json<{ count: number; address: string }>(path, `${search}&count`);
    if (counted.count > MOST_FIGURES) {
      const csv = site.origin + withEnding(counted.address, 'csv');
      throw new ToolRefusal(TOOL_WORDS.tooMany[lang](counted.count, MOST_FIGURES, csv));
    }
    const { address, sides, together } = await site.json<CompareDocument>(path, search);
    const markdown = await site.text(withEnding(path, 'md'), search);
    const verdict = together && verdictOnPairs(together);
    const citation = (await site.text(withEnding(path, 'apa.txt'), search)).trim();
    const read = sides.map(({ answer }) => readFigures(answer));
    const links = {
      page: `${site.origin}${lang === 'es' ? '/es' : ''}/compare?${pageSearch(address, version)}`,
      data: site.origin + address,
      ...(sides.length === 2 && { picture: site.origin + withEnding(address, 'svg') }),
    };
    return {
      text: [
        withOrigin(markdown, site.origin).trim(),
        `## ${TOOL_WORDS.quote[lang]}`,
        TOOL_WORDS.links[lang](links.page, links.picture ?? links.page),
        citation,
      ].join('\n\n'),
      data: {
        release: version,
        ...links,
        verdict: together &&
          verdict && {
            code: verdict.verdict,
            text: verdictText(verdict, lang),
            alignment: together.alignment.text[lang],
          },
        pairs: (together?.pairs ?? []).slice(0, MOST_PAIRS).map(({ place, rows }) => ({
          place,
          figures: rows.map((row, side) => read[side]?.rowAt(row) ?? null),
        })),
        sides: read.map(({ comparison, sentences, rows, count }) => ({
          indicator: comparison.indicator.id,
          title: comparison.indicator.title[lang],
          sentences,
          count,
          rows,
        })),
        citation,
      },
    };
  },
});

/** The query of the page that shows a comparison, pinned. */
function pageSearch(address: string, version: string): string {
  const query = address.slice(address.indexOf('?') + 1);
  return [
    ...query.split('&').filter((part) => !part.startsWith('lang=')),
    `release=${versionParameter(version)}`,
  ].join('&');
}
