/**
 * Merges sorted lines: several lists as one, the rows in force after several releases, and the changes
 * between two states. Only one batch of each list is in memory.
 */
import { figureOfLine, keyOfLine, sameDays, type Batch, type ReleaseLines } from './lines.ts';

/** A position in sorted lines: the current line and its key. */
class Cursor {
  private batch: Batch = [];
  private at = 0;
  private readonly lines: AsyncIterator<Batch>;
  /** Null after the last line. */
  key: string | null = '';
  line = '';

  private constructor(
    lines: ReleaseLines,
    private readonly name: string,
  ) {
    this.lines = lines[Symbol.asyncIterator]();
  }

  /** Opens lines at the first line. */
  static async open(lines: ReleaseLines, name: string): Promise<Cursor> {
    const cursor = new Cursor(lines, name);
    await cursor.load();
    return cursor;
  }

  /**
   * Moves one line on; returns a promise only if the next batch must be read.
   * @throws SyntaxError out of order
   */
  next(): Promise<void> | undefined {
    if (this.at >= this.batch.length) return this.load();
    const line = this.batch[this.at++] ?? '';
    const key = keyOfLine(line);
    if (this.key !== null && key <= this.key) {
      throw new SyntaxError(`${this.name}: rows are out of order or repeated, at ${key}`);
    }
    this.key = key;
    this.line = line;
    return undefined;
  }

  private async load(): Promise<void> {
    const { done, value } = await this.lines.next();
    if (done) {
      this.key = null;
      return;
    }
    this.batch = value;
    this.at = 0;
    await this.next();
  }
}

/** A sorted list, and its name in errors. */
export interface List {
  readonly name: string;
  readonly lines: ReleaseLines;
}

const BATCH = 1000;

/**
 * Walks lists together, key by key; `take` receives the cursors at a key and returns the line to keep, if
 * any.
 */
async function* walk(
  lists: readonly List[],
  take: (at: readonly Cursor[], all: readonly Cursor[]) => string | null,
): AsyncGenerator<string[]> {
  const cursors = await Promise.all(lists.map(({ lines, name }) => Cursor.open(lines, name)));
  let batch: string[] = [];
  for (;;) {
    let key: string | null = null;
    let at: Cursor[] = [];
    for (const cursor of cursors) {
      if (cursor.key === null || (key !== null && cursor.key > key)) continue;
      if (cursor.key === key) at.push(cursor);
      else [key, at] = [cursor.key, [cursor]];
    }
    if (key === null) break;
    const line = take(at, cursors);
    if (line !== null) batch.push(line);
    for (const cursor of at) {
      const reading = cursor.next();
      if (reading) await reading;
    }
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Merges several sorted lists. @throws SyntaxError if two of them have the same row */
export const mergeLines = (lists: readonly List[]): AsyncGenerator<string[]> =>
  walk(lists, ([first, second]) => {
    if (second) throw new SyntaxError(`two lists contain the row ${String(first?.key)}`);
    return first?.line ?? null;
  });

/** The rows that a release adds and retires, as sorted lines. */
export interface Step {
  readonly version: string;
  readonly read: (kind: 'added' | 'closed') => ReleaseLines;
}

/** The rows in force after the last of some releases, which are in order. */
export function linesInForce(steps: readonly Step[]): AsyncGenerator<string[]> {
  const lists = steps.flatMap(({ version, read }) =>
    (['closed', 'added'] as const).map((kind) => ({
      name: `release ${version}, ${kind}`,
      lines: read(kind),
    })),
  );
  // The last release that contains a row decides; a revised row is in both of its lists, first in `closed`.
  return walk(lists, (at, all) => {
    const last = at.at(-1);
    return last && all.indexOf(last) % 2 === 1 ? last.line : null;
  });
}

/** A row that differs between two states; the kinds are those of `stats/evidence/revision.ts`. */
export type Change =
  | { readonly kind: 'added'; readonly is: string }
  | { readonly kind: 'removed'; readonly was: string }
  | { readonly kind: 'revised' | 'confirmed'; readonly was: string; readonly is: string };

const NEITHER = '';

/** The changes from one state to another, in the order of keys. `see` receives every line of the second. */
export async function* changesOf(
  was: ReleaseLines,
  is: ReleaseLines,
  see: (line: string) => void = () => undefined,
): AsyncGenerator<Change[]> {
  const [a, b] = await Promise.all([Cursor.open(was, 'what was'), Cursor.open(is, 'what is')]);
  let changes: Change[] = [];
  while (a.key !== null || b.key !== null) {
    const [first, second] = [a.key ?? NEITHER, b.key ?? NEITHER];
    const inFirst = a.key !== null && (b.key === null || first <= second);
    const inSecond = b.key !== null && (a.key === null || second <= first);
    if (inSecond) see(b.line);
    if (inFirst && inSecond) {
      if (a.line !== b.line) {
        const same = figureOfLine(a.line) === figureOfLine(b.line) && sameDays(a.line, b.line);
        const kind = same ? 'confirmed' : 'revised';
        changes.push({ kind, was: a.line, is: b.line });
      }
    } else if (inFirst) changes.push({ kind: 'removed', was: a.line });
    else changes.push({ kind: 'added', is: b.line });
    const reading = [inFirst ? a.next() : undefined, inSecond ? b.next() : undefined];
    for (const task of reading) if (task) await task;
    if (changes.length < BATCH) continue;
    yield changes;
    changes = [];
  }
  if (changes.length > 0) yield changes;
}
