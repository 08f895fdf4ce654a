/** The files of whole releases and sources, as the OpenAPI document and the page of URLs list them. */
import { BULK_SUMMARIES } from '#app/_words/bulk.ts';
import { COUNT, LANG } from '../http/format-parameters.ts';
import { FORMATS } from '../http/formats.ts';
import { BULK_FORMATS } from '../http/routes.ts';
import type { Operation } from './operation.ts';

export const BULK_OPERATIONS: readonly Operation[] = (['release', 'source'] as const).flatMap((kind) =>
  BULK_FORMATS.map((format): Operation => {
    const [name, file] = kind === 'release' ? ['All', 'all'] : ['Source', 'sources/{id}'];
    return {
      id: `get${name}${format[0]?.toUpperCase()}${format.slice(1)}`,
      path: `/data/{release}/${file}.${format}`,
      summary: BULK_SUMMARIES[kind][format],
      type: FORMATS[format].type.split(';')[0] ?? '',
      asks: false,
      extras: [LANG, COUNT],
      examples: [`/data/1.0.0/${file.replace('{id}', 'migrant-crisis-2015')}.${format}`],
    };
  }),
);
