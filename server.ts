/**
 * The HTTP server, on plain `node:http`. It answers data, embed and health requests itself, from memory where
 * it can, and passes every other address to Next as a page. `next start` alone gives the same answers, but
 * slower.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NotNow, workFor } from './app/_data/asking.ts';
import { createAnswers, type Answers } from './app/_answers/answers.ts';
import type { Admit } from './app/_answers/cache/answer-cache.ts';
import { cachePages, type PageHandler } from './app/_answers/cache/page-cache.ts';
import { answerElsewhere } from './app/_answers/errors/elsewhere.ts';
import { errorResponse } from './app/_answers/errors/error-response.ts';
import { malformedAddress } from './app/_answers/errors/malformed.ts';
import { methodRefusal } from './app/_answers/errors/problem-document.ts';
import { negotiate } from './app/_answers/http/negotiate.ts';
import type { Answer, AnswerRequest } from './app/_answers/http/request.ts';
import { searchRead } from './app/_answers/http/routes.ts';
import { secured } from './app/_answers/http/secured.ts';
import { openAdmission } from './app/_serving/admission.ts';
import { askingOf } from './app/_serving/asker.ts';
import { primeChecksums } from './app/_serving/checksum-files.ts';
import { closeConnections, watchedServer } from './app/_serving/connections.ts';
import { openHealthThread } from './app/_serving/threads/health-thread.ts';
import { openLog } from './app/_serving/log.ts';
import { LongDownloads } from './app/_serving/long-downloads.ts';
import { stopPatience } from './app/_serving/patience.ts';
import { openProbes } from './app/_serving/probes.ts';
import { untilPublished } from './app/_serving/published.ts';

interface Pages {
  readonly handle: PageHandler;
  close(): Promise<void>;
}

/** Next prints how long its configuration took to load and has no setting to turn that off. */
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
  // Next listens for upgrades on the server it is given (or on ours) and hangs up on unknown ones, so we give
  // it a server that nobody can reach.
  const app = next({ dev: false, dir: process.cwd(), hostname: host, port, httpServer: createServer() });
  await withoutChatter(() => app.prepare());
  const handle = app.getRequestHandler();
  return { handle: (req, res) => handle(req, res), close: () => app.close() };
}

/**
 * RFC 3986, 6.2.2.2: a letter, a digit and `-._~` mean the same with or without an escape, so both forms are
 * the same address.
 */
const plainPath = (path: string): string =>
  path.replace(/%[0-9a-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(parseInt(escape.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : escape;
  });

/**
 * RFC 9112, 3.2.2: a proxy sends the whole address in the request line. The code below expects only a path.
 */
function takeOriginForm(req: IncomingMessage): void {
  const rest = (req.url ?? '/').replace(/^https?:\/\/[^/?#]*/i, '');
  const own = rest.startsWith('/') || rest === req.url ? rest : `/${rest}`;
  const at = own.indexOf('?');
  req.url = at < 0 ? plainPath(own) : plainPath(own.slice(0, at)) + own.slice(at);
}

/** Before anything is looked up by the address: a link with a reader's number is the same page. */
function leaveOutTracking(req: IncomingMessage): void {
  const { url = '/' } = req;
  const at = url.indexOf('?');
  if (at < 0) return;
  const [path, search] = [url.slice(0, at), searchRead(url.slice(0, at), url.slice(at + 1))];
  req.url = search === '' ? path : `${path}?${search}`;
}

function requestOf(req: IncomingMessage): AnswerRequest {
  takeOriginForm(req);
  leaveOutTracking(req);
  const { url = '/' } = req;
  const at = url.indexOf('?');
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
    origin: process.env['PUBLIC_ORIGIN'] ?? '',
    readBody: (most) => bodyOf(req, most),
  };
}

/** The body of a request as text; null if it has more bytes. What comes after them is read and dropped. */
function bodyOf(req: IncomingMessage, most: number): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    req.on('data', (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes <= most) chunks.push(chunk);
      else resolve(null);
    });
    req.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    req.on('error', reject);
    req.on('close', () => reject(new NotNow('COTEJO_LEFT')));
  });
}

const longDownloads = new LongDownloads();

/**
 * Writes an answer. If a stream fails, the connection is broken, so that the client never takes a part for
 * the whole file.
 */
async function write(res: ServerResponse, { status, headers: own, body }: Answer): Promise<void> {
  const headers = secured(status, own);
  const begin = (): void => void res.writeHead(status, headers);
  if (!(typeof body === 'string' || body instanceof Uint8Array)) return longDownloads.send(body, res, begin);
  begin();
  res.end(body);
}

/** Logs a server error, and answers if nothing has been sent yet. */
async function fail(error: unknown, request: AnswerRequest, res: ServerResponse): Promise<void> {
  const answered = await negotiate(errorResponse(error, request), request);
  if (res.headersSent || res.destroyed) res.destroy();
  else await write(res, answered);
}

/** Refuses methods other than GET and HEAD for pages; null for a request that Next may handle. */
const unreadable = (request: AnswerRequest): Answer | null =>
  request.method === 'GET' || request.method === 'HEAD' ? null : methodRefusal(request, 'GET, HEAD');

/** Listens, and returns the address. Rejects when the port cannot be had, once what was opened before is closed. */
async function listenAt(
  server: Server,
  where: { port: number; host: string },
  close: () => Promise<unknown>,
): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(where.port, where.host, resolve);
  }).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const { port } = server.address() as AddressInfo;
  const host = where.host.includes(':') ? `[${where.host}]` : where.host;
  return `http://${host}:${port}`;
}

/**
 * Serves until closed. Rejects when the port cannot be had or the pages are not built.
 * @param openPages answers the addresses that this server does not; Next, unless a test passes another
 */
export async function serve(
  where: { port: number; host: string; healthPort?: number | null },
  openPages: (where: { port: number; host: string }) => Promise<Pages> = openNext,
  openAnswers?: (admit: Admit) => Answers,
): Promise<{ address: string; close(): Promise<void> }> {
  const patience = stopPatience();
  const pages = await openPages(where);
  const admission = openAdmission();
  const { answerFromCache: answer } = openAnswers?.(admission) ?? createAnswers({ admit: admission });
  const assertPublished = openAnswers ? () => Promise.resolve() : untilPublished();
  const page = cachePages(pages.handle, undefined, admission.page);
  let closing = false;
  const probes = openProbes({ isClosing: () => closing, loads: admission.loads, letGo: () => letGo });

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const request = requestOf(req);
    // An idle keep-alive socket would keep the process running.
    if (closing) res.setHeader('connection', 'close');
    try {
      await assertPublished(request.path);
      const answered =
        (await answer(request)) ??
        (await probes.answer(request)) ??
        malformedAddress(request) ??
        unreadable(request) ??
        answerElsewhere(request);
      if (answered) await write(res, answered);
      else await page(req, res);
    } catch (error) {
      await fail(error, request, res);
    }
  }

  const log = openLog();
  const { server, letGo } = watchedServer((req, res) => {
    res.on('error', () => undefined);
    const asking = askingOf(req, res);
    probes.count(req, res);
    log?.request(req, res, asking.id ?? '');
    workFor(asking, () => handle(req, res)).catch(() => res.destroy());
  });
  const health = await openHealthThread(where);
  const address = await listenAt(server, where, () => Promise.all([pages.close(), health?.close()]));
  // Never from a request, because a page is kept and sent to other clients.
  process.env['PUBLIC_ORIGIN'] ||= address;
  const priming = openAnswers ? null : primeChecksums(answer);
  return {
    address,
    close: async () => {
      closing = true;
      health?.closing();
      priming?.stop();
      await closeConnections(server, patience);
      await Promise.all([pages.close(), admission.close(), health?.close()]);
      log?.close();
    },
  };
}
