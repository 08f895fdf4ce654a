/** Who asks, as far as it can be known, and for how long their question is worked on. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Asking } from '#app/_data/asking.ts';
import { LIMITS } from '#stats/limits.ts';

/** From the arrival of a request to its answer; waiting counts. */
const BUDGET_MS = LIMITS.statementTimeoutSeconds * 1000;

/** The request as those who work for it know it. */
export const askingOf = (req: IncomingMessage, res: ServerResponse): Asking =>
  new Asking(req.socket.remoteAddress ?? '', Date.now() + BUDGET_MS, () => res.destroyed || res.closed);
