/** A site that is not ours, with a page of whatever it is given. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReportHost {
  readonly address: string;
  /** What the page holds from now on, and the headers that it is sent with. */
  show(html: string, headers?: Readonly<Record<string, string>>): void;
  close(): void;
}

export async function openReportHost(): Promise<ReportHost> {
  let page = '';
  let sent: Readonly<Record<string, string>> = {};
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...sent });
    response.end(
      `<!doctype html><html lang="en"><title>Report</title><meta name="viewport" content="width=device-width">${page}`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}/`,
    show: (html, headers = {}) => ([page, sent] = [html, headers]),
    close: () => void server.close(),
  };
}
