/** How much of a group went into its values, and why a group has none: sentences for the margin. */
import { seriesOf, type Comparison } from '#stats/model/comparison.ts';
import { coveredKind, coverageEnds } from '#stats/aggregate/coverage.ts';
import { formatNumber } from '#stats/number.ts';
import type { Cell, SeriesKey } from '#stats/model/observation.ts';
import { parsePeriod, type Period } from '#stats/time/period.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { gapReason } from '#stats/format/gap.ts';
import { weightOf } from '#stats/query/weight.ts';
import { wordsIn } from '#app/_words/words.ts';
import { seriesNamer } from '#app/_charts/wording/series-name.ts';
import { areaName } from '#app/_charts/wording/code-name.ts';

/** Months in order as runs of months that follow one another. */
function runsOf(months: readonly Period[]): Period[] {
  const runs: { start: string; end: string; last: Period }[] = [];
  for (const month of months) {
    const [start, end] = [month.start ?? '', month.end ?? ''];
    const run = runs.at(-1);
    if (run && dayAfter(run.end) === start) Object.assign(run, { end, last: month });
    else runs.push({ start, end, last: month });
  }
  return runs.map(({ start, end, last }) =>
    start === last.start ? last : { basis: 'interval', start, end },
  );
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/**
 * Who or when is missing: places, months, or the months of each place, those that follow one another as one.
 * @example ['HND × 2015-05', 'HND × 2015-06', 'SLV'] -> 'Honduras, May 2015 to Jun 2015; El Salvador'
 */
function missingNames(missing: readonly string[], { areas, language }: Comparison): string {
  const months = new Map<string, Period[]>();
  for (const combination of missing) {
    const codes = combination.split(' × ');
    const period = parsePeriod(codes.at(-1) ?? '');
    const place = period ? codes.slice(0, -1) : codes;
    const name = place.map((code) => areaName(areas, code, language)).join(', ');
    const known = months.get(name) ?? [];
    months.set(name, period ? [...known, period] : known);
  }
  const told = [...months].map(([name, own]) => {
    const runs = runsOf(own).map((run) => formatPeriodWords(run, 'stated', language));
    return [name, ...runs].filter((text) => text !== '').join(', ');
  });
  return told.join([...months.values()].some((own) => own.length > 0) ? '; ' : ', ');
}

/** The gaps of one series, those with one reason together. */
function gapSentences(comparison: Comparison, name: string, cells: readonly Cell[]): string[] {
  const { language } = comparison;
  const words = wordsIn(language).margin;
  const reasons = new Map<string, { cell: Cell; periods: string[] }>();
  for (const cell of cells) {
    if (!cell.gap) continue;
    const key = `${gapReason(cell, language)} ${cell.gap.missing.join(' ')}`;
    const reason = reasons.get(key) ?? { cell, periods: [] };
    reason.periods.push(formatPeriodWords(cell.period, cell.periodStatus, language));
    reasons.set(key, reason);
  }
  return [...reasons.values()].map(({ cell, periods }) => {
    const missing = missingNames(cell.gap?.missing ?? [], comparison);
    // What a published figure lacks, a transform needed: no group is meant.
    const sentence = cell.computed === null ? words.missingFigure : words.missing;
    return (missing === '' ? words.missingPlain : sentence)({
      area: name,
      periods: periods.join(', '),
      reason: gapReason(cell, language),
      missing,
    });
  });
}

const COVERAGE = { members: 'coverageMembers', parts: 'coverageParts', months: 'coverageMonths' } as const;
const COVERAGE_RANGE = {
  members: 'coverageMembersRange',
  parts: 'coveragePartsRange',
  // A year of fewer months than twelve is no year, so periods cannot differ.
  months: 'coverageMonths',
} as const;

/**
 * How many members, months or parts went into the figures of a series, and whose share of the people they are.
 * Where the periods differ, from the least to the most: a line of a group whose members change is no one group's.
 * @example 'Central America: from 4 of 7 to 7 of 7 members, depending on the period. They cover 50% to 100% of the population.'
 */
function membersSentences(
  comparison: Comparison,
  key: SeriesKey,
  area: string,
  cells: readonly Cell[],
): readonly string[] {
  const { language } = comparison;
  const words = wordsIn(language).margin;
  const ends = coverageEnds(cells);
  if (!ends) return [];
  const { fewest, most } = ends;
  const kind = coveredKind(comparison.areas, key);
  const { present, expected } = most;
  const same = fewest.present === present && fewest.expected === expected;
  const range = {
    least: words.coverageOf({ present: fewest.present, expected: fewest.expected }),
    most: words.coverageOf({ present, expected }),
  };
  const members = same
    ? words[COVERAGE[kind]]({ area, present, expected })
    : words[COVERAGE_RANGE[kind]]({ area, present, expected, ...range });
  const percent = (share: number): string => `${formatNumber(share * 100, language, 0)}%`;
  const shares = cells
    .flatMap(({ coverage, stated }) => (stated === null ? [] : (coverage?.weight ?? [])))
    .sort((a, b) => a - b);
  const [least, greatest] = [shares[0], shares.at(-1)];
  if (least === undefined || greatest === undefined) return [members, ...weighedBy(comparison, cells)];
  const people =
    percent(least) === percent(greatest)
      ? words.coverageWeight({ share: percent(greatest) })
      : words.coverageWeightRange({ least: percent(least), most: percent(greatest) });
  return [members, people, ...weighedBy(comparison, cells)];
}

/** Whose people weigh the rates of a group, where they do: a ratio of sums needs nobody's. */
function weighedBy({ indicator, query, sources, language }: Comparison, cells: readonly Cell[]): string[] {
  if (!cells.some((cell) => cell.computed === 'weighted-mean' && cell.stated !== null)) return [];
  const source = sources.find((candidate) => candidate.id === weightOf(indicator, query)?.source);
  return source ? [wordsIn(language).margin.weightedBy({ source: source.shortTitle[language] })] : [];
}

/** One sentence for each group of an answer, and one for each reason of a gap. */
export function coverageSentences(comparison: Comparison): string[] {
  const series = seriesOf(comparison);
  const namer = seriesNamer(
    comparison,
    series.map((row) => row.key),
  );
  const sentences = series.flatMap(({ key, cells }) => {
    const { name, detail } = namer(key);
    const who = detail === '' ? name : `${name}, ${detail}`;
    const said = membersSentences(comparison, key, who, cells);
    return [said.join(' '), ...gapSentences(comparison, who, cells)].filter((text) => text !== '');
  });
  return [...new Set(sentences)];
}
