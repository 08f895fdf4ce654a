/** The faces of one comparison under `/data/{release}/{indicator}`: immutable, open to every origin. */
import { loadComparison } from '#app/_data/comparison.ts';
import { formatCsv } from '#app/_downloads/csv.ts';
import { formatJson } from '#app/_downloads/json.ts';
import type { Comparison } from '#stats/comparison.ts';
import { LIMITS } from '#stats/limits.ts';
import { BadQuery, tooMany } from '#stats/problem.ts';
import type { Address, Ending } from './address.ts';
import { attachment, etagOf, OPEN, PINNED } from './headers.ts';
import type { AnswerRequest, WholeAnswer } from './message.ts';
import { drawPicture } from './picture.tsx';
import { CSV_TYPE, join, LANG, PICTURE_THEME, readQuestion, type Extra, type Question } from './question.ts';

interface Face {
  readonly extras: readonly Extra[];
  readonly headers: (question: Question) => Readonly<Record<string, string>>;
  /** `address` is the canonical one. */
  readonly write: (comparison: Comparison, address: string, question: Question) => string | Promise<string>;
}

/** The file name says what the file is where the address is lost. */
const fileName = ({ indicator, version, language }: Question, ending: Ending): string =>
  `${indicator.id}-${version}${language === 'en' ? '' : `-${language}`}.${ending}`;

const FACES: Readonly<Record<Ending, Face>> = {
  csv: {
    extras: [LANG, CSV_TYPE],
    headers: (question) => ({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': attachment(fileName(question, 'csv')),
    }),
    write: formatCsv,
  },
  json: {
    extras: [LANG, CSV_TYPE],
    headers: () => ({ 'content-type': 'application/json; charset=utf-8' }),
    write: (comparison, address) => {
      if (comparison.cells.length > LIMITS.jsonCells) {
        throw new BadQuery(tooMany('.json', LIMITS.jsonCells, { en: 'cells', es: 'celdas' }));
      }
      return formatJson(comparison, address);
    },
  },
  svg: {
    extras: [LANG, PICTURE_THEME],
    headers: () => ({
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    }),
    write: (comparison, address, { extras }) =>
      drawPicture(comparison, address, extras.get('theme') === 'dark' ? 'dark' : 'light'),
  },
};

/** Answers a data address. Throws BadQuery or NotFound for one that cannot be answered. */
export async function answerData(
  address: Extract<Address, { kind: 'data' }>,
  request: AnswerRequest,
): Promise<WholeAnswer> {
  const face = FACES[address.ending];
  const question = await readQuestion(address, request, face.extras);
  const { version, language, query, indicator } = question;
  const canonical = join(`/data/${version}/${indicator.id}.${address.ending}`, question.canonical);
  const comparison = await loadComparison({ version, language, query });
  // Bytes from here on: hashed, kept and sent without being made again.
  const body = Buffer.from(await face.write(comparison, canonical, question));
  const asked = join(request.path, request.search);
  return {
    status: 200,
    headers: {
      ...OPEN,
      ...face.headers(question),
      'cache-control': PINNED,
      etag: etagOf(body),
      'content-language': language,
      'x-data-version': version,
      ...(asked !== canonical && { link: `<${canonical}>; rel="canonical"` }),
    },
    body,
    keep: Infinity,
  };
}
