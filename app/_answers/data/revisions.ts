/**
 * `/data/{release}/{indicator}/revisions.json?to=latest`: what has changed since a release, row by row (ruling 2).
 * The data of a pinned address never say what came later; this address does.
 */
import { loadReleases } from '#app/_data/catalogue.ts';
import { loadRevisionCounts, loadRevisions, MOST_REVISIONS } from '#app/_data/revisions.ts';
import { parseParameters } from '#stats/query-string.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { BadQuery, unknownParameter, unknownValue } from '#stats/problem.ts';
import { NO_REVISION, type RevisedFigure, type Revision } from '#stats/model/revision.ts';
import type { RouteAddress } from '../http/routes.ts';
import { etagOf, ONE_MINUTE, CORS_HEADERS, PINNED } from '../http/headers.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { findCatalogue, findIndicator, TO_RELEASE } from './read-query.ts';

const { name: TO } = TO_RELEASE;

const figure = (one: RevisedFigure | null): object | null =>
  one && {
    qualifier: one.stated?.qualifier ?? null,
    value: one.stated?.value ?? null,
    low: one.stated?.low ?? null,
    high: one.stated?.high ?? null,
    numerator: one.numerator,
    denominator: one.denominator,
    gap: one.gap,
    edition: one.edition,
  };

const rowOf = ({
  kind,
  source,
  area,
  counterpart,
  breakdown,
  definition,
  period,
  basis,
  was,
  is,
}: Revision): object => ({
  change: kind,
  source,
  area,
  counterpart,
  breakdown,
  definition,
  period: formatPeriod(period),
  basis,
  was: figure(was),
  is: figure(is),
});

/** The later release that is asked for. Throws BadQuery for one that is not there, or is no later. */
async function laterRelease(from: string, request: AnswerRequest): Promise<{ to: string; pinned: boolean }> {
  const parameters = parseParameters(request.search);
  for (const name of parameters.keys()) if (name !== TO) throw new BadQuery(unknownParameter(name, [TO]));
  const versions = (await loadReleases()).map((one) => one.version);
  const later = versions.slice(versions.indexOf(from));
  const asked = parameters.get(TO) ?? 'latest';
  if (asked === 'latest') return { to: later.at(-1) ?? from, pinned: false };
  if (!later.includes(asked)) throw new BadQuery(unknownValue(TO, asked, ['latest', ...later]));
  return { to: asked, pinned: true };
}

/** Answers the list. Throws NotFound and BadQuery. */
export async function answerRevisions(
  { release, indicator: id }: Extract<RouteAddress, { kind: 'revisions' }>,
  request: AnswerRequest,
): Promise<WholeAnswer> {
  const { id: indicator } = findIndicator(await findCatalogue(release), id);
  const { to, pinned } = await laterRelease(release, request);
  const counts = (await loadRevisionCounts(release, to, indicator)) ?? NO_REVISION;
  const revisions = await loadRevisions(release, to, indicator);
  const head = {
    format: 'cotejo-revisions',
    version: 1,
    from: release,
    to,
    indicator,
    counts,
    most: MOST_REVISIONS,
  };
  const rows = revisions.map((one) => `\n${JSON.stringify(rowOf(one))}`);
  const body = `${JSON.stringify(head).slice(0, -1)},"rows":[${rows.join(',')}${rows.length > 0 ? '\n' : ''}]}\n`;
  return {
    status: 200,
    headers: {
      ...CORS_HEADERS,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': pinned ? PINNED : ONE_MINUTE,
      etag: etagOf(body),
      'x-data-version': release,
    },
    body,
    keep: pinned ? Infinity : 60,
  };
}
