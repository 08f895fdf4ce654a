// Stops the embedded server when all processes that use it were killed. It checks the process numbers in the
// lease files once a second, in plain JavaScript because it should stay small. The full check (whether a
// number is still the same process, whether a start is in progress) runs when no number is left.

import { readdirSync } from 'node:fs';

const INTERVAL_MS = 1000;
const [leases = '', server = '', home = '', name = ''] = process.argv.slice(2);

/** @param {number} pid */
function isTaken(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

function isHeld() {
  try {
    return readdirSync(leases).some((file) => isTaken(parseInt(file, 10)));
  } catch {
    return false;
  }
}

async function watch() {
  if (!isTaken(Number(server))) return;
  if (!isHeld()) {
    // Loaded only now: without it, the watchdog needs a third less memory.
    const { tsImport } = await import('tsx/esm/api');
    const { stopUnheld } = await tsImport('./watch.ts', import.meta.url);
    if (await stopUnheld(home, name, Number(server))) return;
  }
  setTimeout(() => void watch(), INTERVAL_MS);
}

await watch();
