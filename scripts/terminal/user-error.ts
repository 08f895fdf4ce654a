/**
 * An error that the user at the terminal can correct: printed as one line, without a stack. Any other error
 * is a bug of ours and keeps its stack.
 */
export class UserError extends Error {
  override name = 'Complaint';
}

/** The message of any thrown value. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
