/**
 * Publishers' files on this machine: real HTTP on loopback, at `BASE/host/path`, with conditional requests as in
 * RFC 9110. The pages have links in the shape of the addresses that publishers use: a folder for each month.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ServedFile {
  body: string | Uint8Array;
  /** A day in Last-Modified; without it there is an ETag. */
  changed?: string;
  status?: number;
  /** Neither Last-Modified nor ETag. */
  plain?: boolean;
}

export interface MirrorServer {
  readonly base: string;
  /** By host and path. */
  readonly files: Map<string, ServedFile>;
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders; status: number }[];
  close(): Promise<void>;
}

const tagOf = (body: string | Uint8Array): string => `"${createHash('md5').update(body).digest('hex')}"`;

/** A page with links to files, as a publisher's site has it. */
export const pageWith = (...links: readonly string[]): string =>
  `<!doctype html><html><head><title>Statistics</title></head><body><a href="/">Home</a>\n${links
    .map((link) => `<p><span class="file"><a class="f" href="${link}" type="text/csv">File</a></span></p>`)
    .join('\n')}</body></html>`;

export async function startMirror(): Promise<MirrorServer> {
  const server: MirrorServer = { base: '', files: new Map(), asked: [], close: async () => undefined };
  const http = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '').slice(1).split('?')[0] ?? '');
    const visit = { path, headers: request.headers, status: 404 };
    server.asked.push(visit);
    const file = server.files.get(path);
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<html><title>Not found</title></html>');
      return;
    }
    const headers: Record<string, string> = {};
    if (file.changed !== undefined) headers['last-modified'] = new Date(file.changed).toUTCString();
    else if (file.plain !== true) headers['etag'] = tagOf(file.body);
    const same =
      (headers['etag'] !== undefined && request.headers['if-none-match'] === headers['etag']) ||
      (headers['last-modified'] !== undefined &&
        request.headers['if-modified-since'] === headers['last-modified']);
    visit.status = same ? 304 : (file.status ?? 200);
    response.writeHead(visit.status, headers).end(same ? undefined : file.body);
  });
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
  return Object.assign(server, {
    base: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    async close() {
      http.closeAllConnections();
      await new Promise((done) => http.close(done));
    },
  });
}
