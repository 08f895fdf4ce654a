/** Addresses for whoever runs the site: whether the process lives, whether it should be asked, and its counters. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { NO_STORE } from '#app/_answers/http/headers.ts';
import type { Answer, AnswerRequest, WholeAnswer } from '#app/_answers/http/request.ts';
import { siteData } from '#app/_data/data.ts';
import type { Health } from '#app/_data/health.ts';
import type { LaneLoad } from './admission.ts';
import type { LetGo } from './connections.ts';
import { openMetrics } from './metrics.ts';

const PLAIN = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': NO_STORE };

interface Probed {
  readonly isClosing: () => boolean;
  readonly loads: () => readonly LaneLoad[];
  readonly letGo: () => Readonly<LetGo>;
}

export interface Probes {
  /** Null for other addresses. */
  answer(request: AnswerRequest): Promise<Answer | null>;
  /** Counts a request. */
  count(req: IncomingMessage, res: ServerResponse): void;
}

export const plain = (status: number, body: string): WholeAnswer => ({ status, headers: PLAIN, body });

/** What is asked about a process. */
interface Probe {
  readonly isAlive: () => boolean;
  readonly isClosing: () => boolean;
  readonly checkHealth: () => Promise<Health>;
}

/**
 * Null for other addresses. `/livez` is 200 while the process answers at all, whatever its database does: a supervisor
 * that restarts it for the database's sake makes things worse. `/readyz` is 200 while it should be sent requests.
 */
export async function answerProbe(
  path: string,
  { isAlive, isClosing, checkHealth }: Probe,
): Promise<WholeAnswer | null> {
  if (path === '/livez') return isAlive() ? plain(200, 'alive\n') : plain(503, 'hung\n');
  if (path !== '/readyz') return null;
  const { ready } = await checkHealth();
  return ready && !isClosing() && isAlive() ? plain(200, 'ready\n') : plain(503, 'not ready\n');
}

/** The probes at the site's own port. */
export function openProbes({ isClosing, loads, letGo }: Probed, env = process.env): Probes {
  const { checkHealth } = siteData;
  const metrics = env['METRICS'] === '1' ? openMetrics({ loads, letGo, checkHealth }) : null;

  return {
    count: (req, res) => metrics?.request(req, res),
    answer: async ({ path, method }) => {
      if (method !== 'GET' && method !== 'HEAD') return null;
      const probed = await answerProbe(path, { isAlive: () => true, isClosing, checkHealth });
      if (probed || path !== '/metrics' || !metrics) return probed;
      const headers = { ...PLAIN, 'content-type': 'text/plain; version=0.0.4; charset=utf-8' };
      return { status: 200, headers, body: await metrics.text() };
    },
  };
}
