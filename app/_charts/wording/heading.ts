/** The words above a chart, and their line breaks if the drawing itself contains them. */
import type { ChartModel } from '../model/chart.ts';
import { balanceText, wrapText } from '../text/metrics.ts';

/** The finding and what is measured; broken into lines of the frame if the drawing itself contains them. */
export function headingOf(
  { title, subtitle }: { readonly title: string; readonly subtitle: string },
  width: number,
): ChartModel['heading'] {
  const size = width < 480 ? 21 : 24;
  return {
    title,
    get titleLines() {
      return balanceText(title, Math.min(width, 34 * size), 'title', 3, size);
    },
    subtitle,
    get subtitleLines() {
      return wrapText(subtitle, width, 'note', 3, 15);
    },
  };
}
