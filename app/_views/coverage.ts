/** How much of a group went into its values, and why a group has none: sentences for the margin. */
import { seriesOf, type Comparison } from '#stats/comparison.ts';
import { formatNumber } from '#stats/number.ts';
import type { Cell, SeriesKey } from '#stats/observation.ts';
import { parsePeriod } from '#stats/period.ts';
import { formatPeriodWords } from '#stats/period-words.ts';
import { GAP_WORDS } from '#stats/vocabulary.ts';
import { fill, wordsIn } from '#app/_words/words.ts';
import { areaName, seriesNamer } from './names.ts';

/** Who or when is missing: a place, a month, or a place and its month. @example 'HND × 2015-05' -> 'Honduras, May 2015' */
const missingName = (text: string, { areas, language }: Comparison): string =>
  text
    .split(' × ')
    .map((code) => {
      const period = parsePeriod(code);
      return period ? formatPeriodWords(period, 'stated', language) : areaName(areas, code, language);
    })
    .join(', ');

/** The gaps of one series, those with one reason together. */
function gapSentences(comparison: Comparison, name: string, cells: readonly Cell[]): string[] {
  const { language } = comparison;
  const words = wordsIn(language).margin;
  const reasons = new Map<string, { cell: Cell; periods: string[] }>();
  for (const cell of cells) {
    if (!cell.gap) continue;
    const key = `${cell.gap.code} ${cell.gap.missing.join(' ')}`;
    const reason = reasons.get(key) ?? { cell, periods: [] };
    reason.periods.push(formatPeriodWords(cell.period, cell.periodStatus, language));
    reasons.set(key, reason);
  }
  return [...reasons.values()].map(({ cell, periods }) => {
    const code = cell.gap?.code ?? 'not-published';
    const missing = (cell.gap?.missing ?? []).map((one) => missingName(one, comparison)).join(', ');
    // What a published figure lacks, a transform needed: no group is meant.
    const sentence = cell.computed === null ? words.missingFigure : words.missing;
    return fill(missing === '' ? words.missingPlain : sentence, {
      area: name,
      periods: periods.join(', '),
      reason: GAP_WORDS[code].words[language],
      missing,
    });
  });
}

/** Whether a series was combined of several; one that was not, and has a coverage, was added up over its months. */
const isGroup = ({ areas }: Comparison, { area, counterpart, breakdown }: SeriesKey): boolean =>
  breakdown.includes('+') ||
  [area, counterpart].some((code) => areas.find((one) => one.code === code)?.members !== undefined);

/** One sentence for each group of an answer, and one for each reason of a gap. */
export function coverageSentences(comparison: Comparison): string[] {
  const { language } = comparison;
  const words = wordsIn(language).margin;
  const series = seriesOf(comparison);
  const namer = seriesNamer(
    comparison,
    series.map((one) => one.key),
  );
  const sentences = series.flatMap(({ key, cells }) => {
    const { name, detail } = namer(key);
    const who = detail === '' ? name : `${name}, ${detail}`;
    const covered = [...cells].reverse().find((cell) => cell.coverage !== null && cell.stated !== null);
    const said: string[] = [];
    if (covered?.coverage) {
      const { present, expected, weight } = covered.coverage;
      const what = isGroup(comparison, key) ? words.coverageMembers : words.coverageMonths;
      said.push(fill(what, { area: who, present, expected }));
      if (weight !== null) {
        said.push(fill(words.coverageWeight, { share: `${formatNumber(weight * 100, language, 0)}%` }));
      }
    }
    return [said.join(' '), ...gapSentences(comparison, who, cells)].filter((text) => text !== '');
  });
  return [...new Set(sentences)];
}
