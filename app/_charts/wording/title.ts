/**
 * The finding: a sentence that a reader can check against the table. It states the figures without judging
 * them: from where to where, highest and lowest, or a single figure with its hedge.
 */
import { TRANSFORM_WORDS } from '#stats/wording/transforms.ts';
import type { Comparison, Series } from '#stats/model/comparison.ts';
import { overWords, timesWords } from '#stats/format/divisor.ts';
import { gapReason } from '#stats/format/gap.ts';
import { figureText } from '#stats/format/figure.ts';
import type { Language } from '#stats/language.ts';
import { isOfFewCases, isOfFewPeople, smallAreas } from '#stats/comparability/few-cases.ts';
import type { Cell } from '#stats/model/observation.ts';
import { decimalsOf, formatNumber } from '#stats/number.ts';
import { comparePeriods } from '#stats/time/period.ts';
import { sourceRank } from '#stats/sources/series-key.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import { tilesTime } from '../scales/months.ts';
import type { Names } from './series-name.ts';
import { CHART_WORDS, TITLE_WORDS } from '#app/_words/chart.ts';

const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const central = (cell: Cell): boolean => cell.stated !== null && cell.stated.value !== null;
const end = (cell: Cell | undefined): number => (cell?.stated ? printedEnd(cell.stated) : 0);
const byTime = (cells: readonly Cell[]): Cell[] =>
  [...cells].sort((a, b) => comparePeriods(a.period, b.period));

/** What the sentences of a title are made from. */
interface TitleContext {
  readonly comparison: Comparison;
  readonly all: readonly Series[];
  readonly names: Names;
  readonly language: Language;
  /** The indicator and the transform. */
  readonly what: string;
  readonly figure: (cell: Cell) => string;
}

/** More names than these make no title: the rest are counted. */
const MOST_NAMED = 3;

/** Who was asked for by name and has no figure, after the finding. */
function withoutFigures({ cells }: Comparison, names: Names, language: Language): string {
  const gaps = cells.filter((cell) => cell.gap?.code === 'not-on-file');
  if (gaps.length === 0 || gaps.length === cells.length) return '';
  const named = gaps
    .slice(0, MOST_NAMED)
    .map((cell) => `${names.series({ key: cell, computed: false })}: ${gapReason(cell, language)}`);
  return `. ${[...named, ...(gaps.length > MOST_NAMED ? [TITLE_WORDS[language].more(gaps.length - MOST_NAMED)] : [])].join('. ')}`;
}

/** The finding, and who was asked for by name and has no figure. */
export const titleOf = (
  comparison: Comparison,
  all: readonly Series[],
  names: Names,
  tellsChange: boolean,
  language: Language,
): string =>
  findingOf(comparison, all, names, tellsChange, language) + withoutFigures(comparison, names, language);

/** What changed most, where the kind of chart tells that, else the highest and lowest. */
function findingOf(
  comparison: Comparison,
  all: readonly Series[],
  names: Names,
  tellsChange: boolean,
  language: Language,
): string {
  const phrases = TITLE_WORDS[language];
  const { transform } = comparison.query;
  const title = comparison.indicator.title[language];
  // A ratio is written with its divisor: `2.84 times Mexico’s`.
  const over =
    transform?.id === 'ratio'
      ? ` ${timesWords(transform.over, comparison, language)}`
      : transform?.id === 'share-of'
        ? ` ${overWords(transform.over, comparison, language)}`
        : '';
  const what =
    transform && !over ? `${title}, ${inSentence(TRANSFORM_WORDS[transform.id].name[language])}` : title;
  const figure = (cell: Cell): string => `${figureText(cell, comparison.indicator, language)}${over}`;
  const stated = comparison.cells.filter((cell) => cell.stated);
  // A group lies between its members, so it is never the highest or the lowest.
  const published = stated.filter((cell) => cell.computed === null);
  const eligible = published.length > 0 ? published : stated;
  const leads = leadsIn(comparison);
  const many = eligible.filter(leads);
  // 5 of 5 is no highest: what is of few cases or few people leads no sentence while there is anything else.
  const cells = many.length > 0 ? many : eligible;
  const [first] = cells;
  if (!first) return CHART_WORDS[language].nothing;
  if (cells.length === 1) return phrases.single(what, figure(first));
  const context: TitleContext = { comparison, all, names, language, what, figure };
  const change = tellsChange ? changeSentence(context) : null;
  return change ?? extremesSentence(context, cells, first) + passedOver(eligible, cells, language);
}

/** Says that a figure of few cases or people, which leads no sentence, is higher or lower than those that do. */
function passedOver(eligible: readonly Cell[], cells: readonly Cell[], language: Language): string {
  const ends = cells.map((cell) => end(cell));
  const [least, greatest] = [Math.min(...ends), Math.max(...ends)];
  const isBeyond = eligible.some(
    (cell) => !cells.includes(cell) && (end(cell) > greatest || end(cell) < least),
  );
  return isBeyond ? TITLE_WORDS[language].passedOver : '';
}

/** Whether a figure may lead a sentence: it is neither of few cases nor a rate of few people. */
function leadsIn({ indicator, areas }: Comparison): (cell: Cell) => boolean {
  const small = smallAreas(areas);
  return (cell) =>
    !isOfFewCases(cell, indicator) && !isOfFewPeople(cell, indicator, (code) => small.has(code));
}

/** The source of a series, in brackets, if the same series also has another source. */
function sourceClause({ names, language }: TitleContext, series: Pick<Series, 'key' | 'computed'>): string {
  const source = names.part(series.key, 'source');
  return names.differing.includes('source') && names.series(series).endsWith(source)
    ? TITLE_WORDS[language].source(source)
    : '';
}

/**
 * The start, the peak and the end of the series that moved most, among those of the most preferred source; null without
 * any.
 */
function changeSentence(context: TitleContext): string | null {
  const { comparison, all, names, language, what, figure } = context;
  const phrases = TITLE_WORDS[language];
  const rank = sourceRank(comparison.indicator.sources);
  const moving = all.filter(isMove).filter(({ cells }) => cells.every(leadsIn(comparison)));
  const best = Math.min(...moving.map((series) => rank(series.key.source)));
  const [move] = moving
    .filter((series) => rank(series.key.source) === best)
    .map((series) => ({ series, cells: byTime(series.cells.filter(central)) }))
    .sort((a, b) => reach(b.cells) - reach(a.cells));
  const [from, to] = [move?.cells[0], move?.cells.at(-1)];
  if (!move || !from || !to) return null;
  const ends = [figure(from), names.period(from), figure(to), names.period(to)] as const;
  const source = sourceClause(context, move.series);
  // The sentence is about an area. A source is named as a source, never in the place of an area.
  const peak = peakClause(context, move.cells);
  if (names.differing.every((part) => part === 'source')) return phrases.own(what, ...ends) + peak + source;
  const computed = move.series.computed && all.some((series) => !series.computed);
  const who = computed ? names.whole(move.series) : subjectName(names, move.series);
  // A transformed figure is not a level that an area could go from or to: the sentence names the transform
  // instead.
  const sentence = comparison.query.transform
    ? phrases.own(`${what}, ${who}`, ...ends)
    : phrases.change(who, ...ends);
  return sentence + peak + source;
}

/** A level between the ends counts as a peak from this share above both of them on. */
const PEAK = 1.1;

/**
 * The highest figure, where the line is higher between its ends than at both: without it, a rise and a fall
 * would read as a fall. Ranks and changes have no peak.
 */
function peakClause({ comparison, names, language, figure }: TitleContext, cells: readonly Cell[]): string {
  const { transform } = comparison.query;
  if (transform?.id === 'rank' || comparison.cells.some((cell) => end(cell) < 0)) return '';
  const top = cells.reduce((best, cell) => (end(cell) > end(best) ? cell : best));
  const higher = Math.max(end(cells[0]), end(cells.at(-1)));
  if (end(top) < higher * PEAK || !leadsIn(comparison)(top)) return '';
  return TITLE_WORDS[language].peak(figure(top), names.period(top));
}

/** A series without its source, with its definition in brackets where definitions differ. */
function subjectName(names: Names, series: Series): string {
  const definition = names.differing.includes('definition') ? names.part(series.key, 'definition') : '';
  return definition ? `${names.who(series.key)} (${definition})` : names.who(series.key);
}

/** The highest and the lowest area; if areas are not what differs, the lowest and the highest figure. */
function extremesSentence(context: TitleContext, cells: readonly Cell[], first: Cell): string {
  const { comparison, names, language, what, figure } = context;
  const phrases = TITLE_WORDS[language];
  // The first rank is the highest.
  const up = comparison.query.transform?.id === 'rank' ? -1 : 1;
  const ranked = [...cells].sort((a, b) => up * (end(a) - end(b)));
  const [bottom = first, top = first] = [ranked[0], ranked.at(-1)];
  const areas = new Set(cells.map((cell) => cell.area));
  const nameOf = (cell: Cell): string =>
    names.part(cell, 'area') + sourceClause(context, { key: cell, computed: cell.computed !== null });
  const byArea = names.differing.every((part) => part === 'area' || part === 'source');
  if (byArea && areas.size > 2 && areas.size >= cells.length / 2 && bottom !== top)
    return phrases.ends(nameOf(top), figure(top), nameOf(bottom), figure(bottom));
  if (end(top) === end(bottom)) return phrases.single(what, figure(top));
  return (
    sourcesSentence(context, cells, [bottom, top]) ??
    phrases.span(what, figure(bottom), figure(top), cells.length)
  );
}

/**
 * By how much the sources of a single figure differ, and which are furthest apart; null where something else differs as
 * well, or where a hedge leaves the difference open.
 */
function sourcesSentence(
  { comparison, names, language, figure }: TitleContext,
  cells: readonly Cell[],
  [bottom, top]: readonly [Cell, Cell],
): string | null {
  const { indicator, query } = comparison;
  const isOfSources = names.differing.length === 1 && names.differing[0] === 'source';
  const periods = new Set(cells.map(({ basis, period }) => `${basis} ${period.start} ${period.end}`));
  const isExact = [bottom, top].every(({ stated }) => stated?.qualifier === 'exact' && stated.value !== null);
  if (!isOfSources || periods.size > 1 || !isExact || query.transform) return null;
  const ends = [end(bottom), end(top)] as const;
  const digits = Math.max(...ends.map((value) => decimalsOf(value, indicator.decimals)));
  const apart = formatNumber(ends[1] - ends[0], language, digits);
  const phrases = TITLE_WORDS[language];
  return phrases.sources(
    indicator.measure === 'share' ? phrases.points(apart) : apart,
    `${figure(bottom)} (${names.part(bottom, 'source')})`,
    `${figure(top)} (${names.part(top, 'source')})`,
  );
}

/** A series that goes from one number to another. */
const isMove = ({ key, cells }: Series): boolean => tilesTime(key.basis) && cells.filter(central).length > 1;

/** From the least to the greatest figure: what rose and fell again moved as well. */
const reach = (cells: readonly Cell[]): number =>
  Math.max(...cells.map((cell) => end(cell))) - Math.min(...cells.map((cell) => end(cell)));
