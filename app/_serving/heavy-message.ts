/** What is said between the server and the thread for heavy questions. */
import type { AnswerRequest, WholeAnswer } from '#app/_answers/message.ts';

export interface Task {
  readonly id: number;
  readonly request: Omit<AnswerRequest, 'headers'> & { readonly held: string | null };
  /** Of the time of the request that waits. */
  readonly msLeft: number;
}

export interface Outcome {
  /** Null for an answer that the server itself must make. */
  readonly answer: (WholeAnswer & { readonly body: Uint8Array }) | null;
}

/** Bytes in memory of their own, so that they can be handed over without being copied again. */
export function bytesToGive(body: string | Uint8Array): Uint8Array {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}
