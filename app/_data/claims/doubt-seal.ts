/** What the register of doubts adds to the bytes of an answer: it is no part of a release. */
import { createHash } from 'node:crypto';
import { DOUBTS } from '#claims/doubts.ts';

/** Changes with the doubts that stand beside figures. */
export const DOUBT_SEAL = createHash('sha256')
  .update(JSON.stringify(DOUBTS.map(({ id, title, figures }) => ({ id, title, figures }))))
  .digest('hex');
