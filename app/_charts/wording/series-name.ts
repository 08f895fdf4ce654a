/**
 * What to call a series. A name has only what differs: where every figure is about Mexico, a label does not
 * say Mexico; the subtitle does.
 */
import type { Comparison, Series } from '#stats/model/comparison.ts';
import type { Language } from '#stats/language.ts';
import { ALL, NONE, type Cell, type SeriesKey } from '#stats/model/observation.ts';
import { formatPeriodShort, formatPeriodWords } from '#stats/format/period.ts';
import { BASIS_WORDS } from '#stats/format/labels.ts';
import { ruleWords } from './method-note.ts';
import { isSameSubject } from '#stats/sources/series-key.ts';
import { capitalise } from '#stats/text.ts';
import { areaName, breakdownName, definitionName } from './code-name.ts';
import { locatorWords } from './locator.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';

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
  /** The same without the source, which a tooltip names by itself. */
  readonly who: (key: SeriesKey) => string;
  readonly period: (cell: Cell) => string;
  /** As an axis writes it: `FY2014` in both languages. */
  readonly year: (cell: Cell) => string;
  readonly differing: readonly NamePart[];
  /** `Report of November 2015`. */
  readonly from: (cell: Cell) => string;
  /** `Report of November 2015, paragraph 13`. */
  readonly citation: (cell: Cell) => string;
  /** `attributed to CNDH`, or for our own arithmetic its rule and how much went into it. */
  readonly credit: (cell: Cell) => string;
}

type NamedSeries = Pick<Series, 'key' | 'computed'>;

/** The names of an answer's series and figures, in its language. */
export function namesOf(comparison: Named, all: readonly NamedSeries[], language: Language): Names {
  const part = partNamer(comparison, language);
  const differing = NAME_PARTS.filter((name) => new Set(all.map(({ key }) => key[name])).size > 1);
  return {
    part,
    differing,
    ...seriesNames({ comparison, all, language, part, differing }),
    ...figureNames(comparison, language),
  };
}

/** The name of one part of a series; empty where the part says nothing. */
function partNamer({ areas, dimensions, sources, indicator }: Named, language: Language): Names['part'] {
  return (key, name) => {
    if (name === 'breakdown') return breakdownName(dimensions, key.breakdown, language);
    if (name === 'source')
      return sources.find(({ id }) => id === key.source)?.shortTitle[language] ?? key.source;
    if (name === 'definition')
      return indicator.definitions.some(({ code }) => code === key.definition)
        ? definitionName(indicator, key.definition, language)
        : '';
    const codes = key[name];
    return codes === ALL || codes === NONE ? '' : areaName(areas, codes, language);
  };
}

interface Naming {
  readonly comparison: Named;
  readonly all: readonly NamedSeries[];
  readonly language: Language;
  readonly part: Names['part'];
  readonly differing: readonly NamePart[];
}

/** What series are called: the parts that differ, from the most to the least telling. */
function seriesNames({
  comparison,
  all,
  language,
  part,
  differing,
}: Naming): Pick<Names, 'series' | 'whole' | 'who'> {
  const joined = (key: SeriesKey, parts: readonly NamePart[]): string =>
    parts
      .map((name) => part(key, name))
      .filter(Boolean)
      .join(', ') ||
    part(key, 'area') ||
    comparison.indicator.title[language];
  const isSecondary = ({ key, computed }: NamedSeries): boolean =>
    !computed && comparison.sources.find(({ id }) => id === key.source)?.kind === 'secondary';
  const series: Names['series'] = ({ key, computed }) => {
    const rivals = all.filter((other) => isSameSubject(other.key, key));
    // Figures of other documents stand beside a line, so a line needs its source only beside another line.
    const compared = isSecondary({ key, computed }) ? rivals : rivals.filter((other) => !isSecondary(other));
    const several = new Set(compared.map((other) => other.key.source)).size > 1;
    const parts = differing.filter((name) => name !== 'definition' && (name !== 'source' || several));
    const published = computed && rivals.some((other) => !other.computed && other.key.source === key.source);
    const name = joined(key, parts);
    return capitalise(published ? `${name}, ${CHART_WORDS[language].computed}` : name);
  };
  return {
    series,
    who: (key) =>
      capitalise(
        joined(
          key,
          differing.filter((name) => name !== 'source'),
        ),
      ),
    whole: (named) => {
      const definition = differing.includes('definition') ? part(named.key, 'definition') : '';
      return definition ? `${series(named)} (${definition})` : series(named);
    },
  };
}

/** When a figure is of, and which source states it where. */
function figureNames(
  comparison: Named,
  language: Language,
): Pick<Names, 'period' | 'year' | 'from' | 'citation' | 'credit'> {
  const words = CHART_WORDS[language];
  const sourceOf = (cell: Cell): Named['sources'][number] | undefined =>
    comparison.sources.find(({ id }) => id === cell.source);
  const isComputed = (cell: Cell): boolean => Boolean(cell.computed ?? cell.transform);
  const from: Names['from'] = (cell) => {
    const source = sourceOf(cell)?.shortTitle[language] ?? cell.source;
    return isComputed(cell) ? `${words.arithmetic}, ${source}` : source;
  };
  return {
    from,
    period: (cell) =>
      formatPeriodWords(cell.period, cell.periodStatus, language) || BASIS_WORDS[cell.basis][language],
    year: (cell) => formatPeriodShort(cell.period, cell.periodStatus, language),
    citation: (cell) =>
      !isComputed(cell) && cell.locator
        ? `${from(cell)}, ${unbroken(locatorWords(cell.locator, language))}`
        : from(cell),
    credit: (cell) => {
      if (cell.computed) return ruleWords(comparison, [cell], language);
      if (cell.transform) return '';
      const to = cell.attributedTo;
      if (to !== null && !/^not stated/.test(to)) return words.attributed(to);
      return sourceOf(cell)?.kind === 'secondary' ? words.notAttributed : '';
    },
  };
}

/** Words that tell the series of an answer apart: only what varies between them, the area first. */
export function seriesNamer(
  comparison: Pick<Comparison, 'areas' | 'dimensions' | 'indicator' | 'language'>,
  keys: readonly SeriesKey[],
): (key: SeriesKey) => { readonly name: string; readonly detail: string } {
  const { areas, dimensions, indicator, language } = comparison;
  const varies = (field: 'area' | 'counterpart' | 'definition' | 'breakdown'): boolean =>
    new Set(keys.map((key) => key[field])).size > 1;
  const [byOrigin, byDefinition] = [varies('counterpart'), varies('definition')];
  return (key) => {
    const origin = byOrigin && key.counterpart !== NONE ? areaName(areas, key.counterpart, language) : '';
    const definition = byDefinition ? definitionName(indicator, key.definition, language) : '';
    const breakdown = varies('breakdown') ? breakdownName(dimensions, key.breakdown, language) : '';
    const area = areaName(areas, key.area, language);
    return {
      name: origin !== '' && !varies('area') ? origin : area,
      detail: [varies('area') ? origin : '', breakdown, definition].filter((text) => text !== '').join('; '),
    };
  };
}
