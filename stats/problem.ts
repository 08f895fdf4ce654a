/**
 * A problem with a request, described so that the client can correct it: the parameter, its value, and what
 * is accepted. Programs get it as a problem document (RFC 9457), people as a page.
 */
import { PROBLEM_TEXTS } from './wording/problems.ts';
import { nearest } from './nearest.ts';
import type { Text } from './language.ts';

export interface Problem {
  /** Stable name of the kind of problem, for programs. */
  readonly code:
    | 'unknown-parameter'
    | 'repeated-parameter'
    | 'unknown-value'
    | 'malformed'
    | 'too-long'
    | 'too-many'
    | 'not-found';
  readonly parameter: string | null;
  readonly value: string | null;
  /** Values or forms that are accepted; at most the first 60. */
  readonly accepted: readonly string[];
  readonly nearest?: string;
  readonly text: Text;
}

/** A request that cannot be answered (400). */
export class BadQuery extends Error {
  override readonly name: string = 'BadQuery';
  constructor(readonly problem: Problem) {
    super(problem.text.en);
  }
}

/** A URL that names something that does not exist (404). */
export class NotFound extends BadQuery {
  override readonly name = 'NotFound';
}

const MOST_ACCEPTED = 60;
const shown = (value: string): string => (value.length > 80 ? `${value.slice(0, 80)}…` : value);

/** A value that is not among those accepted. */
export function unknownValue(
  parameter: string,
  value: string,
  accepted: readonly string[],
  near = nearest(value, accepted),
): Problem {
  return {
    code: 'unknown-value',
    parameter,
    value: shown(value),
    accepted: accepted.slice(0, MOST_ACCEPTED),
    ...(near === undefined ? {} : { nearest: near }),
    text: PROBLEM_TEXTS.unknownValue(parameter, shown(value), near),
  };
}

export function unknownParameter(parameter: string, accepted: readonly string[]): Problem {
  const near = nearest(parameter, accepted);
  return {
    code: 'unknown-parameter',
    parameter: shown(parameter),
    value: null,
    accepted: accepted.slice(0, MOST_ACCEPTED),
    ...(near === undefined ? {} : { nearest: near }),
    text: PROBLEM_TEXTS.unknownParameter(shown(parameter), near),
  };
}

export const repeatedParameter = (parameter: string): Problem => ({
  code: 'repeated-parameter',
  parameter: shown(parameter),
  value: null,
  accepted: [`${shown(parameter)}=a~b`],
  text: PROBLEM_TEXTS.repeated(shown(parameter)),
});

export const malformed = (
  parameter: string | null,
  value: string,
  accepted: readonly string[],
  text: Text,
): Problem => ({
  code: 'malformed',
  parameter,
  value: shown(value),
  accepted,
  text,
});

export const tooMany = (parameter: string, most: number, unit: Text): Problem => ({
  code: 'too-many',
  parameter,
  value: null,
  accepted: [String(most)],
  text: PROBLEM_TEXTS.tooMany(parameter, most, unit),
});

export const tooLong = (most: number): Problem => ({
  code: 'too-long',
  parameter: null,
  value: null,
  accepted: [`${most} bytes`],
  text: PROBLEM_TEXTS.tooLong(most),
});

/** Something that a URL names but that does not exist: a release, an indicator, a file extension. */
export function notFound(what: Text, value: string, accepted: readonly string[]): Problem {
  const near = nearest(value, accepted);
  return {
    code: 'not-found',
    parameter: null,
    value: shown(value),
    accepted: accepted.slice(0, MOST_ACCEPTED),
    ...(near === undefined ? {} : { nearest: near }),
    text: PROBLEM_TEXTS.notFound(what, shown(value), near),
  };
}
