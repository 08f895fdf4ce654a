/** Fetches an answer from its data address; a refusal becomes the problem in the server's document. */
import { comparisonFromJson, type ComparisonDocument } from '#app/_downloads/json.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { BadQuery, type Problem } from '#stats/problem.ts';

/** A problem document (RFC 9457) as the data addresses write it. */
type ProblemDocument = Partial<Omit<Problem, 'text'>> & {
  readonly title?: string;
  readonly detail?: string;
  readonly text?: Problem['text'];
};

function problemOf(document: ProblemDocument): Problem {
  const said = document.detail ?? document.title ?? '';
  return {
    code: document.code ?? 'malformed',
    parameter: document.parameter ?? null,
    value: document.value ?? null,
    accepted: document.accepted ?? [],
    ...(document.nearest === undefined ? {} : { nearest: document.nearest }),
    text: document.text ?? { en: said, es: said },
  };
}

/**
 * @throws BadQuery if the server refuses the question, Error if it cannot be reached
 */
export async function fetchAnswer(address: string, signal: AbortSignal): Promise<Comparison> {
  const response = await fetch(address, { signal, headers: { accept: 'application/json' } });
  const document: unknown = await response.json();
  if (response.ok) return comparisonFromJson(document as ComparisonDocument);
  throw new BadQuery(problemOf(document as ProblemDocument));
}
