/** The endings of a data address: the media type of each, and the parameters that it takes beside the question. */
import type { Ending } from '../http/routes.ts';
import { COUNT, CSV_TYPE, LANG, PICTURE_THEME, type FormatParameter } from './read-query.ts';

export const JSON_TYPE = 'application/json; charset=utf-8';

export const FORMATS: Readonly<
  Record<Ending, { readonly type: string; readonly extras: readonly FormatParameter[] }>
> = {
  csv: { type: 'text/csv; charset=utf-8; header=present', extras: [LANG, CSV_TYPE, COUNT] },
  json: { type: JSON_TYPE, extras: [LANG, CSV_TYPE, COUNT] },
  svg: { type: 'image/svg+xml; charset=utf-8', extras: [LANG, PICTURE_THEME, COUNT] },
};
