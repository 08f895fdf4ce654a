/**
 * A chart, whole or in part, as the drawings of an embed. What is drawn has its own title, alternative and
 * sentences: a part never has those of the whole.
 */
import type { LegendEntry } from '#app/_charts/model/chart.ts';
import type { Shape } from '#app/_charts/model/shape.ts';
import { shortPath } from '#app/_charts/svg/short-path.ts';
import { simplifyModel } from '#app/_charts/svg/simplify.ts';
import { isHatched } from '#app/_charts/svg/shape-look.ts';
import { hatchText, shapesText } from '#app/_charts/svg/svg-text.ts';
import { raw, type Markup } from '../http/html.ts';
import type { ChartAt, FrameDrawing } from './frames.ts';

/** What is drawn, and its words. */
export interface DrawnChart {
  readonly chartAt: ChartAt;
  readonly heading: { readonly title: string; readonly subtitle: string };
  readonly alternative: string;
  /** The number of figures or pairs that are drawn. */
  readonly drawn: number;
  /** The series that are drawn, if that is not all. */
  readonly names: readonly string[];
}

/** A chart that can be drawn whole or in part. */
export interface Drawable {
  readonly whole: DrawnChart;
  /** The part with this share of the figures. */
  readonly part: (share: number) => DrawnChart;
  /** The number of all figures, or of all pairs. */
  readonly all: number;
  /** Most figures that are drawn, whatever room there is; absent: all. */
  readonly most?: number;
  /** Whether one drawing serves all frames before figures are left out: half a map would be a wrong map. */
  readonly isIndivisible?: boolean;
  /**
   * Whether no figure is left out for the links of the others: the points of a plot make a form together, and named
   * places were asked for.
   */
  readonly isWhole?: boolean;
}

/** The element that has the text alternative of all drawings. */
export const ALTERNATIVE_ID = 'alt';

/** A path in as few bytes as it can be. */
const shortened = (shape: Shape): Shape =>
  shape.as === 'path' ? { ...shape, d: shortPath(shape.d) } : shape;

/**
 * Attributes without the quotation marks that HTML does not need. Of a path only the short ones: a value must not run
 * into the slash at the end of its element.
 * @example unquoted('<path class="grid" d="M0 0h4"/>') === '<path class=grid d="M0 0h4"/>'
 */
const unquoted = (svg: string): string => svg.replace(/="([^"\s'=<>`]+)"(?=[ >])/g, '=$1');

/** One drawing. It is shown in the frames of its class and is as high as the page was measured with. */
export function drawingMarkup({ frame, model, height }: FrameDrawing, id: string): Markup {
  const { width, height: drawn } = model;
  const { ground, marks, labels } = simplifyModel(model);
  const shapes = [...ground, ...marks.flatMap((mark) => mark.shapes), ...labels];
  const hatch = `h${id}`;
  const pattern = isHatched(shapes) ? hatchText(hatch) : '';
  const look = `class="chart ${frame.name}" viewBox="0 0 ${width} ${drawn}" style="--h:${height}px"`;
  const named = `preserveAspectRatio="xMinYMin" role="img" aria-labelledby="${ALTERNATIVE_ID}"`;
  const drawing = shapesText(shapes.map(shortened), `url(#${hatch})`)
    .replaceAll(' fill="none"', '')
    .replaceAll(' stroke-linejoin="round" stroke-linecap="round"', ' class="r"')
    .replaceAll(' style="font-weight:400;fill:var(--ink)"', ' class="w"')
    .replaceAll(' style="font-weight:400;font-size:12px;fill:var(--ink-3)"', ' class="y"');
  return raw(unquoted(`<svg ${look} fill="none" ${named}>${pattern}${drawing}</svg>\n`));
}

/** A sign of the key. Each sample has its own hatch: a hatch inside a hidden drawing is not painted. */
export function sampleMarkup({ id, sample }: LegendEntry): Markup {
  const hatch = `k${id}`;
  const pattern = isHatched(sample) ? hatchText(hatch) : '';
  return raw(
    `<svg viewBox="0 0 28 14" aria-hidden="true">${pattern}${shapesText(sample, `url(#${hatch})`)}</svg>`,
  );
}
