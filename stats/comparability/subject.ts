/**
 * The subject of a comparability verdict: a series with its figures, its indicator, its source, its areas and
 * its people.
 */
import { WHOLE } from '../wording/comparability.ts';
import { breakdownCodeNames } from '../format/dimensions.ts';
import { memoize } from '../memoize.ts';
import { extentOf, type AreaExtent } from '../model/area-overlap.ts';
import type { Area, Dimension, Indicator, Source } from '../model/catalogue.ts';
import type { Comparison } from '../model/comparison.ts';
import { seriesOf } from '../model/comparison.ts';
import type { Language, Text } from '../language.ts';
import type { Cell, SeriesKey } from '../model/observation.ts';
import { ALL } from '../model/observation.ts';

/** An area of a series, and what it covers. */
export interface SubjectArea extends Pick<Area, 'code' | 'kind' | 'limits' | 'smallPopulation'> {
  readonly name?: Text;
  readonly extent: AreaExtent;
}

export interface Subject {
  readonly key: SeriesKey;
  readonly indicator: Pick<
    Indicator,
    | 'id'
    | 'title'
    | 'measure'
    | 'unit'
    | 'counted'
    | 'definitions'
    | 'additive'
    | 'signed'
    | 'parts'
    | 'minimum'
    | 'differs'
  >;
  readonly source: Pick<Source, 'id' | 'kind' | 'shortTitle'>;
  readonly area: SubjectArea;
  readonly counterpart: SubjectArea;
  /** The breakdown in words, for a sentence; if absent, its code is used. */
  readonly part?: Text;
  /** Only cells with a figure. */
  readonly cells: readonly Cell[];
}

/** The words for a breakdown such as `border=southwest`. */
function partOf(breakdown: string, dimensions: readonly Dimension[]): Text {
  if (breakdown === ALL) return WHOLE;
  const names = (language: Language): string =>
    breakdownCodeNames(breakdown, dimensions, language).join(', ');
  return { en: names('en'), es: names('es') };
}

/**
 * The series of an answer that have a figure. Several answers side by side give the series of all of them.
 */
export function subjectsOf(
  comparison: Pick<Comparison, 'cells' | 'indicator' | 'areas' | 'sources'> &
    Partial<Pick<Comparison, 'dimensions' | 'divisors' | 'divisor'>>,
): Subject[] {
  const { divisors = [], divisor, ...own } = comparison;
  // A divisor is compared with what it divides, as if both were shown. A whole, and a divisor from another
  // indicator, are not.
  if (divisors.length > 0 && !divisor && own.cells.some(({ transform }) => transform === 'ratio'))
    return subjectsOf({ ...own, cells: [...own.cells, ...divisors] });
  const areas = new Map(comparison.areas.map((area) => [area.code, area]));
  const sources = new Map(comparison.sources.map((source) => [source.id, source]));
  const extent = memoize((code: string) => extentOf(code, areas));
  const subjectArea = (code: string): SubjectArea => {
    const { kind = 'unknown', name, limits, smallPopulation } = areas.get(code) ?? {};
    return {
      code,
      kind,
      extent: extent(code),
      ...(name && { name }),
      ...(limits && { limits }),
      ...(smallPopulation && { smallPopulation }),
    };
  };
  return seriesOf(comparison).flatMap(({ key, cells }) => {
    const source = sources.get(key.source);
    const figures = cells.filter((cell) => cell.stated !== null);
    if (!source || figures.length === 0) return [];
    return [
      {
        key,
        indicator: comparison.indicator,
        source,
        area: subjectArea(key.area),
        counterpart: subjectArea(key.counterpart),
        part: partOf(key.breakdown, comparison.dimensions ?? []),
        cells: figures,
      },
    ];
  });
}
