/** The static drawing of a chart: SVG without a script, the same on a page, in an embed and in a file. */
import type { ReactElement } from 'react';
import type { ChartModel, Mark } from '../model/chart.ts';
import { FONTS, paintOf, type FontFamilies, type Palette } from '../scales/palette.ts';
import { Hatch } from './Hatch.tsx';
import { pictureLayout, type PictureWords } from './picture-layout.ts';
import { isHatched } from './shape-look.ts';
import { Shapes, type Paint } from './Shapes.tsx';

export interface StaticChartProps {
  readonly model: ChartModel;
  readonly palette: Palette;
  /** Makes ids unique if a page has several charts. */
  readonly idPrefix?: string;
  /** Adds title, key and sources to the drawing, for a picture that is used without the page. */
  readonly titled?: boolean;
  /** The words of a titled picture; all of them if it is left out. */
  readonly words?: PictureWords;
  /** The fonts of a picture that is used without the page. */
  readonly fonts?: FontFamilies;
}

export function StaticChart({
  model,
  palette,
  idPrefix = 'chart',
  titled = false,
  words,
  fonts = FONTS.own,
}: StaticChartProps): ReactElement {
  const alone = palette !== 'css';
  const hatch = `${idPrefix}-hatch`;
  const paint: Paint = { palette, hatch: `url(#${hatch})`, serif: fonts.serif };
  const picture = titled ? pictureLayout(model, words) : null;
  const { width, height } = picture ?? model;
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
        ? {
            width,
            height,
            fontFamily: fonts.sans,
            style: { fontVariantNumeric: 'tabular-nums lining-nums' },
          }
        : {})}
    >
      <title>{model.heading.title}</title>
      {hatched && <Hatch id={hatch} palette={palette} />}
      {picture ? (
        <>
          <rect width={width} height={height} fill={paintOf('paper', palette)} />
          <g transform={`translate(${picture.margin} ${picture.margin})`}>
            <Shapes shapes={picture.title} {...paint} />
            <g transform={`translate(0 ${picture.chartTop})`}>{drawing}</g>
            {picture.samples.map(({ x, y, sample }) => (
              <g key={`${x} ${y}`} transform={`translate(${x} ${y})`}>
                <Shapes shapes={sample} {...paint} />
              </g>
            ))}
            <Shapes shapes={picture.below} {...paint} />
          </g>
        </>
      ) : (
        drawing
      )}
    </svg>
  );
}

/** Ground, marks and labels, one above the other. */
const Drawing = ({ model, paint }: { readonly model: ChartModel; readonly paint: Paint }): ReactElement => (
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
