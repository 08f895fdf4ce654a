/** The words above a chart, and their line breaks if the drawing itself contains them. */
import type { ChartModel } from '../model/chart.ts';
import { balanceText, wrapText } from '../text/metrics.ts';

/** More than the longest heading has in a narrow picture. */
const MOST_LINES = 8;

/** The finding and what is measured; broken into lines of the frame if the drawing itself contains them. */
export function headingOf(
  { title, subtitle }: { readonly title: string; readonly subtitle: string },
  width: number,
): ChartModel['heading'] {
  const size = width < 480 ? 21 : 24;
  return {
    title,
    get titleLines() {
      return balanceText(title, Math.min(width, 34 * size), 'title', MOST_LINES, size);
    },
    subtitle,
    get subtitleLines() {
      return wrapText(subtitle, width, 'note', MOST_LINES, 15);
    },
  };
}
