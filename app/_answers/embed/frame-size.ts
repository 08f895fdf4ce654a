/** The size of the frame that a consumer of oEmbed is given. */
import type { EmbedTarget } from './oembed-target.ts';

/** A column of text; an embed is drawn for this width and for phones. */
const USUAL_WIDTH = 700;
const HEIGHTS: Readonly<Record<EmbedTarget['kind'], number>> = { chart: 450, board: 900, value: 80 };

export const frameSize = (
  kind: EmbedTarget['kind'],
  maxWidth: number,
): { readonly width: number; readonly height: number } => ({
  width: Math.min(USUAL_WIDTH, maxWidth),
  height: HEIGHTS[kind],
});
