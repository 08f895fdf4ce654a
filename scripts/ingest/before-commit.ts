// What a person writes after a newer edition was loaded, and before it is committed: each line names the file.

import type { Draft } from '#sources/draft/draft.ts';
import { readCatalogue } from '#sources/metadata/catalogue.ts';
import type { Loaded, Loading } from '#sources/draft/load.ts';
import { comparePeriods, parsePeriod } from '#stats/time/period.ts';

type Reading = { readonly loading: Loading; readonly loaded: Loaded };

const isAfter = (period: string, other: string): boolean => {
  const [a, b] = [parsePeriod(period), parsePeriod(other)];
  return a !== null && b !== null && a.basis === b.basis && comparePeriods(a, b) > 0;
};

/** The lines for newer editions among the files that were loaded. */
export function beforeCommit(readings: readonly Reading[], draft: Draft): string[] {
  const { tabulations = [] } = readCatalogue(draft.sources);
  return readings
    .filter(({ loading }) => loading.vintage !== undefined && loading.card !== null)
    .flatMap(({ loading: { recipe }, loaded: { report } }) => {
      const id = recipe.source;
      const outgrown = report.checks.flatMap(({ name, outgrown }) =>
        outgrown === undefined ? [] : [`${name} ${outgrown}`],
      );
      const short = tabulations.filter((table) => table.source === id && isAfter(report.last, table.to));
      // Several tables of one indicator follow each other: only the last can end too early.
      const last = new Map(short.map((table) => [table.indicator, table]));
      return [
        `sources/${id}/card.yaml: published and note are those of the edition before`,
        ...(outgrown.length > 0 ? [`sources/${id}/recipe.yaml: expect is now ${outgrown.join(', ')}`] : []),
        ...[...last.values()].map(
          ({ indicator, to }) =>
            `sources/catalogue/tabulations.yaml: ${indicator} of ${id} ends with ${to}, its file with ${report.last}`,
        ),
      ];
    });
}
