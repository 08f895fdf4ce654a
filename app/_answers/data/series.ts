/** One question under `/data/{release}/{indicator}`, in each of its formats: immutable, open to every origin. */
import { versionParameter } from '#stats/model/release.ts';
import { DOUBT_SEAL } from '#app/_data/claims/doubt-seal.ts';
import { doiSeal } from '#app/_downloads/citation/doi.ts';
import { COUNT } from '../http/format-parameters.ts';
import { FORMATS, JSON_TYPE, mostCells, sealOf, type AnswerFormat } from '../http/formats.ts';
import { attachment, FIVE_MINUTES } from '../http/headers.ts';
import { pinnedAnswer } from '../http/pinned.ts';
import type { AnswerRequest, PinnedAnswer } from '../http/request.ts';
import type { RouteAddress } from '../http/routes.ts';
import { join } from '../http/url.ts';
import type { AnswerContext } from './context.ts';
import { countDocument, refuseTooMuch } from './count.ts';
import { canonicalSearch, readDataRequest, type DataRequest } from './read-query.ts';
import {
  answeredPlan,
  refuseApart,
  releasesUntil,
  vintagePlan,
  vintageSeal,
  vintagesCsv,
  vintagesIn,
} from './vintages.ts';
import { WRITERS } from './writers.ts';

/** The file name describes the file when its address is lost. */
const fileName = ({ indicator, version, language }: DataRequest, format: AnswerFormat): string =>
  `${indicator.id}-${version}${language === 'en' ? '' : `-${language}`}.${format}`;

/** The query of the data that a count is of. */
const uncounted = ({ search, extras }: DataRequest, format: AnswerFormat): string =>
  canonicalSearch(
    search,
    extras,
    FORMATS[format].parameters.filter((parameter) => parameter !== COUNT),
  );

/** Where the answer is cited, and what describes it (RFC 8574, RFC 8288). */
function linksOf({ version, indicator, search, language }: DataRequest): string[] {
  const page = join(
    `${language === 'es' ? '/es' : ''}/indicators/${indicator.id}`,
    [search, `release=${versionParameter(version)}`].filter(Boolean).join('&'),
  );
  const citation = join(
    `/data/${version}/${indicator.id}.csl.json`,
    [search, language === 'en' ? '' : `lang=${language}`].filter(Boolean).join('&'),
  );
  return [
    `<${page}>; rel="cite-as"`,
    `<${citation}>; rel="describedby"; type="application/vnd.citationstyles.csl+json"`,
  ];
}

/** About what a body costs: nothing where PostgreSQL writes it, and every release where its vintages are wanted. */
async function weighData(
  { plan, version, extras }: DataRequest,
  format: AnswerFormat,
  context: AnswerContext,
): Promise<number> {
  if (WRITERS[format].isStreamed?.(plan, extras)) return 0;
  const releases = vintagesIn(extras) ? (await releasesUntil(version, context)).length : 1;
  // Members and their populations are asked for besides the answer.
  const questions = extras.get('parts') === 'yes' ? 3 : 1;
  return (await plan.weight()) * questions * releases;
}

/** Answers a data address. @throws BadQuery or NotFound if it cannot be answered */
export async function answerData(
  { release, indicator: id, format }: Extract<RouteAddress, { kind: 'data' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<PinnedAnswer> {
  const { type, parameters, isFile } = FORMATS[format];
  const question = await readDataRequest({ release, indicator: id }, request, parameters, context);
  const { version, language, extras, plan } = question;
  const hasDoubts = extras.get('doubts') === 'yes' || FORMATS[format].isDrawn;
  const seal = sealOf(format, question.seal) + (hasDoubts ? ` ${DOUBT_SEAL}` : '');
  const path = `/data/${version}/${question.indicator.id}.${format}`;
  const canonical = join(path, question.canonical);
  const limits = {
    most: mostCells(format, context.limits, extras),
    computed: context.limits.computedCells,
  };
  const common = { version, canonical };
  refuseApart(extras, parameters);
  const vintages = vintagesIn(extras);
  if (extras.get('count') === 'yes') {
    return pinnedAnswer(request, {
      ...common,
      seal: `${seal} ${limits.most}`,
      headers: { 'content-type': JSON_TYPE, 'content-language': language },
      makeBody: () => countDocument(question, join(path, uncounted(question, format)), limits),
      weigh: () => Promise.resolve(0),
    });
  }
  const { write, headers, usesOrigin, isJudged } = WRITERS[format];
  const ownSeal = vintages ? await vintageSeal(version, context) : seal;
  return pinnedAnswer(request, {
    ...common,
    seal: usesOrigin ? `${ownSeal} ${request.origin}${doiSeal(version)}` : ownSeal,
    links: linksOf(question),
    // A doubt may be entered at any time, so no picture is kept for ever.
    ...(hasDoubts && { cacheControl: FIVE_MINUTES }),
    headers: {
      'content-type': type,
      'content-language': language,
      ...(isFile && { 'content-disposition': attachment(fileName(question, format)) }),
      ...headers,
    },
    makeBody: async () => {
      if (vintages && format === 'csv') return vintagesCsv(question, vintages, context);
      if (vintages) {
        const released = await vintagePlan(question, vintages, context, `.${format}`);
        return write(released, canonical, extras, request.origin, null);
      }
      await refuseTooMuch(plan, `.${format}`, limits);
      if (extras.get('parts') !== 'yes') return write(plan, canonical, extras, request.origin, null);
      const answer = await (isJudged ? plan.judgedComparison() : plan.comparison());
      const parts = await context.data.loadParts(question, answer);
      return write(answeredPlan(plan, answer), canonical, extras, request.origin, parts);
    },
    weigh: () => weighData(question, format, context),
  });
}
