/** Names for the codes of an answer, in the reader's language. An unknown code is shown as it is. */
import { breakdownCodeNames } from '#stats/format/dimensions.ts';
import { summedDimensionKeys } from '#stats/model/dimension-key.ts';
import type { Area, Dimension, Indicator } from '#stats/model/catalogue.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Language } from '#stats/language.ts';
import { NONE, type SeriesKey } from '#stats/model/observation.ts';

/** Areas that were added up are joined by a plus sign. @example areaName(areas, 'HND', 'en') === 'Honduras' */
export const areaName = (areas: readonly Area[], codes: string, language: Language): string =>
  codes
    .split('+')
    .map((code) => areas.find((area) => area.code === code)?.name[language] ?? code)
    .join(' + ');

/**
 * A breakdown in words; empty for the total. Parts that were added up are joined by a plus sign.
 * @example 'stage=applied+stage=interviewed' -> 'applied + interviewed'
 */
export const breakdownName = (
  dimensions: readonly Dimension[],
  breakdown: string,
  language: Language,
): string =>
  summedDimensionKeys(breakdown)
    .map((key) => breakdownCodeNames(key, dimensions, language).join(', '))
    .filter((text) => text !== '')
    .join(' + ');

/** A definition as a label. */
const definitionName = (
  indicator: Pick<Indicator, 'definitions'>,
  code: string,
  language: Language,
): string => indicator.definitions.find((one) => one.code === code)?.name[language] ?? code;

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
