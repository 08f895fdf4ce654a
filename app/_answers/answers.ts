/** The answers of a site, made from its data, within its limits and with its clock. */
import { siteData } from '#app/_data/data.ts';
import { LIMITS } from '#stats/limits.ts';
import { cacheAnswers, type Admit, type CacheBounds } from './cache/answer-cache.ts';
import { dispatch } from './dispatch.ts';
import { errorResponse } from './errors/error-response.ts';
import type { AnswerContext } from './data/context.ts';
import { asGet, isSelectionPost } from './data/pxweb/post.ts';
import { negotiate } from './http/negotiate.ts';
import { MCP_ADDRESS, searchRead } from './http/routes.ts';
import { answerMcp } from './mcp/mcp.ts';
import type { Answer, AnswerRequest } from './http/request.ts';

/** Answers a request for data, an embed or health; null for every other address. Never throws. */
export type Respond = (request: AnswerRequest) => Promise<Answer | null>;

export interface Answers {
  /** Makes every answer again. */
  readonly answer: Respond;
  /** Answers from memory where possible. */
  readonly answerFromCache: Respond;
}

export interface AnswerOptions extends Partial<AnswerContext> {
  /** The time in milliseconds. */
  readonly clock?: () => number;
  readonly bounds?: CacheBounds;
  /** Decides which work may begin; if not set, all work may. */
  readonly admit?: Admit;
}

/** If a body cannot be made, the answer becomes the problem document for the error. */
const withProblems =
  (respond: Respond): Respond =>
  async (request) => {
    try {
      return await respond(request);
    } catch (error) {
      return negotiate(errorResponse(error, request), request);
    }
  };

/** The tools of `/mcp` ask the same answers as everybody. */
const withTools =
  (respond: Respond): Respond =>
  (request) =>
    request.path === MCP_ADDRESS ? answerMcp(request, respond) : respond(request);

/** A selection that is sent by POST is answered as the GET that asks the same. */
const withSelections =
  (respond: Respond): Respond =>
  async (request) => {
    if (!isSelectionPost(request)) return respond(request);
    const asked = await asGet(request).catch((error: unknown) => errorResponse(error, request));
    return 'status' in asked ? negotiate(asked, request) : respond(asked);
  };

/** What mail programs add to the links of pages and embeds is left out before the address is read. */
const untracked =
  (respond: Respond): Respond =>
  (request) =>
    respond({ ...request, search: searchRead(request.path, request.search) });

/** Answers with the caller's data, limits and clock, or with those of the running site. */
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
    answer: untracked(
      withTools(
        withSelections(
          withProblems(async (request) => {
            const unencoded = await find(request);
            return unencoded && negotiate(unencoded, request);
          }),
        ),
      ),
    ),
    answerFromCache: untracked(
      withTools(withSelections(withProblems(cacheAnswers(find, { clock, bounds, admit })))),
    ),
  };
}
