/**
 * What stands where in a picture that is used without its page: the finding above the chart; the key, the notes,
 * the sources and the release below it.
 */
import type { ChartModel } from '../model/chart.ts';
import type { Shape } from '../model/shape.ts';
import { keyBlock, sourceBlock, titleBlock, titleHeight } from './title-block.ts';

/** The words around the drawing. */
export interface PictureWords {
  /** Whether the finding stands above the chart. */
  readonly hasHeading?: boolean;
  /**
   * Whether notices and Cotejo's arithmetic stand below it. Mandatory notes, sources and release always do,
   * because they belong to the figures.
   */
  readonly hasNotes?: boolean;
  /** The last line, for example the release. */
  readonly colophon?: string;
}

export interface PictureLayout {
  readonly width: number;
  readonly height: number;
  /** Around everything. */
  readonly margin: number;
  /** The top of the chart, within the margin. */
  readonly chartTop: number;
  readonly title: readonly Shape[];
  readonly samples: readonly { readonly x: number; readonly y: number; readonly sample: readonly Shape[] }[];
  /** The words of the key, and all that is below it. */
  readonly below: readonly Shape[];
}

const MARGIN = 16;

export function pictureLayout(
  model: ChartModel,
  { hasHeading = true, hasNotes = true, colophon }: PictureWords = {},
): PictureLayout {
  const chartTop = hasHeading ? titleHeight(model) : 0;
  const key = keyBlock(model, chartTop + model.height);
  const bottom = chartTop + model.height + key.height;
  const told = hasNotes ? model : { ...model, notices: [], ours: [] };
  const foot = sourceBlock(told, bottom, colophon);
  return {
    width: model.width + 2 * MARGIN,
    height: bottom + foot.height + 2 * MARGIN,
    margin: MARGIN,
    chartTop,
    title: hasHeading ? titleBlock(model) : [],
    samples: key.entries,
    below: [...key.labels, ...foot.shapes],
  };
}
