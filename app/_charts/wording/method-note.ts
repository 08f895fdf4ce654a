/**
 * Which figures of a chart Cotejo computed: by which rule, weighted by whose population, and how much of the
 * expected data went in. The line of a group looks like any other line, so the words go wherever the chart
 * goes.
 */
import { capitalise } from '#stats/text.ts';
import { seriesOf, type Comparison, type Series } from '#stats/model/comparison.ts';
import { stepOf } from '#stats/query/time-bases.ts';
import { coveredKind, coverageEnds, isOfMembers } from '#stats/aggregate/coverage.ts';
import type { Language } from '#stats/language.ts';
import { decimalsOf, formatNumber } from '#stats/number.ts';
import { formatCoverage } from '#stats/query/values.ts';
import type { Cell } from '#stats/model/observation.ts';
import { unitShown } from '#stats/format/unit.ts';
import { ARITHMETIC_WORDS } from '#app/_words/arithmetic.ts';
import { lower } from '../text/letter-case.ts';

/** Most series that are named before a rule; if there are more, their number is given. */
const NAMED = 3;

type NameOf = (series: Series) => string;
type Answered = Pick<Comparison, 'areas' | 'sources' | 'editions' | 'indicator'>;

/** The sources of the weights of a figure: every source of its editions except its own. */
function weighers(comparison: Answered, cell: Cell): string {
  const ids = cell.editions.map((id) => comparison.editions.find((edition) => edition.id === id)?.source);
  const publishers = comparison.sources
    .filter((source) => source.id !== cell.source && ids.includes(source.id))
    .map((source) => source.publisher);
  return [...new Set(publishers)].join(', ');
}

/**
 * The rule behind some computed figures of one series, and how much data went in; empty if none of them has a
 * figure.
 * @example 'mean of 4 to 6 of 7 members (depending on the period), weighted by population (World Bank)'
 */
export function ruleWords(comparison: Answered, cells: readonly Cell[], language: Language): string {
  const words = ARITHMETIC_WORDS[language];
  const ends = coverageEnds(cells);
  const cell = cells.find(({ stated, computed }) => stated !== null && computed !== null);
  if (!ends || !cell?.computed) return '';
  const kind = coveredKind(comparison.areas, cell, stepOf(comparison.indicator));
  const [fewest, most] = [ends.fewest, ends.most].map(
    ({ present, expected }) =>
      [present, expected].map((n) => formatNumber(n, language, 0)) as [string, string],
  ) as [[string, string], [string, string]];
  const same = fewest.join(' ') === most.join(' ');
  const over = same
    ? fewest[0] === fewest[1]
      ? words.all(kind, fewest[0])
      : words.some(kind, ...fewest)
    : fewest[1] === most[1]
      ? words.between(kind, fewest[0], most[0], most[1])
      : words.from(kind, fewest, most);
  return words.rule(cell.computed, over, cell.computed === 'weighted-mean' ? weighers(comparison, cell) : '');
}

/** The transform of an answer: `percent of the total`; empty if there is none. */
function transformWords(comparison: Comparison, language: Language): string {
  const { transform } = comparison.query;
  const cell = comparison.cells.find(({ stated }) => stated !== null);
  if (!transform || !cell) return '';
  const unit = lower(unitShown(comparison).label[language]);
  const whose = transform.id === 'per-capita' ? weighers(comparison, cell) : '';
  return whose ? `${unit} (${whose})` : unit;
}

/** The minimum coverage that the address lowered, if anything was combined under it. */
function thresholdWords({ areas, cells, query }: Comparison, language: Language): string[] {
  const combined = cells.some((cell) => cell.computed !== null && isOfMembers(coveredKind(areas, cell)));
  const asked = formatCoverage(query);
  if (asked === '' || !combined) return [];
  const percent = `${formatNumber(query.coverage * 100, language, decimalsOf(query.coverage * 100, 2))}%`;
  const words = ARITHMETIC_WORDS[language];
  return [query.coverageOf ? words.thresholdOfPeople(percent, asked) : words.threshold(percent, asked)];
}

/**
 * One sentence for each rule among the figures drawn, and one for a lowered threshold.
 * @param nameOf names a series in a separate sentence
 * @param said whether the chart shows the rule beside each figure, as a number line does
 * @example ['Northern Triangle: Cotejo’s arithmetic, mean of all 3 members, weighted by population (World Bank)']
 */
export function methodNotes(
  comparison: Comparison,
  nameOf: NameOf,
  language: Language,
  said = false,
): readonly string[] {
  const words = ARITHMETIC_WORDS[language];
  const transform = transformWords(comparison, language);
  const all = seriesOf(comparison);
  const byRule = new Map<string, Series[]>();
  for (const series of said ? [] : all) {
    const rule = ruleWords(comparison, series.cells, language);
    if (rule === '') continue;
    const alike = byRule.get(rule);
    if (alike) alike.push(series);
    else byRule.set(rule, [series]);
  }
  const rules = [...byRule];
  const threshold = thresholdWords(comparison, language);
  const [first] = rules;
  // If all series have the same rule, no names are needed.
  if (first && rules.length === 1 && first[1].length === all.length)
    return [
      capitalise(`${words.arithmetic}, ${[transform, first[0]].filter(Boolean).join('; ')}`),
      ...threshold,
    ];
  const named = rules.map(([rule, of]) => `${whose(of, nameOf, language)}: ${words.arithmetic}, ${rule}`);
  return transform
    ? [`${words.allFigures}: ${words.arithmetic}, ${transform}`, ...named, ...threshold]
    : [...named, ...threshold];
}

/** The names of the first few series, and how many more there are. */
function whose(all: readonly Series[], nameOf: NameOf, language: Language): string {
  const named = [...new Set(all.map((series) => nameOf(series)))];
  const rest = named.length - NAMED;
  const shown = rest > 1 ? named.slice(0, NAMED) : named;
  return [
    ...shown,
    ...(rest > 1 ? [ARITHMETIC_WORDS[language].more(formatNumber(rest, language, 0))] : []),
  ].join('; ');
}
