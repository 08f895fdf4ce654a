/** Draws shapes as SVG elements. Only the paint is decided here. */
import type { ReactElement, SVGProps } from 'react';
import type { Shape, TextShape, TextRun } from '../model/shape.ts';
import { FONTS, paintOf, type Palette } from '../scales/palette.ts';
import { TEXT_STYLES } from '../text/metrics.ts';
import { groundClass } from './shape-look.ts';
import { styleOfRun, styleOfText, TEXT_COLOURS, textClass } from './text-look.ts';

export interface Paint {
  readonly palette: Palette;
  /** The fill of a gap. */
  readonly hatch: string;
  /** Whether a name carries its series, for a drawing that reacts to a pointer. */
  readonly isLinked?: boolean;
  /** The font of titles, in a picture that is used without the page. */
  readonly serif?: string;
}

export function Shapes({ shapes, ...paint }: Paint & { readonly shapes: readonly Shape[] }): ReactElement[] {
  return shapes.map((shape, i) => <ShapeElement key={i} shape={shape} {...paint} />);
}

function ShapeElement({
  shape,
  palette,
  hatch,
  serif,
  isLinked,
}: Paint & { readonly shape: Shape }): ReactElement {
  if (shape.as === 'text') return <Words {...{ shape, palette, serif, isLinked }} />;
  const ground = shape.as === 'path' && palette === 'css' ? groundClass(shape) : null;
  if (ground && shape.as === 'path') return <path className={ground} d={shape.d} {...dashOf(shape.dash)} />;
  const look: SVGProps<SVGElement> = {
    fill:
      shape.fill === 'hatch'
        ? hatch
        : shape.fill && shape.fill !== 'none'
          ? paintOf(shape.fill, palette)
          : 'none',
    ...(shape.stroke ? { stroke: paintOf(shape.stroke, palette), strokeWidth: shape.width ?? 1 } : {}),
    ...dashOf(shape.dash),
    ...(shape.opacity === undefined ? {} : { opacity: shape.opacity }),
    ...(shape.round ? { strokeLinejoin: 'round', strokeLinecap: 'round' } : {}),
  };
  switch (shape.as) {
    case 'path':
      return <path d={shape.d} {...(look as SVGProps<SVGPathElement>)} />;
    case 'rect':
      return (
        <rect
          x={shape.x}
          y={shape.y}
          width={shape.w}
          height={shape.h}
          {...(look as SVGProps<SVGRectElement>)}
        />
      );
    case 'circle':
      return <circle cx={shape.x} cy={shape.y} r={shape.r} {...(look as SVGProps<SVGCircleElement>)} />;
  }
}

const dashOf = (dash: string | undefined): { strokeDasharray?: string } =>
  dash ? { strokeDasharray: dash } : {};

function Words({
  shape,
  palette,
  serif = FONTS.own.serif,
  isLinked = false,
}: Pick<Paint, 'palette' | 'serif' | 'isLinked'> & { readonly shape: TextShape }): ReactElement {
  const { style } = shape;
  const own = TEXT_STYLES[style];
  const alone = palette !== 'css';
  const colour = shape.colour ?? TEXT_COLOURS[style];
  const look: SVGProps<SVGTextElement> = alone
    ? {
        fill: paintOf(colour, palette),
        fontSize: shape.size ?? own.size,
        ...(style === 'title'
          ? { fontFamily: serif, fontWeight: 500 }
          : own.weight === 600
            ? { fontWeight: 600 }
            : {}),
        ...(shape.halo
          ? {
              paintOrder: 'stroke',
              stroke: paintOf('paper', palette),
              strokeWidth: 4,
              strokeLinejoin: 'round',
            }
          : {}),
      }
    : { className: textClass(shape), ...inline(shape) };
  return (
    <text
      x={shape.x}
      y={shape.y}
      {...(shape.anchor === 'start' ? {} : { textAnchor: shape.anchor })}
      {...look}
      {...(isLinked && shape.series !== undefined ? { 'data-series': shape.series } : {})}
      // Between two runs some programs drop the space at the end of the first: `more than4,000`.
      {...(alone && shape.runs.length > 1 ? { xmlSpace: 'preserve' } : {})}
    >
      {shape.runs.length === 1 && plain(shape.runs[0])
        ? shape.runs[0]?.text
        : shape.runs.map((run, i) => <Part key={i} run={run} palette={palette} />)}
    </text>
  );
}

const plain = (run: TextRun | undefined): boolean =>
  run !== undefined && !run.weight && !run.colour && !run.italic && !run.size;

/** React writes no style attribute for none. */
function inline(shape: TextShape): { style?: Record<string, string> } {
  const style = styleOfText(shape);
  return Object.keys(style).length > 0 ? { style } : {};
}

function Part({ run, palette }: { readonly run: TextRun; readonly palette: Palette }): ReactElement | string {
  if (plain(run)) return run.text;
  const style = styleOfRun(run, palette);
  return <tspan style={style}>{run.text}</tspan>;
}
