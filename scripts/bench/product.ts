// The product: the bundle of `server.ts` as `npm start` runs it, in a separate process. If the site is not
// built there are no pages, but data, embeds and health are answered.

import { pathToFileURL } from 'node:url';
import type { ServerResponse } from 'node:http';
import type { Served } from '../server/wait-until-up.ts';
import { report } from './host.ts';
import { VERSION } from './world.ts';

interface Pages {
  handle(req: unknown, res: ServerResponse): Promise<void>;
  close(): Promise<void>;
}
type Serve = (where: { port: number; host: string }, open?: () => Promise<Pages>) => Promise<Served>;

/** The checksums of ten million rows take some minutes. */
const SUMS_MS = 600_000;

const noPages: Pages = {
  handle: (_req, res) => Promise.resolve(void res.writeHead(503).end()),
  close: () => Promise.resolve(),
};

const [, , bundle = '', pages] = process.argv;
const { serve } = (await import(pathToFileURL(bundle).href)) as { serve: Serve };
const where = { port: 0, host: '127.0.0.1' };
const { address } = await (pages === 'pages' ? serve(where) : serve(where, () => Promise.resolve(noPages)));
// A server makes the checksums of a new release beside its other work, once. They are made before anything is measured:
// 503 is a file that is not made yet, and any other answer leaves nothing to wait for (the oracle has no such release).
const sums = new URL(`/data/${VERSION}/SHA256SUMS`, address);
const began = Date.now();
for (let answer = await fetch(sums); answer.status === 503; answer = await fetch(sums)) {
  if (Date.now() - began > SUMS_MS)
    throw new Error(`${sums.href}: ${answer.status} after ${SUMS_MS / 1000} s`);
  await new Promise((resolve) => setTimeout(resolve, 1000));
}
report({ port: Number(new URL(address).port) });
