/**
 * `/data/vintages.csv?indicator=homicide-rate&area=HND`: one series in every file of every source; without an area,
 * statistics of how far each file revised the one before it.
 * `/data/which.json?indicator=homicide-rate&area=MEX&number=21.5`: the figures in which a number stands. Both
 * change with each release.
 */
import { jsonOf } from '../../http/json.ts';
import { findIndicator } from '#app/_data/catalogue.ts';
import { matchesDocument, sourceRevisionRow, vintageRows } from '#app/_downloads/evidence/vintages.ts';
import { formatRows } from '#app/_downloads/evidence/rows.ts';
import { CHECK_WORDS } from '#app/_words/check.ts';
import { printedNumber } from '#stats/claims/relation.ts';
import { sourceRank } from '#stats/sources/series-key.ts';
import { vintageTable } from '#stats/evidence/vintages.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { parseSeriesSubject, SERIES_PARAMETERS } from '#stats/evidence/series-parameters.ts';
import { BadQuery, malformed, NotFound, notFound, unknownParameter, unknownValue } from '#stats/problem.ts';
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import { parseParameters } from '#stats/query-string.ts';
import { FORMATS, JSON_TYPE } from '../../http/formats.ts';
import { attachment, CORS_HEADERS, etagOf, ONE_MINUTE } from '../../http/headers.ts';
import type { AnswerRequest, WholeAnswer } from '../../http/request.ts';
import type { EvidenceFormat, RouteAddress } from '../../http/routes.ts';
import type { AnswerContext } from '../context.ts';
import { findReleaseIndex } from '../read-query.ts';

const SERIES = [...SERIES_PARAMETERS, 'indicator'].sort();
const NUMBER = ['area', 'indicator', 'number'];

function whole(body: string, format: EvidenceFormat, name: string, version: string): WholeAnswer {
  return {
    status: 200,
    headers: {
      ...CORS_HEADERS,
      ...(format === 'json'
        ? { 'content-type': JSON_TYPE }
        : { 'content-type': FORMATS.csv.type, 'content-disposition': attachment(`${name}.csv`) }),
      'cache-control': ONE_MINUTE,
      etag: etagOf(body),
      'x-data-version': version,
    },
    body,
    keep: 60,
  };
}

/** The parameters, the newest release, and the indicator that they name. */
async function readIndicator(request: AnswerRequest, accepted: readonly string[], { data }: AnswerContext) {
  const parameters = parseParameters(request.search);
  for (const name of parameters.keys())
    if (!accepted.includes(name)) throw new BadQuery(unknownParameter(name, accepted));
  const version = (await data.loadReleases()).at(-1)?.version ?? '';
  const { catalogue } = await findReleaseIndex(data, version);
  const indicator = findIndicator(catalogue, parameters.get('indicator') ?? '');
  return { parameters, version, indicator, catalogue };
}

function areaOf(code: string, { areas }: Catalogue): string {
  const codes = areas.map((area) => area.code);
  if (!codes.includes(code)) throw new BadQuery(unknownValue('area', code, codes));
  return code;
}

/** @throws BadQuery, NotFound */
export async function answerVintages(
  { format }: Extract<RouteAddress, { kind: 'vintages' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<WholeAnswer> {
  const { parameters, version, indicator, catalogue } = await readIndicator(request, SERIES, context);
  if (parameters.get('area') === undefined)
    return answerSourceRevisions(indicator.id, version, format, context);
  const subject = parseSeriesSubject(parameters, indicator, catalogue);
  const { area } = subject;
  const figures = await context.data.loadVintages(subject);
  if (figures.length === 0) throw new NotFound(notFound(NOT_FOUND_NAMES.observation, area, []));
  const rows = vintageRows(subject, figures);
  const body =
    format === 'csv'
      ? formatRows(rows)
      : jsonOf({
          format: 'cotejo-vintages',
          version: 1,
          ...subject,
          statistics: vintageTable(figures, sourceRank(indicator.sources)).statistics,
          rows,
        });
  return whole(body, format, `${indicator.id}-${area}-vintages`, version);
}

/** Without an area: how far each file of each source revised the one before it. */
async function answerSourceRevisions(
  indicator: string,
  version: string,
  format: EvidenceFormat,
  { data }: AnswerContext,
): Promise<WholeAnswer> {
  const statistics = await data.loadSourceRevisions(indicator);
  const body =
    format === 'csv'
      ? formatRows(statistics.map(sourceRevisionRow))
      : jsonOf({ format: 'cotejo-source-revisions', version: 1, indicator, statistics });
  return whole(body, format, `${indicator}-revisions`, version);
}

/** @throws BadQuery, NotFound */
export async function answerWhich(request: AnswerRequest, context: AnswerContext): Promise<WholeAnswer> {
  const { parameters, version, indicator, catalogue } = await readIndicator(request, NUMBER, context);
  const area = areaOf(parameters.get('area') ?? '', catalogue);
  const typed = parameters.get('number') ?? '';
  const number = printedNumber(typed);
  if (!number) {
    const { en, es } = CHECK_WORDS;
    throw new BadQuery(malformed('number', typed, ['21.5', '20000'], { en: en.badNumber, es: es.badNumber }));
  }
  const found = (await context.data.loadMatches(version, indicator.id, area, number)) ?? [];
  return whole(jsonOf(matchesDocument(indicator.id, area, typed, found)), 'json', '', version);
}
