/** What the declared kinds of revision of earlier editions add to the bytes of a list of changes: they are in no release. */
import { createHash } from 'node:crypto';
import { EARLIER_DECLARATIONS } from '#claims/declared-revisions.ts';

export const DECLARED_SEAL = createHash('sha256')
  .update(JSON.stringify(EARLIER_DECLARATIONS.map(({ id, revision }) => ({ id, revision }))))
  .digest('hex');
