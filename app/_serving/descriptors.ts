/** How many connections this process can hold, told from what the system allows it. */
import { readFileSync } from 'node:fs';

const USUAL = 2_000;
/** Descriptors that are not for askers: libraries, the database, the log, what Next reads. */
const OURS = 120;

/** The most files and sockets this process may have open; null where the system does not tell. */
function descriptorLimit(): number | null {
  try {
    const [, limit] = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return limit === undefined ? null : Number(limit);
  } catch {
    return null;
  }
}

/**
 * The most connections at a time: `MAX_CONNECTIONS`, else 2,000, and never more than the system allows.
 * @throws {Error} where the setting is no whole number above zero
 */
export function mostConnections(
  env: Readonly<Record<string, string | undefined>> = process.env,
  limit: number | null = descriptorLimit(),
): number {
  const text = env['MAX_CONNECTIONS']?.trim();
  if (text && !/^[1-9]\d{0,6}$/.test(text)) {
    throw new Error(`MAX_CONNECTIONS=${text} is not a whole number above zero; leave it unset for ${USUAL}`);
  }
  const wished = text ? Number(text) : USUAL;
  return limit === null ? wished : Math.max(10, Math.min(wished, limit - OURS));
}
