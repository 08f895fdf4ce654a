/** Suggests the known text nearest to a misspelt one, in URLs, recipes and tables. */

/** Longer texts are not compared: that would take time, and no code is this long. */
const LONGEST = 60;

/**
 * The number of edits between two texts, for suggestions (Levenshtein). The same letters in another order are
 * probably a typing error, so they are nearer than any other text: HDN is HND, not SDN.
 */
function editDistance(a: string, b: string): number {
  if (a !== b && a.length === b.length && [...a].sort().join('') === [...b].sort().join('')) return 0.5;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The most edits that count as a typing error. With as many edits as letters, any code would be near. */
const mostEdits = (written: string): number =>
  Math.min(written.length - 1, Math.max(2, Math.floor(written.length / 3)));

/**
 * The known text nearest to what was written, if any is near enough.
 * @example nearest('HDN', ['HND', 'SLV']) === 'HND'
 */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  if (written.length > LONGEST) return undefined;
  const lower = written.toLowerCase();
  let best: { readonly text: string; readonly edits: number } | undefined;
  for (const text of known) {
    const edits = editDistance(lower, text.toLowerCase());
    if (!best || edits < best.edits) best = { text, edits };
  }
  return best && best.edits <= mostEdits(written) ? best.text : undefined;
}
