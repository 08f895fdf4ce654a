/** An indicator on the page of an area: its series, its latest figure, its rank and its sources. */
import type { ReactElement } from 'react';
import { breakdownName, areaName, definitionName } from '#app/_charts/wording/code-name.ts';
import { Sparkline } from '#app/_charts/sparkline/Sparkline.tsx';
import { AREA_WORDS } from '#app/_words/areas.ts';
import { isSubnational, type Area } from '#stats/model/catalogue.ts';
import { ALL, NONE } from '#stats/model/observation.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import type { ProfileEntry } from '#stats/query/area-profile.ts';
import { formatQuery } from '#stats/query/query.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { indicatorHref, type PageContext } from '../page/page-context.ts';
import { EvidenceLink } from '../page/EvidenceLink.tsx';
import { FigureText } from '../table/FigureText.tsx';
import { highestWords } from './finding.ts';
import { RankSpan } from './RankSpan.tsx';

interface ProfileRowProps {
  readonly entry: ProfileEntry;
  readonly area: Area;
  readonly place: PageContext;
  /** The year that was searched for. */
  readonly year: string | null;
}

/** What is shown besides the area itself: the other place, the part, the way of counting, the unit. */
function subjectOf({ comparison, axis, latest }: ProfileEntry): string {
  const { areas, dimensions, indicator, language } = comparison;
  const other = axis === 'area' ? latest.counterpart : latest.area;
  const texts = [
    [ALL, NONE].includes(other) ? '' : areaName(areas, other, language),
    breakdownName(dimensions, latest.breakdown, language),
    indicator.definitions.length > 1 ? definitionName(indicator, latest.definition, language) : '',
    indicator.unit.label[language],
  ];
  return texts.filter((text) => text !== '').join(', ');
}

/** The question of an entry; of the year that was searched for, in all sources, where it has that year. */
function questionOf({ comparison: { query, indicator }, cells }: ProfileEntry, year: string | null): string {
  const hasYear = cells.some(({ period }) => formatPeriod(period) === year);
  return formatQuery(
    hasYear && year !== null ? { ...query, source: [], time: { from: year, to: year } } : query,
    indicator,
  );
}

export function ProfileRow({ entry, area, place, year }: ProfileRowProps): ReactElement {
  const { comparison, latest, sources, rank, unranked, axis } = entry;
  const { indicator } = comparison;
  const { language } = place;
  const words = AREA_WORDS[language];
  const source = comparison.sources.find(({ id }) => id === latest.source);
  const peers =
    words.peers[
      axis === 'origin'
        ? 'origin'
        : area.kind === 'city'
          ? 'city'
          : isSubnational(area.kind)
            ? 'part'
            : 'country'
    ];
  return (
    <tr>
      <th scope="row">
        <a href={indicatorHref(place, indicator.id, questionOf(entry, year))}>{indicator.title[language]}</a>
        <small>{subjectOf(entry)}</small>
        <small>{highestWords(entry, language)}</small>
      </th>
      <td className="history">
        <Sparkline comparison={comparison} />
      </td>
      <td className="latest">
        <b>
          <EvidenceLink {...{ place }} cell={latest} answer={comparison}>
            <FigureText cell={latest} indicator={indicator} language={language} large />
          </EvidenceLink>
        </b>
        <small>{formatPeriodWords(latest.period, latest.periodStatus, language)}</small>
      </td>
      <td className="rank">
        {rank && (
          <>
            <RankSpan rank={rank} />
            <small>{words.rank(rank.best, rank.worst, rank.of, peers)}</small>
          </>
        )}
        {unranked && <small>{words.unranked[unranked]}</small>}
      </td>
      <td className="source-count">
        <small>{source?.shortTitle[language]}</small>
        {sources > 1 && <small>{words.sources(sources)}</small>}
      </td>
    </tr>
  );
}
