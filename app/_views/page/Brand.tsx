/** The parallels, ‖, in all their uses: logo, release pin, rule between columns. */
import type { ReactElement } from 'react';

/** Two bars: the number and its proof. */
export const Logo = (): ReactElement => (
  <svg viewBox="0 0 15 24" aria-hidden="true">
    <rect width="4.5" height="24" fill="var(--ink)" />
    <rect x="10" width="4.5" height="24" fill="var(--tie)" />
  </svg>
);

export const SmallLogo = (): ReactElement => (
  <svg viewBox="0 0 9 12" aria-hidden="true">
    <rect width="3" height="12" fill="var(--ink)" />
    <rect x="6" width="3" height="12" fill="var(--tie)" />
  </svg>
);

/** Across the page: a chapter begins. */
export const TwinRule = (): ReactElement => <div className="twin" aria-hidden="true" />;

/** Down the page: left what is said, right where it is said. */
export const Gutter = (): ReactElement => <div className="gut" aria-hidden="true" />;
