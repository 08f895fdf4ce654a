/**
 * The log. By default only what went wrong, a line for people each. `LOG=json` makes every line an object with a
 * time, a level and the id of its request, and adds a line for each request.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino, stdTimeFunctions, type Logger } from 'pino';
import { currentAsking } from '#app/_data/asking.ts';

/** Reads `LOG`. @throws Error naming the value */
function readLogFormat(env: NodeJS.ProcessEnv = process.env): 'lines' | 'json' {
  const text = env['LOG']?.trim() || 'lines';
  if (text === 'lines' || text === 'json') return text;
  throw new Error(
    `LOG=${text} is not known: say json for a line of JSON for each request, or leave it unset`,
  );
}

/** A proxy of ours may have given the request an id; other ids are not believed. */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>, env = process.env): string {
  const given = Number(env['TRUST_PROXY'] ?? 0) > 0 ? headers['x-request-id'] : undefined;
  return typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID();
}

const words = (said: readonly unknown[]): string =>
  said.map((word) => (word instanceof Error ? (word.stack ?? word.message) : String(word))).join(' ');

export interface Log {
  /** Writes a line for a request once it is answered or its asker has left. */
  request(req: IncomingMessage, res: ServerResponse, id: string): void;
  close(): void;
}

/** Opens the log; null where people read it. Whatever else is printed becomes lines of the log too. */
export function openLog(
  format: 'lines' | 'json' = readLogFormat(),
  to?: { write(line: string): void },
): Log | null {
  if (format === 'lines') return null;
  const settings = {
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger: Logger = to ? pino(settings, to) : pino(settings);
  const { error, warn } = console;
  console.error = (...said: unknown[]) => logger.error({ request: currentAsking()?.id }, words(said));
  console.warn = (...said: unknown[]) => logger.warn({ request: currentAsking()?.id }, words(said));
  return {
    request: (req, res, id) => {
      const since = performance.now();
      const { method, url } = req;
      res.once('close', () => {
        const { statusCode, writableFinished } = res;
        const level = statusCode >= 500 ? 'warn' : 'info';
        const ms = Math.round(performance.now() - since);
        logger[level](
          { request: id, method, url, status: statusCode, ms, finished: writableFinished },
          'request',
        );
      });
    },
    close: () => void Object.assign(console, { error, warn }),
  };
}
