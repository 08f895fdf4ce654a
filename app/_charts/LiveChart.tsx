'use client';
/**
 * The chart with tooltip and keyboard, in the same place and size as the still one it replaces. Recharts
 * draws the lines on the model's own scales; everything else is the model's shapes inside its surface.
 */
import {
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
} from 'react';
import { Area, ComposedChart, Line, XAxis, YAxis, ZIndexLayer } from 'recharts';
import { bandKey, liveRows, livePanel, nearestStop, stopAfterKey, valueKey } from './live-props.ts';
import { LiveTip } from './LiveTip.tsx';
import type { ChartModel, Plot } from './model.ts';
import { paintOf } from './palette.ts';
import { Shapes } from './Shapes.tsx';
import { StaticChart } from './StaticChart.tsx';
import { sentenceOf } from './live-words.ts';

export interface LiveChartProps {
  readonly model: ChartModel;
  /** Makes ids unique where a page holds several charts. */
  readonly idPrefix?: string;
}

const NO_MARGIN = { top: 0, right: 0, bottom: 0, left: 0 };
/** Above everything that Recharts draws itself. */
const ABOVE = 2000;

export default function LiveChart({ model, idPrefix }: LiveChartProps): ReactElement {
  const own = useId();
  const id = idPrefix ?? `live${own.replace(/[^\w-]/g, '')}`;
  const [ready, setReady] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const { frame, scale } = useScale(model.width);
  useEffect(() => {
    const next = requestAnimationFrame(() => setReady(true));
    return () => cancelAnimationFrame(next);
  }, []);
  const stop = at === null ? undefined : model.stops[at];

  const follow = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const ratio = model.width / (box.width || model.width);
    setAt(nearestStop(model, (event.clientX - box.left) * ratio, (event.clientY - box.top) * ratio));
  };
  const walk = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') return setAt(null);
    const next = stopAfterKey(event.key, at, model.stops.length);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    const reached = model.stops[next];
    setSaid(reached ? sentenceOf(reached) : '');
  };

  return (
    <div
      ref={frame}
      className="live"
      role="group"
      tabIndex={0}
      aria-label={model.alternative}
      style={{ position: 'relative', width: '100%', aspectRatio: `${model.width} / ${model.height}` }}
      onPointerMove={follow}
      onPointerDown={follow}
      onPointerLeave={() => setAt(null)}
      onKeyDown={walk}
      onBlur={() => setAt(null)}
    >
      {!ready && <StaticChart model={model} palette="css" idPrefix={`${id}-still`} />}
      <div
        aria-hidden="true"
        style={{
          position: 'absolute',
          inset: 0,
          width: model.width,
          height: model.height,
          transformOrigin: '0 0',
          transform: `scale(${scale})`,
          visibility: ready ? 'visible' : 'hidden',
        }}
      >
        <Surface model={model} id={id} />
        {stop && <Cursor model={model} at={stop} />}
      </div>
      {stop && <LiveTip model={model} stop={stop} scale={scale} />}
      <p className="vh" aria-live="polite">
        {said}
      </p>
    </div>
  );
}

/** How much larger than the model the chart stands on the page. */
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

function Surface({ model, id }: { readonly model: ChartModel; readonly id: string }): ReactElement {
  const paint = { palette: 'css' as const, hatch: `url(#${id}-hatch)` };
  const panels = model.panels.map((panel, i) => livePanel(panel, i, model));
  const axis = { type: 'number', hide: true, allowDataOverflow: true, interval: 0 } as const;
  return (
    <ComposedChart
      width={model.width}
      height={model.height}
      margin={NO_MARGIN}
      data={liveRows(model.plots)}
      accessibilityLayer={false}
      className="chart"
    >
      <defs>
        <pattern
          id={`${id}-hatch`}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line x1="0" y1="0" x2="0" y2="5" stroke={paintOf('rule-2', 'css')} strokeWidth="1.2" />
        </pattern>
      </defs>
      {panels.map(({ x }) => (
        <XAxis
          key={x.id}
          xAxisId={x.id}
          dataKey="x"
          domain={x.domain}
          ticks={x.ticks}
          padding={x.padding}
          height={0}
          {...axis}
        />
      ))}
      {panels.map(({ y }) => (
        <YAxis
          key={y.id}
          yAxisId={y.id}
          domain={y.domain}
          reversed={y.reversed}
          ticks={y.ticks}
          padding={y.padding}
          width={0}
          {...axis}
        />
      ))}
      <Shapes shapes={model.ground} {...paint} />
      {model.plots.flatMap((plot, i) => plotted(plot, i))}
      <ZIndexLayer zIndex={ABOVE}>
        {model.marks
          .filter((mark) => !mark.plotted)
          .map((mark, i) => (
            <g
              key={i}
              data-series={mark.series}
              data-period={mark.periods.join(' ')}
              data-value={mark.values.join(' ')}
            >
              <Shapes shapes={mark.shapes} {...paint} />
            </g>
          ))}
        <Shapes shapes={model.labels} {...paint} />
      </ZIndexLayer>
    </ComposedChart>
  );
}

/** A line of Recharts; two for a group's twin stroke; an area below it where there is a band. */
function plotted(plot: Plot, i: number): ReactElement[] {
  const axes = { xAxisId: `x${plot.panel}`, yAxisId: `y${plot.panel}` };
  const still = {
    dot: false,
    activeDot: false,
    isAnimationActive: false,
    connectNulls: false,
    type: 'linear',
  } as const;
  const paint = paintOf(plot.colour, 'css');
  const strokes: readonly (readonly [string, number])[] = plot.twin
    ? [
        [paint, 5],
        [paintOf('paper', 'css'), 1.8],
      ]
    : [[paint, plot.width]];
  const banded = plot.points.some((point) => point.low !== null && point.high !== null);
  const lines = strokes.map(([stroke, strokeWidth], k) => (
    <Line
      key={`${i}-${k}`}
      {...axes}
      {...still}
      dataKey={valueKey(i)}
      stroke={stroke}
      strokeWidth={strokeWidth}
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  ));
  if (!banded) return lines;
  return [
    <Area
      key={`${i}-band`}
      {...axes}
      {...still}
      dataKey={bandKey(i)}
      stroke="none"
      fill={paint}
      fillOpacity={0.2}
    />,
    ...lines,
  ];
}

/** Rings round what is being read, and a hairline through a year. */
function Cursor({
  model,
  at,
}: {
  readonly model: ChartModel;
  readonly at: ChartModel['stops'][number];
}): ReactElement {
  const panel = model.panels[at.panel];
  const [a = 0, b = 0] = panel?.y.range ?? [];
  return (
    <svg
      className="chart cursor"
      viewBox={`0 0 ${model.width} ${model.height}`}
      style={{ position: 'absolute', inset: 0, pointerEvents: 'none' }}
    >
      {panel?.kind === 'line' && (
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
