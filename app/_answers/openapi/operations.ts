/**
 * The addresses under `/data` and `/embed` as a list: what each gives, what it takes, and examples, each of which a
 * test requests. `/data/openapi.json` and the page `/addresses` are both written from it.
 */
import type { Text } from '#stats/language.ts';
import { LIMITS } from '#stats/limits.ts';
import { EMBED_THEME, LANG, TO_RELEASE, type FormatParameter } from '../http/format-parameters.ts';
import { compareParameters, FORMAT_NAMES, FORMATS } from '../http/formats.ts';
import type { SCHEMAS } from './schemas.ts';

export interface Operation {
  readonly id: string;
  /** With `{release}` and `{indicator}` where they stand. */
  readonly path: string;
  readonly summary: Text;
  /** Media type of the answer, without its parameters. */
  readonly type: string;
  readonly schema?: keyof typeof SCHEMAS;
  /** Whether it takes the parameters of a question. */
  readonly asks: boolean;
  readonly extras: readonly FormatParameter[];
  /** Parameters that it alone has. */
  readonly own?: readonly object[];
  /** Addresses of the first release that answer as described here. */
  readonly examples: readonly string[];
}

const mediaType = (type: string): string => type.split(';')[0] ?? type;

const capitalised = (name: string): string => `${name[0]?.toUpperCase()}${name.slice(1)}`;

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

const listing = (id: string, path: string, example: string, en: string, es: string): Operation => ({
  id,
  path,
  summary: { en, es },
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

/** The parameters of a question about several indicators; a parameter of one side carries its number. */
const COMPARED: readonly object[] = [
  text(
    'indicators',
    `Two to ${LIMITS.indicators} indicators, joined by \`~\`. With two the answer holds their pairs.`,
    'homicide-rate~population',
    true,
  ),
  text('country', 'Countries and cities, joined by `~`; of a side with `place=origin`, origins.', 'HND~SLV'),
  text('group', 'Groups of areas, joined by `~`.', 'northern-triangle'),
  text(
    'members',
    'Members of the groups: `of-the-day` or, of the day of the release, `today`.',
    'of-the-day',
  ),
  text('time', 'A period or a span; a bare year means a year of each side’s own kind.', '2014'),
  ...['basis', 'breakdown', 'definition', 'origin', 'source', 'transform', 'weight'].map((name) =>
    text(
      `${name}.1`,
      `\`${name}\` of the first indicator, \`${name}.2\` of the second and so on. Without it what the page of the indicator opens with; of sources the preferred one.`,
      '',
    ),
  ),
  text(
    'place.1',
    'Which place of the figures is laid beside the others: `area`, where it happened, or `origin`, where people come from.',
    'area',
  ),
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
  summary: { en: 'Two indicators as a page for a frame.', es: 'Dos indicadores como página para un marco.' },
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
    summary: { en: 'The answer as a page for a frame.', es: 'La respuesta como página para un marco.' },
    type: 'text/html',
    asks: true,
    extras: [LANG, EMBED_THEME],
    examples: ['/embed/1.0.0/homicide-rate?country=HND'],
  },
  listing(
    'getReleases',
    '/data/releases.json',
    '/data/releases.json',
    'Every release, oldest first.',
    'Todas las ediciones, la más antigua primero.',
  ),
  listing(
    'getConfig',
    '/data/config.json',
    '/data/config.json',
    'Limits, languages and forms.',
    'Límites, idiomas y formatos.',
  ),
  listing(
    'getIndicators',
    '/data/{release}/indicators.json',
    '/data/1.0.0/indicators.json',
    'The indicators of a release.',
    'Los indicadores de una edición.',
  ),
  listing(
    'getDimensions',
    '/data/{release}/{indicator}/dimensions.json',
    '/data/1.0.0/homicide-rate/dimensions.json',
    'The codes that a question about an indicator may name, with the number of rows of each.',
    'Los códigos que puede nombrar una consulta sobre un indicador, con el número de filas de cada uno.',
  ),
  {
    ...listing(
      'getRevisions',
      '/data/{release}/{indicator}/revisions.json',
      '/data/1.0.0/homicide-rate/revisions.json',
      'What has changed since a release, row by row: what was revised or removed first, then what was added or is confirmed by a newer edition. `to` names a later release; without it the newest is meant.',
      'Qué ha cambiado desde una edición, fila por fila: primero lo revisado o retirado, después lo nuevo y lo que confirma una edición posterior. `to` nombra una edición posterior; sin él se entiende la última.',
    ),
    extras: [TO_RELEASE],
    schema: 'Revisions' as const,
  },
  {
    ...listing(
      'getSums',
      '/data/{release}/SHA256SUMS',
      '/data/1.0.0/SHA256SUMS',
      'SHA-256 of each indicator’s whole table as CSV and JSON, as `sha256sum --check` reads it.',
      'SHA-256 de la tabla entera de cada indicador en CSV y JSON, como lo lee `sha256sum --check`.',
    ),
    type: 'text/plain',
  },
];
