/** The page for an unknown address: it lists the pages that exist. */
import type { ReactElement } from 'react';
import type { Catalogue, Release } from '#stats/model/catalogue.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { Problem } from '#stats/problem.ts';
import { indicatorHref, pageHref, type PageContext } from './page-context.ts';
import { VerdictLine } from './Verdict.tsx';

export function NotFoundView({
  problem,
  place,
  catalogue,
  releases,
}: {
  readonly problem: Problem;
  readonly place: PageContext;
  readonly catalogue: Catalogue;
  readonly releases: readonly Release[];
}): ReactElement {
  const { language } = place;
  const words = wordsIn(language);
  return (
    <section className="wrong" data-problem="not-found">
      <p>
        <VerdictLine kind="fails" words="404" />
      </p>
      <h1>{problem.text[language]}</h1>
      <p className="def">{words.wrong.notFoundLead}</p>
      <h2>{words.site.releases}</h2>
      <ul className="accepted">
        {releases.map((release) => (
          <li key={release.version}>
            <a href={pageHref({ ...place, release, pinned: true }, '/')}>{release.version}</a>
          </li>
        ))}
      </ul>
      <h2>{words.site.indicators}</h2>
      <ul className="accepted">
        {catalogue.indicators.map((indicator) => (
          <li key={indicator.id}>
            <a href={indicatorHref(place, indicator.id)}>{indicator.title[language]}</a>
          </li>
        ))}
      </ul>
      <p className="row">
        <a className="btn" href={pageHref(place, '/')}>
          {words.wrong.home}
        </a>
      </p>
    </section>
  );
}
