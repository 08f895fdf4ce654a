/** Threads of the server: each is a file that is bundled beside it. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Begins a thread: from its bundle beside that of the server, or from source, as tests run it, by way of the loader
 * that they run with.
 * @param name of `{name}-worker.ts` here, and of `{name}.mjs` beside the bundle
 */
export function openThread(name: 'heavy' | 'health', options: WorkerOptions): Worker {
  const bundled = fileURLToPath(new URL(`./${name}.mjs`, import.meta.url));
  const source = new URL(`./${name}-worker.ts`, import.meta.url).href;
  const loading = `import('tsx/esm/api').then(({ register }) => { register(); return import('${source}'); })`;
  const thread = existsSync(bundled)
    ? new Worker(bundled, { ...options, execArgv: [] })
    : new Worker(loading, { ...options, execArgv: [], eval: true });
  thread.unref();
  return thread;
}
