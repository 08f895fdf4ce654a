/** The thread in which heavy questions are answered, one after another: nobody else waits for its computing. */
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { dispatch } from '#app/_answers/dispatch.ts';
import { AskingScope, workFor } from '#app/_data/asking.ts';
import { siteData } from '#app/_data/data.ts';
import { LIMITS } from '#stats/limits.ts';
import { BadQuery } from '#stats/problem.ts';
import { checksumFiles } from '../checksum-files.ts';
import { bytesToGive, type Outcome, type Task } from './heavy-message.ts';

/** The task at hand. */
let current = 0;

/** One for all requests: what is kept of a release is kept by it. */
const CONTEXT = {
  data: siteData,
  limits: LIMITS,
  checksums: checksumFiles(join('.cotejo', 'checksums')),
  progressed: (): void => parentPort?.postMessage({ id: current, goesOn: true }),
};
const NOT_HERE: Outcome = { answer: null, failed: null };

async function answer({ id, request, accept }: Task): Promise<Outcome> {
  current = id;
  const headers = { get: (name: string) => (name === 'accept' ? accept : null) };
  const found = await dispatch({ ...request, headers }, CONTEXT);
  if (!found || found.status !== 200) return NOT_HERE;
  if (!('makeBody' in found)) return { answer: { ...found, body: bytesToGive(found.body) }, failed: null };
  const body = await found.makeBody();
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) return NOT_HERE;
  // Its functions stay here: only what can be copied goes to the other thread.
  const { status, headers: own } = found;
  return { answer: { status, headers: own, body: bytesToGive(body), keep: Infinity }, failed: null };
}

async function perform(task: Task): Promise<Outcome> {
  const asking = new AskingScope('', Date.now() + task.msLeft, () => false);
  asking.heavy = true;
  try {
    return await workFor(asking, () => answer(task));
  } catch (error) {
    // Refusals cost little: the server finds the same one, and words it.
    if (error instanceof BadQuery) return NOT_HERE;
    const { message, code } = error as { message?: unknown; code?: unknown };
    return { answer: null, failed: { message: String(message ?? error), code: code ? String(code) : null } };
  }
}

parentPort?.on('message', (task: Task) => {
  void perform(task).then((outcome) => {
    const body = outcome.answer?.body;
    parentPort?.postMessage({ id: task.id, ...outcome }, body ? [body.buffer as ArrayBuffer] : []);
  });
});
