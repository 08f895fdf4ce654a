/** Figures in a text, several comparisons in a frame, and what turns an address into a frame, for the lists of addresses. */
import { EMBED_PARAMETER_WORDS } from '#app/_words/openapi.ts';
import { OPERATION_WORDS } from '#app/_words/operations.ts';
import { EMBED_THEME, LANG, PANEL_NAMES, VALUE_FORM } from '../http/format-parameters.ts';
import { VALUE_FORMATS } from '../http/embed-routes.ts';
import { OEMBED_ADDRESS } from '../http/routes.ts';
import type { Operation } from './operation.ts';

const parameter = (name: string, description: string, example: string, required = false): object => ({
  name,
  in: 'query',
  description,
  ...(required && { required }),
  schema: { type: 'string' },
  example,
});

const ENDINGS = { html: 'Html', txt: 'Txt', svg: 'Svg' } as const;
const VALUE_TYPES = { html: 'text/html', txt: 'text/plain', svg: 'image/svg+xml' } as const;

export const PLACED_OPERATIONS: readonly Operation[] = [
  ...VALUE_FORMATS.map((format): Operation => ({
    id: `getValue${ENDINGS[format]}`,
    path: `/embed/{release}/value${format === 'html' ? '' : `.${format}`}`,
    summary: OPERATION_WORDS.getValue,
    type: VALUE_TYPES[format],
    asks: true,
    extras: format === 'txt' ? [LANG, VALUE_FORM] : [LANG, VALUE_FORM, EMBED_THEME],
    own: [parameter('indicator', EMBED_PARAMETER_WORDS.indicator, 'migrant-kidnappings', true)],
    examples: [`/embed/1.0.0/value${format === 'html' ? '' : `.${format}`}?indicator=migrant-kidnappings`],
  })),
  {
    id: 'getBoard',
    path: '/embed/{release}/board',
    summary: OPERATION_WORDS.getBoard,
    type: 'text/html',
    asks: false,
    extras: [LANG, EMBED_THEME],
    own: PANEL_NAMES.map((name) =>
      parameter(name, EMBED_PARAMETER_WORDS.panel, 'homicide-rate?country=HND', name === 'a'),
    ),
    examples: ['/embed/1.0.0/board?a=homicide-rate%3Fcountry=HND&b=caravan-size'],
  },
  {
    id: 'getOembed',
    path: OEMBED_ADDRESS,
    summary: OPERATION_WORDS.getOembed,
    type: 'application/json',
    asks: false,
    extras: [],
    own: [
      parameter('url', EMBED_PARAMETER_WORDS.url, '', true),
      parameter('format', EMBED_PARAMETER_WORDS.format, 'json'),
      parameter('maxwidth', EMBED_PARAMETER_WORDS.size, '600'),
      parameter('maxheight', EMBED_PARAMETER_WORDS.size, '450'),
    ],
    examples: ['/oembed?maxwidth=600&url=/embed/1.0.0/homicide-rate%3Fcountry%3DHND'],
  },
];
