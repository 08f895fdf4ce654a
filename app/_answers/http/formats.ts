/**
 * The formats of an answer under `/data`: extension, media type, parameters besides the question, and
 * description. Addresses, OpenAPI, the lists of the site and the tests are generated from this record;
 * `data/writers.ts` writes each format.
 */
import { FORMAT_WORDS } from '#app/_words/formats.ts';
import type { Text } from '#stats/language.ts';
import { LIMITS } from '#stats/limits.ts';
import { withDrawing } from './headers.ts';
import {
  CHART_KIND,
  COUNT,
  CSV_TYPE,
  DOUBT_COLUMN,
  EXCEL,
  LANG,
  PAIR_SHAPE,
  PART_ROWS,
  PICTURE_FONTS,
  PICTURE_NOTES,
  PICTURE_SCALE,
  PICTURE_SIZE,
  PICTURE_THEME,
  PICTURE_TITLE,
  PICTURE_WIDTH,
  SHAPE,
  VINTAGES,
  type FormatParameter,
} from './format-parameters.ts';

/** Formats begin in `FORMAT_WORDS`; the compiler then asks for their descriptions and writers. */
export type AnswerFormat = keyof typeof FORMAT_WORDS;

export interface FormatDescription {
  readonly type: string;
  /** Besides the parameters of the question. */
  readonly parameters: readonly FormatParameter[];
  /** A file is saved under its own name; an image is shown. */
  readonly isFile: boolean;
  /** An image can show fewer figures than a table. */
  readonly isDrawn: boolean;
  /** Whether its bytes follow the version of the drawings: pictures, and texts with the title of a chart. */
  readonly followsDrawing?: true;
  /** Most cells, where that is fewer than a table may have. */
  readonly most?: number;
  /** The schema of its document, if it has a schema. */
  readonly schema: 'Comparison' | 'Columns' | 'JsonStat' | null;
  readonly label: Text;
  readonly summary: Text;
  /** The summary for several indicators. */
  readonly compareSummary: Text;
  /** Queries that are shown as examples and requested in a test. */
  readonly examples: readonly string[];
}

export const JSON_TYPE = 'application/json; charset=utf-8';

/** Most cells of a file that is made whole before it is sent; Parquet needs all values of a column at once. */
const WHOLE_FILE_CELLS = 250_000;

/** The formats that are citations; a release has them too. */
export const CITATION_NAMES = ['apa.txt', 'bib', 'ris', 'csl.json', 'cff'] as const;
export type CitationName = (typeof CITATION_NAMES)[number];

/** What all citations have in common. */
const citation = (name: CitationName): Omit<FormatDescription, 'type'> => ({
  parameters: [LANG, COUNT],
  isFile: true,
  isDrawn: false,
  schema: null,
  ...FORMAT_WORDS[name],
  examples: ['?country=HND~SLV~GTM&time=2012..2014'],
});

const DESCRIPTIONS = {
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    parameters: [LANG, CSV_TYPE, EXCEL, SHAPE, VINTAGES, PART_ROWS, DOUBT_COLUMN, COUNT],
    isFile: true,
    isDrawn: false,
    schema: null,
    ...FORMAT_WORDS.csv,
    examples: [
      '?country=HND~SLV~GTM&time=2012..2014',
      '?csvType=full',
      '?excel=yes&lang=es',
      '?country=HND&vintages=all',
      '?country=HND~SLV&shape=wide',
      '?group=northern-triangle&parts=yes&time=2014',
      '?country=MEX&doubts=yes',
    ],
  },
  json: {
    type: JSON_TYPE,
    parameters: [LANG, CSV_TYPE, VINTAGES, PART_ROWS, COUNT],
    isFile: false,
    isDrawn: false,
    schema: 'Comparison',
    ...FORMAT_WORDS.json,
    examples: [
      '?group=northern-triangle&time=2014',
      '?by=source&country=HND~SLV~GTM&lang=es',
      '?group=northern-triangle&parts=yes&time=2014',
      '?country=HND&vintages=changes',
    ],
  },
  svg: {
    type: 'image/svg+xml; charset=utf-8',
    parameters: [
      LANG,
      PICTURE_THEME,
      CHART_KIND,
      PICTURE_WIDTH,
      PICTURE_TITLE,
      PICTURE_NOTES,
      PICTURE_SIZE,
      PICTURE_FONTS,
      COUNT,
    ],
    isFile: false,
    isDrawn: true,
    followsDrawing: true,
    schema: null,
    ...FORMAT_WORDS.svg,
    examples: [
      '?country=HND~SLV~GTM&theme=dark',
      '?country=HND~SLV~GTM&tab=small-multiples',
      '?country=HND~SLV~GTM&fonts=system',
    ],
  },
  png: {
    type: 'image/png',
    parameters: [
      LANG,
      PICTURE_THEME,
      CHART_KIND,
      PICTURE_WIDTH,
      PICTURE_SCALE,
      PICTURE_TITLE,
      PICTURE_NOTES,
      PICTURE_SIZE,
      COUNT,
    ],
    isFile: false,
    isDrawn: true,
    followsDrawing: true,
    schema: null,
    ...FORMAT_WORDS.png,
    examples: [
      '?country=HND~SLV~GTM&theme=dark',
      '?country=HND~SLV~GTM&lang=es&scale=1&width=480',
      '?country=HND~SLV~GTM&scale=1&size=card',
    ],
  },
  pdf: {
    type: 'application/pdf',
    parameters: [LANG, PICTURE_THEME, CHART_KIND, PICTURE_WIDTH, PICTURE_TITLE, PICTURE_NOTES, COUNT],
    isFile: true,
    isDrawn: true,
    followsDrawing: true,
    schema: null,
    ...FORMAT_WORDS.pdf,
    examples: ['?country=HND~SLV~GTM&lang=es'],
  },
  'document.zip': {
    type: 'application/zip',
    parameters: [LANG, PICTURE_THEME, CHART_KIND, PICTURE_TITLE, PICTURE_NOTES, COUNT],
    isFile: true,
    isDrawn: true,
    followsDrawing: true,
    schema: null,
    ...FORMAT_WORDS['document.zip'],
    examples: ['?country=HND~SLV~GTM&time=2012..2014'],
  },
  md: {
    type: 'text/markdown; charset=utf-8',
    parameters: [LANG, COUNT],
    isFile: false,
    isDrawn: false,
    followsDrawing: true,
    most: LIMITS.drawnCells,
    schema: null,
    ...FORMAT_WORDS.md,
    examples: ['?country=HND~SLV~GTM&time=2012..2014', '?group=northern-triangle&time=2014&lang=es'],
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    parameters: [LANG, CSV_TYPE, VINTAGES, PART_ROWS, COUNT],
    isFile: true,
    isDrawn: false,
    most: 100_000,
    schema: null,
    ...FORMAT_WORDS.xlsx,
    examples: [
      '?country=HND~SLV~GTM&time=2012..2014&lang=es',
      '?group=northern-triangle&parts=yes&time=2014',
      '?country=HND&vintages=all',
    ],
  },
  parquet: {
    type: 'application/vnd.apache.parquet',
    parameters: [LANG, CSV_TYPE, VINTAGES, COUNT],
    isFile: true,
    isDrawn: false,
    most: WHOLE_FILE_CELLS,
    schema: null,
    ...FORMAT_WORDS.parquet,
    examples: ['?country=HND~SLV~GTM&time=2012..2014', '?csvType=full'],
  },
  'columns.json': {
    type: JSON_TYPE,
    parameters: [LANG, CSV_TYPE, VINTAGES, COUNT],
    isFile: false,
    isDrawn: false,
    most: WHOLE_FILE_CELLS,
    schema: 'Columns',
    ...FORMAT_WORDS['columns.json'],
    examples: ['?country=HND~SLV~GTM&time=2012..2014'],
  },
  'jsonstat.json': {
    type: JSON_TYPE,
    parameters: [LANG, CSV_TYPE, COUNT],
    isFile: false,
    isDrawn: false,
    most: 100_000,
    schema: 'JsonStat',
    ...FORMAT_WORDS['jsonstat.json'],
    examples: ['?country=HND~SLV~GTM&time=2012..2014'],
  },
  'sdmx.csv': {
    type: 'application/vnd.sdmx.data+csv; version=2.1.0; labels=id; timeFormat=original; keys=none',
    parameters: [LANG, CSV_TYPE, COUNT],
    isFile: true,
    isDrawn: false,
    most: WHOLE_FILE_CELLS,
    schema: null,
    ...FORMAT_WORDS['sdmx.csv'],
    examples: ['?country=HND~SLV~GTM&time=2012..2014'],
  },
  zip: {
    type: 'application/zip',
    parameters: [LANG, CSV_TYPE, COUNT],
    isFile: true,
    isDrawn: false,
    most: 100_000,
    schema: null,
    ...FORMAT_WORDS.zip,
    examples: ['?country=HND~SLV~GTM&time=2012..2014'],
  },
  'apa.txt': { ...citation('apa.txt'), type: 'text/plain; charset=utf-8', isFile: false },
  bib: { ...citation('bib'), type: 'application/x-bibtex; charset=utf-8' },
  ris: { ...citation('ris'), type: 'application/x-research-info-systems; charset=utf-8' },
  'csl.json': { ...citation('csl.json'), type: 'application/vnd.citationstyles.csl+json; charset=utf-8' },
  cff: { ...citation('cff'), type: 'application/yaml; charset=utf-8' },
} as const satisfies Readonly<Record<AnswerFormat, FormatDescription>>;

/** What the bytes of an answer in a format depend on, besides its address. */
export const sealOf = (format: AnswerFormat, seal: string): string =>
  FORMATS[format].followsDrawing ? withDrawing(seal) : seal;

export const FORMATS: Readonly<Record<AnswerFormat, FormatDescription>> = DESCRIPTIONS;

/** Parameters with which a file that is streamed without them is made whole. */
const WHOLE: readonly FormatParameter[] = [EXCEL, SHAPE, PART_ROWS, DOUBT_COLUMN];

/** Whether a file is made whole because of its parameters. */
const isMadeWhole = (extras: ReadonlyMap<string, string>): boolean =>
  WHOLE.some(({ name, values }) => ![undefined, values[0]].includes(extras.get(name)));

/** The most cells that an answer in a format may have, within the limits of the site. */
export function mostCells(
  format: AnswerFormat,
  limits: { readonly jsonCells: number; readonly drawnCells: number },
  extras: ReadonlyMap<string, string> = new Map(),
): number {
  const { isDrawn, most = Infinity } = FORMATS[format];
  const whole = isMadeWhole(extras) ? WHOLE_FILE_CELLS : Infinity;
  return Math.min(isDrawn ? limits.drawnCells : limits.jsonCells, most, whole);
}

/** The default format first. */
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly AnswerFormat[];

/** Parameters for a single indicator only. */
const ALONE: readonly FormatParameter[] = [
  CSV_TYPE,
  EXCEL,
  SHAPE,
  CHART_KIND,
  VINTAGES,
  PART_ROWS,
  DOUBT_COLUMN,
];

/** The parameters of a format if several indicators are compared. */
export const compareParameters = (format: AnswerFormat): readonly FormatParameter[] => [
  ...FORMATS[format].parameters.filter((parameter) => !ALONE.includes(parameter)),
  ...(format === 'csv' ? [PAIR_SHAPE] : []),
];
