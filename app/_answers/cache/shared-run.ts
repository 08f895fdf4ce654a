/** Work that several clients wait for. */

/** Runs the work of a key once for all clients that wait for it; its value is not kept afterwards. */
export function sharedWhileRunning<Value>(): (key: string, work: () => Promise<Value>) => Promise<Value> {
  const running = new Map<string, Promise<Value>>();
  return async (key, work) => {
    const started = running.get(key);
    if (started) return started;
    const run = work();
    running.set(key, run);
    try {
      return await run;
    } finally {
      running.delete(key);
    }
  };
}
