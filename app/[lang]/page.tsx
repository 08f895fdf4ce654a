/** `/`: the catalogue of a release. */
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { siteData } from '#app/_data/data.ts';
import { CatalogueView } from '#app/_views/catalogue/Catalogue.tsx';
import { AsylumPair } from '#app/_views/catalogue/AsylumPair.tsx';
import { PAIR_QUESTION, asylumPairOf } from '#app/_views/catalogue/asylum-pair.ts';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { search, type SearchResult } from '#app/_views/catalogue/search.ts';
import { SearchResults, type FoundMap } from '#app/_views/catalogue/SearchResults.tsx';
import { mapLinks } from '#app/_views/page/map-links.ts';
import type { Headline } from '#app/_views/catalogue/headline.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import { describePage } from './_reading/metadata.ts';
import { renderPage, type Asking } from './_reading/page.tsx';
import type { PageProps } from './_reading/request.ts';

export const generateMetadata = (props: PageProps): Promise<Metadata> =>
  describePage(props, '/', () => ({ title: null }));

/** The two numbers of the opening, if this release has them. */
async function openingPair({ place, catalogue }: Asking): Promise<ReactElement | null> {
  const indicator = catalogue.indicators.find((candidate) => candidate.id === PAIR_QUESTION.indicator);
  if (!indicator) return null;
  const query = parseQuery(parseParameters(PAIR_QUESTION.search), indicator, catalogue, []);
  const { release, language } = place;
  const comparison = await siteData.loadComparison({ version: release.version, language, query });
  const pair = asylumPairOf(comparison);
  return pair && <AsylumPair {...{ pair, comparison, place }} />;
}

/** Most indicators of which a search that names none offers a map. */
const MOST_MAPS = 4;

/** The maps that a search asks for: of the best indicator that has one, in every extent that it names. */
async function mapsFor(
  { place, catalogue }: Pick<Asking, 'place' | 'catalogue'>,
  { isMap, isOfMapAlone, indicators, areas }: SearchResult,
): Promise<readonly FoundMap[]> {
  const groups = areas.filter(({ kind }) => kind === 'group');
  // A group and an indicator are a map even if the word is not said.
  if (!isMap && (groups.length === 0 || indicators === null)) return [];
  const onFile = await siteData.loadYearsOnFile(place.release.version);
  const found = (indicators ?? []).flatMap((id): (readonly FoundMap[])[] => {
    const indicator = catalogue.indicators.find((own) => own.id === id);
    const links = indicator ? mapLinks(onFile.get(id) ?? [], indicator, catalogue, place, groups) : [];
    const title = indicator?.title[place.language] ?? id;
    return links.length > 0 ? [links.map((link) => ({ ...link, title }))] : [];
  });
  return isOfMapAlone ? found.slice(0, MOST_MAPS).flatMap((links) => links.slice(0, 1)) : (found[0] ?? []);
}

/** What a search found. The area that it names is shown with its figures. */
async function foundBy(
  { place, catalogue }: Asking,
  asked: string,
  headlines: readonly Headline[],
): Promise<ReactElement> {
  const result = search(catalogue, asked);
  const { release, language } = place;
  const [area] = result.areas;
  const [profile, maps] = await Promise.all([
    area ? siteData.loadAreaProfile(release.version, language, area.code) : null,
    mapsFor({ place, catalogue }, result),
  ]);
  return <SearchResults {...{ place, asked, result, profile, headlines, maps }} />;
}

export default function Page(props: PageProps): Promise<ReactElement> {
  return renderPage(props, {
    path: '/',
    accepted: ['q'],
    render: async (asking) => {
      const { place, parameters, catalogue } = asking;
      const asked = (parameters.get('q') ?? '').trim().slice(0, 200);
      const [headlines, opening] = await Promise.all([
        siteData.loadHeadlines(place.release.version, place.language),
        asked === '' ? openingPair(asking) : null,
      ]);
      const results = asked === '' ? null : await foundBy(asking, asked, headlines);
      return (
        <PageFrame
          isStill
          place={place}
          path="/"
          query={asked === '' ? '' : `q=${encodeURIComponent(asked)}`}
        >
          <CatalogueView {...{ place, catalogue, headlines, asked, results, opening }} />
        </PageFrame>
      );
    },
  });
}
