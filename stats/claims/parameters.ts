/**
 * A claim of the reader's own as the parameters of an address: the terms by their names, the expression, the
 * relation. Terms are questions, `indicator?query`, percent-encoded as every value.
 */
import type { Text } from '../language.ts';
import { BadQuery, malformed } from '../problem.ts';
import { encodeValue } from '../query-string.ts';
import type { ClaimCheck } from './claim.ts';

/** Names of terms; more than a sentence compares. */
const TERM_NAMES = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

const EXPRESSION = 'expression';
const RELATION = 'relation';

const NO_TERM: Text = {
  en: 'A claim needs at least one figure: a=homicide-rate?country=SLV&time=2014, percent-encoded.',
  es: 'Una afirmación necesita al menos una cifra: a=homicide-rate?country=SLV&time=2014, con escapes de porcentaje.',
};

const NEEDED: Text = {
  en: 'A claim needs an expression of its terms and what the result must be.',
  es: 'Una afirmación necesita una expresión con sus términos y lo que debe resultar.',
};

const EXAMPLES = {
  [EXPRESSION]: ['a / b', '(a / b - 1) * 100', 'a, b'],
  [RELATION]: ['at-least:3', 'equals:77', 'highest'],
} as const;

/** The parameters of a check. */
export const CHECK_PARAMETERS: readonly string[] = [...TERM_NAMES, EXPRESSION, RELATION];

/** @throws BadQuery if a part is missing */
export function parseCheck(parameters: ReadonlyMap<string, string>): ClaimCheck {
  const terms = Object.fromEntries(
    TERM_NAMES.flatMap((name) => {
      const question = parameters.get(name);
      return question === undefined || question === '' ? [] : [[name, question] as const];
    }),
  );
  if (Object.keys(terms).length === 0)
    throw new BadQuery(malformed('a', parameters.get('a') ?? '', [], NO_TERM));
  const needed = (name: keyof typeof EXAMPLES): string => {
    const value = parameters.get(name);
    if (value === undefined || value === '') throw new BadQuery(malformed(name, '', EXAMPLES[name], NEEDED));
    return value;
  };
  return { terms, expression: needed(EXPRESSION), relation: needed(RELATION) };
}

/** The inverse of `parseCheck`. */
export const formatCheck = ({ terms, expression, relation }: ClaimCheck): string =>
  [...Object.entries(terms), [EXPRESSION, expression] as const, [RELATION, relation] as const]
    .map(([name, value]) => `${name}=${encodeValue(value)}`)
    .join('&');

/** A question with the code of the one figure that it takes of the answer, if not the only one. */
export interface TermQuestion {
  readonly indicator: string;
  readonly search: string;
  readonly code: string | null;
}

/** @example termQuestion('homicide-rate?time=2014&transform=rank#HND').code === 'HND' */
export function termQuestion(text: string): TermQuestion {
  const [whole = '', code = null] = text.split('#');
  const at = whole.indexOf('?');
  return at < 0
    ? { indicator: whole, search: '', code }
    : { indicator: whole.slice(0, at), search: whole.slice(at + 1), code };
}
