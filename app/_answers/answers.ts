/** The answers of a site: from its data, within its limits, by its clock. */
import { siteData } from '#app/_data/data.ts';
import { LIMITS } from '#stats/limits.ts';
import { cacheAnswers, type Admit, type CacheBounds } from './cache/answer-cache.ts';
import { dispatch } from './dispatch.ts';
import { errorResponse } from './errors/error-response.ts';
import type { AnswerContext } from './data/context.ts';
import { negotiate } from './http/negotiate.ts';
import type { Answer, AnswerRequest } from './http/request.ts';

/** Answers a request at one of our addresses; null for every other address. Never throws. */
export type Respond = (request: AnswerRequest) => Promise<Answer | null>;

export interface Answers {
  /** Makes every answer anew. */
  readonly answer: Respond;
  /** Gives an answer again from memory where it can. */
  readonly answerFromCache: Respond;
}

export interface AnswerOptions extends Partial<AnswerContext> {
  /** The time in milliseconds. */
  readonly clock?: () => number;
  readonly bounds?: CacheBounds;
  /** Which work may begin; without it all may. */
  readonly admit?: Admit;
}

/** A body that cannot be made is answered as the problem that it is. */
const withProblems =
  (respond: Respond): Respond =>
  async (request) => {
    try {
      return await respond(request);
    } catch (error) {
      return negotiate(errorResponse(error, request), request);
    }
  };

/** Answers with data, limits and clock of the caller's own, or those of the running site. */
export function createAnswers({
  data = siteData,
  limits = LIMITS,
  clock = Date.now,
  bounds,
  admit,
}: AnswerOptions = {}): Answers {
  const context: AnswerContext = { data, limits };
  const find = (request: AnswerRequest) => dispatch(request, context);
  return {
    answer: withProblems(async (request) => {
      const unencoded = await find(request);
      return unencoded && negotiate(unencoded, request);
    }),
    answerFromCache: withProblems(cacheAnswers(find, { clock, bounds, admit })),
  };
}
