/**
 * The breaks of series as they are written, `catalogue/breaks.yaml`: what changed, from which day, in both
 * languages, and who says so. Only what a source states: a jump in a line is no break.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { BREAK_KINDS, type Break } from '#stats/model/break.ts';
import { suggest } from '../validation/nearest.ts';
import { day, readYaml, slug, nonEmptyText, url } from '../validation/yaml.ts';

const shape = z.array(
  z.strictObject({
    id: slug,
    /** All that break together. */
    indicators: z.array(slug).min(1),
    area: z.string().min(1).optional(),
    source: slug.optional(),
    definition: slug.optional(),
    kind: z.enum(BREAK_KINDS),
    at: day,
    until: day.optional(),
    name: nonEmptyText,
    text: nonEmptyText,
    cited: z.strictObject({ text: nonEmptyText, url: url.optional() }),
  }),
);

const FILE = 'breaks.yaml';

/** Reads `breaks.yaml` of the catalogue's folder; null where there is none. @throws SourceError */
export function readBreaks(home: string): Break[] | null {
  const path = join(home, FILE);
  if (!existsSync(path)) return null;
  return readYaml(path, shape).flatMap(({ indicators, id, ...written }) =>
    indicators.map((indicator) => ({ id, indicator, ...written })),
  );
}

/** Whatever a break names must be in the catalogue. */
export function breakProblems(home: string, catalogue: Catalogue): string[] {
  const { breaks = [], indicators, areas, sources } = catalogue;
  const keys = breaks.map((seriesBreak) => `${seriesBreak.id} ${seriesBreak.indicator}`);
  const areaCodes = areas.map((area) => area.code);
  const problems = breaks.flatMap((seriesBreak, i): string[] => {
    const indicator = indicators.find(({ id }) => id === seriesBreak.indicator);
    const named = (field: string, code: string | undefined, known: readonly string[]): string[] =>
      code === undefined || known.includes(code)
        ? []
        : [`${field}: "${code}" is not a known code; ${suggest(code, known, 'correct it')}`];
    const found = [
      ...named(
        'indicator',
        seriesBreak.indicator,
        indicators.map(({ id }) => id),
      ),
      ...named('area', seriesBreak.area, areaCodes),
      ...named('source', seriesBreak.source, indicator?.sources ?? sources.map(({ id }) => id)),
      ...named('definition', seriesBreak.definition, indicator?.definitions.map(({ code }) => code) ?? []),
      ...(seriesBreak.until !== undefined && seriesBreak.until < seriesBreak.at
        ? [`until: ${seriesBreak.until} is before ${seriesBreak.at}`]
        : []),
      ...(keys.indexOf(keys[i] ?? '') < i ? [`stands twice for ${seriesBreak.indicator}`] : []),
    ];
    return found.map((problem) => `${seriesBreak.id}: ${problem}`);
  });
  return problems.map((problem) => `${join(home, FILE)}: ${problem}`);
}
