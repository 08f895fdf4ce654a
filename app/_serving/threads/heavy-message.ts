/** What is said between the server and the thread for heavy questions. */
import type { AnswerRequest, WholeAnswer } from '#app/_answers/http/request.ts';

export interface Task {
  readonly id: number;
  readonly request: Omit<AnswerRequest, 'headers' | 'readBody'>;
  /** The types that the client accepts, by which SDMX chooses its format. */
  readonly accept: string | null;
  /** Of the time of the request that waits. */
  readonly msLeft: number;
}

/** An error that is no refusal, as it can be handed over. */
export interface Failed {
  readonly message: string;
  /** Of PostgreSQL, its driver or ours. */
  readonly code: string | null;
}

export interface Outcome {
  /** Null for an answer that the server itself must make: one sent piece by piece, or a refusal. */
  readonly answer: (WholeAnswer & { readonly body: Uint8Array }) | null;
  readonly failed: Failed | null;
}

/** Bytes in memory of their own, so that they can be handed over without being copied again. */
export function bytesToGive(body: string | Uint8Array): Uint8Array {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}
