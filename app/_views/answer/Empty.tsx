/** An answer without any figure: it states that, lists the reasons, and offers the figures that exist. */
import type { ReactElement } from 'react';
import type { Comparison } from '#stats/model/comparison.ts';
import { wordsIn } from '#app/_words/words.ts';
import { coverageSentences } from './coverage.ts';
import { indicatorHref, type PageContext } from '../page/page-context.ts';

export function Empty({
  comparison,
  place,
}: {
  readonly comparison: Comparison;
  readonly place: PageContext;
}): ReactElement {
  const words = wordsIn(place.language).page;
  return (
    <section className="state" id="chart">
      <h2>{words.empty}</h2>
      {coverageSentences(comparison).map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p>{words.emptyHelp}</p>
      <p>
        <a className="btn" href={indicatorHref(place, comparison.indicator.id)}>
          {words.emptyLink}
        </a>
      </p>
    </section>
  );
}
