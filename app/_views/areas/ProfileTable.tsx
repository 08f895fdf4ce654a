/** Indicators of one area as a table: every figure, the latest, the rank, the sources. */
import type { ReactElement } from 'react';
import { AREA_WORDS } from '#app/_words/areas.ts';
import type { Area } from '#stats/model/catalogue.ts';
import type { ProfileEntry } from '#stats/query/area-profile.ts';
import type { PageContext } from '../page/page-context.ts';
import { ProfileRow } from './ProfileRow.tsx';

export interface ProfileTableProps {
  readonly entries: readonly ProfileEntry[];
  readonly area: Area;
  readonly place: PageContext;
  /** The id of its heading. */
  readonly labelledBy: string;
  /** The year that was searched for. */
  readonly year?: string | null;
}

export function ProfileTable({
  entries,
  area,
  place,
  labelledBy,
  year = null,
}: ProfileTableProps): ReactElement {
  const { columns } = AREA_WORDS[place.language];
  return (
    <table className="profile-table" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{columns.what}</span>
          </th>
          <th scope="col">{columns.every}</th>
          <th scope="col">{columns.latest}</th>
          <th scope="col">{columns.rank}</th>
          <th scope="col">{columns.sources}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <ProfileRow
            key={`${entry.axis} ${entry.comparison.indicator.id}`}
            {...{ entry, area, place, year }}
          />
        ))}
      </tbody>
    </table>
  );
}
