/** Several indicators, each in a panel, two panels per row. */
import type { ReactElement } from 'react';
import { chartOf } from '#app/_charts/chart.ts';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import type { PairHalf } from '#stats/pairing/pairs.ts';
import { ChartNotices } from '../answer/ChartNotices.tsx';
import { indicatorHref, type PageContext } from '../page/page-context.ts';
import { StillChart } from '../page/StillChart.tsx';

export function SmallMultiples({
  halves,
  place,
}: {
  readonly halves: readonly PairHalf[];
  readonly place: PageContext;
}): ReactElement {
  const { language } = place;
  const words = COMPARE_WORDS[language];
  return (
    <section className="same" aria-labelledby="panels">
      <div className="same-head">
        <div>
          <h2 id="panels">{words.panels}</h2>
          <p>{words.panelsHelp}</p>
        </div>
      </div>
      <div className="panels">
        {halves.map(({ comparison }, i) => {
          const { indicator } = comparison;
          const chart = chartOf(comparison, { language });
          const models = { wide: chart(540), narrow: chart(343) };
          return (
            <figure key={indicator.id} className="fig panel">
              <h3>
                <a href={indicatorHref(place, indicator.id)}>{indicator.title[language]}</a>
              </h3>
              <p className="small mute">{models.wide.heading.subtitle}</p>
              <StillChart {...{ models, place }} idPrefix={`p${i}`} />
              <ChartNotices model={models.wide} />
            </figure>
          );
        })}
      </div>
    </section>
  );
}
