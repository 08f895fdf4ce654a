/** A claim about figures, checked: the verdict, the arithmetic, and what other sources would make of it. */
import { z } from 'zod';
import { TOOL_WORDS } from '#app/_words/mcp.ts';
import { CHECK_PARAMETER_WORDS } from '#app/_words/openapi.ts';
import { CHECK_PARAMETERS } from '#stats/claims/parameters.ts';
import { releaseFor } from '../ask.ts';
import { LANG_INPUT, RELEASE, toolOf, toolSearch } from '../tool.ts';

/** The document of `/data/{release}/check.json`, as far as it is said in words. */
interface CheckedDocument extends Record<string, unknown> {
  /** In words, with the reason. */
  readonly verdict_text: string;
  readonly arithmetic: string;
  readonly relation_text: string | null;
  readonly other_sources: readonly {
    readonly source: string;
    readonly verdict_text: string;
    readonly arithmetic: string;
  }[];
}

const TERMS = CHECK_PARAMETERS.filter((name) => name.length === 1);
const term = z.string().describe(CHECK_PARAMETER_WORDS.term);

export const checkClaimTool = toolOf({
  name: 'check_claim',
  input: z.strictObject({
    ...Object.fromEntries(TERMS.map((name) => [name, name === 'a' ? term : term.optional()])),
    expression: z.string().describe(CHECK_PARAMETER_WORDS.expression),
    relation: z.string().describe(CHECK_PARAMETER_WORDS.relation),
    release: RELEASE,
    lang: LANG_INPUT,
  }),
  answer: async ({ release, lang = 'en', ...asked }, site) => {
    const version = await releaseFor(site, release);
    const search = toolSearch({ ...(asked as Record<string, string>), ...(lang === 'es' && { lang }) });
    const path = `/data/${version}/check.json`;
    const document = await site.json<CheckedDocument>(path, search);
    const { verdict_text: verdict, relation_text: relation, arithmetic, other_sources: others } = document;
    return {
      text: [
        TOOL_WORDS.verdict[lang](verdict, relation ?? asked.relation),
        arithmetic,
        ...others.map((other) => `- ${other.source}: ${other.verdict_text}. ${other.arithmetic}`),
        `${site.origin}${path}?${search}`,
      ].join('\n'),
      data: { ...document, address: `${site.origin}${path}?${search}` },
    };
  },
});
