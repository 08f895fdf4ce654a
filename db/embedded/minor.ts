// Which PostgreSQL is embedded, and whether newer ones have been due since. PostgreSQL mends faults of security in
// minor releases, on the second Thursday of February, May, August and November; nothing is asked over the network.

/** The version of the packages in package.json, and the day on which PostgreSQL released it. */
export const EMBEDDED = { version: '18.4', released: '2026-05-14' } as const;

const MONTHS = [2, 5, 8, 11];

/** The second Thursday of a month, as a day. */
function secondThursday(year: number, month: number): string {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const day = ((4 - first + 7) % 7) + 8;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The days on which minor releases were due after the embedded one, up to a day (`2026-11-29`). */
export function minorsDue(today: string, released: string = EMBEDDED.released): string[] {
  const days: string[] = [];
  for (let year = Number(released.slice(0, 4)); year <= Number(today.slice(0, 4)); year += 1) {
    for (const month of MONTHS) {
      const day = secondThursday(year, month);
      if (day > released && day <= today) days.push(day);
    }
  }
  return days;
}

/** What `npm start` says of the embedded server. */
export function describeEmbedded(today: string): string {
  const due = minorsDue(today);
  const name = `embedded PostgreSQL ${EMBEDDED.version}`;
  if (due.length === 0) return name;
  const times = due.length === 1 ? 'a minor release has' : `${due.length} minor releases have`;
  return `${name}; ${times} been due since, perhaps with security fixes (SECURITY.md)`;
}
