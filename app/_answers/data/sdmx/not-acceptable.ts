/** 406: the client accepts none of our formats. */
import { SDMX_PROBLEMS } from '#app/_words/sdmx.ts';
import { sdmxError } from '../../errors/sdmx-error.ts';
import { CORS_HEADERS, NO_STORE } from '../../http/headers.ts';
import type { AnswerRequest, WholeAnswer } from '../../http/request.ts';

export const notAcceptable = (_request: AnswerRequest): WholeAnswer => ({
  status: 406,
  headers: {
    ...CORS_HEADERS,
    'cache-control': NO_STORE,
    vary: 'Accept',
    'content-type': 'application/xml; charset=utf-8',
  },
  body: sdmxError(140, SDMX_PROBLEMS.format),
});
