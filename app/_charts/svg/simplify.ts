/**
 * The same picture in fewer bytes: neighbours with the same look become a single path, and marks lose the
 * numbers behind them. It is used if a drawing must be small and a table has its numbers.
 */
import type { ChartModel } from '../model/chart.ts';
import type { Shape } from '../model/shape.ts';
import { tenth } from '../marks/shapes.ts';

type Drawn = Exclude<Shape, { readonly as: 'text' }>;

/**
 * A filled dot as a stroke of zero length, which is shorter. The ring of paper that it may have is left out: within a
 * single path it would cover neighbouring dots.
 */
function dotted(shape: Drawn): Drawn {
  if (shape.as !== 'circle' || !shape.fill || (shape.stroke && shape.stroke !== 'paper')) return shape;
  if (['paper', 'hatch', 'none'].includes(shape.fill)) return shape;
  const { x, y, r, fill, opacity } = shape;
  const ring = shape.stroke ? (shape.width ?? 1) : 0;
  const stroke = fill as Extract<typeof fill, Drawn['stroke']>;
  const size = tenth(2 * r - ring);
  return {
    as: 'path',
    d: `M${x} ${y}z`,
    fill: 'none',
    stroke,
    width: size,
    round: true,
    ...(opacity !== undefined && { opacity }),
  };
}

/** The outline of a shape. @example outline(rect(0, 0, 4, 2, {})) === 'M0 0h4v2h-4z' */
function outline(shape: Drawn): string {
  if (shape.as === 'path') return shape.d;
  if (shape.as === 'rect') return `M${shape.x} ${shape.y}h${shape.w}v${shape.h}h${tenth(-shape.w)}z`;
  const { x, y, r } = shape;
  const half = (way: number): string => `a${r} ${r} 0 0 1 ${tenth(way * 2 * r)} 0`;
  return `M${tenth(x - r)} ${y}${half(1)}${half(-1)}z`;
}

const lookOf = ({ stroke, width, dash, fill = 'none', opacity, round }: Drawn): string =>
  [stroke, width, dash, fill, opacity, round].join(' ');

/** Shapes in their order, with each run of the same look as a single path. Words stay as they are. */
export function simplify(shapes: readonly Shape[]): Shape[] {
  const all: Shape[] = [];
  let run: { readonly first: Drawn; readonly look: string; d: string } | null = null;
  const end = (): void => {
    if (!run) return;
    const { stroke, width, dash, fill, opacity, round } = run.first;
    all.push({
      as: 'path',
      d: run.d,
      fill: fill ?? 'none',
      ...(stroke && { stroke }),
      ...(width !== undefined && { width }),
      ...(dash && { dash }),
      ...(opacity !== undefined && { opacity }),
      ...(round && { round }),
    });
    run = null;
  };
  for (const original of shapes) {
    const shape = original.as === 'text' ? original : dotted(original);
    if (shape.as === 'text') {
      end();
      all.push(shape);
    } else if (run?.look === lookOf(shape)) run.d += outline(shape);
    else {
      end();
      run = { first: shape, look: lookOf(shape), d: outline(shape) };
    }
  }
  end();
  return all;
}

/**
 * A chart without the numbers behind its marks; the marks are moved to its ground, in the same order. Such a
 * chart is not interactive, so its stops are not computed.
 */
export function simplifyModel(model: ChartModel): ChartModel {
  const { kind, language, width, height, heading, alternative, panels, labels } = model;
  const { legend, notices, ours, notes, sources } = model;
  const ground = simplify([...model.ground, ...model.marks.flatMap(({ shapes }) => shapes)]);
  return {
    ...{ kind, language, width, height, heading, alternative, panels, ground, labels },
    ...{ marks: [], plots: [], stops: [], legend, notices, ours, notes, sources },
  };
}
