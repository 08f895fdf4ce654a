/** A figure's history at a glance, 168 x 40, without words: the row beside it says the number. */
import type { ReactElement } from 'react';
import { Shapes } from '../svg/Shapes.tsx';
import { sparkShapes, SPARK, type Sparkable } from './shapes.ts';

export interface SparklineProps {
  /** One indicator's answer; its longest series is drawn, or every figure where they are single ones. */
  readonly comparison: Sparkable;
}

export function Sparkline({ comparison }: SparklineProps): ReactElement {
  return (
    <svg className="spark" viewBox={`0 0 ${SPARK.width} ${SPARK.height}`} aria-hidden="true">
      <Shapes shapes={sparkShapes(comparison)} palette="css" hatch="none" />
    </svg>
  );
}
