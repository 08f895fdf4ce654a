/**
 * Which figures may share an axis. One definition and one basis of time make a block; blocks stand one
 * below the other, each with a heading that says why. What has no place on a time axis becomes rows.
 */
import { capitalise } from '#stats/text.ts';
import { group } from 'd3-array';
import type { Cell } from '#stats/model/observation.ts';
import { YEAR_BASES, type Basis } from '#stats/time/period.ts';
import { BASIS_WORDS } from '#stats/format/labels.ts';
import { barPanel } from './bar/panel.ts';
import type { PanelLayout, ChartContext } from './panel-layout.ts';
import { tilesTime } from './chart-type.ts';
import { linePanel } from './line/panel.ts';
import type { ChartKind } from './model.ts';
import { monthSpan } from './scales/months.ts';
import { dotPlot } from './dot-plot/panel.ts';
import { overflowNote } from './dot-plot/overflow.ts';

const BETWEEN = 28;
/** Most rows that are drawn where nothing else can be: a picture of more is longer than anybody scrolls. */
const MOST_DRAWN = 400;

/** The blocks of a chart of some figures, from top to bottom. */
export function stackPanels(setup: ChartContext, cells: readonly Cell[], kind: ChartKind): PanelLayout[] {
  if (kind === 'number-line' || cells.length === 0) return [rows(setup, cells, 0, null)];
  const basisOf = kind === 'line' ? ownBasis : joinedBasis(cells);
  const timed = cells.filter((cell) => basisOf(cell) !== null);
  const rest = cells.filter((cell) => basisOf(cell) === null);
  const groups = group(timed, (cell) => `${cell.definition} | ${basisOf(cell)}`);
  const several = groups.size > 1 || rest.length > 0;
  const blocks: PanelLayout[] = [];
  const next = (): number => (blocks.length > 0 ? (blocks.at(-1)?.bottom ?? 0) + BETWEEN : 0);
  for (const members of groups.values()) {
    const heading = several ? headingOf(setup, members, basisOf) : null;
    blocks.push((kind === 'line' ? linePanel : barPanel)(setup, members, next(), heading));
  }
  if (rest.length > 0) blocks.push(rows(setup, rest, next(), headingOf(setup, rest, ownName)));
  return blocks;
}

/** Figures as rows; of too many, only how many there are. */
const rows: typeof dotPlot = (setup, cells, top, heading) =>
  (cells.length > MOST_DRAWN ? overflowNote : dotPlot)(setup, cells, top, heading);

/** On a line, only years of one kind. */
const ownBasis = (cell: Cell): Basis | null => (YEAR_BASES.includes(cell.basis) ? cell.basis : null);
const ownName = (cell: Cell): Basis => cell.basis;

/** Under bars, some months of a year may stand among whole years: narrower, hollow, and named. */
function joinedBasis(cells: readonly Cell[]): (cell: Cell) => Basis | null {
  const tiled = new Set(cells.map((cell) => cell.basis).filter(tilesTime));
  const only = tiled.size === 1 ? ([...tiled][0] ?? null) : null;
  return (cell) => {
    if (tilesTime(cell.basis)) return cell.basis;
    const span = cell.basis === 'interval' ? monthSpan(cell.period) : null;
    return span && span.to - span.from < 12 ? only : null;
  };
}

/** Definition and basis in words, whichever differ over the whole answer. */
function headingOf(
  setup: ChartContext,
  cells: readonly Cell[],
  basisOf: (cell: Cell) => Basis | null,
): string | null {
  const { comparison, names, language } = setup;
  const [first] = cells;
  if (!first) return null;
  const bases = new Set(cells.map(basisOf));
  const definition = names.differing.includes('definition') ? names.part(first, 'definition') : '';
  const all = new Set(comparison.cells.map((cell) => cell.basis));
  const basis = all.size > 1 && bases.size === 1 ? BASIS_WORDS[basisOf(first) ?? first.basis][language] : '';
  const words = [definition, basis].filter(Boolean).join('. ');
  return words ? capitalise(words) : null;
}
