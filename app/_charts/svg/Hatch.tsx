/** The hatch of gaps. It is part of the chart, so that a copied chart keeps it. */
import type { ReactElement } from 'react';
import { paintOf, type Palette } from '../scales/palette.ts';

export const Hatch = ({ id, palette }: { readonly id: string; readonly palette: Palette }): ReactElement => (
  <defs>
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1="0" y1="0" x2="0" y2="5" stroke={paintOf('rule-2', palette)} strokeWidth="1.2" />
    </pattern>
  </defs>
);
