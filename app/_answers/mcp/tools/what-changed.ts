/** What changed from one release to a later one: of an indicator row by row, or the notes of the releases. */
import { z } from 'zod';
import { TOOL_WORDS } from '#app/_words/mcp.ts';
import { figureText } from '#stats/format/figure.ts';
import type { Language, Text } from '#stats/language.ts';
import { GAP_WORDS } from '#stats/format/labels.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import type { Indicator, Release } from '#stats/model/catalogue.ts';
import type { StoredGap } from '#stats/model/gap.ts';
import { NONE, ALL } from '#stats/model/observation.ts';
import type { RevisionCounts, RevisionKind } from '#stats/evidence/revision.ts';
import type { Stated } from '#stats/uncertainty/hedge.ts';
import { parsePeriod } from '#stats/time/period.ts';
import { ToolRefusal, type SiteReader } from '../ask.ts';
import { LANG_INPUT, RELEASE, toolSearch, toolOf, type ToolAnswer } from '../tool.ts';

const MOST_CHANGES = 100;

type WrittenFigure = Stated & { readonly gap: StoredGap | null };

interface WrittenChange {
  readonly change: RevisionKind;
  readonly source: string;
  readonly area: string;
  readonly counterpart: string;
  readonly breakdown: string;
  readonly period: string;
  readonly was: WrittenFigure | null;
  readonly is: WrittenFigure | null;
}

/** The document of `revisions.json`. */
interface RevisionsDocument {
  readonly to: string;
  readonly counts: RevisionCounts;
  readonly rows: readonly WrittenChange[];
}

/** A figure with its hedge, or why there is none. */
function figureWords(figure: WrittenFigure | null, indicator: Indicator, language: Language): string {
  if (!figure) return TOOL_WORDS.notOnFile[language];
  const { gap, ...stated } = figure;
  if (gap) return GAP_WORDS[gap].words[language];
  return figureText({ stated, computed: null, intervalKind: 'stated' }, indicator, language);
}

interface NamedCode {
  readonly code: string;
  readonly name: Text | null;
}

async function namesOf(site: SiteReader, release: string, id: string, language: Language) {
  const { areas, origins } = await site.json<{ areas: NamedCode[]; origins: NamedCode[] }>(
    `/data/${release}/${id}/dimensions.json`,
  );
  const names = new Map([...areas, ...origins].map(({ code, name }) => [code, name?.[language] ?? code]));
  return (code: string) => names.get(code) ?? code;
}

/** One change in a line. */
function changeText(
  { area, counterpart, breakdown, period, source, was, is }: WrittenChange,
  { indicator, nameOf, lang }: { indicator: Indicator; nameOf: (code: string) => string; lang: Language },
): string {
  const time = parsePeriod(period);
  const what = [
    nameOf(area),
    counterpart === NONE || counterpart === ALL ? '' : nameOf(counterpart),
    breakdown === ALL ? '' : breakdown,
    time ? formatPeriodWords(time, 'stated', lang) : period,
  ];
  const figures = [was, is].map((figure) => figureWords(figure, indicator, lang));
  return `${what.filter(Boolean).join(', ')} (${source}): ${figures.join(' → ')}`;
}

/** The releases with what each says of itself. */
function releaseNotes(releases: readonly Release[], lang: Language): ToolAnswer {
  const list = releases.map(({ version, date, note }) => ({ version, date, note: note[lang] }));
  return {
    text: list.map(({ version, date, note }) => `- ${version} (${date}): ${note}`).join('\n'),
    data: { releases: list },
  };
}

export const whatChanged = toolOf({
  name: 'what_changed',
  input: z.strictObject({
    indicator: z.string().optional().describe(TOOL_WORDS.changedIndicator),
    country: z.string().optional().describe(TOOL_WORDS.changedCountry),
    from: RELEASE.describe(TOOL_WORDS.from),
    to: RELEASE.describe(TOOL_WORDS.to),
    lang: LANG_INPUT,
  }),
  answer: async ({ indicator: id, country, from, to = 'latest', lang = 'en' }, site) => {
    const { releases } = await site.json<{ releases: Release[] }>('/data/releases.json');
    if (id === undefined) return releaseNotes(releases, lang);
    const last = to === 'latest' ? releases.at(-1)?.version : to;
    const before = releases[releases.findIndex(({ version }) => version === last) - 1]?.version;
    const first = from === undefined || from === 'latest' ? before : from;
    if (first === undefined || last === undefined) throw new ToolRefusal(TOOL_WORDS.nothingBefore[lang]);
    const path = `/data/${first}/${encodeURIComponent(id)}/revisions.json`;
    const { counts, rows } = await site.json<RevisionsDocument>(path, toolSearch({ to: last }));
    const { indicators } = await site.json<{ indicators: Indicator[] }>(`/data/${first}/indicators.json`);
    const indicator = indicators.find((candidate) => candidate.id === id);
    if (!indicator) throw new ToolRefusal(`No indicator ${id}.`);
    const nameOf = await namesOf(site, last, id, lang);
    const codes = country?.split('~');
    const matching = rows.filter(({ area }) => !codes || codes.includes(area));
    const changes = matching.slice(0, MOST_CHANGES).map((row) => ({
      ...row,
      text: changeText(row, { indicator, nameOf, lang }),
    }));
    const head = TOOL_WORDS.changes[lang](indicator.title[lang], first, last, counts);
    const rest = matching.length - changes.length;
    return {
      text: [
        head,
        ...changes.map(({ change, text }) => `- ${change}: ${text}`),
        ...(rest > 0 ? [TOOL_WORDS.rest[lang](rest, `${site.origin}${path}?to=${last}`)] : []),
      ].join('\n'),
      data: {
        from: first,
        to: last,
        indicator: id,
        counts,
        address: `${site.origin}${path}?to=${last}`,
        changes,
      },
    };
  },
});
