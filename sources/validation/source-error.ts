/** What is wrong with a source's own files: every problem found, not only the first, each on one line. */
export class SourceError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SourceError';
    this.problems = problems;
  }
}

/** Throws all problems together; does nothing where there is none. */
export function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new SourceError(problems);
}

/** Runs a reader and keeps its problems, so that the next file is read as well. Null where it failed. */
export function attempt<T>(problems: string[], read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}
