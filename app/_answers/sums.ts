/**
 * `/data/{release}/SHA256SUMS`: the hashes of the bulk files of a release, each indicator's whole table as CSV
 * and as JSON, in the form that `sha256sum --check` reads. Worked out once for each release, then kept: a
 * release never changes.
 */
import { createHash } from 'node:crypto';
import { answerData } from './data.ts';
import type { Address } from './address.ts';
import { etagOf, OPEN, PINNED } from './headers.ts';
import type { AnswerRequest, WholeAnswer } from './message.ts';
import { findCatalogue, refuseParameters } from './question.ts';

/** The faces that a sum stands for: what the address without parameters gives. */
const BULK = ['csv', 'json'] as const;

const kept = new Map<string, Promise<string>>();

/** One line: the hash, two spaces, and the file's name beside this one. */
async function lineOf(release: string, indicator: string, ending: (typeof BULK)[number]): Promise<string> {
  const request: AnswerRequest = {
    method: 'GET',
    path: `/data/${release}/${indicator}.${ending}`,
    search: '',
    headers: { get: () => null },
    origin: '',
  };
  const answered = await answerData({ kind: 'data', release, indicator, ending }, request);
  const hash = createHash('sha256');
  if ('stream' in answered) for await (const bytes of answered.stream()) hash.update(bytes);
  else hash.update(answered.body);
  return `${hash.digest('hex')}  ${indicator}.${ending}\n`;
}

const lines = new Map<string, Promise<string>>();

function keptLine(release: string, indicator: string, ending: (typeof BULK)[number]): Promise<string> {
  const key = `${release} ${indicator}.${ending}`;
  const known = lines.get(key);
  if (known) return known;
  const line = lineOf(release, indicator, ending);
  lines.set(key, line);
  line.catch(() => lines.delete(key));
  return line;
}

async function write(release: string): Promise<string> {
  const { indicators } = await findCatalogue(release);
  const ids = indicators.map(({ id }) => id).toSorted();
  let text = '';
  // One after another: these are the largest files there are. What was reached in time is not made again.
  for (const id of ids) for (const ending of BULK) text += await keptLine(release, id, ending);
  return text;
}

function sumsOf(release: string): Promise<string> {
  const known = kept.get(release);
  if (known) return known;
  const sums = write(release);
  kept.set(release, sums);
  sums.catch(() => kept.delete(release));
  return sums;
}

/** Answers the sums of a release. Throws NotFound for one that is not there. */
export async function answerSums(
  { release }: Extract<Address, { kind: 'sums' }>,
  request: AnswerRequest,
): Promise<WholeAnswer> {
  refuseParameters(request);
  await findCatalogue(release);
  const body = await sumsOf(release);
  return {
    status: 200,
    headers: {
      ...OPEN,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': PINNED,
      etag: etagOf(body),
      'x-data-version': release,
    },
    body,
    keep: Infinity,
  };
}
