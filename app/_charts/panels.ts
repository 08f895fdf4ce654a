/**
 * Which figures may share an axis. Figures with the same definition and basis of time make a panel. Panels
 * are stacked, each with a heading that states why it is separate. Figures that do not fit on a time axis
 * become rows.
 */
import { capitalise } from '#stats/text.ts';
import { group } from 'd3-array';
import type { Cell } from '#stats/model/observation.ts';
import { BASIS_WORDS } from '#stats/format/labels.ts';
import { CHART_LAYOUTS } from './chart-kinds.ts';
import type { ChartContext, DrawPanel, PanelLayout } from './panel/layout.ts';
import type { AxisBasis } from './panel/time-basis.ts';
import type { ChartKind } from './model/kind.ts';
import { dotPlot } from './dot-plot/panel.ts';
import { overflowNote } from './dot-plot/overflow.ts';

const BETWEEN = 28;
/**
 * Most rows that are drawn where no other kind is possible; a longer picture is more than a reader scrolls
 * through.
 */
const MOST_DRAWN = 400;

/** The panels of a chart of some figures, from top to bottom. */
export function stackPanels(context: ChartContext, cells: readonly Cell[], kind: ChartKind): PanelLayout[] {
  const { time, panel: draw = rows } = CHART_LAYOUTS[kind];
  const panels: PanelLayout[] = [];
  const nextTop = (): number => (panels.length > 0 ? (panels.at(-1)?.bottom ?? 0) + BETWEEN : 0);
  if (time === null || cells.length === 0) {
    // Figures of different definitions never share an axis, and rows have one too.
    const definitions = [...group(cells, (cell) => cell.definition).values()];
    if (definitions.length < 2) return [draw(context, cells, 0, null)];
    for (const members of definitions) {
      const heading = panelHeading(context, members, (cell) => cell.basis);
      panels.push(draw(context, members, nextTop(), heading));
    }
    return panels;
  }
  const basisOf = time.basisOf(cells);
  const timed = cells.filter((cell) => basisOf(cell) !== null);
  const rest = cells.filter((cell) => basisOf(cell) === null);
  const groups = group(timed, (cell) => `${cell.definition} | ${basisOf(cell)}`);
  const several = groups.size > 1 || rest.length > 0;
  for (const members of groups.values()) {
    const heading = several ? panelHeading(context, members, basisOf) : null;
    panels.push(time.panel(context, members, nextTop(), heading));
  }
  if (rest.length > 0)
    panels.push(
      rows(
        context,
        rest,
        nextTop(),
        panelHeading(context, rest, (cell) => cell.basis),
      ),
    );
  return panels;
}

/** Figures as rows; if there are too many, only their number. */
const rows: DrawPanel = (context, cells, top, heading) =>
  (cells.length > MOST_DRAWN ? overflowNote : dotPlot)(context, cells, top, heading);

/** The definition and the basis in words, if they differ within the whole answer. */
function panelHeading(context: ChartContext, cells: readonly Cell[], basisOf: AxisBasis): string | null {
  const { comparison, names, language } = context;
  const [first] = cells;
  if (!first) return null;
  const bases = new Set(cells.map(basisOf));
  const definition = names.differing.includes('definition') ? names.part(first, 'definition') : '';
  const all = new Set(comparison.cells.map((cell) => cell.basis));
  const basis = all.size > 1 && bases.size === 1 ? BASIS_WORDS[basisOf(first) ?? first.basis][language] : '';
  const words = [definition, basis].filter(Boolean).join('. ');
  return words ? capitalise(words) : null;
}
