/** The thread in which heavy questions are answered, one after another: nobody else waits for its computing. */
import { parentPort } from 'node:worker_threads';
import { compose } from '#app/_answers/compose.ts';
import { Asking, workFor } from '#app/_data/asking.ts';
import { bytesToGive, type Task, type Outcome } from './heavy-message.ts';

async function perform({ request: { held, ...request }, msLeft }: Task): Promise<Outcome> {
  const headers = { get: (name: string) => (name === 'if-none-match' ? held : null) };
  const asking = new Asking('', Date.now() + msLeft, () => false);
  asking.heavy = true;
  const whole = await workFor(asking, () => compose({ ...request, headers }));
  // What is sent piece by piece is sent by who has the connection.
  if (!whole || 'stream' in whole) return { answer: null };
  return { answer: { ...whole, body: bytesToGive(whole.body) } };
}

parentPort?.on('message', (task: Task) => {
  void perform(task).then(
    (outcome) => {
      const body = outcome.answer?.body;
      parentPort?.postMessage({ id: task.id, ...outcome }, body ? [body.buffer as ArrayBuffer] : []);
    },
    (error: unknown) => parentPort?.postMessage({ id: task.id, error: String(error) }),
  );
});
