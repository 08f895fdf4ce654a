/**
 * What to call a series. Only what differs is said: where every figure is about Mexico, a label does not
 * say Mexico; the subtitle does.
 */
import { summedDimensionKeys } from '#stats/model/dimension-key.ts';
import { breakdownCodeNames } from '#stats/format/dimensions.ts';
import { isSameSubject } from '#stats/sources/series-key.ts';
import { capitalise } from '#stats/text.ts';
import type { Comparison, Series } from '#stats/model/comparison.ts';
import type { Language, Text } from '#stats/language.ts';
import { ALL, NONE, type Cell, type SeriesKey } from '#stats/model/observation.ts';
import { formatPeriodShort, formatPeriodWords } from '#stats/format/period.ts';
import { BASIS_WORDS } from '#stats/format/labels.ts';
import { ruleWords } from './method-note.ts';
import { CHART_WORDS, locatorWords } from './phrases.ts';

/** The parts of a name, from the most to the least telling. */
export const NAME_PARTS = ['area', 'counterpart', 'breakdown', 'definition', 'source'] as const;
export type NamePart = (typeof NAME_PARTS)[number];

type Named = Pick<Comparison, 'indicator' | 'areas' | 'dimensions' | 'sources' | 'editions'>;

/** `paragraph 13` stays on one line. */
const unbroken = (locator: string): string => locator.replace(/ (?=\d)/g, '\u00a0');

export interface Names {
  readonly part: (key: SeriesKey, part: NamePart) => string;
  /** The parts that differ, joined, but for the definition: that stands above each panel. */
  readonly series: (series: Pick<Series, 'key' | 'computed'>) => string;
  /** The same with the definition in brackets, for a sentence that stands alone. */
  readonly whole: (series: Pick<Series, 'key' | 'computed'>) => string;
  /** The same without the source, which a reading names by itself. */
  readonly who: (key: SeriesKey) => string;
  readonly period: (cell: Cell) => string;
  /** As an axis writes it: `FY2014` in both languages. */
  readonly year: (cell: Cell) => string;
  readonly differing: readonly NamePart[];
  /** `Report of November 2015`. */
  readonly from: (cell: Cell) => string;
  /** `Report of November 2015, paragraph 13`. */
  readonly said: (cell: Cell) => string;
  /** `attributed to CNDH`, or for our own arithmetic its rule and how much went into it. */
  readonly credit: (cell: Cell) => string;
}

/** The names of an answer's series and figures, in its language. */
export function namesOf(
  comparison: Named,
  all: readonly Pick<Series, 'key' | 'computed'>[],
  language: Language,
): Names {
  const words = CHART_WORDS[language];
  const text = (found: { readonly name: Text } | undefined, code: string): string =>
    found?.name[language] ?? code;
  const area = (codes: string): string =>
    codes === ALL || codes === NONE
      ? ''
      : codes
          .split('+')
          .map((code) =>
            text(
              comparison.areas.find((a) => a.code === code),
              code,
            ),
          )
          .join(' + ');
  const tuple = (key: string): string => breakdownCodeNames(key, comparison.dimensions, language).join(', ');
  /** What was added up is joined by a plus sign. */
  const breakdown = (tuples: string): string =>
    summedDimensionKeys(tuples).map(tuple).filter(Boolean).join(' + ');
  const source = (id: string): string =>
    comparison.sources.find((s) => s.id === id)?.shortTitle[language] ?? id;
  const part = (key: SeriesKey, name: NamePart): string => {
    if (name === 'breakdown') return breakdown(key.breakdown);
    if (name === 'source') return source(key.source);
    if (name !== 'definition') return area(key[name]);
    const found = comparison.indicator.definitions.find((d) => d.code === key.definition);
    return found ? found.name[language] : '';
  };
  const differing = NAME_PARTS.filter((name) => new Set(all.map((s) => s.key[name])).size > 1);
  const isSecondary = (s: Pick<Series, 'key' | 'computed'>): boolean =>
    !s.computed && comparison.sources.find((o) => o.id === s.key.source)?.kind === 'secondary';
  const series: Names['series'] = (s) => {
    const rivals = all.filter((o) => isSameSubject(o.key, s.key));
    const sources = new Set(rivals.filter((o) => isSecondary(s) || !isSecondary(o)).map((o) => o.key.source));
    const parts = differing
      .filter((name) => name !== 'definition' && (name !== 'source' || sources.size > 1))
      .map((name) => part(s.key, name));
    const name =
      parts.filter(Boolean).join(', ') || part(s.key, 'area') || comparison.indicator.title[language];
    const published = s.computed && rivals.some((o) => !o.computed && o.key.source === s.key.source);
    return capitalise(published ? `${name}, ${words.computed}` : name);
  };
  const who: Names['who'] = (key) => {
    const parts = differing.filter((name) => name !== 'source').map((name) => part(key, name));
    return capitalise(
      parts.filter(Boolean).join(', ') || part(key, 'area') || comparison.indicator.title[language],
    );
  };
  const whole: Names['whole'] = (s) => {
    const definition = differing.includes('definition') ? part(s.key, 'definition') : '';
    return definition ? `${series(s)} (${definition})` : series(s);
  };
  const from: Names['from'] = (cell) =>
    cell.computed !== null || cell.transform
      ? `${words.arithmetic}, ${source(cell.source)}`
      : source(cell.source);
  return {
    part,
    who,
    from,
    series,
    whole,
    differing,
    period: (cell) =>
      formatPeriodWords(cell.period, cell.periodStatus, language) || BASIS_WORDS[cell.basis][language],
    year: (cell) => formatPeriodShort(cell.period, cell.periodStatus, language),
    said: (cell) => {
      const own = !cell.computed && !cell.transform;
      const locator = own && cell.locator ? `, ${unbroken(locatorWords(cell.locator, language))}` : '';
      return from(cell) + locator;
    },
    credit: (cell) => {
      if (cell.computed) return ruleWords(comparison, [cell], language);
      if (cell.transform) return '';
      const to = cell.attributedTo;
      if (to !== null && !/^not stated/.test(to)) return words.attributed(to);
      const kind = comparison.sources.find((s) => s.id === cell.source)?.kind;
      return kind === 'secondary' ? words.notAttributed : '';
    },
  };
}
