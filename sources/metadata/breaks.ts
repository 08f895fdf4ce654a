/**
 * The breaks of series in `catalogue/breaks.yaml`: what changed, from which day, in both languages, and which
 * source states it. Only breaks that a source states are listed: a jump in a line is not a break.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { BREAK_KINDS, type Break } from '#stats/model/break.ts';
import { BASES } from '#stats/time/period.ts';
import { suggest } from '../validation/nearest.ts';
import { day, readYaml, slug, nonEmptyText, url } from '../validation/yaml.ts';

const shape = z.array(
  z.strictObject({
    id: slug,
    /** All indicators that break together. */
    indicators: z.array(slug).min(1),
    area: z.string().min(1).optional(),
    source: slug.optional(),
    definition: slug.optional(),
    basis: z.enum(BASES).optional(),
    kind: z.enum(BREAK_KINDS),
    at: day,
    until: day.optional(),
    name: nonEmptyText,
    text: nonEmptyText,
    cited: z.strictObject({ text: nonEmptyText, url: url.optional() }),
  }),
);

const FILE = 'breaks.yaml';

/** Reads `breaks.yaml` of the catalogue's folder; null if there is no such file. @throws SourceError */
export function readBreaks(home: string): Break[] | null {
  const path = join(home, FILE);
  if (!existsSync(path)) return null;
  return readYaml(path, shape).flatMap(({ indicators, id, ...written }) =>
    indicators.map((indicator) => ({ id, indicator, ...written })),
  );
}

/** Every code in a break must be in the catalogue. */
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
      ...(seriesBreak.basis !== undefined && indicator && !indicator.bases.includes(seriesBreak.basis)
        ? [`basis: ${indicator.id} has no periods of the basis ${seriesBreak.basis}; remove it or correct it`]
        : []),
      ...named('definition', seriesBreak.definition, indicator?.definitions.map(({ code }) => code) ?? []),
      ...(seriesBreak.until !== undefined && seriesBreak.until < seriesBreak.at
        ? [`until: ${seriesBreak.until} is before ${seriesBreak.at}`]
        : []),
      ...(keys.indexOf(keys[i] ?? '') < i ? [`appears twice for ${seriesBreak.indicator}`] : []),
    ];
    return found.map((problem) => `${seriesBreak.id}: ${problem}`);
  });
  return problems.map((problem) => `${join(home, FILE)}: ${problem}`);
}
