/**
 * Heavy questions are answered in a thread of their own: to make thirty megabytes of JSON is seconds of computing,
 * in which a server of one thread answers nobody. The thread begins with the first such question and ends when
 * there has been none for a while; what it does wrong or for too long ends it, and nothing else.
 */
import type { Worker } from 'node:worker_threads';
import type { AnswerRequest, WholeAnswer } from '#app/_answers/http/request.ts';
import { currentAsking, NotNow } from '#app/_data/asking.ts';
import type { Outcome, Task } from './heavy-message.ts';
import { openThread } from './thread.ts';

const IDLE_MS = 60_000;
const MOST_MEGABYTES = 1024;
/** A long answer is millions of short-lived objects: with room for the young, fewer of them are copied. */
const YOUNG_MEGABYTES = 96;
/** Longer than any statement may take: a database that is still silent then does not answer at all. */
const HUNG_MS = 15_000;

const RESOURCE_LIMITS = { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES };

type Said = { readonly id: number } & (Outcome | { readonly goesOn: true });

/** The thread for heavy questions. */
export class HeavyThread {
  private thread: Worker | null = null;
  private idle: NodeJS.Timeout | undefined;
  private last = 0;

  /**
   * Answers a request there; null for an answer that must be made here, because it is sent piece by piece.
   * @throws NotNow where it takes too long; what went wrong there, with its code
   */
  async answer(request: AnswerRequest): Promise<WholeAnswer | null> {
    clearTimeout(this.idle);
    const thread = (this.thread ??= openThread('heavy', { resourceLimits: RESOURCE_LIMITS }));
    const { answer, failed } = await this.ask(thread, request).catch(async (error: unknown) => {
      await this.close();
      throw error;
    });
    this.idle = setTimeout(() => void this.close(), IDLE_MS).unref();
    if (failed) throw Object.assign(new Error(failed.message), { code: failed.code });
    return answer;
  }

  async close(): Promise<void> {
    const { thread } = this;
    this.thread = null;
    clearTimeout(this.idle);
    await thread?.terminate();
  }

  private ask(thread: Worker, { method, path, search, origin, headers }: AnswerRequest): Promise<Outcome> {
    const id = (this.last += 1);
    const msLeft = (currentAsking()?.deadline ?? Date.now() + HUNG_MS) - Date.now();
    const task: Task = {
      id,
      request: { method, path, search, origin },
      accept: headers.get('accept') ?? null,
      msLeft,
    };
    return new Promise((resolve, reject) => {
      const hear = (said: Said): void => {
        if (said.id !== id) return;
        // Work of many statements may take longer than a silent database is waited for.
        if ('goesOn' in said) return void hung.refresh();
        settle();
        resolve(said);
      };
      // A thread that was closed, at the end or because another question hung in it, is no error.
      const fail = (error: unknown): void => {
        settle();
        if (error instanceof Error) reject(error);
        else if (this.thread !== thread) reject(new NotNow('COTEJO_BUSY'));
        else reject(new Error(`the thread for heavy questions ended (${String(error)})`));
      };
      const hung = setTimeout(() => fail(new NotNow('COTEJO_LATE')), HUNG_MS);
      const settle = (): void => {
        clearTimeout(hung);
        thread.off('message', hear).off('error', fail).off('exit', fail);
      };
      thread.on('message', hear).on('error', fail).on('exit', fail);
      thread.postMessage(task);
    });
  }
}
