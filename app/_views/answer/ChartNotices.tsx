/** Notices that belong to a chart: why some figures are drawn apart, and which figures Cotejo computed. */
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
