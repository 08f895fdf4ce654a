/** The parameters that belong to a format and not to the question. */
import { LANGUAGES } from '#stats/language.ts';

/** A parameter of a format, beside the question: its values, the default first. */
export interface FormatParameter {
  readonly name: string;
  readonly values: readonly string[];
  /** What the name alone means, without a value. */
  readonly alone?: string;
  /** Where values are not a list: their form, for the OpenAPI document. */
  readonly pattern?: string;
}

export const LANG: FormatParameter = { name: 'lang', values: LANGUAGES };
/** A file has one theme; an embed may follow its reader. */
export const PICTURE_THEME: FormatParameter = { name: 'theme', values: ['light', 'dark'] };
export const EMBED_THEME: FormatParameter = { name: 'theme', values: ['auto', 'light', 'dark'] };
/** How many rows there would be, instead of them. */
export const COUNT: FormatParameter = { name: 'count', values: ['no', 'yes'], alone: 'yes' };
/** The later release that a list of revisions goes to; the number of any later one is taken too. */
export const TO_RELEASE: FormatParameter = {
  name: 'to',
  values: ['latest'],
  pattern: '^(latest|\\d+\\.\\d+\\.\\d+)$',
};
export const CSV_TYPE: FormatParameter = { name: 'csvType', values: ['filtered', 'full'] };
