/**
 * `HEALTH_PORT`: the addresses for whoever watches the site, at a port of their own and answered by a thread of their
 * own. At the site's own port they wait for the page that is being rendered; here they do not.
 */
import { SHARE_ENV, type Worker } from 'node:worker_threads';
import { HealthState, type HealthTask } from './health-state.ts';
import { openThread } from './thread.ts';

const BEAT_MS = 500;
const PAUSE_MS = 1_000;

export interface HealthThread {
  /** From now on `/readyz` is 503. */
  closing(): void;
  close(): Promise<void>;
}

/**
 * Opens the thread, and opens it again if it ends; null for a site without such a port.
 * @throws the error of the port, if it cannot be had
 */
export async function openHealthThread({
  host,
  healthPort,
}: {
  readonly host: string;
  readonly healthPort?: number | null;
}): Promise<HealthThread | null> {
  if (!healthPort) return null;
  const state = new HealthState();
  const task: HealthTask = { host, port: healthPort, shared: state.shared };
  const clock = setInterval(() => state.beat(), BEAT_MS).unref();
  let isOver = false;
  let thread = await listening(task);
  const watch = (): void => {
    thread.on('error', (error) => console.error(`the thread for health: ${error.message}`));
    thread.once('exit', () => void (isOver || again()));
  };
  const again = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS).unref());
    if (isOver) return;
    const opened = await listening(task).catch((error: unknown) => {
      console.error(`the thread for health: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    });
    if (!opened) return again();
    thread = opened;
    watch();
  };
  watch();
  return {
    closing: () => state.close(),
    close: async () => {
      isOver = true;
      clearInterval(clock);
      await thread.terminate();
    },
  };
}

/** The thread once it listens. */
function listening(task: HealthTask): Promise<Worker> {
  // It reads the environment as the server does, also what changes in it.
  const thread = openThread('health', { workerData: task, env: SHARE_ENV });
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void =>
      reject(new Error(`HEALTH_PORT=${task.port} on ${task.host} cannot be had: ${error.message}`));
    thread.once('error', fail);
    thread.once('message', () => {
      thread.off('error', fail);
      resolve(thread);
    });
  });
}
