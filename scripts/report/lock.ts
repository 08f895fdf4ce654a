// The lock of a report: what each of its addresses said when the report was checked first, as hashes.

import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { UserError } from '../terminal/user-error.ts';

const ENTRY = z.object({
  address: z.string(),
  release: z.string().nullable(),
  figures: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const LOCK = z.object({
  format: z.literal('cotejo-report-lock'),
  version: z.literal(1),
  entries: z.array(ENTRY),
});

export type LockEntry = z.infer<typeof ENTRY>;

/** The lock in a file; empty if there is none. @throws UserError for a file that is no lock */
export function readReportLock(path: string): LockEntry[] {
  if (!existsSync(path)) return [];
  const problem = (what: string): UserError =>
    new UserError(`${path}: ${what}. Delete it, and the next check writes it anew.`);
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw problem('not JSON');
  }
  const read = LOCK.safeParse(document);
  if (!read.success)
    throw problem(`not the lock of a report (${read.error.issues[0]?.path.join('.') ?? ''})`);
  return read.data.entries;
}

export const formatLock = (entries: readonly LockEntry[]): string =>
  `${JSON.stringify({ format: 'cotejo-report-lock', version: 1, entries }, null, 1)}\n`;
