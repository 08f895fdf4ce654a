/** Several indicators, each in a panel, two panels per row. */
import type { ReactElement } from 'react';
import { chartOf } from '#app/_charts/chart.ts';
import { StaticChart } from '#app/_charts/svg/StaticChart.tsx';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import type { PairHalf } from '#stats/pairing/pairs.ts';
import { ChartNotices } from '../answer/ChartNotices.tsx';
import { indicatorHref, type PageContext } from '../page/page-context.ts';

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
          const [model, small] = [chart(540), chart(343)];
          return (
            <figure key={indicator.id} className="fig panel">
              <h3>
                <a href={indicatorHref(place, indicator.id)}>{indicator.title[language]}</a>
              </h3>
              <p className="small mute">{model.heading.subtitle}</p>
              <div className="only-wide">
                <StaticChart model={model} palette="css" idPrefix={`p${i}w`} />
              </div>
              <div className="only-narrow">
                <StaticChart model={small} palette="css" idPrefix={`p${i}n`} />
              </div>
              <ChartNotices model={model} />
            </figure>
          );
        })}
      </div>
    </section>
  );
}
