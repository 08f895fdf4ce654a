// One server a checkout. A second start is told how the first one is.

import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertTwin, homesOf, isUsable } from '#db/embedded/place.ts';
import { UserError } from '../terminal/user-error.ts';
import { readLock, tryLock } from '../lock.mjs';

const TRIES = 10;
const NOTE = 'serving.json';

/** Where the note is: in the checkout, or, where that cannot be written to, in its twin. */
function noteOf(root: string): string {
  const { inside, twin } = homesOf(root);
  if (isUsable(inside)) return join(inside, NOTE);
  assertTwin(twin);
  return join(twin, NOTE);
}

/** The site that runs from this checkout, and the note that it left; nothing when none runs. */
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

/** One server a checkout: takes the note that says so, or tells where the first one is. */
export async function claimCheckout(root: string, address: string) {
  const note = noteOf(root);
  const claim = tryLock(note, { address, ready: false });
  if (claim) return claim;
  const first = readLock(note);
  const where = `process ${first?.pid}, ${String(first?.['address'])}`;
  if (!first?.['ready']) throw new UserError(`Cotejo is just being started from this checkout (${where}).`);
  const health = await askHealth(String(first['address']));
  throw new UserError(
    health === 'well'
      ? `Cotejo already runs from this checkout: ${String(first['address'])} (process ${first.pid}; npm run stop ends it).`
      : `Cotejo runs from this checkout (${where}) but ${health}: npm run stop, then npm start.`,
  );
}

/** How the first server is, in words; it starts a database that was killed again within seconds. */
async function askHealth(address: string): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    const status = await healthStatus(address);
    if (status === 200) return 'well';
    if (tries === TRIES)
      return status === null ? 'does not answer' : `says that it cannot answer (${status})`;
    await sleep(500);
  }
}

/** Not `fetch`: it refuses some ports that a server may have. */
const healthStatus = (address: string): Promise<number | null> =>
  new Promise((resolve) => {
    const asked = get(`${address}/healthz`, { timeout: 2_000, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(null));
  });
