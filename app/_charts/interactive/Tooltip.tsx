/** The tooltip: name, period, the figure with its hedge, its source, and mandatory notes. */
import type { CSSProperties, ReactElement } from 'react';
import { evidenceAt, type LiveModel } from './recharts-props.ts';
import { originOf, sharedOrigin, sharedPeriod } from './tooltip-text.ts';
import type { FocusPoint } from '../model/chart.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';
import { paintOf } from '../scales/palette.ts';

/** A tooltip lists at most this many readings; the table has the rest. */
const MOST = 10;
/**
 * On a chart narrower than this there is no room beside a stop: the tooltip is below it, as wide as the
 * chart.
 */
const ROOM_BESIDE = 480;

/**
 * Beside the stop, on the side with more room. On a phone it is as wide as the chart: below lines and bars,
 * so that no finger hides it, and above or below the row or point that it describes.
 */
function placeOf(model: LiveModel, stop: FocusPoint, scale: number): CSSProperties {
  const panel = model.panels[stop.panel];
  if (model.width < ROOM_BESIDE) {
    const wide = { left: 0, right: 0 };
    if (panel?.pointer === 'point' && stop.y > model.height / 2)
      return { ...wide, bottom: (model.height - stop.y + 16) * scale };
    return {
      ...wide,
      top: (panel?.pointer === 'time' ? Math.max(...panel.y.range) + 26 : stop.y + 16) * scale,
    };
  }
  const side =
    stop.x > model.width / 2
      ? { right: (model.width - stop.x + 14) * scale }
      : { left: (stop.x + 14) * scale };
  const low = stop.y > model.height * 0.6;
  return { ...side, ...(low ? { bottom: (model.height - stop.y) * scale } : { top: (stop.y + 12) * scale }) };
}

export function ChartTooltip({
  model,
  stop,
  scale,
  series,
  hrefOf,
  isTouch,
}: {
  readonly model: LiveModel;
  readonly stop: FocusPoint;
  readonly scale: number;
  /** The series nearest to the pointer. */
  readonly series: string | null;
  /** The page of a figure's evidence. */
  readonly hrefOf: (evidence: string) => string;
  /** A finger follows the links of the tip; a mouse clicks on the chart. */
  readonly isTouch: boolean;
}): ReactElement {
  const [period, origin] = [sharedPeriod(stop), sharedOrigin(stop)];
  const head = [stop.name, period].filter(Boolean).join(', ');
  const rest = stop.readings.length - MOST;
  return (
    <div
      className={isTouch ? 'chart-tip touched' : 'chart-tip'}
      aria-hidden="true"
      style={placeOf(model, stop, scale)}
    >
      {head !== '' && <p className="when">{head}</p>}
      <ul>
        {stop.readings.slice(0, MOST).map((reading, i) => {
          const below = [origin === null ? originOf(reading, stop) : '', reading.note].filter(Boolean);
          return (
            <li key={i} className={reading.series === series ? 'near' : undefined}>
              <i style={{ background: paintOf(reading.colour, 'css') }} />
              <span className="who">
                {period === null ? `${reading.who}, ${reading.period}` : reading.who}
              </span>
              <b>
                {isTouch && reading.evidence ? (
                  <a href={hrefOf(reading.evidence)} tabIndex={-1}>
                    {reading.figure}
                  </a>
                ) : (
                  reading.figure
                )}
              </b>
              {below.length > 0 && <small>{below.join('. ')}</small>}
            </li>
          );
        })}
      </ul>
      {rest > 0 && <p className="more">{CHART_WORDS[model.language].moreReadings(rest)}</p>}
      {origin !== null && <small className="from">{origin}</small>}
      {!isTouch && evidenceAt(stop, series) && (
        <small className="from">{CHART_WORDS[model.language].clickForEvidence}</small>
      )}
    </div>
  );
}
