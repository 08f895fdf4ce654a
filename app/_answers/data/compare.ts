/** `/data/{release}/compare.{format}`: several indicators in one answer, pinned like every other. */
import { doiSeal } from '#app/_downloads/citation/doi.ts';
import { releaseSeal } from '#app/_data/answer-plan.ts';
import { DOUBT_SEAL } from '#app/_data/claims/doubt-seal.ts';
import { formatSides, parseSides } from '#stats/query/several.ts';
import { parseParameters } from '#stats/query-string.ts';
import type { AnswerContext } from './context.ts';
import { COUNT, type FormatParameter } from '../http/format-parameters.ts';
import { compareParameters, FORMATS, JSON_TYPE, mostCells, sealOf } from '../http/formats.ts';
import { attachment, FIVE_MINUTES } from '../http/headers.ts';
import { pinnedAnswer } from '../http/pinned.ts';
import type { AnswerRequest, PinnedAnswer } from '../http/request.ts';
import type { RouteAddress } from '../http/routes.ts';
import { join } from '../http/url.ts';
import { countSidesDocument, refuseTooMuch } from './count.ts';
import { canonicalSearch, findReleaseIndex, languageIn, readExtras } from './read-query.ts';
import { twoOnly, WRITERS } from './writers.ts';

/** Answers an address of several indicators. @throws BadQuery or NotFound if it cannot be answered */
export async function answerCompare(
  { release: version, format }: Extract<RouteAddress, { kind: 'compare' }>,
  request: AnswerRequest,
  { data, limits }: AnswerContext,
): Promise<PinnedAnswer> {
  const { type, isDrawn, isFile } = FORMATS[format];
  const known = compareParameters(format);
  const parameters = parseParameters(request.search);
  const index = await findReleaseIndex(data, version);
  const extras = readExtras(parameters, known);
  const names = known.map(({ name }) => name);
  const sides = parseSides(parameters, index.catalogue, names);
  if (isDrawn && sides.length > 2) throw twoOnly(parameters.get('indicators') ?? '');
  const language = languageIn(extras);
  const { plans, load } = await data.planSides({ version, language, sides });
  const limit = mostCells(format, limits);
  const addressed = (by: readonly FormatParameter[]): string =>
    join(
      `/data/${version}/compare.${format}`,
      canonicalSearch(formatSides(sides, index.catalogue), extras, by),
    );
  const canonical = addressed(known);
  const seal = sealOf(format, releaseSeal(index)) + (isDrawn ? ` ${DOUBT_SEAL}` : '');
  if (extras.get('count') === 'yes') {
    const dataAddress = addressed(known.filter((parameter) => parameter !== COUNT));
    return pinnedAnswer(request, {
      version,
      seal: `${seal} ${limit}`,
      canonical,
      headers: { 'content-type': JSON_TYPE, 'content-language': language },
      makeBody: () => countSidesDocument(version, plans, dataAddress, limit),
    });
  }
  const name = `compare-${version}${language === 'en' ? '' : `-${language}`}.${format}`;
  const { writeSides, headers, usesOrigin } = WRITERS[format];
  return pinnedAnswer(request, {
    version,
    seal: usesOrigin ? `${seal} ${request.origin}${doiSeal(version)}` : seal,
    canonical,
    // A doubt may be entered at any time, so no picture is kept for ever.
    ...(isDrawn && { cacheControl: FIVE_MINUTES }),
    headers: {
      'content-type': type,
      'content-language': language,
      ...(isFile && { 'content-disposition': attachment(name) }),
      ...headers,
    },
    makeBody: async () => {
      const most = Math.floor(limit / sides.length);
      const computed = Math.floor(limits.computedCells / sides.length);
      for (const plan of plans) await refuseTooMuch(plan, `.${format}`, { most, computed });
      return writeSides(await load(), canonical, extras, request.origin);
    },
  });
}
