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
  evidenceAt,
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
  /** The page of a figure's evidence; absent where the model has whole addresses. */
  readonly hrefOf?: (evidence: string) => string;
  /**
   * Draws it, `scale` times as large as the model; absent where this layer lies over a drawing that stays in
   * place.
   */
  readonly drawing?: (scale: number) => ReactNode;
}

export function InteractionLayer({ model, label, hrefOf = asItIs, drawing }: LiveFrameProps): ReactElement {
  const { frame, scale } = useScale(model.width);
  const reading = useReading(model, frame, hrefOf);
  const { stop, series, said, isTouch, follow, leave, walk, close } = reading;
  const evidence = stop && evidenceAt(stop, series);
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
      onBlur={(event) => {
        // The focus may go to a link of the chart, which must stay until it is followed.
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      {drawing?.(scale)}
      {stop && <Cursor model={model} at={stop} series={series} />}
      {!stop && pointed !== null && <PointedSeries model={model} pointed={pointed} />}
      {/* A link over the whole chart leads to the figure that is read; a finger has the links of the tip. */}
      {evidence && !isTouch && (
        <a className="mark-link" href={hrefOf(evidence)} tabIndex={-1} aria-hidden="true" />
      )}
      {stop && <ChartTooltip {...{ model, stop, scale, series, hrefOf, isTouch }} />}
      <p className="vh" aria-live="polite">
        {said}
      </p>
    </div>
  );
}

const asItIs = (evidence: string): string => evidence;

/** The series of a stop that has no other, or of the point of a place. */
const onlySeries = (stop: FocusPoint | undefined): string | null =>
  stop && (stop.name !== undefined || stop.readings.length === 1) ? (stop.readings[0]?.series ?? null) : null;

/** The series whose name is below the pointer, wherever it has been moved to: a link may lie over it. */
const namedAt = ({ clientX, clientY }: PointerEvent): string | null =>
  seriesAt(document.elementsFromPoint(clientX, clientY).find((own) => own instanceof SVGTextElement) ?? null);

interface Reading {
  readonly stop: FocusPoint | undefined;
  /** The series that is highlighted. */
  readonly series: string | null;
  /** What a screen reader says. */
  readonly said: string;
  /** Whether a finger is reading. */
  readonly isTouch: boolean;
  readonly follow: (event: PointerEvent<HTMLDivElement>) => void;
  readonly leave: (event: PointerEvent<HTMLDivElement>) => void;
  readonly walk: (event: KeyboardEvent<HTMLDivElement>) => void;
  readonly close: () => void;
}

/** What is being read, and how pointer and keys move it. */
function useReading(
  model: LiveModel,
  frame: React.RefObject<HTMLDivElement | null>,
  hrefOf: (evidence: string) => string,
): Reading {
  const [at, setAt] = useState<number | null>(null);
  const [series, setSeries] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [isTouch, setIsTouch] = useState(false);
  const stop = at === null ? undefined : model.stops[at];
  const close = (): void => {
    setAt(null);
    setSeries(null);
  };
  useCloseElsewhere(frame, at !== null, close);
  const follow = (event: PointerEvent<HTMLDivElement>): void => {
    // The tip stays as it is while a finger is on its links.
    if (event.target instanceof Element && event.target.closest('.chart-tip')) return;
    setIsTouch(event.pointerType === 'touch');
    const box = event.currentTarget.getBoundingClientRect();
    const ratio = model.width / (box.width || model.width);
    const [x, y] = [(event.clientX - box.left) * ratio, (event.clientY - box.top) * ratio];
    const nearest = nearestFocusPoint(model, x, y);
    const found = nearest === null ? undefined : model.stops[nearest];
    setAt(nearest);
    setSeries(namedAt(event) ?? (found ? nearestSeries(found, y, x) : null));
  };
  // A finger has left as soon as it has tapped: its tip stays until it taps elsewhere.
  const leave = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.pointerType === 'mouse') close();
  };
  const walk = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') return close();
    if (event.key === 'Enter' && stop) {
      const evidence = evidenceAt(stop, series) ?? stop.readings.find((own) => own.evidence)?.evidence;
      if (evidence) location.assign(hrefOf(evidence));
      return;
    }
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
  return { stop, series, said, isTouch, follow, leave, walk, close };
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
