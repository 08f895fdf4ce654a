// The product: the bundle of `server.ts` as `npm start` runs it, in a separate process. If the site is not
// built there are no pages, but data, embeds and health are answered.

import { pathToFileURL } from 'node:url';
import type { ServerResponse } from 'node:http';
import type { Served } from '../server/wait-until-up.ts';
import { report } from './host.ts';

interface Pages {
  handle(req: unknown, res: ServerResponse): Promise<void>;
  close(): Promise<void>;
}
type Serve = (where: { port: number; host: string }, open?: () => Promise<Pages>) => Promise<Served>;

const noPages: Pages = {
  handle: (_req, res) => Promise.resolve(void res.writeHead(503).end()),
  close: () => Promise.resolve(),
};

const [, , bundle = '', pages] = process.argv;
const { serve } = (await import(pathToFileURL(bundle).href)) as { serve: Serve };
const where = { port: 0, host: '127.0.0.1' };
const { address } = await (pages === 'pages' ? serve(where) : serve(where, () => Promise.resolve(noPages)));
report({ port: Number(new URL(address).port) });
