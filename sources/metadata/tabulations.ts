/**
 * Which periods each source published, `catalogue/tabulations.yaml`: the first and the last that our tables
 * hold, every one between having been published, and what it means that a row is not there. Rows are held to
 * it when the sources are compiled.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ABSENCES, type Catalogue, type Tabulated } from '#stats/model/catalogue.ts';
import type { Observation } from '#stats/model/observation.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { periodsOf, TABULATED_BASES, tabulationsOf } from '#stats/aggregate/tabulation.ts';
import { suggest } from '../validation/nearest.ts';
import { readYaml, slug } from '../validation/yaml.ts';

const shape = z.array(
  z.strictObject({
    indicator: slug,
    source: slug,
    basis: z.enum(TABULATED_BASES),
    from: z.string().min(1),
    to: z.string().min(1),
    absent: z.enum(ABSENCES),
    provisional: z.boolean().default(false),
    rounding: z.number().positive().exactOptional(),
  }),
);

const FILE = 'tabulations.yaml';
const nameOf = (tabulation: Pick<Tabulated, 'indicator' | 'source' | 'basis'>): string =>
  `${tabulation.indicator}, ${tabulation.source}, ${tabulation.basis}`;

/** Reads `tabulations.yaml` of the catalogue's folder; null where there is none. @throws SourceError */
export const readTabulations = (home: string): Tabulated[] | null =>
  existsSync(join(home, FILE)) ? readYaml(join(home, FILE), shape) : null;

/** Whatever a tabulation names must be in the catalogue, and no period may be tabulated twice. */
export function tabulationProblems(home: string, catalogue: Catalogue): string[] {
  const { tabulations = [], indicators } = catalogue;
  const seen = new Set<string>();
  const problems = tabulations.flatMap((tabulation): string[] => {
    const say = (problem: string): string => `${nameOf(tabulation)}: ${problem}`;
    const indicator = indicators.find(({ id }) => id === tabulation.indicator);
    if (!indicator) {
      const known = indicators.map(({ id }) => id);
      return [
        say(
          `"${tabulation.indicator}" is not an indicator; ${suggest(tabulation.indicator, known, 'correct it')}`,
        ),
      ];
    }
    if (!indicator.sources.includes(tabulation.source)) {
      return [
        say(
          `"${tabulation.source}" is not one of its sources; ${suggest(tabulation.source, indicator.sources, 'correct it')}`,
        ),
      ];
    }
    if (
      tabulation.rounding !== undefined &&
      (tabulation.absent !== 'zero' || !['count', 'estimate'].includes(indicator.measure))
    ) {
      return [say('rounding applies only to counts and estimates whose zeros are omitted')];
    }
    if (
      tabulations.some(
        (other) => nameOf(other) === nameOf(tabulation) && other.rounding !== tabulation.rounding,
      )
    ) {
      return [say('all periods of one table must have the same rounding')];
    }
    const periods = periodsOf(tabulation).map(formatPeriod);
    if (periods.length === 0) {
      return [
        say(`${tabulation.from} to ${tabulation.to} are not periods of this kind, or are in the wrong order`),
      ];
    }
    const twice = periods.find((period) => seen.has(`${nameOf(tabulation)} ${period}`));
    for (const period of periods) seen.add(`${nameOf(tabulation)} ${period}`);
    return twice === undefined ? [] : [say(`${twice} appears twice`)];
  });
  return problems.map((problem) => `${join(home, FILE)}: ${problem}`);
}

/** Rows of a period that the tabulations of their source say was not published: one line each kind of row. */
export function outsideTabulations(
  home: string,
  catalogue: Catalogue,
  rows: readonly Observation[],
): string[] {
  const published = new Map<string, ReadonlySet<string>>();
  for (const tabulation of catalogue.tabulations ?? []) {
    if (published.has(nameOf(tabulation))) continue;
    const periods = tabulationsOf(catalogue, tabulation).map(({ period }) => formatPeriod(period));
    published.set(nameOf(tabulation), new Set(periods));
  }
  const outside = rows.flatMap((row) => {
    const periods = published.get(nameOf(row));
    const period = formatPeriod(row.period);
    return !periods || periods.has(period) ? [] : [`${nameOf(row)}: there is a figure for ${period}`];
  });
  return [...new Set(outside)].map(
    (line) => `${join(home, FILE)}: ${line}, which is outside what it says was published; correct from or to`,
  );
}
