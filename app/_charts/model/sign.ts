/** The signs that a chart may use and a legend explains, in the order in which it explains them. */
import type { Qualifier } from '#stats/uncertainty/hedge.ts';

export const SIGNS = [
  'twin',
  'band',
  'printed',
  'exact',
  'about',
  'range',
  'more-than',
  'at-least',
  'just-over',
  'less-than',
  'at-most',
  'nearly',
  'computed',
  'sum',
  'assumed',
  'partial',
  'gap',
  'not-asked',
  'hedged',
  'first-source',
  'second-source',
  'doubt',
] as const satisfies readonly (
  | Qualifier
  | 'twin'
  | 'band'
  | 'printed'
  | 'computed'
  | 'sum'
  | 'assumed'
  | 'partial'
  | 'gap'
  | 'not-asked'
  | 'hedged'
  | 'first-source'
  | 'second-source'
  | 'doubt'
)[];

/** A hedge, or a sign for another fact about a figure. */
export type Sign = (typeof SIGNS)[number];
