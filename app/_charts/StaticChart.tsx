import type { ReactElement } from 'react';
import type { ChartModel } from './model.ts';
import type { Palette } from './palette.ts';

export interface StaticChartProps {
  readonly model: ChartModel;
  readonly palette: Palette;
  /** Makes ids unique where a page holds several charts. */
  readonly idPrefix?: string;
  /** Adds title, subtitle and sources to the drawing: for a picture that travels alone. */
  readonly titled?: boolean;
}

/** The still drawing of a chart: SVG without a script. */
export function StaticChart({ model }: StaticChartProps): ReactElement {
  return <svg className="chart" viewBox={`0 0 ${model.width} ${model.height}`} role="img" />;
}
