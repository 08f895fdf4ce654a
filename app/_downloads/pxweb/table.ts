/**
 * An indicator as a table of PxWebApi 2: its variables with all their values, in JSON-stat. A figure as published
 * has its hedge as its status, as in our other cubes; value, low and high are the contents.
 */
import { areaName, breakdownName, definitionName } from '#app/_charts/wording/code-name.ts';
import { JSONSTAT_WORDS } from '#app/_words/jsonstat.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import type { Language } from '#stats/language.ts';
import type { Catalogue, Indicator, Release } from '#stats/model/catalogue.ts';
import { ALL, NONE, type Cell } from '#stats/model/observation.ts';
import { formatPeriod, parsePeriod } from '#stats/time/period.ts';
import { METRICS } from '../jsonstat/dimensions.ts';

export interface PxVariable {
  readonly id: string;
  readonly label: string;
  readonly values: readonly (readonly [code: string, label: string])[];
  /** The value that stands for all of them, where the variable need not be chosen. */
  readonly total: string | null;
  readonly codeOf: (cell: Cell) => string;
}

export interface PxTable {
  readonly indicator: Indicator;
  readonly release: Pick<Release, 'version' | 'date'>;
  readonly language: Language;
  /** In the order of the cube; the contents are last. */
  readonly variables: readonly PxVariable[];
  readonly source: string;
}

/** The codes that an indicator has on file. */
export interface CodesOnFile {
  readonly areas: readonly string[];
  readonly origins: readonly string[];
  readonly breakdowns: readonly string[];
  readonly definitions: readonly string[];
  readonly sources: readonly string[];
  /** In order of time. */
  readonly periods: readonly string[];
}

const totalOf = (codes: readonly string[]): string | null =>
  codes.length === 1 ? codes[0]! : ([ALL, NONE].find((code) => codes.includes(code)) ?? null);

/** The contents of a cube are numbers: value, low and high. */
export const CONTENTS = 'number';
export const TIME_VARIABLE = 'period';

/** The table of an indicator. */
export function pxTable(
  indicator: Indicator,
  codes: CodesOnFile,
  { catalogue, release, language }: Pick<PxTable, 'release' | 'language'> & { readonly catalogue: Catalogue },
): PxTable {
  const words = JSONSTAT_WORDS[language];
  const sources = catalogue.sources.filter(({ id }) => codes.sources.includes(id));
  const titles = new Map(sources.map(({ id, shortTitle }) => [id, shortTitle[language]]));
  const place = (code: string): string =>
    code === NONE ? words.none : areaName(catalogue.areas, code, language);
  const variable = (
    id: 'area' | 'counterpart' | 'breakdown' | 'definition' | 'source',
    list: readonly string[],
    labelOf: (code: string) => string,
  ): PxVariable => ({
    id,
    label: words[id],
    values: list.map((code) => [code, labelOf(code)]),
    total: totalOf(list),
    codeOf: (cell) => cell[id],
  });
  // The preferred source comes first, as everywhere.
  const preferred = [...codes.sources].sort(
    (a, b) => indicator.sources.indexOf(a) - indicator.sources.indexOf(b),
  );
  return {
    indicator,
    release,
    language,
    source: [...new Set(sources.map(({ publisher }) => publisher))].join('; '),
    variables: [
      variable('area', codes.areas, place),
      variable('counterpart', codes.origins, place),
      variable(
        'breakdown',
        codes.breakdowns,
        (code) => breakdownName(catalogue.dimensions, code, language) || words.total,
      ),
      variable('definition', codes.definitions, (code) => definitionName(indicator, code, language)),
      variable('source', preferred, (code) => titles.get(code) ?? code),
      {
        id: TIME_VARIABLE,
        label: words.period,
        values: codes.periods.map((code) => {
          const period = parsePeriod(code);
          return [code, period ? formatPeriodWords(period, 'stated', language) : code];
        }),
        total: null,
        codeOf: (cell) => formatPeriod(cell.period),
      },
      {
        id: CONTENTS,
        label: words.number,
        values: METRICS.map((metric) => [metric, words.metrics[metric]]),
        total: null,
        codeOf: () => 'value',
      },
    ],
  };
}

/** A selection: the values of each variable, in the order of the table. */
export type PxSelection = ReadonlyMap<string, readonly string[]>;

/** What is shown if nothing is chosen: the preferred source, totals, and the last periods. */
export function defaultSelection({ variables }: PxTable): PxSelection {
  const LAST = 5;
  return new Map(
    variables.map(({ id, values, total }) => {
      const codes = values.map(([code]) => code);
      if (id === 'area' || id === CONTENTS) return [id, codes];
      if (id === TIME_VARIABLE) return [id, codes.slice(-LAST)];
      return [id, [total ?? codes[0] ?? '']];
    }),
  );
}
