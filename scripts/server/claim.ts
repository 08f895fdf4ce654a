// One server per checkout. A second start reports the state of the first.

import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertTwin, homesOf, isUsable } from '#db/embedded/place.ts';
import { UserError } from '../terminal/user-error.ts';
import { readLock, tryLock } from '../lock.mjs';

const TRIES = 10;
const NOTE = 'serving.json';

/** The path of the note: in the checkout or, if that is read-only, in its twin. */
function noteOf(root: string): string {
  const { inside, twin } = homesOf(root);
  if (isUsable(inside)) return join(inside, NOTE);
  assertTwin(twin);
  return join(twin, NOTE);
}

/** The running site of this checkout and its note; undefined if none runs. */
export function findServing(root: string): { note: string; serving: Holder } | undefined {
  const { inside, twin } = homesOf(root);
  for (const home of [inside, twin]) {
    const note = join(home, NOTE);
    const serving = readLock(note);
    if (serving) return { note, serving };
  }
  return undefined;
}

type Holder = NonNullable<ReturnType<typeof readLock>>;

/** Claims the checkout by writing the note, or reports the server that already runs. */
export async function claimCheckout(root: string, address: string) {
  const note = noteOf(root);
  const claim = tryLock(note, { address, ready: false });
  if (claim) return claim;
  const first = readLock(note);
  const where = `process ${first?.pid}, ${String(first?.['address'])}`;
  if (!first?.['ready'])
    throw new UserError(
      `Cotejo is already being started from this checkout (${where}). Wait until it is ready.`,
    );
  const health = await askHealth(String(first['address']));
  throw new UserError(
    health === 'well'
      ? `Cotejo already runs from this checkout: ${String(first['address'])} (process ${first.pid}; npm run stop ends it).`
      : `Cotejo runs from this checkout (${where}) but ${health}: npm run stop, then npm start.`,
  );
}

/** The state of the first server in words; it restarts a killed database within seconds. */
async function askHealth(address: string): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    const status = await healthStatus(address);
    if (status === 200) return 'well';
    if (tries === TRIES)
      return status === null ? 'does not answer' : `says that it cannot answer (${status})`;
    await sleep(500);
  }
}

/** Not `fetch`, which refuses some ports that a server may have. */
const healthStatus = (address: string): Promise<number | null> =>
  new Promise((resolve) => {
    const asked = get(`${address}/healthz`, { timeout: 2_000, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(null));
  });
