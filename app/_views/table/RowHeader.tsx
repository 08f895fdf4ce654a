/** The head of a row: the colour of its series, its name, and what else distinguishes it. */
import type { ReactElement, ReactNode } from 'react';
import { seriesIdOf } from '#app/_charts/model/series-id.ts';
import type { AreaColour } from '#app/_charts/scales/colour.ts';
import { isPlace } from '#stats/model/catalogue.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell, SeriesKey } from '#stats/model/observation.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';
import { Swatch } from '../page/Swatch.tsx';

export const RowHeader = ({
  colour,
  name,
  detail,
  href,
}: {
  readonly colour: AreaColour;
  readonly name: string;
  readonly detail: string;
  /** The page of the area that the name is of; null if it is of no single area. */
  readonly href: string | null;
}): ReactElement => (
  <th scope="row">
    <span className="who">
      <Swatch colour={colour} />
      <span>
        {href === null ? name : <a href={href}>{name}</a>}
        {detail !== '' && <small>{detail}</small>}
      </span>
    </span>
  </th>
);

/** A row of a series: shaded where Cotejo computed it, and connected with its line in the chart. */
export const SeriesRow = ({
  cell,
  children,
}: {
  /** A figure of the series. */
  readonly cell: Cell | undefined;
  readonly children: ReactNode;
}): ReactElement => (
  <tr className={cell?.computed ? 'agg' : undefined} data-series={cell && seriesIdOf(cell)}>
    {children}
  </tr>
);

/** The page of the area, or of the origin, whose name a row has; null for other names. */
export function rowAreaHref(
  name: string,
  { area, counterpart }: Pick<SeriesKey, 'area' | 'counterpart'>,
  { areas, language }: Pick<Comparison, 'areas' | 'language'>,
  place: PageContext,
): string | null {
  const named = areas.find(
    ({ code, kind, name: own }) =>
      (code === area || code === counterpart) &&
      (isPlace(kind) || kind === 'group') &&
      own[language] === name,
  );
  return named ? pageHref(place, `/areas/${named.code}`) : null;
}
