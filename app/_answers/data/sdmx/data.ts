/** `/sdmx/2.1/data/...`: published figures of one release, or of all until it, in the formats of SDMX. */
import { findIndicator } from '#app/_data/catalogue.ts';
import { releaseSeal } from '#app/_data/answer-plan.ts';
import { hasTime } from '#app/_downloads/sdmx/components.ts';
import { formatGeneric, formatSpecific, type SdmxData } from '#app/_downloads/sdmx/data-xml.ts';
import { formatSdmxJson, formatSdmxRestCsv } from '#app/_downloads/sdmx/data-text.ts';
import { SDMX_PROBLEMS, SDMX_WORDS } from '#app/_words/sdmx.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { Query } from '#stats/model/query.ts';
import { malformed, NotFound } from '#stats/problem.ts';
import type { AnswerContext } from '../context.ts';
import { refuseTooMuch } from '../count.ts';
import { findReleaseIndex } from '../read-query.ts';
import { releasesUntil, vintageSeal } from '../vintages.ts';
import { pinnedAnswer } from '../../http/pinned.ts';
import type { AnswerRequest, PinnedAnswer } from '../../http/request.ts';
import { join } from '../../http/url.ts';
import { withVersion, type SdmxAddress } from './address.ts';
import { wantedCells, changedSince, history, snapshot, trimmed, type Wanted } from './history.ts';
import { matchesKey, parseKey, queryOfKey, unknownCode } from './key.ts';
import { notAcceptable } from './not-acceptable.ts';
import {
  DATA_FORMATS,
  dataFormat,
  parseDataParameters,
  type DataFormat,
  type DataParameters,
} from './parameters.ts';
import type { WholeAnswer } from '../../http/request.ts';

/** Observations of one message. */
const MOST_OBSERVATIONS = 100_000;

const FORMATTERS: Readonly<Record<DataFormat, (data: SdmxData) => string>> = {
  genericdata: formatGeneric,
  structurespecificdata: formatSpecific,
  csv: formatSdmxRestCsv,
  jsondata: formatSdmxJson,
};

/** Nothing was found: SDMX has a code for that. */
export const noResults = (text: string): NotFound =>
  new NotFound({ ...malformed('key', text, [], SDMX_PROBLEMS.noResults), code: 'not-found' });

/** Whether a figure falls within the time of a request. */
const isWithin =
  ({ from, to }: Pick<DataParameters, 'from' | 'to'>) =>
  ({ period }: Cell): boolean =>
    (from === null || (period.start !== null && period.start >= from)) &&
    (to === null || (period.end !== null && period.end <= to));

/** The answers of releases to a question, the oldest first; those that do not have the indicator are left out. */
export async function answersOf(
  versions: readonly string[],
  query: Query,
  context: AnswerContext,
): Promise<Comparison[]> {
  const most = Math.floor(Math.min(context.limits.jsonCells, MOST_OBSERVATIONS) / versions.length);
  const answers: Comparison[] = [];
  for (const version of versions) {
    const { catalogue } = await findReleaseIndex(context.data, version);
    if (!catalogue.indicators.some(({ id }) => id === query.indicator)) continue;
    const plan = await context.data.planAnswer({ version, language: 'en', query });
    await refuseTooMuch(plan, 'data', { most, computed: most });
    answers.push(await plan.comparison());
  }
  return answers;
}

/** Answers a data request of a named release. @throws BadQuery, NotFound */
export async function answerSdmxData(
  address: Extract<SdmxAddress, { kind: 'data' | 'availableconstraint' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<PinnedAnswer | WholeAnswer> {
  const { version, flow, key: keyText } = address;
  const index = await findReleaseIndex(context.data, version);
  const indicator = findIndicator(index.catalogue, flow);
  const parameters = parseDataParameters(request.search);
  const format = dataFormat(request, parameters.format);
  if (!format) return notAcceptable(request);
  const key = parseKey(keyText);
  const unknown = unknownCode(key, indicator, index.catalogue);
  if (unknown !== null) throw noResults(unknown);
  const isOfSeveral = parameters.hasHistory || parameters.updatedAfter !== null;
  const matches = matchesKey(key);
  const within = isWithin(parameters);
  const wanted: Wanted = (cell) => matches(cell) && within(cell);
  return pinnedAnswer(request, {
    version,
    seal: `${isOfSeveral ? await vintageSeal(version, context) : releaseSeal(index)} ${format}`,
    canonical: join(withVersion(address, version), request.search),
    headers: { 'content-type': DATA_FORMATS[format], vary: 'Accept' },
    makeBody: async () => {
      const versions = isOfSeveral ? await releasesUntil(version, context) : [version];
      const answers = await answersOf(versions, queryOfKey(key, indicator, index.catalogue), context);
      const { updatedAfter, hasHistory, detail } = parameters;
      const sets = hasHistory
        ? history(answers, wanted, updatedAfter)
        : updatedAfter !== null
          ? changedSince(answers, wanted, updatedAfter)
          : answers.map((answer) => snapshot(answer, wanted)).filter(({ series }) => series.length > 0);
      const newest = answers.at(-1);
      const untimed = newest ? wantedCells(newest, wanted).filter((cell) => !hasTime(cell)).length : 0;
      if (sets.length === 0) throw noResults(keyText);
      return FORMATTERS[format]({
        id: `${indicator.id}-${version}`,
        indicator: indicator.id,
        release: index.release,
        dataSets: trimmed(sets, parameters),
        hasAttributes: detail === 'full' || detail === 'nodata',
        hasObservations: detail === 'full' || detail === 'dataonly',
        remark:
          untimed > 0
            ? SDMX_WORDS.untimed(untimed, `${request.origin}/data/${version}/${indicator.id}.csv`)
            : null,
      });
    },
  });
}
