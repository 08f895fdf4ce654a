/**
 * `/data/{release}/SHA256SUMS`: the hashes of the bulk files of a release (the whole table of each indicator
 * as CSV, and as JSON unless it is very long) in the format of `sha256sum --check`. Computed once for each
 * release and kept, because a release never changes. The server asks for them when a release is published (`_serving/checksum-files.ts`).
 */
import { createHash } from 'node:crypto';
import { releaseSeal } from '#app/_data/answer-plan.ts';
import { currentAsking } from '#app/_data/asking.ts';
import { memoizeAsync } from '#app/_data/memoize-async.ts';
import { memoizeByObject } from '#stats/memoize.ts';
import type { Indicator } from '#stats/model/catalogue.ts';
import { defaultQuery } from '#stats/query/query.ts';
import type { AnswerContext } from './context.ts';
import { pinnedAnswer } from '../http/pinned.ts';
import type { AnswerRequest, PinnedAnswer } from '../http/request.ts';
import type { RouteAddress } from '../http/routes.ts';
import { findReleaseIndex, refuseParameters } from './read-query.ts';
import { answerData } from './series.ts';

/** The formats that have a checksum: those whose address has no parameters. */
const BULK = ['csv', 'json'] as const;
type Bulk = (typeof BULK)[number];

/** A longer JSON file is only made for whoever asks for it: it takes longer than a statement may. CSV is streamed. */
const MOST_JSON_ROWS = 100_000;

/** Checksums that are kept. */
const MOST_LINES = 10_000;

/** A line: the hash, two spaces, and the relative name of the file. */
async function checksumLine(
  release: string,
  indicator: string,
  format: Bulk,
  context: AnswerContext,
): Promise<string> {
  const request: AnswerRequest = {
    method: 'GET',
    path: `/data/${release}/${indicator}.${format}`,
    search: '',
    headers: { get: () => null },
    origin: '',
  };
  const { makeBody } = await answerData({ kind: 'data', release, indicator, format }, request, context);
  const body = await makeBody();
  const hash = createHash('sha256');
  if (typeof body === 'string' || body instanceof Uint8Array) hash.update(body);
  else for await (const bytes of body) hash.update(bytes);
  return `${hash.digest('hex')}  ${indicator}.${format}\n`;
}

/** Lines are kept individually, so that a failed attempt leaves its lines to the next. */
const linesOf = memoizeByObject((context: AnswerContext) =>
  memoizeAsync(
    (release: string, indicator: string, format: (typeof BULK)[number]) =>
      checksumLine(release, indicator, format, context),
    { max: MOST_LINES },
  ),
);

async function formatsOf(release: string, indicator: Indicator, { data }: AnswerContext): Promise<Bulk[]> {
  const plan = await data.planAnswer({ version: release, language: 'en', query: defaultQuery(indicator) });
  const isLong = (await plan.upperBound()) > MOST_JSON_ROWS;
  return BULK.filter((format) => format !== 'json' || !isLong);
}

async function checksumsOf(release: string, context: AnswerContext): Promise<string> {
  const { catalogue } = await findReleaseIndex(context.data, release);
  const indicators = catalogue.indicators.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  let text = '';
  // In sequence, because these are the largest files.
  for (const indicator of indicators) {
    const { id } = indicator;
    for (const format of await formatsOf(release, indicator, context)) {
      currentAsking()?.assertWanted();
      text += await linesOf(context)(release, id, format);
    }
  }
  return text;
}

/** Answers the checksums of a release. Throws NotFound for an unknown release. */
export async function answerChecksums(
  { release }: Extract<RouteAddress, { kind: 'sums' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<PinnedAnswer> {
  refuseParameters(request);
  const index = await findReleaseIndex(context.data, release);
  const answer: PinnedAnswer = pinnedAnswer(request, {
    version: release,
    seal: releaseSeal(index),
    canonical: `/data/${release}/SHA256SUMS`,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    makeBody: async () => {
      const key = answer.headers.etag;
      const kept = await context.checksums?.read(key);
      if (kept) return kept;
      const text = await checksumsOf(release, context);
      await context.checksums?.write(key, text);
      return text;
    },
  });
  return answer;
}
