/**
 * The height of an embed's frame. Many sites remove the script that would measure it, so this height must fit
 * the embed without a scroll bar, in a column of 600 to 760 pixels.
 */
import { chartModel } from '#app/_charts/chart.ts';
import { CHART_LAYOUTS } from '#app/_charts/chart-kinds.ts';
import type { ChartModel } from '#app/_charts/model/chart.ts';
import type { ChartKind } from '#app/_charts/model/kind.ts';
import { wrapText } from '#app/_charts/text/metrics.ts';
import { verdictNotice } from '#stats/comparability/notice.ts';
import type { Comparison } from '#stats/model/comparison.ts';

/** The width of an embed's drawing, and how much larger it may be in a wide frame (`embed-style.ts`). */
const DRAWN = 568;
const WIDEST = 640;
/** Twin rule, paddings, the folded table, the line with the release. */
const FRAME = 158;
const LINE = 21;
/** If the rows together are higher than this, an embed draws only the first of them (`embed-room.ts`). */
const MOST_ROWS = 2400;
/** A citation is longer than the title of its source. */
const SOURCE = 'Publisher: (2015-11). No licence is stated. ';

const growsWithRows = (kind: ChartModel['kind']): boolean =>
  kind !== 'scatter' && kind !== 'timeline' && CHART_LAYOUTS[kind].growsWithRows;

const lines = (text: string): number => wrapText(text, DRAWN - 24, 'note', 20, 13).length;

/** @example embedHeight(population of three countries) // about 640 */
export function embedHeight(comparison: Comparison, kind?: ChartKind): number {
  const { language, areas, indicator, sources, cells } = comparison;
  const model = chartModel(comparison, { width: DRAWN, language, ...(kind && { kind }) });
  const shown = new Set(cells.map((cell) => cell.area));
  const notes = new Set([
    ...areas.flatMap((area) =>
      area.note && area.kind === 'group' && shown.has(area.code) ? [area.note[language]] : [],
    ),
    ...indicator.notes.flatMap((note) => (note.mandatory ? [note.text[language]] : [])),
    ...model.notes,
  ]);
  const foot = [...notes, ...sources.map((source) => SOURCE + source.title[language])];
  const height =
    FRAME +
    model.heading.titleLines.length * 27 +
    model.heading.subtitleLines.length * LINE +
    ((growsWithRows(model.kind) ? Math.min(model.height, MOST_ROWS) : model.height) * WIDEST) / DRAWN +
    Math.ceil(model.legend.length / 4) * LINE +
    model.notices.length * 48 +
    model.ours.reduce((sum, text) => sum + lines(text) * LINE, 0) +
    verdictNotice(comparison).reduce((sum, text) => sum + lines(text) * LINE + 24, 0) +
    foot.reduce((sum, text) => sum + lines(text) * LINE, 0);
  return Math.ceil(height / 10) * 10;
}
