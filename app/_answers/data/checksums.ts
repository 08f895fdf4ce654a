/**
 * `/data/{release}/SHA256SUMS`: the hashes of the bulk files of a release, each indicator's whole table as CSV
 * and as JSON, in the form that `sha256sum --check` reads. Computed once for each release, then kept: a
 * release never changes.
 */
import { createHash } from 'node:crypto';
import { releaseSeal } from '#app/_data/answer-plan.ts';
import { currentAsking } from '#app/_data/asking.ts';
import { memoizeAsync } from '#app/_data/memoize-async.ts';
import { memoizeByObject } from '#stats/memoize.ts';
import type { AnswerContext } from './context.ts';
import { pinnedAnswer } from '../http/pinned.ts';
import type { AnswerRequest, PinnedAnswer } from '../http/request.ts';
import type { RouteAddress } from '../http/routes.ts';
import { findReleaseIndex, refuseParameters } from './read-query.ts';
import { answerData } from './series.ts';

/** The formats that have a checksum: those of the address without parameters. */
const BULK = ['csv', 'json'] as const;

/** Checksums that are kept. */
const MOST_LINES = 10_000;

/** One line: the hash, two spaces, and the file's name beside this one. */
async function checksumLine(
  release: string,
  indicator: string,
  format: (typeof BULK)[number],
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

/** Lines are kept one by one: an attempt that breaks off leaves its lines to the next. */
const linesOf = memoizeByObject((context: AnswerContext) =>
  memoizeAsync(
    (release: string, indicator: string, format: (typeof BULK)[number]) =>
      checksumLine(release, indicator, format, context),
    { max: MOST_LINES },
  ),
);

async function checksumsOf(release: string, context: AnswerContext): Promise<string> {
  const { catalogue } = await findReleaseIndex(context.data, release);
  const ids = catalogue.indicators.map(({ id }) => id).toSorted();
  let text = '';
  // One after another: these are the largest files there are.
  for (const id of ids) {
    for (const format of BULK) {
      currentAsking()?.assertWanted();
      text += await linesOf(context)(release, id, format);
    }
  }
  return text;
}

/** Answers the checksums of a release. Throws NotFound for one that is not there. */
export async function answerChecksums(
  { release }: Extract<RouteAddress, { kind: 'sums' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<PinnedAnswer> {
  refuseParameters(request);
  const index = await findReleaseIndex(context.data, release);
  return pinnedAnswer(request, {
    version: release,
    seal: releaseSeal(index),
    canonical: `/data/${release}/SHA256SUMS`,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    makeBody: () => checksumsOf(release, context),
  });
}
