/** A sample of a series' line: the area's colour, or the twin stroke of a group. */
import type { ReactElement } from 'react';
import type { AreaColour } from '#app/_charts/scales/colour.ts';

export const Swatch = ({ colour }: { readonly colour: AreaColour }): ReactElement => (
  <svg className="sw" viewBox="0 0 16 8" aria-hidden="true">
    {colour === 'group' ? (
      <>
        <line y1="4" x2="16" y2="4" stroke="var(--group)" strokeWidth="5" />
        <line y1="4" x2="16" y2="4" stroke="var(--paper)" strokeWidth="1.8" />
      </>
    ) : (
      <line y1="4" x2="16" y2="4" stroke={`var(--${colour})`} strokeWidth="3" />
    )}
  </svg>
);
