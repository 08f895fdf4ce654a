/** The faces of one comparison under `/data/{release}/{indicator}`: immutable, open to every origin. */
import { loadComparison } from '#app/_data/comparison.ts';
import { findPublished, type PublishedAnswer } from '#app/_data/lines.ts';
import { CSV_HEADER, formatCsv } from '#app/_downloads/csv.ts';
import { csvLines } from '#app/_downloads/csv-lines.ts';
import { formatJson } from '#app/_downloads/json.ts';
import type { Comparison } from '#stats/comparison.ts';
import { LIMITS } from '#stats/limits.ts';
import { formatQuery } from '#stats/query.ts';
import type { Address, Ending } from './address.ts';
import { countDocument, refuseTooMuch } from './count.ts';
import { isHeld } from './deliver.ts';
import { FACES, JSON_TYPE } from './faces.ts';
import { attachment, etagOf, OPEN, PINNED } from './headers.ts';
import type { AnswerRequest, Undressed } from './message.ts';
import { drawPicture } from './picture.tsx';
import { canonicalSearch, COUNT, join, readQuestion, type Question } from './question.ts';

interface Writer {
  /** Headers beside those of every pinned answer. */
  readonly headers?: (question: Question) => Readonly<Record<string, string>>;
  /** `address` is the canonical one. */
  readonly write: (
    comparison: Comparison,
    address: string,
    question: Question,
  ) => string | Uint8Array | Promise<string>;
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
    headers: () => ({ 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" }),
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

/** A CSV file whose lines come from PostgreSQL; the first of them together with its head. */
async function* csvOf(published: PublishedAnswer): AsyncGenerator<Uint8Array, void> {
  let head: Buffer | null = Buffer.from(CSV_HEADER);
  for await (const lines of published.lines(csvLines(published.answer))) {
    yield head ? Buffer.concat([head, lines]) : lines;
    head = null;
  }
  if (head) yield head;
}

/**
 * Answers a data address. A long CSV of published rows is sent while it is made, so that its ETag is not a hash of
 * bytes: it is one of what decides them (release, catalogue, question, format), and so as strong. Throws BadQuery or NotFound for one that cannot be answered. */
export async function answerData(
  address: Extract<Address, { kind: 'data' }>,
  request: AnswerRequest,
): Promise<Undressed> {
  const [face, writer] = [FACES[address.ending], WRITERS[address.ending]];
  const question = await readQuestion(address, request, face.extras);
  const { version, language, query, indicator } = question;
  const path = `/data/${version}/${indicator.id}.${address.ending}`;
  const canonical = join(path, question.canonical);
  const counted = question.extras.get('count') === 'yes';
  const most = address.ending === 'svg' ? LIMITS.drawnCells : LIMITS.jsonCells;
  const asked = join(request.path, request.search);
  const headers = {
    ...OPEN,
    'content-type': counted ? JSON_TYPE : face.type,
    ...(!counted && writer.headers?.(question)),
    'cache-control': PINNED,
    'content-language': language,
    'x-data-version': version,
    ...(asked !== canonical && { link: `<${canonical}>; rel="canonical"` }),
  };
  const published =
    counted || address.ending !== 'csv' ? null : await findPublished({ version, language, query });
  const streamed = published && {
    status: 200,
    headers: { ...headers, etag: etagOf(`${published.seal} ${canonical}`) },
    stream: () => csvOf(published),
  };
  // Whoever has it is told so before anything is counted.
  if (streamed && isHeld(request, streamed.headers.etag)) return streamed;
  if (!counted) await refuseTooMuch(question, `.${address.ending}`, most);
  if (streamed && (await published.isLong())) return streamed;
  const text = counted
    ? await countDocument(question, join(path, uncounted(question, address.ending)), most)
    : await writer.write(await loadComparison({ version, language, query }), canonical, question);
  // Bytes from here on: hashed, kept and sent without being made again.
  const body = typeof text === 'string' ? Buffer.from(text) : text;
  return { status: 200, headers: { ...headers, etag: etagOf(body) }, body, keep: Infinity };
}
