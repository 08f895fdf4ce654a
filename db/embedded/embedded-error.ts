/** Why the embedded database is not available, in one line with a solution. It is printed without a stack. */
export class EmbeddedError extends Error {
  override name = 'EmbeddedError';
}

/** A solution that always exists. */
export const OR_YOUR_OWN = 'or set DATABASE_URL to a PostgreSQL server of yours (15 or newer)';

/** The code of a system error (`EACCES`), or nothing. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Runs work and turns system errors (a full disk, a forbidden directory, a sandbox) into ours: their messages
 * are clear enough, but their stacks are not useful.
 */
export async function inOneLine<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EmbeddedError || errnoOf(error) === undefined) throw error;
    throw new EmbeddedError(`${what}: ${(error as Error).message}; ${OR_YOUR_OWN}`, { cause: error });
  }
}
