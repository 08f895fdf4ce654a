/**
 * `/data/{release}/{indicator}/revisions.json?to=latest`: the changes since a release, row by row. A pinned
 * address never mentions a later release, but this address does (docs/rules.md#revisions-beside-pinned-data).
 */
import { findIndicator } from '#app/_data/catalogue.ts';
import { versionOfParameter, versionParameter } from '#stats/model/release.ts';
import { releaseSeal } from '#app/_data/answer-plan.ts';
import { findIndex } from '#app/_data/catalogue.ts';
import { MOST_REVISIONS } from '#app/_data/revisions.ts';
import { parseParameters } from '#stats/query-string.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { BadQuery, unknownParameter, unknownValue } from '#stats/problem.ts';
import { NO_REVISION, type RevisedFigure, type Revision } from '#stats/evidence/revision.ts';
import type { RouteAddress } from '../../http/routes.ts';
import type { AnswerContext } from '../context.ts';
import { TO_RELEASE } from '../../http/format-parameters.ts';
import { JSON_TYPE } from '../../http/formats.ts';
import { etagOf, ONE_MINUTE, CORS_HEADERS } from '../../http/headers.ts';
import { pinnedAnswer } from '../../http/pinned.ts';
import type { AnswerRequest, UnencodedAnswer } from '../../http/request.ts';
import { findReleaseIndex } from '../read-query.ts';

const { name: TO } = TO_RELEASE;

const figureDocument = (figure: RevisedFigure | null): object | null =>
  figure && {
    qualifier: figure.stated?.qualifier ?? null,
    value: figure.stated?.value ?? null,
    low: figure.stated?.low ?? null,
    high: figure.stated?.high ?? null,
    numerator: figure.numerator,
    denominator: figure.denominator,
    gap: figure.gap,
    edition: figure.edition,
    period_start: figure.period.start,
    period_end: figure.period.end,
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
  was: figureDocument(was),
  is: figureDocument(is),
});

/** The later release in the request. Throws BadQuery if it does not exist or is not later. */
async function laterRelease(
  from: string,
  request: AnswerRequest,
  { data }: AnswerContext,
): Promise<{ to: string; pinned: boolean }> {
  const parameters = parseParameters(request.search);
  for (const name of parameters.keys()) if (name !== TO) throw new BadQuery(unknownParameter(name, [TO]));
  const versions = (await data.loadReleases()).map(({ version }) => version);
  const later = versions.slice(versions.indexOf(from));
  const named = versionOfParameter(parameters.get(TO) ?? 'latest');
  if (named === 'latest') return { to: later.at(-1) ?? from, pinned: false };
  if (!later.includes(named)) throw new BadQuery(unknownValue(TO, named, ['latest', ...later]));
  return { to: named, pinned: true };
}

/** The document of the changes between two releases. */
async function revisionsDocument(
  from: string,
  to: string,
  indicator: string,
  { data }: AnswerContext,
): Promise<string> {
  const counts = (await data.loadRevisionCounts(from, to, indicator)) ?? NO_REVISION;
  const revisions = await data.loadRevisions(from, to, indicator);
  const head = { format: 'cotejo-revisions', version: 1, from, to, indicator, counts, most: MOST_REVISIONS };
  const rows = revisions.map((revision) => `\n${JSON.stringify(rowOf(revision))}`);
  return `${JSON.stringify(head).slice(0, -1)},"rows":[${rows.join(',')}${rows.length > 0 ? '\n' : ''}]}\n`;
}

/** Answers the list. Throws NotFound and BadQuery. */
export async function answerRevisions(
  { release, indicator: id }: Extract<RouteAddress, { kind: 'revisions' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<UnencodedAnswer> {
  const { data } = context;
  const index = await findReleaseIndex(data, release);
  const { id: indicator } = findIndicator(index.catalogue, id);
  const { to, pinned } = await laterRelease(release, request, context);
  if (pinned) {
    return pinnedAnswer(request, {
      version: release,
      seal: `${releaseSeal(index)} ${releaseSeal(await findIndex(data, to))}`,
      canonical: `/data/${release}/${indicator}/revisions.json?${TO}=${versionParameter(to)}`,
      headers: { 'content-type': JSON_TYPE },
      makeBody: () => revisionsDocument(release, to, indicator, context),
    });
  }
  const body = await revisionsDocument(release, to, indicator, context);
  return {
    status: 200,
    headers: {
      ...CORS_HEADERS,
      'content-type': JSON_TYPE,
      'cache-control': ONE_MINUTE,
      etag: etagOf(body),
      'x-data-version': release,
    },
    body,
    keep: 60,
  };
}
