/** Breakdowns in words. */
import type { Dimension } from '../model/catalogue.ts';
import { dimensionCodeText, parseDimensionKey } from '../model/dimension-key.ts';
import { ALL } from '../model/observation.ts';
import type { Language } from '../language.ts';

/**
 * The names of the codes of one breakdown, in its order. A dimension at its total has no name; a code that is
 * not in the catalogue is shown as it is.
 * @example breakdownCodeNames('border=southwest;stage=_T', dimensions, 'en') -> ['South-west border']
 */
export const breakdownCodeNames = (
  key: string,
  dimensions: readonly Dimension[],
  language: Language,
): string[] =>
  parseDimensionKey(key)
    .filter(({ code }) => code !== ALL)
    .map((part) => {
      const dimension = dimensions.find(({ id }) => id === part.dimension);
      const known = dimension?.codes.find(({ code }) => code === part.code);
      return known?.name[language] ?? dimensionCodeText(part);
    });
