/**
 * The known code that a mistyped one is nearest to, so that an error can ask: did you mean HND?
 * Distance is the number of letters to change, add, leave out or swap with their neighbour.
 */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (before[j - 2] ?? Infinity) + 1
          : Infinity;
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed, swapped);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? Infinity;
}

/** The nearest of `known`, where it is near enough to be meant. @example nearest('HDN', ['CAN', 'HND']) === 'HND' */
export function nearestCode(text: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(1, Math.floor(text.length / 3)) + 0.5;
  for (const code of known) {
    const away = distance(text.toLowerCase(), code.toLowerCase());
    if (away < least) [best, least] = [code, away];
  }
  return best;
}

/** `did you mean "HND"?`, or what to do where nothing is near. */
export function suggest(text: string, known: Iterable<string>, otherwise: string): string {
  const near = nearestCode(text, known);
  return near === null ? otherwise : `did you mean "${near}"?`;
}
