/** How many connections a web process opens, by what they are for. */

export type ReaderLane = 'light' | 'heavy' | 'health';

/** Connections of one process, together below what a small server of the user's own allows. */
const USUAL_MAX = 15;
const FEWEST_MAX = 5;

/**
 * Connections of each lane. The thread for heavy questions has as many heavy ones again, and another for health:
 * all of them together are `DATABASE_POOL_MAX`.
 *
 * @throws Error where the setting is no such number
 */
export function poolSizes(env: NodeJS.ProcessEnv = process.env): Readonly<Record<ReaderLane, number>> {
  const text = env['DATABASE_POOL_MAX']?.trim() || String(USUAL_MAX);
  const max = Number(text);
  if (!/^\d{1,4}$/.test(text) || max < FEWEST_MAX) {
    throw new Error(
      `DATABASE_POOL_MAX=${text} is not a whole number from ${FEWEST_MAX} on; leave it unset for ${USUAL_MAX}`,
    );
  }
  const heavy = Math.max(1, Math.floor(((max - 2) * 3) / 13));
  return { light: max - 2 - 2 * heavy, heavy, health: 1 };
}
