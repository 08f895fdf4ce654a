/** Work that several clients wait for. */
import { currentAsking, inTime, type AskingScope } from '#app/_data/asking.ts';

/**
 * Runs the work of a key once for all clients that wait for it, and does not keep its value. Each client
 * waits until its own deadline, and the work goes on while any of them is still connected.
 * @throws NotNow if the deadline of a client has passed
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
