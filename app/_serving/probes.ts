/** Addresses for whoever runs the site: whether the process lives, whether it should be asked, and its counters. */
import { NO_STORE } from '#app/_answers/http/headers.ts';
import type { Answer, AnswerRequest } from '#app/_answers/http/request.ts';
import type { Health } from '#app/_data/health.ts';
import type { Metrics } from './metrics.ts';

const PLAIN = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': NO_STORE };

interface Probed {
  readonly isClosing: () => boolean;
  readonly checkHealth: () => Promise<Health>;
  readonly metrics: Metrics | null;
}

/**
 * `/livez` is 200 while the process answers at all, whatever its database does: a supervisor that restarts it for the
 * database's sake makes things worse. `/readyz` is 200 while it should be sent requests. Null for other addresses.
 */
export async function answerProbe(
  { path, method }: AnswerRequest,
  { isClosing, checkHealth, metrics }: Probed,
): Promise<Answer | null> {
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (path === '/livez') return { status: 200, headers: PLAIN, body: 'alive\n' };
  if (path === '/readyz') {
    const { ready } = await checkHealth();
    const isReady = ready && !isClosing();
    return { status: isReady ? 200 : 503, headers: PLAIN, body: isReady ? 'ready\n' : 'not ready\n' };
  }
  if (path === '/metrics' && metrics) {
    return {
      status: 200,
      headers: { ...PLAIN, 'content-type': 'text/plain; version=0.0.4' },
      body: await metrics.text(),
    };
  }
  return null;
}
