/** Who asks, as far as it can be known, and for how long their question is worked on. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AskingScope } from '#app/_data/asking.ts';
import { LIMITS } from '#stats/limits.ts';
import { requestId } from './log.ts';

/** From the arrival of a request to its answer; waiting counts. */
const BUDGET_MS = LIMITS.statementTimeoutSeconds * 1000;

/**
 * The address of an asker. Each proxy of ours adds the address that it was asked from; what stands before those is
 * the asker's own word. `TRUST_PROXY` says how many there are.
 */
export function askerAddress(
  {
    socket,
    headers,
  }: Pick<IncomingMessage, 'headers'> & { readonly socket: { readonly remoteAddress?: string | undefined } },
  proxies = Number(process.env['TRUST_PROXY'] ?? 0),
): string {
  const forwarded = proxies > 0 ? [headers['x-forwarded-for'] ?? []].flat().join(',').split(',') : [];
  return forwarded.at(-proxies)?.trim() || (socket.remoteAddress ?? '');
}

/** The request as those who work for it know it. */
export const askingOf = (req: IncomingMessage, res: ServerResponse): AskingScope =>
  new AskingScope(
    askerAddress(req),
    Date.now() + BUDGET_MS,
    () => res.destroyed || res.closed,
    requestId(req),
  );
