/**
 * The site on plain `node:http`: data, embeds and health are answered here, from memory where they can be;
 * every other address is a page and goes to Next. `next start` alone answers the same, slower.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { createAnswers } from './app/_answers/answers.ts';
import { malformedAddress } from './app/_answers/errors/malformed.ts';
import type { Answer, AnswerRequest } from './app/_answers/http/request.ts';
import { cachePages, type PageHandler } from './app/_answers/cache/page-cache.ts';
import { failure } from './app/_answers/errors/problem-document.ts';

interface Pages {
  readonly handle: PageHandler;
  close(): Promise<void>;
}

/** How long requests that have begun may take once the server is told to stop. */
const PATIENCE_MS = 3_000;

/** Next prints how long its settings took to read, and has no setting against that. */
async function withoutChatter(work: () => Promise<void>): Promise<void> {
  const { log } = console;
  console.log = (...words: unknown[]) => {
    if (!String(words[0]).includes('Running next.config')) log(...words);
  };
  await work().finally(() => {
    console.log = log;
  });
}

async function openNext({ port, host }: { port: number; host: string }): Promise<Pages> {
  const { default: next } = await import('next');
  const app = next({ dev: false, dir: process.cwd(), hostname: host, port });
  await withoutChatter(() => app.prepare());
  const handle = app.getRequestHandler();
  return { handle: (req, res) => handle(req, res), close: () => app.close() };
}

/** A request as the answers read it. A proxy may write the whole address in the first line. */
function requestOf(req: IncomingMessage): AnswerRequest {
  const url = (req.url ?? '/').replace(/^https?:\/\/[^/?#]*/i, '') || '/';
  const at = url.indexOf('?');
  const origin = process.env['PUBLIC_ORIGIN'] ?? `http://${req.headers.host ?? 'localhost'}`;
  return {
    method: req.method ?? 'GET',
    path: at < 0 ? url : url.slice(0, at),
    search: at < 0 ? '' : url.slice(at + 1),
    headers: {
      get: (name) => {
        const value = req.headers[name];
        return Array.isArray(value) ? value.join(', ') : value;
      },
    },
    origin,
  };
}

/** How long a reader of a stream may take nothing of it. */
const STALLED_MS = 60_000;

/** Writes an answer. A stream that breaks breaks the connection: what was sent never looks like a whole file. */
async function write(res: ServerResponse, { status, headers, body }: Answer): Promise<void> {
  res.writeHead(status, headers);
  if (typeof body === 'string' || body instanceof Uint8Array) return void res.end(body);
  res.flushHeaders();
  res.setTimeout(STALLED_MS, () => res.destroy());
  await pipeline(body, res).catch((error: unknown) => {
    // The reader went away: that is no failure of ours.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

/** Logs one line, and answers if nothing has been sent yet. */
async function fail(error: unknown, request: AnswerRequest, res: ServerResponse): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  console.error(`${request.method} ${request.path}: ${message.replace(/\s+/g, ' ').slice(0, 1000)}`);
  if (res.headersSent || res.destroyed) res.destroy();
  else await write(res, failure(request));
}

/** Stops: no new connections, what has begun is finished, idle sockets go at once. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  await closed;
  clearTimeout(patience);
}

/**
 * Serves until closed. Rejects when the port cannot be had or the pages are not built.
 * @param openPages who answers the addresses that are not ours; Next, unless a test says otherwise
 */
export async function serve(
  where: { port: number; host: string },
  openPages: (where: { port: number; host: string }) => Promise<Pages> = openNext,
  { answerFromCache: answer } = createAnswers(),
): Promise<{ address: string; close(): Promise<void> }> {
  const pages = await openPages(where);
  const page = cachePages(pages.handle);
  let closing = false;

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const request = requestOf(req);
    // A socket that is kept alive would keep the process alive.
    if (closing) res.setHeader('connection', 'close');
    try {
      const answered = (await answer(request)) ?? malformedAddress(request);
      if (answered) await write(res, answered);
      else await page(req, res);
    } catch (error) {
      await fail(error, request, res);
    }
  }

  const server = createServer((req, res) => {
    res.on('error', () => undefined);
    handle(req, res).catch(() => res.destroy());
  });
  server.keepAliveTimeout = 65_000;
  server.on('clientError', (_error, socket) => {
    if (socket.writable)
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    else socket.destroy();
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(where.port, where.host, resolve);
    });
  } catch (error) {
    await pages.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  const host = where.host.includes(':') ? `[${where.host}]` : where.host;
  return {
    address: `http://${host}:${port}`,
    close: async () => {
      closing = true;
      await closeServer(server);
      await pages.close();
    },
  };
}
