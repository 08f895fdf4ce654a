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
import { suggest } from './nearest.ts';
import { readYaml, slug } from './yaml.ts';

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
const nameOf = (one: Pick<Tabulated, 'indicator' | 'source' | 'basis'>): string =>
  `${one.indicator}, ${one.source}, ${one.basis}`;

/** Reads `tabulations.yaml` of the catalogue's folder; null where there is none. @throws SourceError */
export const readTabulations = (home: string): Tabulated[] | null =>
  existsSync(join(home, FILE)) ? readYaml(join(home, FILE), shape) : null;

/** Whatever a tabulation names must be in the catalogue, and no period may be tabulated twice. */
export function tabulationProblems(home: string, catalogue: Catalogue): string[] {
  const { tabulations = [], indicators } = catalogue;
  const seen = new Set<string>();
  const problems = tabulations.flatMap((one): string[] => {
    const say = (problem: string): string => `${nameOf(one)}: ${problem}`;
    const indicator = indicators.find(({ id }) => id === one.indicator);
    if (!indicator) {
      const known = indicators.map(({ id }) => id);
      return [say(`"${one.indicator}" is no indicator; ${suggest(one.indicator, known, 'correct it')}`)];
    }
    if (!indicator.sources.includes(one.source)) {
      return [
        say(`"${one.source}" is no source of it; ${suggest(one.source, indicator.sources, 'correct it')}`),
      ];
    }
    if (
      one.rounding !== undefined &&
      (one.absent !== 'zero' || !['count', 'estimate'].includes(indicator.measure))
    ) {
      return [say('rounding is of counts and estimates whose zeros are left out')];
    }
    if (tabulations.some((other) => nameOf(other) === nameOf(one) && other.rounding !== one.rounding)) {
      return [say('all periods of one table are rounded alike')];
    }
    const periods = periodsOf(one).map(formatPeriod);
    if (periods.length === 0) {
      return [say(`${one.from} to ${one.to} are no periods of this basis, or in the wrong order`)];
    }
    const twice = periods.find((period) => seen.has(`${nameOf(one)} ${period}`));
    for (const period of periods) seen.add(`${nameOf(one)} ${period}`);
    return twice === undefined ? [] : [say(`${twice} stands twice`)];
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
  for (const one of catalogue.tabulations ?? []) {
    if (published.has(nameOf(one))) continue;
    const periods = tabulationsOf(catalogue, one).map(({ period }) => formatPeriod(period));
    published.set(nameOf(one), new Set(periods));
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
