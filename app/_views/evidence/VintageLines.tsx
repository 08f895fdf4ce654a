/**
 * A series in each of its files as a line of its own. The files of one source have one colour, the latest the
 * strongest stroke; a line joins only consecutive periods. Figures without a single value are rings.
 */
import type { ReactElement } from 'react';
import { textWidth } from '#app/_charts/text/metrics.ts';
import { amountAxis, linearScale } from '#app/_charts/scales/linear.ts';
import type { AxisQuantity } from '#app/_charts/scales/quantity.ts';
import { tilesTime } from '#app/_charts/scales/months.ts';
import { positionOf } from '#app/_charts/scales/time-position.ts';
import { lineTimeAxis } from '#app/_charts/panel/time-axis.ts';
import type { SeriesSubject } from '#stats/evidence/series-parameters.ts';
import { observationPath } from '#stats/evidence/address.ts';
import type { Vintage, VintageTable } from '#stats/evidence/vintages.ts';
import { formOf } from '#stats/format/number-form.ts';
import type { Indicator } from '#stats/model/catalogue.ts';
import { printedEnd, type Stated } from '#stats/uncertainty/hedge.ts';
import { MarkLinks, type MarkLink } from '../page/MarkLinks.tsx';
import { pageHref, type PageContext } from '../page/page-context.ts';

/** Colours of sources, in the order in which their first files appeared. */
const COLOURS = ['mex', 'slv', 'gtm', 'usa', 'can', 'hnd'] as const;
const [TOP, FOOT, LEFT, RIGHT] = [34, 30, 48, 12];

export interface DrawnVintage extends Vintage {
  readonly colour: string;
  /** Sources without a colour of their own are grey, from the second on with dashes. */
  readonly dash: string | undefined;
  /** The last file of its source. */
  readonly isLatest: boolean;
}

/** The files with their looks. */
export function drawnVintages({ vintages }: VintageTable): readonly DrawnVintage[] {
  const sources = [...new Set(vintages.map(({ source }) => source))];
  return vintages.map((vintage, i) => {
    const rank = sources.indexOf(vintage.source);
    return {
      ...vintage,
      colour: `var(--${COLOURS[rank] ?? 'others'})`,
      dash: rank > COLOURS.length ? `${2 * (rank - COLOURS.length + 1)} 3` : undefined,
      isLatest: !vintages.slice(i + 1).some(({ source }) => source === vintage.source),
    };
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly position: number;
  readonly stated: Stated;
  readonly href: string;
}

/** The path of the plain values, broken where a period is missing. */
function pathOf(points: readonly Point[]): string {
  let before: Point | null = null;
  return points
    .filter(({ stated }) => stated.value !== null)
    .map((point) => {
      const isNext = before !== null && point.position === before.position + 1;
      before = point;
      return `${isNext ? 'L' : 'M'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`;
    })
    .join('');
}

/** Whether a table is drawn: several files, and periods that follow one another on one axis. */
export const isDrawn = ({ vintages, rows }: VintageTable): boolean =>
  vintages.length > 1 &&
  rows.length > 1 &&
  rows.every(({ period: { basis } }) => tilesTime(basis) && basis === rows[0]?.period.basis);

export interface VintageLinesProps {
  readonly table: VintageTable;
  readonly subject: SeriesSubject;
  readonly indicator: Indicator;
  readonly place: PageContext;
  readonly width: number;
  readonly label: string;
}

/** The scales of the drawing, and the points of each file. */
function plotOf({ table, subject, indicator, place, width }: VintageLinesProps, height: number) {
  const { language } = place;
  const quantity: AxisQuantity = {
    label: indicator.unit.label,
    form: formOf(undefined, indicator),
    origin: 0,
    places: null,
  };
  const ends = table.rows.flatMap(({ figures }) =>
    figures.flatMap((stated) => (stated ? [printedEnd(stated)] : [])),
  );
  const reach = [Math.min(0, ...ends), Math.max(...ends)] as const;
  const amounts = amountAxis(reach, [height - FOOT, TOP], 5, quantity, language);
  const positions = table.rows.map(positionOf);
  const [first, last] = [Math.min(...positions), Math.max(...positions)];
  const time = lineTimeAxis({ basis: subject.basis, first, last, narrow: width < 480, language }, [
    LEFT,
    width - RIGHT,
  ]);
  const [x, y] = [linearScale(time), linearScale(amounts)];
  const lines = drawnVintages(table).map((vintage, column) => ({
    ...vintage,
    points: table.rows.flatMap(({ period, figures }): Point[] => {
      const stated = figures[column];
      if (!stated) return [];
      const position = positionOf({ period });
      const href = pageHref(place, observationPath({ ...subject, source: vintage.source, period }));
      return [{ x: x(position), y: y(printedEnd(stated)), position, stated, href }];
    }),
  }));
  return { amounts, time, x, y, lines };
}

export function VintageLines(props: VintageLinesProps): ReactElement {
  const { indicator, width, label, place } = props;
  const height = width < 480 ? 260 : 360;
  const { amounts, time, x, y, lines } = plotOf(props, height);
  const reach = Math.max(3, Math.min(8, (width - LEFT - RIGHT) / (time.domain[1] - time.domain[0]) / 2));
  const links = lines.flatMap(({ points }) =>
    points.map((point): MarkLink => ({ href: point.href, at: point, reach })),
  );
  return (
    <div className="still">
      <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <text x="0" y="11" className="note">
          {indicator.unit.label[place.language]}
        </text>
        {amounts.ticks.map(({ value, label: text }) => (
          <g key={value}>
            <line x1={LEFT} x2={width - RIGHT} y1={y(value)} y2={y(value)} className="grid" />
            <text x={LEFT - 8} y={y(value) + 4} className="tick" textAnchor="end">
              {text}
            </text>
          </g>
        ))}
        {time.ticks.map(({ value, label: text }) => (
          <text
            key={value}
            x={Math.min(x(value), width - textWidth(text, 12.5) / 2)}
            y={height - 10}
            className="tick"
            textAnchor="middle"
          >
            {text}
          </text>
        ))}
        <line x1={LEFT} x2={width - RIGHT} y1={height - FOOT} y2={height - FOOT} className="axis" />
        {lines.map(({ edition, colour, dash, isLatest, points }) => (
          <g key={edition} stroke={colour} opacity={isLatest ? 1 : 0.55} data-edition={edition}>
            <path
              d={pathOf(points)}
              fill="none"
              strokeWidth={isLatest ? 2.6 : 1.6}
              strokeDasharray={dash}
              strokeLinejoin="round"
            />
            {points.map((point) => (
              <circle
                key={point.position}
                cx={point.x}
                cy={point.y}
                r={point.stated.value === null ? 4 : isLatest ? 2.6 : 2}
                fill={point.stated.value === null ? 'var(--paper)' : colour}
              />
            ))}
          </g>
        ))}
      </svg>
      <MarkLinks {...{ links, width, height }} />
    </div>
  );
}
