/** The thread that answers `/healthz`, `/livez` and `/readyz` at `HEALTH_PORT`, with a connection of its own. */
import { createServer, type ServerResponse } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { answerHealth } from '#app/_answers/data/health.ts';
import type { WholeAnswer } from '#app/_answers/http/request.ts';
import { siteData } from '#app/_data/data.ts';
import { LIMITS } from '#stats/limits.ts';
import { HealthState, type HealthTask } from './health-state.ts';
import { answerProbe, plain } from '../probes.ts';

/** A server that has not got round to a beat for so long has hung, and is to be restarted. */
const HUNG_MS = 30_000;
const LOOK_MS = 1_000;

const { host, port, shared } = workerData as HealthTask;
const state = new HealthState(shared);
setInterval(() => state.silentFor(), LOOK_MS).unref();

async function answer(path: string): Promise<WholeAnswer> {
  if (path === '/healthz') return answerHealth({ data: siteData, limits: LIMITS });
  const probed = await answerProbe(path, {
    isAlive: () => state.silentFor() < HUNG_MS,
    isClosing: () => state.isClosing,
    checkHealth: siteData.checkHealth,
  });
  return probed ?? plain(404, 'here are /healthz, /livez and /readyz\n');
}

function send(res: ServerResponse, { status, headers, body }: WholeAnswer): void {
  res.writeHead(status, headers).end(body);
}

const server = createServer((req, res) => {
  res.on('error', () => undefined);
  if (req.method !== 'GET' && req.method !== 'HEAD') return send(res, plain(405, 'GET or HEAD\n'));
  const [path = ''] = (req.url ?? '').split('?');
  answer(path).then(
    (answered) => send(res, answered),
    () => send(res, plain(500, 'failed\n')),
  );
});
server.listen(port, host, () => parentPort?.postMessage('listening'));
