/** A period on a line of years: the days that it covers, with an arrow where an end is open or not known. */
import type { ReactElement } from 'react';
import type { Period } from '#stats/time/period.ts';

const WIDTH = 272;
const EDGE = 6;
const yearOf = (day: string): number =>
  Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) - 1) / 12 + (Number(day.slice(8, 10)) - 1) / 365;

export function PeriodLine({
  period: { start, end },
  label,
}: {
  readonly period: Period;
  readonly label: string;
}): ReactElement {
  const from = start === null ? null : yearOf(start);
  const to = end === null ? null : yearOf(end) + 1 / 365;
  const middle = from ?? to ?? 0;
  const first = Math.floor(from ?? (to ?? middle) - 2) - 1;
  const last = Math.ceil(to ?? middle + 2) + 1;
  const x = (year: number): number => EDGE + ((year - first) / (last - first)) * (WIDTH - 2 * EDGE);
  const step = Math.ceil((last - first) / 6);
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
    (year) => (year - first) % step === 0,
  );
  const [left, right] = [x(from ?? first), x(to ?? last)];
  return (
    <svg className="chart period-line" viewBox={`0 0 ${WIDTH} 44`} role="img" aria-label={label}>
      <line x1={EDGE} y1="24" x2={WIDTH - EDGE} y2="24" className="axis" />
      {years.map((year) => (
        <g key={year}>
          <line x1={x(year)} y1="24" x2={x(year)} y2="29" className="axis" />
          <text x={x(year)} y="42" className="tick" textAnchor="middle">
            {year}
          </text>
        </g>
      ))}
      <rect x={left} y="10" width={Math.max(3, right - left)} height="10" fill="var(--tie)" />
      {from === null && <path d={`M${left + 7} 5L${left} 15L${left + 7} 25`} className="open-end" />}
      {to === null && <path d={`M${right - 7} 5L${right} 15L${right - 7} 25`} className="open-end" />}
    </svg>
  );
}
