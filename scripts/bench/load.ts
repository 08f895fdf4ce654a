// Requests from a server as fast as it answers, on open connections. Written on sockets: a `node:http` client
// costs as much as a small answer and would hide the difference that is measured.

import { connect, type Socket } from 'node:net';

export interface Load {
  readonly port: number;
  /** The next address to request. */
  readonly next: () => string;
  readonly headers?: Record<string, string>;
  readonly connections: number;
  readonly milliseconds: number;
}

export interface LoadMeasurement {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  /** Bytes of the last body. */
  readonly bytes: number;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** Sends a request and waits for the complete answer. @throws Error for any status except 200 */
function ask(socket: Socket, request: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let head: Buffer = Buffer.alloc(0);
    let left = Infinity;
    let body = 0;
    const done = (error?: Error): void => {
      socket.off('data', receive).off('error', done).off('close', gone);
      if (error) reject(error);
      else resolve(body);
    };
    const gone = (): void => done(new Error(`hung up at ${request.split('\r\n')[0]}`));
    const receive = (chunk: Buffer): void => {
      if (left === Infinity) {
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf(HEAD_END);
        if (end < 0) return;
        const text = head.toString('latin1', 0, end);
        const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1];
        if (!text.startsWith('HTTP/1.1 200') || length === undefined)
          return done(new Error(`${request.split('\r\n')[0]}: ${text.split('\r\n')[0]}`));
        body = Number(length);
        left = body - (head.length - end - HEAD_END.length);
      } else left -= chunk.length;
      if (left <= 0) done();
    };
    socket.on('data', receive).on('error', done).on('close', gone);
    socket.write(request);
  });
}

const open = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });

/** The value below which a share of sorted values lies. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

/** Keeps every connection busy for a while. */
export async function load({
  port,
  next,
  headers = {},
  connections,
  milliseconds,
}: Load): Promise<LoadMeasurement> {
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const tail = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const times: number[] = [];
  let bytes = 0;
  const since = performance.now();
  await Promise.all(
    sockets.map(async (socket) => {
      for (let at = performance.now(); at - since < milliseconds;) {
        bytes = await ask(socket, `GET ${next()} HTTP/1.1\r\nHost: bench.test\r\n${tail.join('')}\r\n`);
        const now = performance.now();
        times.push(now - at);
        at = now;
      }
    }),
  );
  const took = performance.now() - since;
  for (const socket of sockets) socket.destroy();
  times.sort((a, b) => a - b);
  return {
    perSecond: (times.length * 1000) / took,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    bytes,
  };
}
