/** A chart of several indicators and its legend, for a page and for a phone. The browser adds a layer over it. */
import type { ReactElement } from 'react';
import type { LiveModel } from '#app/_charts/interactive/recharts-props.ts';
import type { ChartModel } from '#app/_charts/model/chart.ts';
import { wordsIn } from '#app/_words/words.ts';
import { Legend } from '../answer/Legend.tsx';
import { LiveScatter } from '../live/LiveScatter.tsx';
import { addressHref } from '../page/evidence-href.ts';
import { still } from '../still/markup.ts';
import type { PageContext } from '../page/page-context.ts';
import { StillChart } from '../page/StillChart.tsx';

export function PairChart({
  wide,
  narrow,
  place,
}: {
  readonly wide: ChartModel;
  readonly narrow: ChartModel;
  readonly place: PageContext;
}): ReactElement {
  return (
    <>
      <LiveScatter
        wide={stopsIn(wide, place)}
        narrow={stopsIn(narrow, place)}
        label={wordsIn(place.language).page.liveHint}
      >
        <div {...still(<StillChart models={{ wide, narrow }} place={place} />)} />
      </LiveScatter>
      <div className="only-wide">
        <Legend model={wide} />
      </div>
      <div className="only-narrow">
        <Legend model={narrow} />
      </div>
    </>
  );
}

/** The data that the browser needs for a chart that it does not draw, with whole addresses of evidence. */
const stopsIn = ({ language, width, height, panels, stops }: ChartModel, place: PageContext): LiveModel => ({
  language,
  width,
  height,
  panels,
  stops: stops.map((stop) => ({
    ...stop,
    readings: stop.readings.map((reading) => ({
      ...reading,
      evidence: reading.evidence && addressHref(reading.evidence, place),
    })),
  })),
});
