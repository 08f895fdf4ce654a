/** The static drawing of a chart: SVG without a script, the same on a page, in an embed and in a file. */
import type { ReactElement } from 'react';
import type { ChartModel, Mark } from '../model/chart.ts';
import type { Shape } from '../model/shape.ts';
import { paintOf, SANS, type Palette } from '../scales/palette.ts';
import { Hatch } from './Hatch.tsx';
import { Shapes } from './Shapes.tsx';
import { keyBlock, titleBlock, titleHeight, sourceBlock } from './title-block.ts';

export interface StaticChartProps {
  readonly model: ChartModel;
  readonly palette: Palette;
  /** Makes ids unique if a page has several charts. */
  readonly idPrefix?: string;
  /** Adds title, subtitle and sources to the drawing, for a picture that is used without the page. */
  readonly titled?: boolean;
  /** The line at the foot of a titled picture, for example the release. */
  readonly colophon?: string;
}

export function StaticChart({
  model,
  palette,
  idPrefix = 'chart',
  titled = false,
  colophon,
}: StaticChartProps): ReactElement {
  const alone = palette !== 'css';
  const hatch = `${idPrefix}-hatch`;
  const paint = { palette, hatch: `url(#${hatch})` };
  const above = titled ? titleHeight(model) : 0;
  const key = keyBlock(model, above + model.height);
  const below = above + model.height + key.height;
  const foot = titled ? sourceBlock(model, below, colophon) : { shapes: [], height: 0 };
  const margin = titled ? 16 : 0;
  const [width, height] = [
    model.width + 2 * margin,
    (titled ? below : model.height) + foot.height + 2 * margin,
  ];
  const hatched = isHatched(model.ground) || model.marks.some((mark) => isHatched(mark.shapes));
  const drawing = <Drawing {...{ model, paint }} />;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      // A separate picture must not be styled by a page's style sheet.
      className={alone ? undefined : 'chart'}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={model.alternative}
      {...(alone
        ? { width, height, fontFamily: SANS, style: { fontVariantNumeric: 'tabular-nums lining-nums' } }
        : {})}
    >
      <title>{model.heading.title}</title>
      {hatched && <Hatch id={hatch} palette={palette} />}
      {titled && <rect width={width} height={height} fill={paintOf('paper', palette)} />}
      {titled ? (
        <g transform={`translate(${margin} ${margin})`}>
          <Shapes shapes={titleBlock(model)} {...paint} />
          <g transform={`translate(0 ${above})`}>{drawing}</g>
          {key.entries.map(({ x, y, sample }) => (
            <g key={`${x} ${y}`} transform={`translate(${x} ${y})`}>
              <Shapes shapes={sample} {...paint} />
            </g>
          ))}
          <Shapes shapes={[...key.labels, ...foot.shapes]} {...paint} />
        </g>
      ) : (
        drawing
      )}
    </svg>
  );
}

/** Ground, marks and labels, one above the other. */
const Drawing = ({
  model,
  paint,
}: {
  readonly model: ChartModel;
  readonly paint: { readonly palette: Palette; readonly hatch: string };
}): ReactElement => (
  <>
    <Shapes shapes={model.ground} {...paint} />
    {model.marks.map((mark, i) => (
      <g key={i} {...dataOf(mark)}>
        <Shapes shapes={mark.shapes} {...paint} />
      </g>
    ))}
    <Shapes shapes={model.labels} {...paint} />
  </>
);

const isHatched = (shapes: readonly Shape[]): boolean =>
  shapes.some((shape) => shape.as !== 'text' && shape.fill === 'hatch');

/** The numbers of a mark, as in the CSV. */
function dataOf(mark: Mark): Record<string, string> {
  const data: Record<string, string> = {
    'data-series': mark.series,
    'data-period': mark.periods.join(' '),
    'data-value': mark.values.join(' ').trim(),
  };
  const [low, high] = [mark.lows.join(' ').trim(), mark.highs.join(' ').trim()];
  if (low) data['data-low'] = low;
  if (high) data['data-high'] = high;
  return data;
}
