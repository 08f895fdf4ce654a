/**
 * The printed number, hollow, beside ours, filled, on one scale from zero. A claim without two numbers to set
 * side by side has none.
 */
import type { ReactElement } from 'react';
import type { CheckedClaim } from '#stats/claims/claim.ts';
import { KIND_OF_VERDICT } from './verdict-kind.ts';

const HEIGHT = 36;

export function PairBars({ checked }: { readonly checked: CheckedClaim }): ReactElement | null {
  const { check, outcome } = checked;
  const [relation = '', text] = check?.relation.split(':') ?? [];
  const printed = Number(text);
  const ours = outcome.result?.value ?? null;
  if (relation === '' || text === undefined || ours === null || printed <= 0 || ours < 0) return null;
  const most = Math.max(printed, ours);
  const [left, right] = [(printed / most) * HEIGHT, (ours / most) * HEIGHT];
  return (
    <svg className={`pair-bars v-${KIND_OF_VERDICT[outcome.verdict]}`} viewBox="0 0 30 40" aria-hidden="true">
      <rect
        x="4.75"
        y={38 - left}
        width="8.5"
        height={left}
        fill="none"
        stroke="var(--ink-2)"
        strokeWidth="1.5"
      />
      <rect x="16" y={38 - right} width="10" height={right} fill="var(--v)" />
      <line x1="0" y1="38.5" x2="30" y2="38.5" stroke="var(--axis)" />
    </svg>
  );
}
