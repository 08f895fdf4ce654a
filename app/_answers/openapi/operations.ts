/**
 * The addresses under `/data` and `/embed` as a list: what each returns, its parameters, and examples that a
 * test requests. `/data/openapi.json` and the page `/addresses` are both generated from it.
 */
import {
  CELL_PARAMETER_WORDS,
  CHECK_PARAMETER_WORDS,
  COMPARE_PARAMETER_WORDS,
  DIFF_PARAMETER_WORDS,
  VINTAGE_PARAMETER_WORDS,
} from '#app/_words/openapi.ts';
import { OPERATION_WORDS } from '#app/_words/operations.ts';
import {
  EMBED_PARAMETERS,
  EMBED_THEME,
  LANG,
  PAIR_EMBED_PARAMETERS,
  TO_RELEASE,
} from '../http/format-parameters.ts';
import { CITATION_NAMES, compareParameters, FORMAT_NAMES, FORMATS } from '../http/formats.ts';
import { DIFF_FORMATS, EVIDENCE_FORMATS } from '../http/routes.ts';
import { BULK_OPERATIONS } from './bulk.ts';
import type { Operation } from './operation.ts';
import { PLACED_OPERATIONS } from './placed.ts';
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
  extras: PAIR_EMBED_PARAMETERS,
  own: COMPARED,
  examples: ['/embed/1.0.0/compare?country=HND~SLV~GTM&indicators=homicide-rate~population&time=2014'],
};

/** A claim about figures of the first release. */
const CHECK =
  'a=homicide-rate%3Fcountry%3DSLV%26time%3D2014%26source%3Dmigrant-crisis-2015&b=homicide-rate%3Fcountry%3DMEX%26time%3D2014%26source%3Dmigrant-crisis-2015&expression=a%20/%20b&relation=at-least:3';

/** The parameters of a claim of the reader's own. */
const CHECKED: readonly object[] = [
  text('a', CHECK_PARAMETER_WORDS.term, 'homicide-rate?country=SLV&time=2014', true),
  text('b', CHECK_PARAMETER_WORDS.term, 'homicide-rate?country=MEX&time=2014'),
  text('expression', CHECK_PARAMETER_WORDS.expression, 'a / b', true),
  text('relation', CHECK_PARAMETER_WORDS.relation, 'at-least:3', true),
];

/** Examples of figures of the first release. */
const OBSERVATION = 'homicide-rate~migrant-crisis-2015~HND~2014';
const COMPUTED = 'homicide-rate~migrant-crisis-2015~northern-triangle~2014~computed';

export const OPERATIONS: readonly Operation[] = [
  ...questions,
  ...compared,
  ...BULK_OPERATIONS,
  framed,
  ...PLACED_OPERATIONS,
  {
    id: 'getEmbed',
    path: '/embed/{release}/{indicator}',
    summary: OPERATION_WORDS.getEmbed,
    type: 'text/html',
    asks: true,
    extras: EMBED_PARAMETERS,
    examples: ['/embed/1.0.0/homicide-rate?country=HND'],
  },
  {
    id: 'getClaimEmbed',
    path: '/embed/{release}/claims/{id}',
    summary: OPERATION_WORDS.getClaimEmbed,
    type: 'text/html',
    asks: false,
    extras: [LANG, EMBED_THEME],
    examples: ['/embed/1.0.0/claims/c06?lang=es'],
  },
  {
    id: 'getCheckEmbed',
    path: '/embed/{release}/check',
    summary: OPERATION_WORDS.getCheckEmbed,
    type: 'text/html',
    asks: false,
    extras: [LANG, EMBED_THEME],
    own: CHECKED,
    examples: [`/embed/1.0.0/check?${CHECK}`],
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
  ...EVIDENCE_FORMATS.map((format): Operation => ({
    ...listing(
      'getVintages',
      `/data/vintages.${format}`,
      `/data/vintages.${format}?indicator=homicide-rate&area=HND`,
    ),
    id: `getVintages${capitalised(format)}`,
    type: mediaType(FORMATS[format].type),
    own: [
      text('indicator', VINTAGE_PARAMETER_WORDS.indicator, 'homicide-rate', true),
      text('area', VINTAGE_PARAMETER_WORDS.area, 'HND'),
      ...(['basis', 'breakdown', 'definition', 'origin'] as const).map((name) =>
        text(name, VINTAGE_PARAMETER_WORDS[name], ''),
      ),
    ],
  })),
  {
    ...listing('getWhich', '/data/which.json', '/data/which.json?indicator=homicide-rate&area=HND&number=68'),
    own: [
      text('indicator', VINTAGE_PARAMETER_WORDS.indicator, 'homicide-rate', true),
      text('area', VINTAGE_PARAMETER_WORDS.area, 'HND', true),
      text('number', VINTAGE_PARAMETER_WORDS.number, '68', true),
    ],
  },
  { ...listing('getDoubts', '/data/doubts.json', '/data/doubts.json?lang=es'), extras: [LANG] },
  {
    ...listing('getDoubtsAtom', '/data/doubts.atom', '/data/doubts.atom'),
    type: 'application/atom+xml',
    extras: [LANG],
  },
  ...DIFF_FORMATS.map((format): Operation => ({
    ...listing(
      'getDiff',
      `/data/diff.${format}`,
      `/data/diff.${format}?from=1.0.0&to=1.1.0&indicator=homicide-rate`,
    ),
    id: `getDiff${capitalised(format)}`,
    type: format === 'atom' ? 'application/atom+xml' : mediaType(FORMATS[format].type),
    extras: [LANG],
    own: [
      text('from', DIFF_PARAMETER_WORDS.from, '1.0.0', true),
      text('to', DIFF_PARAMETER_WORDS.to, '1.1.0', true),
      text('indicator', DIFF_PARAMETER_WORDS.indicator, 'homicide-rate'),
      text('area', DIFF_PARAMETER_WORDS.area, 'HND'),
    ],
  })),
  ...EVIDENCE_FORMATS.map((format): Operation => ({
    ...listing('getClaims', `/data/{release}/claims.${format}`, `/data/1.0.0/claims.${format}`),
    id: `getClaims${capitalised(format)}`,
    type: mediaType(FORMATS[format].type),
    extras: [LANG],
  })),
  {
    ...listing('getClaim', '/data/{release}/claims/{id}.json', '/data/1.0.0/claims/c06.json'),
    extras: [LANG],
  },
  {
    ...listing('getCheck', '/data/{release}/check.json', `/data/1.0.0/check.json?${CHECK}`),
    extras: [LANG],
    own: CHECKED,
  },
  ...EVIDENCE_FORMATS.map((format): Operation => ({
    ...listing(
      'getObservation',
      `/data/observations/{id}.${format}`,
      `/data/observations/${OBSERVATION}.${format}`,
    ),
    id: `getObservation${capitalised(format)}`,
    type: mediaType(FORMATS[format].type),
    extras: [LANG],
  })),
  ...EVIDENCE_FORMATS.map((format): Operation => ({
    ...listing(
      'getEvidence',
      `/data/{release}/{indicator}/evidence.${format}`,
      `/data/1.0.0/homicide-rate/evidence.${format}?group=northern-triangle&time=2014&cell=${COMPUTED}`,
    ),
    id: `getEvidence${capitalised(format)}`,
    type: mediaType(FORMATS[format].type),
    asks: true,
    extras: [LANG],
    own: [text('cell', CELL_PARAMETER_WORDS, COMPUTED, true)],
  })),
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
