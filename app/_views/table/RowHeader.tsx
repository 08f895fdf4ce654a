/** The head of a row: the colour of its series, its name, and what else distinguishes it. */
import type { ReactElement } from 'react';
import type { AreaColour } from '#app/_charts/scales/colour.ts';
import { Swatch } from '../page/Swatch.tsx';

export const RowHeader = ({
  colour,
  name,
  detail,
}: {
  readonly colour: AreaColour;
  readonly name: string;
  readonly detail: string;
}): ReactElement => (
  <th scope="row">
    <span className="who">
      <Swatch colour={colour} />
      <span>
        {name}
        {detail !== '' && <small>{detail}</small>}
      </span>
    </span>
  </th>
);
