/** The parallels, ‖, in all their uses: logo, release pin, rule between columns. */
import type { ReactElement } from 'react';

/** Two bars: the number and its evidence. */
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

/** A rule across the page, at the start of a section. */
export const TwinRule = (): ReactElement => <div className="twin" aria-hidden="true" />;

/** A rule down the page, between the figures and their sources. */
export const Gutter = (): ReactElement => <div className="gut" aria-hidden="true" />;
