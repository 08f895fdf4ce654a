/**
 * What was said of one period, by the date of publication. Files of the figure's own source are joined by a
 * line of steps; other sources are points that are never joined, because they count in their own ways.
 */
import type { ReactElement } from 'react';
import { amountAxis, linearScale } from '#app/_charts/scales/linear.ts';
import { axisQuantity } from '#app/_charts/scales/quantity.ts';
import { formatStated } from '#stats/format/figure.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { DatedValue } from './dated-values.ts';

const HEIGHT = 300;
const TOP = 34;
const FOOT = 30;
const LEFT = 44;

/** The date as a number of years. */
const at = (date: string): number =>
  Number(date.slice(0, 4)) +
  (date.length < 7 ? 0.5 : (Number(date.slice(5, 7)) - 1) / 12) +
  (date.length < 10 ? 0 : Number(date.slice(8, 10)) / 366);

interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A position for each label where it meets no label before it: above, below, then further up. */
function labelPlaces(
  points: readonly { readonly x: number; readonly y: number }[],
  width: number,
  wide: number,
): Label[] {
  const placed: Label[] = [];
  for (const { x, y } of points) {
    const anchor = x > width - wide / 2 ? 'end' : x < LEFT + wide / 2 ? 'start' : 'middle';
    const meets = (candidate: number): boolean =>
      placed.some((other) => Math.abs(other.y - candidate) < 30 && Math.abs(other.x - x) < wide) ||
      points.some(
        (point) =>
          Math.abs(point.x - x) < wide / 2 &&
          point.y > candidate - 20 &&
          point.y < candidate + 20 &&
          point.y !== y,
      );
    const candidates = [y - 24, y + 24, y - 54, y + 54, y - 84].filter(
      (top) => top > 6 && top < HEIGHT - FOOT - 20,
    );
    placed.push({ x, anchor, y: candidates.find((candidate) => !meets(candidate)) ?? y - 24 });
  }
  return placed;
}

/** Long because it is one drawing: axis, years, line, points, labels. */
export function ValueByDate({
  values,
  comparison,
  width,
  label,
}: {
  readonly values: readonly DatedValue[];
  readonly comparison: Comparison;
  readonly width: number;
  readonly label: string;
}): ReactElement {
  const { language, indicator } = comparison;
  const [least, greatest] = [
    Math.min(...values.map(({ value }) => value)),
    Math.max(...values.map(({ value }) => value)),
  ];
  const room = (greatest - least || Math.abs(greatest) || 1) * 0.3;
  const floor = indicator.signed ? least - room : Math.max(0, least - room);
  const axis = amountAxis(
    [floor, greatest + room],
    [HEIGHT - FOOT, TOP],
    5,
    axisQuantity(comparison),
    language,
  );
  const y = linearScale({ domain: axis.domain, range: axis.range });
  const [first, last] = [
    Math.floor(at(values[0]?.date ?? '2000')),
    Math.ceil(at(values.at(-1)?.date ?? '2000') + 0.2),
  ];
  const x = (date: string): number =>
    LEFT + ((at(date) - first) / Math.max(1, last - first)) * (width - LEFT - 12);
  const step = Math.max(1, Math.ceil((last - first) / (width < 500 ? 4 : 8)));
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
    (year) => (year - first) % step === 0,
  );
  const own = values.filter(({ kind }) => kind !== 'other');
  const line = own
    .map(
      ({ date, value }, i) => `${i === 0 ? 'M' : 'H'}${x(date)}${i === 0 ? ` ${y(value)}` : `V${y(value)}`}`,
    )
    .join('');
  const labels = labelPlaces(
    values.map(({ date, value }) => ({ x: x(date), y: y(value) })),
    width,
    width < 500 ? 100 : 150,
  );
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
      {axis.ticks.map(({ value, label: text }) => (
        <g key={value}>
          <line x1={LEFT} x2={width - 4} y1={y(value)} y2={y(value)} className="grid" />
          <text x={LEFT - 8} y={y(value) + 4} className="tick" textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {years.map((year) => (
        <text
          key={year}
          x={x(String(year).padStart(4, '0') + '-01-01')}
          y={HEIGHT - 10}
          className="tick"
          textAnchor="middle"
        >
          {year}
        </text>
      ))}
      <line x1={LEFT} x2={width - 4} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} className="axis" />
      {own.length > 1 && <path d={line} fill="none" stroke="var(--tie)" strokeWidth="2" />}
      {values.map(({ kind, date, value, source }) => (
        <circle
          key={`${source} ${date}`}
          cx={x(date)}
          cy={y(value)}
          r={kind === 'current' ? 7 : 5}
          fill={kind === 'current' ? 'var(--tie)' : 'var(--paper)'}
          stroke={kind === 'other' ? 'var(--rule-2)' : 'var(--tie)'}
          strokeWidth="2"
        />
      ))}
      {values.map(({ name, stated, kind, source, date }, i) => {
        const { x: left = 0, y: top = 0, anchor } = labels[i] ?? {};
        const { word, number } = formatStated(stated, indicator, language, false);
        return (
          <g key={`${source} ${date}`}>
            <text x={left} y={top} className="halo strong" textAnchor={anchor}>
              {word ? `${word} ${number}` : number}
            </text>
            {kind !== 'earlier' && width >= 500 && (
              <text x={left} y={top + 14} className="note halo" textAnchor={anchor}>
                {name}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
