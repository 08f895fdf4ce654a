/** How long a server that is told to stop goes on with what it has begun. */
const USUAL_SECONDS = 10;

/**
 * Milliseconds, from `STOP_SECONDS`; ten seconds where it is not set.
 * @throws {Error} where the setting is no number of seconds from 0 to 3600
 */
export function stopPatience(env: Readonly<Record<string, string | undefined>> = process.env): number {
  const text = env['STOP_SECONDS']?.trim() || String(USUAL_SECONDS);
  const seconds = Number(text);
  if (/^\d+$/.test(text) && seconds <= 3600) return seconds * 1000;
  throw new Error(`STOP_SECONDS=${text} is not a whole number of seconds from 0 to 3600`);
}
