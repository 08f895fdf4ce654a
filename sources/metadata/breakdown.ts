/**
 * A breakdown says which part of an indicator a series is: `stage=applied`, several joined by `;` in the
 * order of the dimensions, `_T` for the total. A dimension that is not named is at its total.
 */
import { ALL } from '#stats/model/observation.ts';
import { parseDimensionKey } from '#stats/model/dimension-key.ts';
import type { Dimension } from '#stats/model/catalogue.ts';
import { suggest } from '../validation/nearest.ts';

/** What is wrong with a breakdown text; null where it is right. */
export function breakdownProblem(breakdown: string, dimensions: readonly Dimension[]): string | null {
  if (breakdown === ALL) return null;
  let last = -1;
  for (const { dimension: name, code } of parseDimensionKey(breakdown)) {
    if (code === '' || code.includes('=')) {
      return `is not a breakdown; write dimension=code, joined by ";", or ${ALL} for the total`;
    }
    const place = dimensions.findIndex((d) => d.id === name);
    const dimension = dimensions[place];
    if (!dimension) {
      const ids = dimensions.map((d) => d.id);
      return `names no known dimension; ${suggest(name, ids, `the dimensions are ${ids.join(', ')}`)}`;
    }
    const codes = dimension.codes.map((c) => c.code);
    if (!codes.includes(code)) {
      return `has no known code of ${name}; ${suggest(code, codes, `its codes are ${codes.join(', ')}`)}`;
    }
    if (place <= last) return 'names a dimension twice or out of order; keep the order of dimensions.yaml';
    last = place;
  }
  return null;
}
