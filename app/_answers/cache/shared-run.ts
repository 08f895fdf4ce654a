/** Work that several clients wait for. */
import { currentAsking, inTime, type AskingScope } from '#app/_data/asking.ts';

/**
 * Runs the work of a key once for all clients that wait for it; its value is not kept afterwards. Each waits for no
 * longer than its own time, and the work is wanted as long as one of them is there.
 * @throws NotNow where the time of a client is over
 */
export function sharedWhileRunning<Value>(): (key: string, work: () => Promise<Value>) => Promise<Value> {
  const running = new Map<
    string,
    { readonly run: Promise<Value>; readonly first: AskingScope | undefined }
  >();
  return (key, work) => {
    const asking = currentAsking();
    const started = running.get(key);
    if (started) {
      if (asking) started.first?.join(asking);
      return inTime(started.run);
    }
    const run = work().finally(() => running.delete(key));
    running.set(key, { run, first: asking });
    return inTime(run);
  };
}
