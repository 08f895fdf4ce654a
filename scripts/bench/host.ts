// Measured servers run in separate processes, so that none shares a thread with the client that measures it.

import { fork } from 'node:child_process';

interface Ready {
  readonly port: number;
}

/** A server in a separate process. */
export interface Host {
  readonly port: number;
  /** Milliseconds of CPU time of its process so far, including the kernel's. */
  cpu(): Promise<number>;
  /** The peak memory of its process so far, in bytes. */
  memory(): Promise<number>;
  close(): Promise<void>;
}

/** Runs in the server's process: reports that it listens, and answers requests for its usage. */
export function report(listening: unknown): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: (user + system) / 1000, memory: process.resourceUsage().maxRSS * 1024 });
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ port: (listening as Ready).port });
}

const PROGRAMS = {
  bare: new URL('./bare.ts', import.meta.url),
  product: new URL('./product.ts', import.meta.url),
};

/** Starts a server with an environment, and waits until it listens. */
export async function host(
  name: keyof typeof PROGRAMS,
  env: Record<string, string>,
  args: readonly string[] = [],
): Promise<Host> {
  const child = fork(PROGRAMS[name], args, {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', COTEJO_SERVER: '1', ...env },
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const message = <T>(): Promise<T> =>
    new Promise((resolve, reject) => {
      const gone = (): void => reject(new Error(`the process of ${name} ended`));
      child.once('exit', gone);
      child.once('message', (said) => {
        child.off('exit', gone);
        resolve(said as T);
      });
    });
  const { port } = await message<Ready>();
  return {
    port,
    cpu: async () => {
      child.send('used');
      return (await message<{ cpu: number }>()).cpu;
    },
    memory: async () => {
      child.send('used');
      return (await message<{ memory: number }>()).memory;
    },
    close: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}
