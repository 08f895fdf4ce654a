/** The tooltip: who, when, the figure with its hedge, where it is said, what must be known. */
import type { ReactElement } from 'react';
import type { ChartModel, Stop } from './model.ts';
import { paintOf } from './palette.ts';

/** More than this are read in the table. */
const MOST = 10;

export function LiveTip({
  model,
  stop,
  scale,
}: {
  readonly model: ChartModel;
  readonly stop: Stop;
  readonly scale: number;
}): ReactElement {
  const toLeft = stop.x > model.width / 2;
  const side = toLeft ? { right: (model.width - stop.x + 14) * scale } : { left: (stop.x + 14) * scale };
  const low = stop.y > model.height * 0.6;
  const height = low ? { bottom: (model.height - stop.y) * scale } : { top: (stop.y + 12) * scale };
  const periods = new Set(stop.readings.map((reading) => reading.period));
  const sources = new Set(stop.readings.map((reading) => reading.source));
  return (
    <div
      className="chart-tip"
      aria-hidden="true"
      style={{ position: 'absolute', zIndex: 2, pointerEvents: 'none', ...side, ...height }}
    >
      {periods.size === 1 && <p className="when">{[...periods][0]}</p>}
      <ul>
        {stop.readings.slice(0, MOST).map((reading, i) => (
          <li key={i}>
            <i style={{ background: paintOf(reading.colour, 'css') }} />
            <span className="who">
              {periods.size === 1 ? reading.who : `${reading.who}, ${reading.period}`}
            </span>
            <b>{reading.figure}</b>
            {(sources.size > 1 || reading.note) && (
              <small>
                {[sources.size > 1 ? reading.source : '', reading.note].filter(Boolean).join('. ')}
              </small>
            )}
          </li>
        ))}
      </ul>
      {sources.size === 1 && <small className="from">{[...sources][0]}</small>}
    </div>
  );
}
