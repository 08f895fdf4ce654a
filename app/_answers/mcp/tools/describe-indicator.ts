/** What one indicator can be asked: its definition, and the codes of each parameter. */
import { z } from 'zod';
import { TOOL_WORDS } from '#app/_words/mcp.ts';
import type { Language, Text } from '#stats/language.ts';
import type { Indicator } from '#stats/model/catalogue.ts';
import { releaseFor, ToolRefusal } from '../ask.ts';
import { LANG_INPUT, RELEASE, toolOf } from '../tool.ts';

interface NamedCode {
  readonly code: string;
  readonly name: Text | null;
}

/** The document of `/data/{release}/{indicator}/dimensions.json`, as far as it is used here. */
interface DimensionsDocument extends Record<string, unknown> {
  readonly areas: readonly NamedCode[];
  readonly origins: readonly NamedCode[];
  readonly sources: readonly NamedCode[];
}

const codesOf = (codes: readonly NamedCode[], language: Language) =>
  codes.map(({ code, name }) => ({ code, name: name?.[language] ?? code }));

export const describeIndicator = toolOf({
  name: 'describe_indicator',
  input: z.strictObject({
    indicator: z.string().describe(TOOL_WORDS.indicator),
    release: RELEASE,
    lang: LANG_INPUT,
  }),
  answer: async ({ indicator: id, release, lang = 'en' }, site) => {
    const version = await releaseFor(site, release);
    const path = `/data/${version}/${encodeURIComponent(id)}/dimensions.json`;
    const { areas, origins, sources, ...rest } = await site.json<DimensionsDocument>(path);
    const { indicators } = await site.json<{ indicators: Indicator[] }>(`/data/${version}/indicators.json`);
    const indicator = indicators.find((candidate) => candidate.id === id);
    if (!indicator) throw new ToolRefusal(`No indicator ${id}.`);
    const { title, definition, unit, notes, opening = '' } = indicator;
    const codes = {
      country: codesOf(areas, lang),
      origin: codesOf(origins, lang),
      source: codesOf(sources, lang),
    };
    const lines = Object.entries(codes).flatMap(([parameter, list]) =>
      list.length === 0
        ? []
        : [`${parameter}: ${list.map(({ code, name }) => `${code} (${name})`).join(', ')}`],
    );
    return {
      text: [
        `${title[lang]} (${unit.label[lang]}). ${definition[lang]}`,
        ...notes.map(({ text }) => text[lang]),
        ...lines,
        `example: ${opening}`,
        TOOL_WORDS.more[lang](`${site.origin}${path}`),
      ].join('\n'),
      data: {
        ...rest,
        release: version,
        indicator: id,
        title: title[lang],
        definition: definition[lang],
        unit: unit.label[lang],
        definitions: indicator.definitions.map(({ code, text }) => ({ code, text: text[lang] })),
        notes: notes.map(({ text }) => text[lang]),
        example: opening,
        ...codes,
      },
    };
  },
});
