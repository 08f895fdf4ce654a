/** The catalogue of a release: the opening, every indicator in its family, and what is new in the release. */
import type { ReactElement, ReactNode } from 'react';
import type { Catalogue as ReleaseCatalogue } from '#stats/model/catalogue.ts';
import { MEASURES } from '#stats/model/measure.ts';
import { wordsIn } from '#app/_words/words.ts';
import { LatestRelease } from './LatestRelease.tsx';
import { MeasureGroups, mainOf } from './MeasureGroups.tsx';
import { Hero } from './Hero.tsx';
import type { Headline } from './headline.ts';
import { SearchForm } from './SearchForm.tsx';
import type { PageContext } from '../page/page-context.ts';

export interface CatalogueViewProps {
  readonly place: PageContext;
  readonly catalogue: ReleaseCatalogue;
  readonly headlines: readonly Headline[];
  /** The words of the search; empty if there is no search. */
  readonly asked: string;
  /** What the search found; null if there is no search. */
  readonly results: ReactNode;
  readonly opening: ReactNode;
}

export function CatalogueView(props: CatalogueViewProps): ReactElement {
  const { place, catalogue, headlines, asked, results, opening } = props;
  const site = wordsIn(place.language).site;
  const words = wordsIn(place.language).home;
  // Results of a search are above the fold: nothing stands between them and the words that were asked.
  if (asked !== '')
    return (
      <>
        <div className="search-top">
          <h1 className="vh">{words.search}</h1>
          <SearchForm place={place} asked={asked} />
        </div>
        {results}
      </>
    );
  const shown = MEASURES.flatMap(
    (measure) => mainOf(headlines.filter(({ comparison }) => comparison.indicator.measure === measure)).main,
  ).length;
  const counts = { shown, n: headlines.length };
  return (
    <>
      <Hero place={place}>{opening}</Hero>
      <div className="sec-head" id="indicators">
        <h2>{site.indicators}</h2>
        <p className="small mute">{(shown < headlines.length ? words.onFileShown : words.onFile)(counts)}</p>
      </div>
      <MeasureGroups headlines={headlines} place={place} />
      <LatestRelease {...{ place, catalogue }} />
    </>
  );
}
