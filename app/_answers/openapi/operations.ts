/**
 * The addresses under `/data` and `/embed` as a list: what each returns, its parameters, and examples that a
 * test requests. `/data/openapi.json` and the page `/addresses` are both generated from it.
 */
import { COMPARE_PARAMETER_WORDS } from '#app/_words/openapi.ts';
import { OPERATION_WORDS } from '#app/_words/formats.ts';
import { EMBED_THEME, LANG, TO_RELEASE } from '../http/format-parameters.ts';
import { CITATION_NAMES, compareParameters, FORMAT_NAMES, FORMATS } from '../http/formats.ts';
import type { Operation } from './operation.ts';
import { PXWEB_OPERATIONS } from './pxweb.ts';
import { SDMX_OPERATIONS } from './sdmx.ts';

const mediaType = (type: string): string => type.split(';')[0] ?? type;

/** @example capitalised('csl.json') === 'CslJson' */
const capitalised = (name: string): string =>
  name
    .split('.')
    .map((part) => `${part[0]?.toUpperCase()}${part.slice(1)}`)
    .join('');

const questions: readonly Operation[] = FORMAT_NAMES.map((format) => {
  const { type, schema, summary, parameters, examples } = FORMATS[format];
  return {
    id: `get${capitalised(format)}`,
    path: `/data/{release}/{indicator}.${format}`,
    summary,
    type: mediaType(type),
    ...(schema && { schema }),
    asks: true,
    extras: parameters,
    examples: examples.map((search) => `/data/1.0.0/homicide-rate.${format}${search}`),
  };
});

const listing = (id: keyof typeof OPERATION_WORDS, path: string, example: string): Operation => ({
  id,
  path,
  summary: OPERATION_WORDS[id],
  type: 'application/json',
  asks: false,
  extras: [],
  examples: [example],
});

const text = (name: string, description: string, example: string, required = false): object => ({
  name,
  in: 'query',
  description,
  ...(required && { required }),
  schema: { type: 'string' },
  example,
});

/**
 * The parameters of a question about several indicators. A parameter for a single side has the number of that
 * side.
 */
const COMPARED: readonly object[] = [
  text('indicators', COMPARE_PARAMETER_WORDS.indicators, 'homicide-rate~population', true),
  text('country', COMPARE_PARAMETER_WORDS.country, 'HND~SLV'),
  text('group', COMPARE_PARAMETER_WORDS.group, 'northern-triangle'),
  text('members', COMPARE_PARAMETER_WORDS.members, 'of-the-day'),
  text('time', COMPARE_PARAMETER_WORDS.time, '2014'),
  ...['basis', 'breakdown', 'definition', 'origin', 'source', 'transform', 'weight'].map((name) =>
    text(`${name}.1`, COMPARE_PARAMETER_WORDS.numbered(name), ''),
  ),
  text('place.1', COMPARE_PARAMETER_WORDS.place, 'area'),
];

const compared: readonly Operation[] = FORMAT_NAMES.map((format) => ({
  id: `getCompare${capitalised(format)}`,
  path: `/data/{release}/compare.${format}`,
  summary: FORMATS[format].compareSummary,
  type: mediaType(FORMATS[format].type),
  asks: false,
  extras: compareParameters(format),
  own: COMPARED,
  examples: [
    `/data/1.0.0/compare.${format}?country=HND~SLV~GTM&indicators=homicide-rate~population&time=2014`,
  ],
}));

const framed: Operation = {
  id: 'getCompareEmbed',
  path: '/embed/{release}/compare',
  summary: OPERATION_WORDS.getCompareEmbed,
  type: 'text/html',
  asks: false,
  extras: [LANG, EMBED_THEME],
  own: COMPARED,
  examples: ['/embed/1.0.0/compare?country=HND~SLV~GTM&indicators=homicide-rate~population&time=2014'],
};

export const OPERATIONS: readonly Operation[] = [
  ...questions,
  ...compared,
  framed,
  {
    id: 'getEmbed',
    path: '/embed/{release}/{indicator}',
    summary: OPERATION_WORDS.getEmbed,
    type: 'text/html',
    asks: true,
    extras: [LANG, EMBED_THEME],
    examples: ['/embed/1.0.0/homicide-rate?country=HND'],
  },
  listing('getReleases', '/data/releases.json', '/data/releases.json'),
  listing('getConfig', '/data/config.json', '/data/config.json'),
  listing('getCodebook', '/data/codebook.json', '/data/codebook.json'),
  listing('getIndicators', '/data/{release}/indicators.json', '/data/1.0.0/indicators.json'),
  listing(
    'getDimensions',
    '/data/{release}/{indicator}/dimensions.json',
    '/data/1.0.0/homicide-rate/dimensions.json',
  ),
  {
    ...listing(
      'getRevisions',
      '/data/{release}/{indicator}/revisions.json',
      '/data/1.0.0/homicide-rate/revisions.json',
    ),
    extras: [TO_RELEASE],
    schema: 'Revisions' as const,
  },
  {
    ...listing(
      'getChanges',
      '/data/{release}/{indicator}/changes.atom',
      '/data/1.4.0/homicide-rate/changes.atom?country=HND',
    ),
    type: 'application/atom+xml',
    asks: true,
    extras: [LANG],
  },
  {
    ...listing('getCatalogue', '/data/catalog.jsonld', '/data/catalog.jsonld'),
    type: 'application/ld+json',
  },
  {
    ...listing('getFeed', '/data/releases.atom', '/data/releases.atom?lang=es'),
    type: 'application/atom+xml',
    extras: [LANG],
  },
  { ...listing('getSitemap', '/sitemap.xml', '/sitemap.xml'), type: 'application/xml' },
  ...CITATION_NAMES.map((format): Operation => ({
    ...listing('getCitation', `/data/{release}/citation.${format}`, `/data/1.0.0/citation.${format}?lang=es`),
    id: `getCitation${capitalised(format)}`,
    type: mediaType(FORMATS[format].type),
    extras: [LANG],
  })),
  {
    ...listing('getLlms', '/llms.txt', '/llms.txt?lang=es'),
    type: 'text/markdown',
    extras: [LANG],
  },
  {
    ...listing('getSums', '/data/{release}/SHA256SUMS', '/data/1.0.0/SHA256SUMS'),
    type: 'text/plain',
  },
  ...SDMX_OPERATIONS,
  ...PXWEB_OPERATIONS,
];
