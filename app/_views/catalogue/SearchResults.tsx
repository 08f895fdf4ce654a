/** What a search found: the area that it names with its figures, then indicators. Nothing found leads on as well. */
import type { ReactElement } from 'react';
import { wordsIn } from '#app/_words/words.ts';
import type { AreaProfile } from '#stats/query/area-profile.ts';
import { areaHref } from '../areas/AreaView.tsx';
import { ProfileTable } from '../areas/ProfileTable.tsx';
import type { MapLink } from '../page/map-links.ts';
import { indicatorHref, pageHref, type PageContext } from '../page/page-context.ts';
import type { Headline } from './headline.ts';
import { IndicatorRow } from './IndicatorRow.tsx';
import type { SearchResult } from './search.ts';

/** Most indicators of an area that a search shows; its page has all. */
const MOST_OF_AREA = 8;

export interface SearchResultsProps {
  readonly place: PageContext;
  readonly asked: string;
  readonly result: SearchResult;
  /** What is known of the first area that was found. */
  readonly profile: AreaProfile | null;
  readonly headlines: readonly Headline[];
  /** The maps that were asked for, each with its indicator. */
  readonly maps: readonly FoundMap[];
}

export interface FoundMap extends MapLink {
  readonly title: string;
}

export function SearchResults({
  place,
  asked,
  result,
  profile,
  headlines,
  maps,
}: SearchResultsProps): ReactElement {
  const words = wordsIn(place.language).home;
  const { areas, indicators, year, isNear } = result;
  const found = (indicators ?? []).flatMap(
    (id) => headlines.find(({ comparison }) => comparison.indicator.id === id) ?? [],
  );
  const counts = { n: found.length, all: headlines.length, q: asked };
  const isNothing = areas.length === 0 && found.length === 0;
  return (
    <section className="results" id="indicators">
      {isNothing ? (
        <div className="state">
          <h2>{words.none(counts)}</h2>
          <p>{words.noneHelp}</p>
        </div>
      ) : (
        isNear && <p className="near">{words.nearest(counts)}</p>
      )}
      {maps.length > 0 && (
        <p className="together">
          {maps.map(({ title, extent, year, href }, i) => (
            <a key={href} className={i === 0 ? 'btn btn-main' : 'btn'} href={href}>
              {words.map({ title, extent, year })}
            </a>
          ))}
        </p>
      )}
      {!result.isMap && <TogetherLink {...{ place, result, headlines }} />}
      {profile && <AreaResult {...{ place, profile, indicators, year }} />}
      {areas.length > 1 && (
        <p className="small">
          {words.otherAreas}{' '}
          {areas.slice(1).map(({ code, name }, i) => (
            <span key={code}>
              {i > 0 && ', '}
              <a href={areaHref(place, code)}>{name[place.language]}</a>
            </span>
          ))}
        </p>
      )}
      {found.length > 0 && (
        <>
          <div className="sec-head">
            <h2>{words.found(counts)}</h2>
          </div>
          <ul className="idx">
            {found.map((headline) => (
              <IndicatorRow key={headline.comparison.indicator.id} headline={headline} place={place} />
            ))}
          </ul>
        </>
      )}
      <p className="row">
        <a className="btn" href={pageHref(place, '/')}>
          {words.showAll}
        </a>
      </p>
    </section>
  );
}

/** Leads to what a search asks for together: several indicators, or one indicator of several places. */
function TogetherLink({
  place,
  result: { areas, indicators, together },
  headlines,
}: Pick<SearchResultsProps, 'place' | 'result' | 'headlines'>): ReactElement | null {
  const { language } = place;
  const [first] = indicators ?? [];
  const isOfPlaces = together.length === 0 && areas.length > 1;
  const ids = together.length > 0 ? together : isOfPlaces && first !== undefined ? [first] : [];
  if (ids.length === 0) return null;
  const titles = ids.map(
    (id) =>
      headlines.find(({ comparison }) => comparison.indicator.id === id)?.comparison.indicator.title[
        language
      ] ?? id,
  );
  const names = areas.map(({ name }) => name[language]);
  // A group is asked for by its own parameter, and stands for itself.
  const of = (['country', 'group'] as const).flatMap((name) => {
    const codes = areas
      .filter(({ kind }) => (kind === 'group') === (name === 'group'))
      .map(({ code }) => code);
    return codes.length > 0 ? [`${name}=${codes.map(encodeURIComponent).join('~')}`] : [];
  });
  const href = isOfPlaces
    ? indicatorHref(place, ids[0] ?? '', of.join('&'))
    : pageHref(place, '/compare', [...of, `indicators=${ids.join('~')}`].join('&'));
  return (
    <p className="together">
      <a className="btn btn-main" href={href}>
        {wordsIn(language).home.together({ titles: titles.join(' ‖ '), places: names.join(', ') })}
      </a>
    </p>
  );
}

/** The figures of an area that were searched for, the first of them if only the area was named. */
function AreaResult({
  place,
  profile: { area, entries },
  indicators,
  year,
}: {
  readonly place: PageContext;
  readonly profile: AreaProfile;
  readonly indicators: readonly string[] | null;
  readonly year: string | null;
}): ReactElement {
  const words = wordsIn(place.language).home;
  const name = area.name[place.language];
  const matching = (indicators ?? []).flatMap((id) =>
    entries.filter(({ comparison }) => comparison.indicator.id === id),
  );
  const shown = (matching.length > 0 ? matching : entries).slice(0, MOST_OF_AREA);
  const ids = new Set(entries.map(({ comparison }) => comparison.indicator.id));
  return (
    <div className="profile">
      <div className="sec-head">
        <h2 id="area-found">
          <a href={areaHref(place, area.code)}>{words.areaLink({ name })}</a>
        </h2>
        <p className="small mute">
          {indicators !== null && matching.length === 0
            ? words.areaNone({ name })
            : words.areaFound({ n: ids.size, name })}
        </p>
      </div>
      {shown.length > 0 && (
        <ProfileTable entries={shown} {...{ area, place, year }} labelledBy="area-found" />
      )}
    </div>
  );
}
