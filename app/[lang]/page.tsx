/** `/`: the catalogue of a release. */
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { siteData } from '#app/_data/data.ts';
import { CatalogueView } from '#app/_views/catalogue/Catalogue.tsx';
import { AsylumPair } from '#app/_views/catalogue/AsylumPair.tsx';
import { PAIR_QUESTION, asylumPairOf } from '#app/_views/catalogue/asylum-pair.ts';
import { PageFrame } from '#app/_views/page/PageFrame.tsx';
import { search } from '#app/_views/catalogue/search.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import { describePage } from './_reading/metadata.ts';
import { renderPage, type Asking } from './_reading/page.tsx';
import type { PageProps } from './_reading/request.ts';

export const generateMetadata = (props: PageProps): Promise<Metadata> =>
  describePage(props, '/', () => ({ title: null }));

/** The two numbers of the opening, where this release holds them. */
async function openingPair({ place, catalogue }: Asking): Promise<ReactElement | null> {
  const indicator = catalogue.indicators.find((candidate) => candidate.id === PAIR_QUESTION.indicator);
  if (!indicator) return null;
  const query = parseQuery(parseParameters(PAIR_QUESTION.search), indicator, catalogue, []);
  const { release, language } = place;
  const comparison = await siteData.loadComparison({ version: release.version, language, query });
  const pair = asylumPairOf(comparison);
  return pair && <AsylumPair {...{ pair, comparison, place }} />;
}

/** The indicators that answer a search, by their words and by the places they have figures for. */
async function answeringIds({ place, catalogue }: Asking, asked: string): Promise<ReadonlySet<string>> {
  const searchable = await Promise.all(
    catalogue.indicators.map(async (indicator) => {
      const { areas, origins } = await siteData.loadDimensions(place.release.version, indicator.id);
      const codes = new Set([...areas, ...origins].map((counted) => counted.code));
      return { indicator, areas: catalogue.areas.filter((area) => codes.has(area.code)) };
    }),
  );
  return search(searchable, asked);
}

export default function Page(props: PageProps): Promise<ReactElement> {
  return renderPage(props, {
    path: '/',
    accepted: ['q'],
    render: async (asking) => {
      const { place, parameters, catalogue } = asking;
      const asked = (parameters.get('q') ?? '').trim().slice(0, 200);
      const [comparisons, opening, answering] = await Promise.all([
        siteData.loadHeadlines(place.release.version, place.language),
        openingPair(asking),
        asked === '' ? null : answeringIds(asking, asked),
      ]);
      return (
        <PageFrame place={place} path="/" query={asked === '' ? '' : `q=${encodeURIComponent(asked)}`}>
          <CatalogueView {...{ place, catalogue, comparisons, asked, answering, opening }} />
        </PageFrame>
      );
    },
  });
}
