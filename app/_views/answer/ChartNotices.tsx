/** What must be read with a chart: why some figures stand apart, and which are our arithmetic. */
import type { ReactElement } from 'react';
import type { ChartModel } from '#app/_charts/model/chart.ts';

export const ChartNotices = ({ model }: { readonly model: ChartModel }): ReactElement => (
  <>
    {[...model.notices, ...model.ours].map((text) => (
      <p key={text} className="small mute chart-notice">
        {text}
      </p>
    ))}
  </>
);
