/**
 * The addresses under `/data` and `/embed` as a list: what each gives, what it takes, and examples that are
 * asked in a test. `/data/openapi.json` and the page `/addresses` are both written from it.
 */
import type { Text } from '#stats/language.ts';
import { ENDINGS, type Ending } from './address.ts';
import { FACES } from './faces.ts';
import { EMBED_THEME, LANG, type Extra } from './question.ts';
import type { SCHEMAS } from './openapi-schemas.ts';

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
  readonly extras: readonly Extra[];
  /** Addresses of the first release that answer as said here. */
  readonly examples: readonly string[];
}

const SAID: Readonly<Record<Ending, Text>> = {
  csv: {
    en: 'The answer as a table: one row for each figure or gap, the same columns for every indicator.',
    es: 'La respuesta como tabla: una fila por cifra o vacío, con las mismas columnas en todo indicador.',
  },
  json: {
    en: 'The answer whole: the rows, and the names, sources and editions they speak of.',
    es: 'La respuesta entera: las filas, y los nombres, fuentes y ediciones de que hablan.',
  },
  svg: { en: 'The answer as a picture.', es: 'La respuesta como imagen.' },
};

const QUESTIONS: Readonly<Record<Ending, readonly string[]>> = {
  csv: ['?country=HND~SLV~GTM&time=2012..2014', '?csvType=full'],
  json: ['?group=northern-triangle&time=2014', '?by=source&country=HND~SLV~GTM&lang=es'],
  svg: ['?country=HND~SLV~GTM&theme=dark'],
};

const mediaType = (type: string): string => type.split(';')[0] ?? type;

const faces: readonly Operation[] = ENDINGS.map((ending) => ({
  id: `get${ending[0]?.toUpperCase()}${ending.slice(1)}`,
  path: `/data/{release}/{indicator}.${ending}`,
  summary: SAID[ending],
  type: mediaType(FACES[ending].type),
  ...(ending === 'json' && { schema: 'Comparison' as const }),
  asks: true,
  extras: FACES[ending].extras,
  examples: QUESTIONS[ending].map((search) => `/data/1.0.0/homicide-rate.${ending}${search}`),
}));

const listing = (id: string, path: string, example: string, en: string, es: string): Operation => ({
  id,
  path,
  summary: { en, es },
  type: 'application/json',
  asks: false,
  extras: [],
  examples: [example],
});

export const OPERATIONS: readonly Operation[] = [
  ...faces,
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
      'getSums',
      '/data/{release}/SHA256SUMS',
      '/data/1.0.0/SHA256SUMS',
      'SHA-256 of each indicator’s whole table as CSV and JSON, as `sha256sum --check` reads it.',
      'SHA-256 de la tabla entera de cada indicador en CSV y JSON, como lo lee `sha256sum --check`.',
    ),
    type: 'text/plain',
  },
];
