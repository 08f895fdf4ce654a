/** Columns of a header that name periods or places, as the new columns of a recipe. */
import type { FormatRole } from '../recipe/values/period-format.ts';

export interface SpreadColumns {
  /** The columns, by their position. */
  readonly at: readonly number[];
  /** As a recipe names them: a regular expression, or all their names. */
  readonly columns: string | readonly string[];
  /** The new columns of the names, in the order of the groups of the expression. */
  readonly names: readonly string[];
  /** The new column of the period; null if the names are areas. */
  readonly period: string | null;
  /** The new column of the month or quarter, where the names have a year and a part of it. */
  readonly part: 'month' | 'quarter' | null;
  /** How its texts are written, where they are not our own forms; of several a person chooses. */
  readonly formats: readonly FormatRole[];
  /** Whether the names say that their years are fiscal years. */
  readonly isFiscal: boolean;
  /** The new column of the areas; null if the names are periods. */
  readonly area: string | null;
  /** The second variable: its column, and its texts with the columns that have each. */
  readonly what: {
    readonly column: string;
    readonly texts: ReadonlyMap<string, readonly number[]>;
  } | null;
  /** Names of groups of columns, such as of cities, each with the same figures: their column and their texts. */
  readonly group?: { readonly column: string; readonly texts: readonly string[] };
  /** What a person must decide about the names. */
  readonly doubt: string | null;
}
