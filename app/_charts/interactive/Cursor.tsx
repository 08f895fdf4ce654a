/** What is drawn over a chart while it is read: rings, a hairline, the line that is highlighted with its name. */
import type { ReactElement, ReactNode } from 'react';
import type { FocusPoint, TooltipEntry } from '../model/chart.ts';
import { isMeant } from '../model/series-id.ts';
import { paintOf } from '../scales/palette.ts';
import { seriesPath, type LiveModel } from './recharts-props.ts';

/** Most series that are highlighted at once, for a place that has several. */
const MOST = 6;

const Layer = ({
  model,
  children,
}: {
  readonly model: LiveModel;
  readonly children: ReactNode;
}): ReactElement => (
  <svg className="chart cursor" viewBox={`0 0 ${model.width} ${model.height}`} aria-hidden="true">
    {children}
  </svg>
);

const Ring = ({ at }: { readonly at: { readonly x: number; readonly y: number } }): ReactElement => (
  <circle cx={at.x} cy={at.y} r="8" fill="none" stroke={paintOf('tie', 'css')} strokeWidth="2" />
);

/** Rings around the figures being read, and a hairline through their year. */
export function Cursor({
  model,
  at,
  series,
}: {
  readonly model: LiveModel;
  readonly at: FocusPoint;
  readonly series: string | null;
}): ReactElement {
  const panel = model.panels[at.panel];
  const near = at.readings.find((reading) => reading.series === series);
  const [a = 0, b = 0] = panel?.y.range ?? [];
  return (
    <Layer model={model}>
      {panel?.hairline && (
        <path className="axis" d={`M${at.x} ${Math.min(a, b)}V${Math.max(a, b)}`} strokeDasharray="2 3" />
      )}
      {panel?.hairline && near && <SeriesHighlight {...{ model, near, panel: at.panel }} />}
      {at.readings.map((reading, i) => reading.at && <Ring key={i} at={reading.at} />)}
    </Layer>
  );
}

/** The series that is pointed at elsewhere, by its id or by its place: its line with its name, or its points. */
export function PointedSeries({
  model,
  pointed,
}: {
  readonly model: LiveModel;
  readonly pointed: string;
}): ReactElement | null {
  const latest = new Map<string, { readonly near: TooltipEntry; readonly panel: number }>();
  const points: { readonly x: number; readonly y: number }[] = [];
  for (const stop of model.stops) {
    const isLine = model.panels[stop.panel]?.hairline ?? false;
    for (const reading of stop.readings) {
      if (!reading.at || !isMeant(reading.series, pointed)) continue;
      if (isLine) latest.set(`${stop.panel} ${reading.series}`, { near: reading, panel: stop.panel });
      else points.push(reading.at);
    }
  }
  if (latest.size === 0 && points.length === 0) return null;
  return (
    <Layer model={model}>
      {[...latest].slice(0, MOST).map(([key, { near, panel }]) => (
        <SeriesHighlight key={key} {...{ model, near, panel }} />
      ))}
      {points.map((at, i) => (
        <Ring key={i} at={at} />
      ))}
    </Layer>
  );
}

/** Pixels that a name keeps from the edges of the drawing, so that it is not cut. */
const EDGE = 60;

/** The line of a series drawn over the others, with its name: also of a line that has no label. */
function SeriesHighlight({
  model,
  near,
  panel,
}: {
  readonly model: LiveModel;
  readonly near: TooltipEntry;
  readonly panel: number;
}): ReactElement {
  const d = seriesPath(model, panel, near.series);
  const paint = paintOf(near.colour === 'others' ? 'ink' : near.colour, 'css');
  const { x = 0, y = 0 } = near.at ?? {};
  const anchor = x < EDGE ? 'start' : x > model.width - EDGE ? 'end' : 'middle';
  return (
    <>
      <path d={d} fill="none" stroke={paintOf('paper', 'css')} strokeWidth="6" strokeLinejoin="round" />
      <path d={d} fill="none" stroke={paint} strokeWidth="3" strokeLinejoin="round" />
      <text className="strong halo" x={x} y={Math.max(14, y - 14)} textAnchor={anchor}>
        {near.who}
      </text>
    </>
  );
}
