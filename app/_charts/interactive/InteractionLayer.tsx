'use client';
/**
 * Makes a drawing interactive: the pointer and the arrow keys stop at figures, which a tooltip shows and a
 * screen reader reads out. It does not depend on what the drawing shows.
 */
import {
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { nearestFocusPoint, focusPointAfterKey, type LiveModel } from './recharts-props.ts';
import { sentenceOf } from './tooltip-text.ts';
import { ChartTooltip } from './Tooltip.tsx';
import type { FocusPoint } from '../model/chart.ts';
import { paintOf } from '../scales/palette.ts';

interface LiveFrameProps {
  readonly model: LiveModel;
  /** Describes the chart to readers who cannot see it. */
  readonly label: string;
  /**
   * Draws it, `scale` times as large as the model; absent where this layer lies over a drawing that stays in
   * place.
   */
  readonly drawing?: (scale: number) => ReactNode;
}

export function InteractionLayer({ model, label, drawing }: LiveFrameProps): ReactElement {
  const [at, setAt] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const { frame, scale } = useScale(model.width);
  const stop = at === null ? undefined : model.stops[at];

  const follow = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const ratio = model.width / (box.width || model.width);
    setAt(nearestFocusPoint(model, (event.clientX - box.left) * ratio, (event.clientY - box.top) * ratio));
  };
  const walk = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') return setAt(null);
    const next = focusPointAfterKey(event.key, at, model.stops.length);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    const reached = model.stops[next];
    setSaid(reached ? sentenceOf(reached) : '');
  };

  return (
    <div
      ref={frame}
      className={drawing ? 'live' : 'live over'}
      role="group"
      tabIndex={0}
      aria-label={label}
      style={drawing && { aspectRatio: `${model.width} / ${model.height}` }}
      onPointerMove={follow}
      onPointerDown={follow}
      onPointerLeave={() => setAt(null)}
      onKeyDown={walk}
      onBlur={() => setAt(null)}
    >
      {drawing?.(scale)}
      {stop && <Cursor model={model} at={stop} />}
      {stop && <ChartTooltip model={model} stop={stop} scale={scale} />}
      <p className="vh" aria-live="polite">
        {said}
      </p>
    </div>
  );
}

/** How much larger the chart is on the page than in the model. */
function useScale(width: number): { frame: React.RefObject<HTMLDivElement | null>; scale: number } {
  const frame = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const measure = new ResizeObserver(() => setScale(element.clientWidth / width || 1));
    measure.observe(element);
    return () => measure.disconnect();
  }, [width]);
  return { frame, scale };
}

/** Rings around the figures being read, and a hairline through their year. */
function Cursor({ model, at }: { readonly model: LiveModel; readonly at: FocusPoint }): ReactElement {
  const panel = model.panels[at.panel];
  const [a = 0, b = 0] = panel?.y.range ?? [];
  return (
    <svg className="chart cursor" viewBox={`0 0 ${model.width} ${model.height}`} aria-hidden="true">
      {panel?.hairline && (
        <path className="axis" d={`M${at.x} ${Math.min(a, b)}V${Math.max(a, b)}`} strokeDasharray="2 3" />
      )}
      {at.readings.map(
        (reading, i) =>
          reading.at && (
            <circle
              key={i}
              cx={reading.at.x}
              cy={reading.at.y}
              r="8"
              fill="none"
              stroke={paintOf('tie', 'css')}
              strokeWidth="2"
            />
          ),
      )}
    </svg>
  );
}
