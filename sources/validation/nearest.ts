/** What to say of a code that is not known: did you mean HND? */
import { nearest } from '#stats/nearest.ts';

/** `did you mean "HND"?`, or what to do where nothing is near. */
export function suggest(text: string, known: Iterable<string>, otherwise: string): string {
  const near = nearest(text, known);
  return near === undefined ? otherwise : `did you mean "${near}"?`;
}
