/** The parameters that belong to a format rather than to the question. */
import { CHART_KINDS } from '#app/_charts/model/kind.ts';
import { LANGUAGES } from '#stats/language.ts';

/** A parameter of a format: its values, the default first. */
export interface FormatParameter {
  readonly name: string;
  readonly values: readonly string[];
  /** The value if the name is given without one. */
  readonly alone?: string;
  /** The form of the values, if they are not a list, for the OpenAPI document. */
  readonly pattern?: string;
}

export const LANG: FormatParameter = { name: 'lang', values: LANGUAGES };
/** A file has one theme; an embed may follow the reader's setting. */
export const PICTURE_THEME: FormatParameter = { name: 'theme', values: ['light', 'dark'] };
/** The kind of chart; `chart` is the one that suits the answer best. The page has the same parameter. */
export const CHART_KIND: FormatParameter = { name: 'tab', values: ['chart', ...CHART_KINDS] };
/** The width of a picture in its own units, and how many pixels each of them has. */
export const PICTURE_WIDTH: FormatParameter = {
  name: 'width',
  values: ['720', '343', '480', '600', '960', '1200'],
};
export const PICTURE_SCALE: FormatParameter = { name: 'scale', values: ['2', '1', '3', '4'] };
/** Whether the finding stands above a picture. */
export const PICTURE_TITLE: FormatParameter = { name: 'title', values: ['yes', 'no'] };
/** Whether notices and arithmetic stand below a picture; mandatory notes, sources and release always do. */
export const PICTURE_NOTES: FormatParameter = { name: 'notes', values: ['yes', 'no'] };
/** A picture as large as its chart needs, or one of 1200 by 630 for previews of links. */
export const PICTURE_SIZE: FormatParameter = { name: 'size', values: ['chart', 'card'] };
/** The preview of a link, as social networks show it. */
export const CARD = { width: 1200, height: 630 } as const;
/** The fonts that an SVG names: ours, or those that every machine and every wiki has. */
export const PICTURE_FONTS: FormatParameter = { name: 'fonts', values: ['own', 'system'] };
/** A figure in running text: with unit and source, the number alone, or as a whole sentence. */
export const VALUE_FORM: FormatParameter = { name: 'form', values: ['phrase', 'figure', 'sentence'] };
export const EMBED_THEME: FormatParameter = { name: 'theme', values: ['auto', 'light', 'dark'] };
/** Names of the questions of a board; more would not fit in one frame. */
export const PANEL_NAMES = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
/** What an embed shows open that is otherwise folded. */
export const EMBED_SHOW: FormatParameter = {
  name: 'show',
  values: ['chart', 'table', 'notes', 'table~notes'],
};
/** The parameters of an embed besides its question; two indicators have one kind of chart. */
export const EMBED_PARAMETERS: readonly FormatParameter[] = [LANG, EMBED_THEME, CHART_KIND, EMBED_SHOW];
export const PAIR_EMBED_PARAMETERS: readonly FormatParameter[] = [LANG, EMBED_THEME, EMBED_SHOW];
/** Whether the code of an embed names this release or follows the newest. */
export const FOLLOW: FormatParameter = { name: 'follow', values: ['pinned', 'latest'] };
/** The width of an embed on its site, in pixels; `full` is as wide as the column. */
export const FRAME_WIDTH: FormatParameter = { name: 'frame', values: ['full', '343', '480', '600', '760'] };
/** The language of the page that offers the code; `lang` is that of the embed. */
export const CODE_LANGUAGE: FormatParameter = { name: 'ui', values: LANGUAGES };
/** The choices of the code, besides those of the embed. */
export const CODE_PARAMETERS: readonly FormatParameter[] = [FOLLOW, FRAME_WIDTH, CODE_LANGUAGE];
/** Returns the number of rows instead of the rows. */
export const COUNT: FormatParameter = { name: 'count', values: ['no', 'yes'], alone: 'yes' };
/**
 * The later release that a list of revisions compares with; the number of any later release is also accepted.
 */
export const TO_RELEASE: FormatParameter = {
  name: 'to',
  values: ['latest'],
  pattern: '^(latest|\\d+\\.\\d+\\.\\d+)$',
};
export const CSV_TYPE: FormatParameter = { name: 'csvType', values: ['filtered', 'full'] };
/** What earlier releases said of the same figures: what was published first, all of it, or what changed. */
export const VINTAGES: FormatParameter = { name: 'vintages', values: ['own', 'first', 'all', 'changes'] };
/** What each computed figure was made from, in the same file. */
export const PART_ROWS: FormatParameter = { name: 'parts', values: ['no', 'yes'], alone: 'yes' };
/** A last column with the entries of the register of doubts. */
export const DOUBT_COLUMN: FormatParameter = { name: 'doubts', values: ['no', 'yes'], alone: 'yes' };
/** A CSV with a row for each figure, or with a column for each series. */
export const SHAPE: FormatParameter = { name: 'shape', values: ['long', 'wide'] };
/** The CSV of two indicators with all columns of each, or with those of the figures alone. */
export const PAIR_SHAPE: FormatParameter = { name: 'shape', values: ['long', 'narrow'] };
/** A CSV that Excel opens with a double click, in the reader's language. */
export const EXCEL: FormatParameter = { name: 'excel', values: ['no', 'yes'], alone: 'yes' };
