/** The problems of a source's own files: all of them rather than only the first, each on one line. */
export class SourceError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SourceError';
    this.problems = problems;
  }
}

/** Throws all problems together; does nothing if there are none. */
export function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new SourceError(problems);
}

/** Runs a reader and collects its problems, so that the next file is also read. Null if it failed. */
export function attempt<T>(problems: string[], read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}
