/** `/data/{release}/citation.{format}`: how to cite a release, with all its sources. */
import { releaseSeal } from '#app/_data/answer-plan.ts';
import { citeRelease } from '#app/_downloads/citation/cited-work.ts';
import { doiSeal } from '#app/_downloads/citation/doi.ts';
import { CITATION_FORMATS } from '#app/_downloads/citation/formats.ts';
import { BadQuery, NotFound, notFound, unknownParameter } from '#stats/problem.ts';
import { parseParameters } from '#stats/query-string.ts';
import { LANG } from '../http/format-parameters.ts';
import { FORMATS } from '../http/formats.ts';
import { attachment } from '../http/headers.ts';
import { pinnedAnswer } from '../http/pinned.ts';
import type { AnswerRequest, PinnedAnswer } from '../http/request.ts';
import type { RouteAddress } from '../http/routes.ts';
import { join } from '../http/url.ts';
import type { AnswerContext } from './context.ts';
import { canonicalSearch, findReleaseIndex, languageIn, readExtras } from './read-query.ts';

/** Answers the citation of a release. Throws NotFound for an unknown release, BadQuery for any parameter but `lang`. */
export async function answerCitation(
  { release: version, format }: Extract<RouteAddress, { kind: 'citation' }>,
  request: AnswerRequest,
  { data }: AnswerContext,
): Promise<PinnedAnswer> {
  const parameters = parseParameters(request.search);
  for (const name of parameters.keys()) {
    if (name !== LANG.name) throw new BadQuery(unknownParameter(name, [LANG.name]));
  }
  const index = await findReleaseIndex(data, version);
  const release = (await data.loadReleases()).find((known) => known.version === version);
  if (!release) throw new NotFound(notFound({ en: 'release', es: 'la edición' }, version, []));
  const extras = readExtras(parameters, [LANG]);
  const language = languageIn(extras);
  const page = `${language === 'es' ? '/es' : ''}/releases?release=${version}`;
  const cited = citeRelease(release, index.catalogue, language, request.origin + page);
  return pinnedAnswer(request, {
    version,
    seal: `${releaseSeal(index)} ${request.origin}${doiSeal(version)}`,
    canonical: join(`/data/${version}/citation.${format}`, canonicalSearch('', extras, [LANG])),
    headers: {
      'content-type': FORMATS[format].type,
      'content-language': language,
      ...(FORMATS[format].isFile && {
        'content-disposition': attachment(format === 'cff' ? 'CITATION.cff' : `cotejo-${version}.${format}`),
      }),
    },
    makeBody: () => Promise.resolve(CITATION_FORMATS[format](cited)),
  });
}
