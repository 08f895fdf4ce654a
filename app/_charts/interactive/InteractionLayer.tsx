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
import {
  focusPointAfterKey,
  nearestFocusPoint,
  nearestSeries,
  seriesAfter,
  seriesPath,
  type LiveModel,
} from './recharts-props.ts';
import { Cursor, PointedSeries } from './Cursor.tsx';
import { seriesAt, useMarkedRows, usePointed } from './pointed.ts';
import { sentenceOf } from './tooltip-text.ts';
import { ChartTooltip } from './Tooltip.tsx';
import type { FocusPoint } from '../model/chart.ts';

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
  const { frame, scale } = useScale(model.width);
  const { stop, series, said, follow, leave, walk, close } = useReading(model, frame);
  const pointed = usePointed(frame);
  useMarkedRows(frame, series ?? onlySeries(stop));

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
      onPointerLeave={leave}
      onKeyDown={walk}
      onBlur={close}
    >
      {drawing?.(scale)}
      {stop && <Cursor model={model} at={stop} series={series} />}
      {!stop && pointed !== null && <PointedSeries model={model} pointed={pointed} />}
      {stop && <ChartTooltip model={model} stop={stop} scale={scale} series={series} />}
      <p className="vh" aria-live="polite">
        {said}
      </p>
    </div>
  );
}

/** The series of a stop that has no other, or of the point of a place. */
const onlySeries = (stop: FocusPoint | undefined): string | null =>
  stop && (stop.name !== undefined || stop.readings.length === 1) ? (stop.readings[0]?.series ?? null) : null;

interface Reading {
  readonly stop: FocusPoint | undefined;
  /** The series that is highlighted. */
  readonly series: string | null;
  /** What a screen reader says. */
  readonly said: string;
  readonly follow: (event: PointerEvent<HTMLDivElement>) => void;
  readonly leave: (event: PointerEvent<HTMLDivElement>) => void;
  readonly walk: (event: KeyboardEvent<HTMLDivElement>) => void;
  readonly close: () => void;
}

/** What is being read, and how pointer and keys move it. */
function useReading(model: LiveModel, frame: React.RefObject<HTMLDivElement | null>): Reading {
  const [at, setAt] = useState<number | null>(null);
  const [series, setSeries] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const stop = at === null ? undefined : model.stops[at];
  const close = (): void => {
    setAt(null);
    setSeries(null);
  };
  useCloseElsewhere(frame, at !== null, close);
  const follow = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const ratio = model.width / (box.width || model.width);
    const [x, y] = [(event.clientX - box.left) * ratio, (event.clientY - box.top) * ratio];
    const nearest = nearestFocusPoint(model, x, y);
    const found = nearest === null ? undefined : model.stops[nearest];
    setAt(nearest);
    // A name beside a line stands for its line, wherever it has been moved to.
    const named = event.target instanceof SVGTextElement ? seriesAt(event.target) : null;
    setSeries(named ?? (found ? nearestSeries(found, y) : null));
  };
  // A finger has left as soon as it has tapped: its tip stays until it taps elsewhere.
  const leave = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.pointerType === 'mouse') close();
  };
  const walk = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') return close();
    const step = SERIES_STEPS[event.key];
    const isTimed = stop && model.panels[stop.panel]?.pointer === 'time';
    const other = isTimed && step ? seriesAfter(stop, series, step) : null;
    if (stop && other !== null) {
      event.preventDefault();
      setSeries(other);
      const readings = stop.readings.filter((reading) => reading.series === other);
      return setSaid(sentenceOf({ ...stop, readings }));
    }
    const next = focusPointAfterKey(event.key, at, model.stops.length);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    const reached = model.stops[next];
    setSaid(reached ? sentenceOf(reached) : '');
  };
  return { stop, series, said, follow, leave, walk, close };
}

/** Between series of a stop; between stops where a stop has only one. */
const SERIES_STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** Closes the tip when something else is touched or clicked. */
function useCloseElsewhere(
  frame: React.RefObject<HTMLDivElement | null>,
  isOpen: boolean,
  close: () => void,
): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    if (!isOpen) return undefined;
    const elsewhere = (event: Event): void => {
      if (!frame.current?.contains(event.target as Node)) latest.current();
    };
    document.addEventListener('pointerdown', elsewhere);
    return () => document.removeEventListener('pointerdown', elsewhere);
  }, [frame, isOpen]);
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
