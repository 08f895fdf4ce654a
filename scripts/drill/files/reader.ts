// A thread that reads files as an ingest would, and says how each went.

import { parentPort } from 'node:worker_threads';
import { UnreadableFile } from '#sources/formats/line.ts';
import { openFile, type Format } from '#sources/formats/open.ts';

/** What is asked of the thread. */
export interface ReadTask {
  readonly path: string;
  readonly format: Format;
}

/** `refused` is an error that names what is wrong; any other error is a fault of ours. */
export interface ReadOutcome {
  readonly kind: 'read' | 'refused' | 'fault';
  readonly message: string;
}

async function read({ path, format }: ReadTask): Promise<ReadOutcome> {
  try {
    const { lines } = await openFile(path, format);
    let cells = 0;
    for await (const batch of lines) for (const line of batch) cells += line.cells.length;
    return { kind: 'read', message: `${cells} cells` };
  } catch (error) {
    if (error instanceof UnreadableFile) return { kind: 'refused', message: error.message };
    return {
      kind: 'fault',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

parentPort?.on('message', (task: ReadTask) => {
  void read(task).then((outcome) => parentPort?.postMessage(outcome));
});
