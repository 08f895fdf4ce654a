/**
 * The formats of an answer under `/data`: the ending of the address, the media type, the parameters beside the
 * question, what the documents say of it. Addresses, OpenAPI, the lists of the site and the tests follow from this
 * record; `data/writers.ts` writes each of them.
 */
import { FORMAT_WORDS } from '#app/_words/formats.ts';
import type { Text } from '#stats/language.ts';
import { COUNT, CSV_TYPE, LANG, PICTURE_THEME, type FormatParameter } from './format-parameters.ts';

export interface FormatDescription {
  readonly type: string;
  /** Beside the parameters of the question. */
  readonly parameters: readonly FormatParameter[];
  /** A file is saved under a name of its own, an image is shown. */
  readonly isFile: boolean;
  /** An image holds fewer figures than a table. */
  readonly isDrawn: boolean;
  /** The schema of its document, where it has one. */
  readonly schema: 'Comparison' | null;
  readonly summary: Text;
  /** The same of several indicators. */
  readonly compareSummary: Text;
  /** Queries that are shown as examples, and asked in a test. */
  readonly examples: readonly string[];
}

export const JSON_TYPE = 'application/json; charset=utf-8';

const DESCRIPTIONS = {
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    parameters: [LANG, CSV_TYPE, COUNT],
    isFile: true,
    isDrawn: false,
    schema: null,
    ...FORMAT_WORDS.csv,
    examples: ['?country=HND~SLV~GTM&time=2012..2014', '?csvType=full'],
  },
  json: {
    type: JSON_TYPE,
    parameters: [LANG, CSV_TYPE, COUNT],
    isFile: false,
    isDrawn: false,
    schema: 'Comparison',
    ...FORMAT_WORDS.json,
    examples: ['?group=northern-triangle&time=2014', '?by=source&country=HND~SLV~GTM&lang=es'],
  },
  svg: {
    type: 'image/svg+xml; charset=utf-8',
    parameters: [LANG, PICTURE_THEME, COUNT],
    isFile: false,
    isDrawn: true,
    schema: null,
    ...FORMAT_WORDS.svg,
    examples: ['?country=HND~SLV~GTM&theme=dark'],
  },
} as const satisfies Readonly<Record<string, FormatDescription>>;

export type AnswerFormat = keyof typeof DESCRIPTIONS;

export const FORMATS: Readonly<Record<AnswerFormat, FormatDescription>> = DESCRIPTIONS;

/** The default format first. */
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly AnswerFormat[];

/** The parameters of a format where several indicators are compared: `csvType` is of one alone. */
export const compareParameters = (format: AnswerFormat): readonly FormatParameter[] =>
  FORMATS[format].parameters.filter((parameter) => parameter !== CSV_TYPE);
