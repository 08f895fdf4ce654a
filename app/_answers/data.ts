/** The faces of one comparison under `/data/{release}/{indicator}`: immutable, open to every origin. */
import { loadComparison } from '#app/_data/comparison.ts';
import { formatCsv } from '#app/_downloads/csv.ts';
import { formatJson } from '#app/_downloads/json.ts';
import type { Comparison } from '#stats/comparison.ts';
import { LIMITS } from '#stats/limits.ts';
import { formatQuery } from '#stats/query.ts';
import type { Address, Ending } from './address.ts';
import { countDocument, refuseTooMuch } from './count.ts';
import { FACES, JSON_TYPE } from './faces.ts';
import { attachment, etagOf, OPEN, PINNED } from './headers.ts';
import type { AnswerRequest, WholeAnswer } from './message.ts';
import { drawPicture } from './picture.tsx';
import { canonicalSearch, COUNT, join, readQuestion, type Question } from './question.ts';

interface Writer {
  /** Headers beside those of every pinned answer. */
  readonly headers?: (question: Question) => Readonly<Record<string, string>>;
  /** `address` is the canonical one. */
  readonly write: (comparison: Comparison, address: string, question: Question) => string | Promise<string>;
}

/** The file name says what the file is where the address is lost. */
const fileName = ({ indicator, version, language }: Question, ending: Ending): string =>
  `${indicator.id}-${version}${language === 'en' ? '' : `-${language}`}.${ending}`;

const WRITERS: Readonly<Record<Ending, Writer>> = {
  csv: {
    headers: (question) => ({ 'content-disposition': attachment(fileName(question, 'csv')) }),
    write: formatCsv,
  },
  json: { write: formatJson },
  svg: {
    headers: () => ({ 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" }),
    write: (comparison, address, { extras }) =>
      drawPicture(comparison, address, extras.get('theme') === 'dark' ? 'dark' : 'light'),
  },
};

/** The query of the data that a count is of. */
const uncounted = ({ query, indicator, extras }: Question, ending: Ending): string =>
  canonicalSearch(
    formatQuery(query, indicator),
    extras,
    FACES[ending].extras.filter((one) => one !== COUNT),
  );

/** Answers a data address. Throws BadQuery or NotFound for one that cannot be answered. */
export async function answerData(
  address: Extract<Address, { kind: 'data' }>,
  request: AnswerRequest,
): Promise<WholeAnswer> {
  const [face, writer] = [FACES[address.ending], WRITERS[address.ending]];
  const question = await readQuestion(address, request, face.extras);
  const { version, language, query, indicator } = question;
  const path = `/data/${version}/${indicator.id}.${address.ending}`;
  const canonical = join(path, question.canonical);
  const counted = question.extras.get('count') === 'yes';
  const most = address.ending === 'svg' ? LIMITS.drawnCells : LIMITS.jsonCells;
  if (!counted) await refuseTooMuch(question, `.${address.ending}`, most);
  const text = counted
    ? await countDocument(question, join(path, uncounted(question, address.ending)), most)
    : await writer.write(await loadComparison({ version, language, query }), canonical, question);
  // Bytes from here on: hashed, kept and sent without being made again.
  const body = Buffer.from(text);
  const asked = join(request.path, request.search);
  return {
    status: 200,
    headers: {
      ...OPEN,
      'content-type': counted ? JSON_TYPE : face.type,
      ...(!counted && writer.headers?.(question)),
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
