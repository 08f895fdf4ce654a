/** The suggestion for an unknown code: did you mean HND? */
import { nearest } from '#stats/nearest.ts';

/** `did you mean "HND"?`, or other advice if no code is near. */
export function suggest(text: string, known: Iterable<string>, otherwise: string): string {
  const near = nearest(text, known);
  return near === undefined ? otherwise : `did you mean "${near}"?`;
}
