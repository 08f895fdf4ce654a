/** The sign of each verdict on a claim. */
import type { CheckVerdict } from '#stats/claims/claim.ts';
import type { VerdictKind } from '../page/Verdict.tsx';

export const KIND_OF_VERDICT: Readonly<Record<CheckVerdict, VerdictKind>> = {
  holds: 'holds',
  'holds-after-rounding': 'holds',
  fails: 'fails',
  'cannot-be-checked': 'open',
};
