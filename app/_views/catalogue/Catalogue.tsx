/** The catalogue of a release: the opening, every indicator in its family, what the release brought. */
import type { ReactElement, ReactNode } from 'react';
import type { Catalogue as ReleaseCatalogue } from '#stats/model/catalogue.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { MEASURES } from '#stats/model/measure.ts';
import { wordsIn } from '#app/_words/words.ts';
import { LatestRelease } from './LatestRelease.tsx';
import { MeasureGroups, mainOf } from './MeasureGroups.tsx';
import { Hero } from './Hero.tsx';
import { pageHref, type PageContext } from '../page/page-context.ts';

export interface CatalogueViewProps {
  readonly place: PageContext;
  readonly catalogue: ReleaseCatalogue;
  readonly comparisons: readonly Comparison[];
  /** What was searched for; empty for everything. */
  readonly asked: string;
  /** The ids of the indicators that answer the search; null for all. */
  readonly answering: ReadonlySet<string> | null;
  readonly opening: ReactNode;
}

export function CatalogueView(props: CatalogueViewProps): ReactElement {
  const { place, catalogue, comparisons, asked, answering, opening } = props;
  const site = wordsIn(place.language).site;
  const words = wordsIn(place.language).home;
  const found = comparisons.filter(({ indicator }) => answering?.has(indicator.id) ?? true);
  const shown = MEASURES.flatMap(
    (measure) => mainOf(found.filter(({ indicator }) => indicator.measure === measure)).main,
  ).length;
  const counts = { shown, n: found.length, all: comparisons.length, q: asked };
  return (
    <>
      <Hero place={place} asked={asked}>
        {opening}
      </Hero>
      <div className="sec-head" id="indicators">
        <h2>{site.indicators}</h2>
        <p className="small mute">
          {asked === ''
            ? (shown < found.length ? words.onFileShown : words.onFile)(counts)
            : words.found(counts)}
          {asked !== '' && (
            <>
              {' '}
              <a href={pageHref(place, '/')}>{words.showAll}</a>
            </>
          )}
        </p>
      </div>
      {found.length === 0 ? (
        <section className="state">
          <h3>{words.none(counts)}</h3>
          <p>{words.noneHelp}</p>
        </section>
      ) : (
        <MeasureGroups comparisons={found} place={place} folded={answering === null} />
      )}
      <LatestRelease {...{ place, catalogue }} />
    </>
  );
}
