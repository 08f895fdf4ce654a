/**
 * The server's connections: how many there may be, how long a silent one is kept, what is said to one that does
 * not speak HTTP, and how all of them end. Everything here is let go by a clock of ours, never by the client's.
 */
import { createServer, type RequestListener, type Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { mostConnections } from './descriptors.ts';
import { admissionRefusal } from './refused.ts';

/** Clocks, in milliseconds. Tests have shorter ones. */
interface Clocks {
  /** A connection that neither gives nor takes anything for so long is ended, in mid-answer too. */
  readonly stalled: number;
  /** How long a request may take to arrive: its head, and all of it. */
  readonly head: number;
  readonly request: number;
  readonly lookEvery: number;
  /** A balancer in front keeps its connections for 60 seconds: ours must outlive its own. */
  readonly idle: number;
}

const USUAL: Clocks = { stalled: 60_000, head: 20_000, request: 30_000, lookEvery: 5_000, idle: 65_000 };
/** How long an idle connection is kept once nine tenths of all are taken. */
const CROWDED_IDLE_MS = 1_000;
/** How long a refused connection stays open, so that its client can read why. */
const LINGER_MS = 2_000;
/** How long the loop gets to read what had been sent before we were told to stop. */
const TURN_MS = 150;
const QUIET_TURNS = 5;
const MOST_TURNS = 1_000;

/** What was ended from our side, by reason. */
export interface LetGo {
  malformed: number;
  stalled: number;
  crowded: number;
}

/** A server whose connections are looked after. */
export interface Watched {
  readonly server: Server;
  readonly letGo: Readonly<LetGo>;
}

/** Says why, once, and ends the connection whether or not the client ever does. */
function refuse(socket: Duplex, answer: string): void {
  if (!socket.writable) return void socket.destroy();
  socket.end(answer);
  // Read on, or what is still on its way would turn our last words into a reset.
  socket.resume();
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

/** Makes the server; it does not listen yet. @param most connections at a time */
export function watchedServer(
  listener: RequestListener,
  most: number = mostConnections(),
  clocks: Clocks = USUAL,
): Watched {
  const letGo: LetGo = { malformed: 0, stalled: 0, crowded: 0 };
  const server = createServer(
    {
      headersTimeout: clocks.head,
      requestTimeout: clocks.request,
      connectionsCheckingInterval: clocks.lookEvery,
      keepAliveTimeout: clocks.idle,
      // RFC 9110, 7.8: a server may ignore `Upgrade`, and answers the request. Node 24 asks us this way.
      ...({ shouldUpgradeCallback: () => false } as object),
    },
    listener,
  );
  server.maxConnections = most;
  server.setTimeout(clocks.stalled, (socket) => {
    letGo.stalled += 1;
    socket.destroy();
  });
  server.on('drop', () => (letGo.crowded += 1));
  let open = 0;
  const setIdle = (): void => {
    server.keepAliveTimeout = open > most * 0.9 ? CROWDED_IDLE_MS : clocks.idle;
  };
  server.on('connection', (socket) => {
    open += 1;
    setIdle();
    socket.once('close', () => {
      open -= 1;
      setIdle();
    });
  });
  server.on('clientError', (error, socket) => {
    letGo.malformed += 1;
    refuse(socket, admissionRefusal(error));
  });
  server.on('connect', (_req, socket) => refuse(socket, admissionRefusal({ code: 'CONNECT' })));
  return { server, letGo };
}

/**
 * Ends a server: it takes no new connections, what was sent is answered, and after `patienceMs` what is still not
 * done is cut. A request that was sent before is never reset: the loop is given time to read it first, because a
 * connection whose request lies unread looks idle.
 */
export async function closeConnections(server: Server, patienceMs: number): Promise<void> {
  const since = Date.now();
  await turn(server);
  // Not the method of the HTTP server: that ends what looks idle in the same breath.
  const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
  let isSwept = false;
  const sweep = setInterval(() => isSwept && server.closeIdleConnections(), TURN_MS);
  const patience = setTimeout(() => server.closeAllConnections(), patienceMs - (Date.now() - since));
  await turn(server);
  server.closeIdleConnections();
  isSwept = true;
  await closed;
  clearInterval(sweep);
  clearTimeout(patience);
  // Ends Node's own clock for slow requests; nothing is open any more.
  server.close(() => undefined);
}

/**
 * A pause, then turns of the loop until one brings no new connection or request: after it everything has been read
 * that had arrived before, also where the loop was busy and the system had a queue of connections for us.
 */
async function turn(server: Server): Promise<void> {
  let heard = 0;
  const hear = (): void => void (heard += 1);
  server.on('connection', hear).on('request', hear);
  await new Promise((resolve) => setTimeout(resolve, TURN_MS));
  for (let turns = 0, quiet = 0; turns < MOST_TURNS && quiet < QUIET_TURNS; turns += 1) {
    const before = heard;
    await new Promise((resolve) => setImmediate(resolve));
    quiet = heard === before ? quiet + 1 : 0;
  }
  server.off('connection', hear).off('request', hear);
}
