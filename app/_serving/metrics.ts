/** What Prometheus reads at `/metrics`, where `METRICS=1` is set. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { SiteData } from '#app/_data/data.ts';
import { poolSizes, readCounts } from '#app/_data/pool.ts';
import type { LaneLoad } from './admission.ts';
import type { LetGo } from './connections.ts';

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What kind of thing an address is, so that there are few series however many addresses there are. */
function kindOf(url: string): string {
  const [, first = ''] = /^\/([^/?]*)/.exec(url) ?? [];
  if (/^(?:data|sdmx|pxweb|mcp)$/.test(first)) return 'data';
  if (first === 'embed') return first;
  if (first === '_next') return 'asset';
  return /^(?:healthz|livez|readyz|metrics)$/.test(first) ? 'probe' : 'page';
}

/** What is read when somebody asks. */
interface Sources {
  readonly loads: () => readonly LaneLoad[];
  readonly letGo: () => Readonly<LetGo>;
  readonly checkHealth: SiteData['checkHealth'];
}

export interface Metrics {
  /** Counts a request once it is over. */
  request(req: IncomingMessage, res: ServerResponse): void;
  text(): Promise<string>;
}

function gauges(registers: readonly Registry[], { loads, letGo, checkHealth }: Sources): void {
  const gauge = (
    name: string,
    help: string,
    labelNames: readonly string[],
    collect: (own: Gauge) => unknown,
  ) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers: [...registers],
      async collect() {
        this.reset();
        await collect(this);
      },
    });
  gauge('cotejo_queue', 'Questions under way and waiting, by lane', ['kind', 'lane', 'state'], (own) => {
    for (const { kind, lane, running, waiting } of loads()) {
      own.set({ kind, lane, state: 'running' }, running);
      own.set({ kind, lane, state: 'waiting' }, waiting);
    }
  });
  gauge(
    'cotejo_made',
    'Answers that were made and not taken from memory, since the start',
    ['kind', 'lane'],
    (own) => {
      for (const { kind, lane, made } of loads()) own.set({ kind, lane }, made);
    },
  );
  gauge(
    'cotejo_connections_ended',
    'Connections that were ended from our side, since the start',
    ['why'],
    (own) => {
      for (const [why, count] of Object.entries(letGo())) own.set({ why }, count);
    },
  );
  gauge('cotejo_pool_max', 'The most connections to the database', ['lane'], (own) => {
    for (const [lane, max] of Object.entries(poolSizes())) own.set({ lane }, max);
  });
  gauge('cotejo_reads', 'Statements: begun, asked once more, and under way', ['state'], (own) => {
    for (const [state, count] of Object.entries(readCounts())) own.set({ state }, count);
  });
  gauge('cotejo_release', '1 for the newest release that is served', ['release'], async (own) => {
    const { release } = await checkHealth();
    if (release) own.set({ release }, 1);
  });
  gauge('cotejo_replica_lag_seconds', 'How far the standby is behind', [], async (own) => {
    const { lagSeconds } = await checkHealth();
    if (typeof lagSeconds === 'number') own.set(lagSeconds);
  });
}

/** Opens the counters of one server. */
export function openMetrics(sources: Sources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'cotejo_requests_total',
    help: 'Requests, by kind of address and status',
    labelNames: ['kind', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'cotejo_request_seconds',
    help: 'From the head of a request to the end of its answer',
    labelNames: ['kind'],
    buckets: SECONDS,
    registers,
  });
  gauges(registers, sources);
  return {
    request: ({ url = '/' }, res) => {
      const since = performance.now();
      const kind = kindOf(url);
      res.once('close', () => {
        requests.inc({ kind, status: String(res.statusCode) });
        seconds.observe({ kind }, (performance.now() - since) / 1000);
      });
    },
    text: () => registry.metrics(),
  };
}
