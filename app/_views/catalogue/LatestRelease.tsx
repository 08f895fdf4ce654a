/** What the release of this page brought. */
import type { ReactElement } from 'react';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { wordsIn } from '#app/_words/words.ts';
import { dateWords } from '../page/dates.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';
import { TwinRule } from '../page/Brand.tsx';

export function LatestRelease({
  place,
  catalogue,
}: {
  readonly place: PageContext;
  readonly catalogue: Catalogue;
}): ReactElement {
  const { release, language } = place;
  const words = wordsIn(language).home;
  const counts = {
    indicators: catalogue.indicators.length,
    areas: catalogue.areas.length,
    sources: catalogue.sources.length,
  };
  return (
    <section id="release">
      <TwinRule />
      <div className="sec-head">
        <h2>{words.changed({ version: release.version, date: dateWords(release.date, language) })}</h2>
        <a className="small" href={pageHref(place, '/releases')}>
          {words.allReleases}
        </a>
      </div>
      <p className="changes">{release.note[language]}</p>
      <p className="small mute">{words.changedFirst(counts)}</p>
    </section>
  );
}
