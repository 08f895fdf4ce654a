/** Names for the codes of an answer, in the reader's language. An unknown code is shown as it is. */
import type { Area, Dimension, Indicator } from '#stats/model/catalogue.ts';
import type { Language } from '#stats/language.ts';
import { breakdownCodeNames } from '#stats/format/dimensions.ts';
import { summedDimensionKeys } from '#stats/model/dimension-key.ts';

/** Summed areas are joined by a plus sign. @example areaName(areas, 'HND', 'en') === 'Honduras' */
export const areaName = (areas: readonly Area[], codes: string, language: Language): string =>
  codes
    .split('+')
    .map((code) => areas.find((area) => area.code === code)?.name[language] ?? code)
    .join(' + ');

/**
 * A breakdown in words; empty for the total. Summed parts are joined by a plus sign.
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
export const definitionName = (
  indicator: Pick<Indicator, 'definitions'>,
  code: string,
  language: Language,
): string => indicator.definitions.find((definition) => definition.code === code)?.name[language] ?? code;
