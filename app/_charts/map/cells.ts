/** The figures that a map can show: one of each country, in one period; and the countries that have none in it. */
import { group } from 'd3-array';
import { areaName } from '../wording/code-name.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { sourceRank } from '#stats/sources/series-key.ts';
import { comparePeriods, parsePeriod, type Period } from '#stats/time/period.ts';
import type { DerivedChart } from '../panel/derived.ts';
import { latestFull, ofOnePeriod } from '../panel/one-period.ts';
import { OUTLINES } from './outlines.ts';

/** A single country is no map. */
const FEWEST = 2;
/** Most countries without a figure that are named. */
const MOST_NAMED = 6;

type Mapped = Pick<Comparison, 'cells' | 'indicator'>;

/**
 * The figures of the latest full period, of the preferred source of each country; null where a country would
 * have several figures, such as of several origins or definitions, or too few have one.
 */
export function mapCells({ cells, indicator }: Mapped): readonly Cell[] | null {
  const onMap = cells.filter(
    (cell) => cell.area in OUTLINES.world.areas && cell.stated !== null && cell.computed === null,
  );
  const kinds = new Set(onMap.map((cell) => [cell.counterpart, cell.breakdown, cell.definition].join(' | ')));
  if (kinds.size !== 1) return null;
  const isSigned = indicator.signed || onMap.some(({ transform }) => transform !== undefined);
  if (isSigned) return null;
  const countries = (of: readonly Cell[]): number => new Set(of.map(({ area }) => area)).size;
  const chosen = latestFull(onMap, countries);
  if (countries(chosen) < FEWEST) return null;
  const rank = sourceRank(indicator.sources);
  return [...group(chosen, ({ area }) => area).values()].flatMap(
    (of) => of.toSorted((a, b) => rank(a.source) - rank(b.source))[0] ?? [],
  );
}

/** The last period of each country that was asked for and has no figure on the map. */
function lastOfOthers({ cells }: Comparison, drawn: ReadonlySet<string>): Map<string, Period> {
  const last = new Map<string, Period>();
  for (const { area, stated, period, lastOnFile } of cells) {
    const own = stated ? period : lastOnFile === undefined ? null : parsePeriod(lastOnFile);
    if (drawn.has(area) || !(area in OUTLINES.world.areas) || !own) continue;
    const before = last.get(area);
    if (!before || comparePeriods(own, before) > 0) last.set(area, own);
  }
  return last;
}

const ofMap = ofOnePeriod('map', mapCells);

/** The chart of the figures of one period, with the last period of the countries that have none in it. */
export function mapOf(comparison: Comparison): DerivedChart {
  const derived = ofMap(comparison);
  const { cells } = derived.comparison;
  const [first] = cells;
  const { language, areas } = comparison;
  const others = [...lastOfOthers(comparison, new Set(cells.map(({ area }) => area)))]
    .toSorted(([, a], [, b]) => comparePeriods(b, a))
    .map(
      ([code, period]) =>
        `${areaName(areas, code, language)} (${formatPeriodWords(period, 'stated', language)})`,
    );
  if (!first || others.length === 0) return derived;
  const rest = others.length - MOST_NAMED;
  const sentence = CHART_WORDS[language].onlyOtherPeriods(
    formatPeriodWords(first.period, first.periodStatus, language),
    others.slice(0, MOST_NAMED).join(', '),
    rest > 0 ? String(rest) : '',
  );
  return { ...derived, sentences: [...derived.sentences, sentence] };
}
