/**
 * A problem as an answer: an RFC 9457 document for programs, an HTML page for readers. Both name the
 * parameter, quote the value that was read, and list the accepted values.
 */
import type { Language, Text } from '#stats/language.ts';
import { ERROR_WORDS, PROBLEM_TITLES } from '#app/_words/errors.ts';
import { NotFound, type BadQuery, type Problem } from '#stats/problem.ts';
import { NO_STORE, CORS_HEADERS } from '../http/headers.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { sdmxError, sdmxErrorCode } from './sdmx-error.ts';
import { problemPage, type ProblemText } from './problem-page.ts';

/** The language of an answer that could not be read further: `lang=es` anywhere in the query. */
const languageOf = (search: string): Language => (/(?:^|&)lang=es(?:&|$)/.test(search) ? 'es' : 'en');

interface ProblemParts {
  readonly code: keyof typeof PROBLEM_TITLES;
  readonly status: number;
  readonly text: Text;
  readonly problem?: Problem;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A message of SDMX has one text, so what is accepted is said in it. */
function withAccepted(text: Text, problem: Problem | undefined): Text {
  const named = (problem?.accepted ?? []).slice(0, 20).join(', ');
  const value = problem?.value == null ? '' : ` (${problem.value})`;
  if (named === '') return { en: text.en + value, es: text.es + value };
  return { en: `${text.en}${value} Accepted: ${named}`, es: `${text.es}${value} Se admite: ${named}` };
}

function problemAnswer(
  request: AnswerRequest,
  { code, status: usual, text, problem, headers }: ProblemParts,
): WholeAnswer {
  const language = languageOf(request.search);
  // PxWebApi forbids what is too large.
  const status = code === 'too-many' && request.path.startsWith('/pxweb/') ? 403 : usual;
  const document: ProblemText = {
    title: PROBLEM_TITLES[code][language],
    status,
    detail: text[language],
    instance: request.path,
    ...(problem && { parameter: problem.parameter, value: problem.value, accepted: problem.accepted }),
    ...(problem?.nearest !== undefined && { nearest: problem.nearest }),
  };
  const common = { ...CORS_HEADERS, 'cache-control': NO_STORE, 'content-language': language, ...headers };
  if (request.path.startsWith('/sdmx/')) {
    // SDMX tells a message that is too large from one that cannot be read.
    const own = code === 'too-many' ? 413 : status;
    return {
      status: own,
      headers: { ...common, 'content-type': 'application/xml; charset=utf-8' },
      body: sdmxError(sdmxErrorCode(own), withAccepted(text, problem)),
    };
  }
  // Readers open pages, in a frame or not; programs request the other addresses.
  if (
    !/^\/(?:data\b|pxweb\b|embed\/[^/]+\/value\.|oembed$|healthz$|llms\.txt$|sitemap\.xml$)/.test(
      request.path,
    )
  ) {
    const page = problemPage(document, language);
    return { status, headers: { ...common, ...page.headers }, body: page.body };
  }
  return {
    status,
    headers: { ...common, 'content-type': 'application/problem+json' },
    body: `${JSON.stringify({ type: `urn:cotejo:problem:${code}`, ...document })}\n`,
  };
}

/** 400, or 404 if the address names something that does not exist. */
export const refusal = (request: AnswerRequest, error: BadQuery): WholeAnswer =>
  problemAnswer(request, {
    code: error.problem.code,
    status: error instanceof NotFound ? 404 : 400,
    text: error.problem.text,
    problem: error.problem,
  });

/** 405: these addresses are read-only. */
export const methodRefusal = (request: AnswerRequest, allow: string): WholeAnswer =>
  problemAnswer(request, {
    code: 'method',
    status: 405,
    text: ERROR_WORDS.method(allow),
    headers: { allow },
  });

/** 501: a format that the specification knows and we do not give (oEmbed 1.0, 2.3.5). */
export const notImplemented = (request: AnswerRequest, problem: Problem): WholeAnswer =>
  problemAnswer(request, { code: 'not-implemented', status: 501, text: problem.text, problem });

/** 503: a fault of the server that may pass. */
export const unavailable = (request: AnswerRequest, text: Text, seconds = 10): WholeAnswer =>
  problemAnswer(request, { code: 'busy', status: 503, text, headers: { 'retry-after': String(seconds) } });

/** 500: a fault of the server. The log has the details, the answer does not. */
export const failure = (request: AnswerRequest): WholeAnswer =>
  problemAnswer(request, {
    code: 'failure',
    status: 500,
    text: ERROR_WORDS.failure,
  });
