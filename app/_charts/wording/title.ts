/**
 * The finding: one sentence that a reader could check against the table. It states what the figures say
 * and judges nothing: from where to where, highest and lowest, one figure with its hedge.
 */
import { sourceRank } from '#stats/sources/series-key.ts';
import type { Comparison, Series } from '#stats/model/comparison.ts';
import { figureText } from '#stats/format/figure.ts';
import type { Language } from '#stats/language.ts';
import type { Cell } from '#stats/model/observation.ts';
import { comparePeriods } from '#stats/time/period.ts';
import { TRANSFORMS } from '#stats/transform/index.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import { tilesTime } from '../chart-type.ts';
import type { ChartKind } from '../model.ts';
import type { Names } from './series-name.ts';
import { CHART_WORDS } from './phrases.ts';

/** Spanish says `en 2014` but `en el año fiscal 2014`. */
const article = (when: string): string => (when.startsWith('año') ? `el ${when}` : when);

const PHRASES = {
  en: {
    change: (who: string, a: string, when: string, b: string, then: string) =>
      `${who} went from ${a} in ${when} to ${b} in ${then}`,
    own: (what: string, a: string, when: string, b: string, then: string) =>
      `${what}: ${a} in ${when}, ${b} in ${then}`,
    span: (what: string, a: string, b: string, count: number) =>
      `${what}: from ${a} to ${b}, in ${count} figures`,
    ends: (top: string, a: string, bottom: string, b: string) =>
      `Highest: ${top}, ${a}. Lowest: ${bottom}, ${b}`,
    one: (what: string, a: string) => `${what}: ${a}`,
    source: (name: string) => ` (source: ${name})`,
  },
  es: {
    change: (who: string, a: string, when: string, b: string, then: string) =>
      `${who} pasó de ${a} en ${article(when)} a ${b} en ${article(then)}`,
    own: (what: string, a: string, when: string, b: string, then: string) =>
      `${what}: ${a} en ${article(when)}, ${b} en ${article(then)}`,
    span: (what: string, a: string, b: string, count: number) =>
      `${what}: de ${a} a ${b}, en ${count} cifras`,
    ends: (top: string, a: string, bottom: string, b: string) =>
      `El más alto: ${top}, ${a}. El más bajo: ${bottom}, ${b}`,
    one: (what: string, a: string) => `${what}: ${a}`,
    source: (name: string) => ` (fuente: ${name})`,
  },
} as const;

const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const central = (cell: Cell): boolean => cell.stated !== null && cell.stated.value !== null;
const end = (cell: Cell | undefined): number => (cell?.stated ? printedEnd(cell.stated) : 0);
const byTime = (cells: readonly Cell[]): Cell[] =>
  [...cells].sort((a, b) => comparePeriods(a.period, b.period));

/** The finding of a chart of this kind. */
export function titleOf(
  comparison: Comparison,
  all: readonly Series[],
  names: Names,
  kind: ChartKind,
  language: Language,
): string {
  const phrases = PHRASES[language];
  const { transform } = comparison.query;
  const title = comparison.indicator.title[language];
  const what = transform ? `${title}, ${inSentence(TRANSFORMS[transform.id].name[language])}` : title;
  const figure = (cell: Cell): string => figureText(cell, comparison.indicator, language);
  const stated = comparison.cells.filter((cell) => cell.stated);
  // A group lies between its members: as highest or lowest it would say nothing of its own.
  const published = stated.filter((cell) => cell.computed === null);
  const cells = published.length > 0 ? published : stated;
  const [first] = cells;
  if (!first) return CHART_WORDS[language].nothing;
  if (cells.length === 1) return phrases.one(what, figure(first));
  /** The source of a series that has its like in another. */
  const sourced = (series: Pick<Series, 'key' | 'computed'>): string => {
    const source = names.part(series.key, 'source');
    return names.differing.includes('source') && names.series(series).endsWith(source)
      ? phrases.source(source)
      : '';
  };
  if (kind !== 'number-line') {
    // What is said is said of a place; a source is named as one, and never stands where a place would.
    const alone = names.differing.every((part) => part === 'source');
    const whole = (series: Series): string => {
      const definition = names.differing.includes('definition') ? names.part(series.key, 'definition') : '';
      return definition ? `${names.who(series.key)} (${definition})` : names.who(series.key);
    };
    const rank = sourceRank(comparison.indicator.sources);
    const best = Math.min(...all.filter(isMove).map((series) => rank(series.key.source)));
    const moves = all
      .filter((series) => isMove(series) && rank(series.key.source) === best)
      .map((series) => ({ series, cells: byTime(series.cells.filter(central)) }))
      .sort((a, b) => change(b.cells) - change(a.cells));
    const move = moves[0];
    const [from, to] = [move?.cells[0], move?.cells.at(-1)];
    if (move && from && to) {
      const words = [figure(from), names.period(from), figure(to), names.period(to)] as const;
      const said = sourced(move.series);
      if (alone) return phrases.own(what, ...words) + said;
      const computed = move.series.computed && all.some((series) => !series.computed);
      const who = computed ? names.whole(move.series) : whole(move.series);
      // Who went from one change to another went nowhere: what is told is what was made of the figures.
      return (transform ? phrases.own(`${what}, ${who}`, ...words) : phrases.change(who, ...words)) + said;
    }
  }
  // The first place is the highest.
  const up = transform?.id === 'rank' ? -1 : 1;
  const ranked = [...cells].sort((a, b) => up * (end(a) - end(b)));
  const [bottom = first, top = first] = [ranked[0], ranked.at(-1)];
  const whos = new Set(cells.map((cell) => cell.area));
  const nameOf = (cell: Cell): string =>
    names.part(cell, 'area') + sourced({ key: cell, computed: cell.computed !== null });
  const places = names.differing.every((part) => part === 'area' || part === 'source');
  if (places && whos.size > 2 && whos.size >= cells.length / 2 && bottom !== top)
    return phrases.ends(nameOf(top), figure(top), nameOf(bottom), figure(bottom));
  return end(top) === end(bottom)
    ? phrases.one(what, figure(top))
    : phrases.span(what, figure(bottom), figure(top), cells.length);
}

/** A series that goes from one number to another. */
const isMove = ({ key, cells }: Series): boolean => tilesTime(key.basis) && cells.filter(central).length > 1;

const change = (cells: readonly Cell[]): number => Math.abs(end(cells.at(-1)) - end(cells[0]));
