/**
 * Something that the person at the terminal can put right: printed as one line, without a stack. Any other
 * error is a mistake of ours and keeps its stack.
 */
export class UserError extends Error {
  override name = 'Complaint';
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
