/**
 * What was said of one period, by the date of publication. Files of the figure's own source are joined by a
 * line of steps; other sources are points that are never joined, because they count in their own ways.
 */
import type { ReactElement } from 'react';
import { evidenceWordsIn } from '#app/_words/evidence.ts';
import { amountAxis, linearScale } from '#app/_charts/scales/linear.ts';
import { axisQuantity } from '#app/_charts/scales/quantity.ts';
import { formatStated } from '#stats/format/figure.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { MarkLinks, type MarkLink } from '../page/MarkLinks.tsx';
import { pageHref, type PageContext } from '../page/page-context.ts';
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

interface Labelled {
  readonly x: number;
  readonly y: number;
  /** The length of its text in pixels, and its lines. */
  readonly length: number;
  readonly lines: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const LINE = 15;
const REACH = 9;

const areApart = (a: Box, b: Box): boolean =>
  a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;

/** A position for each label where it meets no point and no label before it: near its own point if it can be. */
function labelPlaces(points: readonly Labelled[], width: number): Label[] {
  const dots = points.map(({ x, y }): Box => ({ left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 }));
  const boxes: Box[] = [];
  return points.map(({ x, y, length, lines }, i) => {
    const anchor = x + length / 2 > width ? 'end' : x - length / 2 < LEFT ? 'start' : 'middle';
    const left = anchor === 'end' ? x - length : anchor === 'start' ? x : x - length / 2;
    const height = lines * LINE;
    const boxAt = (top: number): Box => ({ left, right: left + length, top, bottom: top + height - 3 });
    const tops = [0, 1, 2, 3].flatMap((step) => [y - REACH - height - step * LINE, y + REACH + step * LINE]);
    const free = tops.find((top) => {
      const box = boxAt(top);
      const isInside = top > 14 && box.bottom < HEIGHT - FOOT;
      return (
        isInside &&
        boxes.every((other) => areApart(box, other)) &&
        dots.every((dot, k) => k === i || areApart(box, dot))
      );
    });
    const top = free ?? y - REACH - height;
    boxes.push(boxAt(top));
    return { x, y: top + LINE - 4, anchor };
  });
}

/** Long because it is one drawing: axis, years, line, points, labels. */
export function ValueByDate({
  values,
  comparison,
  width,
  label,
  place,
}: {
  readonly values: readonly DatedValue[];
  readonly comparison: Comparison;
  readonly width: number;
  readonly label: string;
  readonly place: PageContext;
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
  const figures = values.map(({ stated }) => {
    const { word, number } = formatStated(stated, indicator, language, false);
    return word ? `${word} ${number}` : number;
  });
  const isNamed = ({ kind }: DatedValue): boolean => kind !== 'earlier' && width >= 500;
  const labels = labelPlaces(
    values.map((value, i) => ({
      x: x(value.date),
      y: y(value.value),
      length: Math.max((figures[i]?.length ?? 0) * 8, isNamed(value) ? value.name.length * 6.3 : 0),
      lines: isNamed(value) ? 2 : 1,
    })),
    width,
  );
  const start = axis.ticks[0];
  const links = values.flatMap(({ path, date, value }): MarkLink[] =>
    path === null ? [] : [{ href: pageHref(place, path), at: { x: x(date), y: y(value) }, reach: 9 }],
  );
  return (
    <div className="still">
      <svg className="chart" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
        <text x="0" y="11" className="note">
          {start && start.value > 0
            ? evidenceWordsIn(language).axisStart({ unit: indicator.unit.label[language], from: start.label })
            : indicator.unit.label[language]}
        </text>
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
        {values.map((value, i) => {
          const { x: left = 0, y: top = 0, anchor } = labels[i] ?? {};
          return (
            <g key={`${value.source} ${value.date}`}>
              <text x={left} y={top} className="halo strong" textAnchor={anchor}>
                {figures[i]}
              </text>
              {isNamed(value) && (
                <text x={left} y={top + 14} className="note halo" textAnchor={anchor}>
                  {value.name}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <MarkLinks {...{ links, width }} height={HEIGHT} />
    </div>
  );
}
