/**
 * Alphabetical order that is the same on every Node version (docs/rules.md#pinned-text-needs-no-icu): first
 * by letters without accents, then by code points. It suits the names of areas in English and Spanish.
 */
import { foldText } from './text.ts';

/** Compares two names. @example ['México', 'Nicaragua', 'Martinique'].sort(collate)[0] === 'Martinique' */
export function collate(a: string, b: string): number {
  const [x, y] = [foldText(a), foldText(b)];
  if (x !== y) return x < y ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}
