/** A chart of several indicators and its legend, for a page and for a phone. The browser adds a layer over it. */
import type { ReactElement } from 'react';
import type { LiveModel } from '#app/_charts/interactive/recharts-props.ts';
import type { ChartModel } from '#app/_charts/model/chart.ts';
import { StaticChart } from '#app/_charts/svg/StaticChart.tsx';
import { Legend } from '../answer/Legend.tsx';
import { LiveScatter } from '../live/LiveScatter.tsx';
import { still } from '../page/markup.ts';

export function PairChart({
  wide,
  narrow,
  label,
}: {
  readonly wide: ChartModel;
  readonly narrow: ChartModel;
  readonly label: string;
}): ReactElement {
  return (
    <>
      <LiveScatter wide={stopsIn(wide)} narrow={stopsIn(narrow)} label={label}>
        <div className="only-wide" {...still(<StaticChart model={wide} palette="css" idPrefix="wide" />)} />
        <div
          className="only-narrow"
          {...still(<StaticChart model={narrow} palette="css" idPrefix="narrow" />)}
        />
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

/** The data that the browser needs for a chart that it does not draw. */
const stopsIn = ({ language, width, height, panels, stops }: ChartModel): LiveModel => ({
  language,
  width,
  height,
  panels,
  stops,
});
