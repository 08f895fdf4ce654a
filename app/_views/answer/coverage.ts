/** How much of a group went into its values, and why a group has no value: sentences for the margin. */
import { seriesOf, type Comparison } from '#stats/model/comparison.ts';
import { coveredKind, coverageEnds } from '#stats/aggregate/coverage.ts';
import type { Language } from '#stats/language.ts';
import { formatNumber } from '#stats/number.ts';
import type { Cell, Coverage, SeriesKey } from '#stats/model/observation.ts';
import { parsePeriod, type Period } from '#stats/time/period.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { gapReason } from '#stats/format/gap.ts';
import { stepOf } from '#stats/query/time-bases.ts';
import { weightOf } from '#stats/query/weight.ts';
import { wordsIn } from '#app/_words/words.ts';
import { seriesNamer } from '#app/_charts/wording/series-name.ts';
import { areaName } from '#app/_charts/wording/code-name.ts';

/** Months in order as runs of consecutive months. */
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
 * The names of what is missing: areas, months, or the months of each area, with consecutive months joined.
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

/** The gaps of a series, those with the same reason together. */
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
    // A missing published figure was needed by a transform; it does not concern a group.
    const sentence = cell.computed === null ? words.missingFigure : words.missing;
    return (missing === '' ? words.missingPlain : sentence)({
      area: name,
      periods: periods.join(', '),
      reason: gapReason(cell, language),
      missing,
    });
  });
}

const COVERAGE = {
  members: 'coverageMembers',
  parts: 'coverageParts',
  months: 'coverageMonths',
  quarters: 'coverageQuarters',
  'half-years': 'coverageHalfYears',
} as const;
const COVERAGE_RANGE = {
  members: 'coverageMembersRange',
  parts: 'coveragePartsRange',
  // A year with fewer than twelve months has no value, so periods cannot differ.
  months: 'coverageMonths',
  quarters: 'coverageQuarters',
  'half-years': 'coverageHalfYears',
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
  const kind = coveredKind(comparison.areas, key, stepOf(comparison.indicator));
  const { present, expected } = most;
  const same = fewest.present === present && fewest.expected === expected;
  const range = {
    least: words.coverageOf({ present: fewest.present, expected: fewest.expected }),
    most: words.coverageOf({ present, expected }),
  };
  const members = same
    ? words[COVERAGE[kind]]({ area, present, expected })
    : words[COVERAGE_RANGE[kind]]({ area, present, expected, ...range });
  const shares = cells
    .flatMap(({ coverage, stated }) => (stated === null || coverage?.weight == null ? [] : [coverage]))
    .sort((a, b) => (a.weight ?? 0) - (b.weight ?? 0))
    .map((coverage) => shareText(coverage, language));
  const [least, greatest] = [shares[0], shares.at(-1)];
  if (least === undefined || greatest === undefined) return [members, ...weighedBy(comparison, cells)];
  const people =
    least === greatest
      ? words.coverageWeight({ share: greatest })
      : words.coverageWeightRange({ least, most: greatest });
  return [members, people, ...weighedBy(comparison, cells)];
}

/** A share of the population, with "at least" or "at most" if it is a bound. @example 'at most 99.8%' */
function shareText({ weight, weightBound, present, expected }: Coverage, language: Language): string {
  const words = wordsIn(language).margin;
  const percent = (weight ?? 0) * 100;
  // A share just below 100% must not be shown as 100%.
  const isWhole = present === expected || Number(percent.toFixed(0)) < 100;
  const share = `${language === 'es' && weightBound === undefined ? 'el ' : ''}${formatNumber(percent, language, isWhole ? 0 : decimalsBelow(percent))}%`;
  if (weightBound === undefined) return share;
  const bound = weightBound === 'at-least' ? words.coverageAtLeast : words.coverageAtMost;
  return bound({ share: language === 'es' ? `el ${share}` : share });
}

/** The number of decimals with which a percentage below 100 is not rounded to 100; at most four. */
const decimalsBelow = (percent: number): number =>
  [1, 2, 3].find((decimals) => Number(percent.toFixed(decimals)) < 100) ?? 4;

/** Whose population weights the rates of a group; nothing for a ratio of sums, which needs no weights. */
function weighedBy({ indicator, query, sources, language }: Comparison, cells: readonly Cell[]): string[] {
  if (!cells.some((cell) => cell.computed === 'weighted-mean' && cell.stated !== null)) return [];
  const source = sources.find((candidate) => candidate.id === weightOf(indicator, query)?.source);
  return source ? [wordsIn(language).margin.weightedBy({ source: source.shortTitle[language] })] : [];
}

/** A sentence for each group of an answer, and a sentence for each reason of a gap. */
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
