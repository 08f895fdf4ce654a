/** `/healthz`: whether questions are answered at this moment, and from which release. */
import { NO_STORE } from '../http/headers.ts';
import type { AnswerContext } from './context.ts';
import type { WholeAnswer } from '../http/request.ts';

/** 200 when ready, 503 otherwise; a database that does not answer is not an error of ours. */
export async function answerHealth({ data }: AnswerContext): Promise<WholeAnswer> {
  const health = await data.checkHealth().catch(() => ({ ready: false, release: null }));
  return {
    status: health.ready ? 200 : 503,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': NO_STORE,
      'x-content-type-options': 'nosniff',
    },
    body: `${JSON.stringify(health)}\n`,
  };
}
