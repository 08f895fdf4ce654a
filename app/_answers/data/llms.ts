/** `/llms.txt`: the newest release introduced to assistants. */
import { formatLlms } from '#app/_downloads/markdown/llms.ts';
import { ERROR_WORDS } from '#app/_words/errors.ts';
import { unknownParameter, BadQuery } from '#stats/problem.ts';
import { parseParameters } from '#stats/query-string.ts';
import { unavailable } from '../errors/problem-document.ts';
import { LANG } from '../http/format-parameters.ts';
import { CORS_HEADERS, etagOf, ONE_MINUTE } from '../http/headers.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import type { AnswerContext } from './context.ts';
import { findReleaseIndex, languageIn, readExtras } from './read-query.ts';

/** Answers `/llms.txt`. Throws BadQuery for any parameter but `lang`. */
export async function answerLlms(request: AnswerRequest, { data }: AnswerContext): Promise<WholeAnswer> {
  const parameters = parseParameters(request.search);
  for (const name of parameters.keys()) {
    if (name !== LANG.name) throw new BadQuery(unknownParameter(name, [LANG.name]));
  }
  const language = languageIn(readExtras(parameters, [LANG]));
  const newest = (await data.loadReleases()).at(-1);
  if (!newest) return unavailable(request, ERROR_WORDS.nothingPublished);
  const { catalogue } = await findReleaseIndex(data, newest.version);
  const body = formatLlms(newest.version, catalogue, language);
  return {
    status: 200,
    headers: {
      ...CORS_HEADERS,
      'content-type': 'text/markdown; charset=utf-8',
      'content-language': language,
      'cache-control': ONE_MINUTE,
      etag: etagOf(body),
      'x-data-version': newest.version,
    },
    body,
    keep: 60,
  };
}
