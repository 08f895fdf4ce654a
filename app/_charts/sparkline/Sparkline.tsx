/** A small chart of a figure's history, 168 x 40, without words: the row beside it states the number. */
import type { ReactElement } from 'react';
import { Shapes } from '../svg/Shapes.tsx';
import { sparkShapes, SPARK, type Sparkable } from './shapes.ts';

export interface SparklineProps {
  /** The answer for one indicator. Its longest series is drawn, or every figure if it has no series. */
  readonly comparison: Sparkable;
}

export function Sparkline({ comparison }: SparklineProps): ReactElement {
  return (
    <svg className="spark" viewBox={`0 0 ${SPARK.width} ${SPARK.height}`} aria-hidden="true">
      <Shapes shapes={sparkShapes(comparison)} palette="css" hatch="none" />
    </svg>
  );
}
