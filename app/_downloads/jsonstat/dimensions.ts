/** The dimensions of an answer in JSON-stat: the parts of a series, the period, and value, low and high. */
import { areaName, breakdownName, definitionName } from '#app/_charts/wording/code-name.ts';
import { JSONSTAT_WORDS } from '#app/_words/jsonstat.ts';
import { COMPUTATION_WORDS } from '#stats/format/labels.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { unitShown } from '#stats/format/unit.ts';
import type { Text } from '#stats/language.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { NONE, type Cell } from '#stats/model/observation.ts';
import { comparePeriods, formatPeriod } from '#stats/time/period.ts';
import { formOf } from '#stats/format/number-form.ts';

/** The numbers of an observation. The ends are metrics too, so that a program that reads numbers reads them. */
export const METRICS = ['value', 'low', 'high'] as const;

export interface CubeDimension {
  readonly id: string;
  readonly label: string;
  /** Code and label of each category, in order. */
  readonly categories: readonly (readonly [code: string, label: string])[];
  readonly codeOf: (cell: Cell) => string;
}

/** The parts of a series that are dimensions; the kind of a period is seen from its text. */
const SERIES_DIMENSIONS = ['area', 'counterpart', 'breakdown', 'definition', 'source'] as const;
type SeriesDimension = (typeof SERIES_DIMENSIONS)[number];

/** A figure as its source published it has this code in the dimension of computations. */
const PUBLISHED = 'published';

/** A dimension with the codes of the cells, in the order in which they come. */
function dimension(
  id: string,
  label: string,
  cells: readonly Cell[],
  codeOf: (cell: Cell) => string,
  labelOf: (code: string) => string,
): CubeDimension {
  const codes = [...new Set(cells.map(codeOf))];
  return { id, label, codeOf, categories: codes.map((code) => [code, labelOf(code)]) };
}

/** The number of each cell among those with the same codes: sources rarely give two figures for one thing. */
function occurrences(cells: readonly Cell[], dimensions: readonly CubeDimension[]): Map<Cell, string> {
  const counts = new Map<string, number>();
  return new Map(
    cells.map((cell) => {
      const key = JSON.stringify(dimensions.map(({ codeOf }) => codeOf(cell)));
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return [cell, String(count)];
    }),
  );
}

/** The names of the codes of each dimension. */
function labelsOf(comparison: Comparison): Readonly<Record<SeriesDimension, (code: string) => string>> {
  const { areas, dimensions, sources, indicator, language } = comparison;
  const words = JSONSTAT_WORDS[language];
  const titles = new Map(sources.map(({ id, shortTitle }) => [id, shortTitle[language]]));
  const nameArea = (code: string): string => areaName(areas, code, language);
  const isDefined = (code: string): boolean => indicator.definitions.some((known) => known.code === code);
  return {
    area: nameArea,
    counterpart: (code) => (code === NONE ? words.none : nameArea(code)),
    breakdown: (code) => breakdownName(dimensions, code, language) || words.total,
    definition: (code) => (isDefined(code) ? definitionName(indicator, code, language) : code),
    source: (code) => titles.get(code) ?? code,
  };
}

/** The dimensions of the cells; the metrics, which follow them, are the fastest. */
export function cubeDimensions(comparison: Comparison): CubeDimension[] {
  const { cells, language } = comparison;
  const words = JSONSTAT_WORDS[language];
  const labels = labelsOf(comparison);
  const inTime = [...cells].sort((a, b) => comparePeriods(a.period, b.period));
  const periods = new Map(
    cells.map(({ period }) => [formatPeriod(period), formatPeriodWords(period, 'stated', language)]),
  );
  const computations: Readonly<Record<string, Text>> = COMPUTATION_WORDS;
  const own = [
    ...SERIES_DIMENSIONS.map((id) => dimension(id, words[id], cells, (cell) => cell[id], labels[id])),
    dimension(
      'computed',
      words.computed,
      cells,
      (cell) => cell.computed ?? PUBLISHED,
      (code) => computations[code]?.[language] ?? words.published,
    ),
    dimension(
      'period',
      words.period,
      inTime,
      (cell) => formatPeriod(cell.period),
      (code) => periods.get(code) ?? code,
    ),
  ];
  const numbers = occurrences(cells, own);
  if ([...numbers.values()].every((number) => number === '1')) return own;
  const numberOf = (cell: Cell): string => numbers.get(cell) ?? '1';
  return [...own, dimension('occurrence', words.occurrence, cells, numberOf, (code) => code)];
}

/**
 * The dimension of the numbers, with their unit as in the other files: shares are from 0 to 1. Decimals are what
 * readers are shown; a transform has no fixed number of them.
 */
export function metricDimension(comparison: Comparison): object {
  const { language, indicator, query } = comparison;
  const { times } = formOf(query.transform?.id, indicator);
  const unit = {
    label: unitShown(comparison).code,
    ...(query.transform === null && { decimals: indicator.decimals + (times === 100 ? 2 : 0) }),
  };
  const words = JSONSTAT_WORDS[language];
  return {
    label: words.number,
    category: {
      index: METRICS,
      label: Object.fromEntries(METRICS.map((metric) => [metric, words.metrics[metric]])),
      unit: Object.fromEntries(METRICS.map((metric) => [metric, unit])),
    },
  };
}
