/**
 * The rows of a number line: one figure each, grouped by definition and basis of time (which must not be
 * mixed), otherwise by kind of area or breakdown. What all rows share is not repeated.
 */
import { capitalise } from '#stats/text.ts';
import { isPlace } from '#stats/model/catalogue.ts';
import type { Cell } from '#stats/model/observation.ts';
import { comparePeriods } from '#stats/time/period.ts';
import { BASIS_WORDS } from '#stats/format/labels.ts';
import type { ChartContext } from '../panel/layout.ts';
import type { NamePart } from '../wording/series-name.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';

export interface DotPlotRow {
  readonly cell: Cell;
  /** The name or the period, whichever tells the rows apart best. */
  readonly lead: string;
  readonly rest: string;
  readonly citation: string;
  readonly credit: string;
}

export interface RowGroup {
  readonly title: string | null;
  readonly rows: readonly DotPlotRow[];
}

interface Grouping {
  readonly title: (cell: Cell) => string;
  /** Parts of the name that the title already states. */
  readonly says: readonly NamePart[];
  readonly must: boolean;
}

function groupings(setup: ChartContext, definitionsDiffer: boolean): Grouping[] {
  const { names, comparison, language } = setup;
  const kinds = CHART_WORDS[language].kinds;
  const kindOf = (cell: Cell): keyof typeof kinds => {
    const kind = comparison.areas.find((a) => a.code === cell.area)?.kind;
    return kind !== undefined && (isPlace(kind) || kind === 'group') ? kind : 'other';
  };
  const basisWords = (cell: Cell): string =>
    cell.basis === 'interval' ? CHART_WORDS[language].spans : BASIS_WORDS[cell.basis][language];
  return [
    {
      title: (cell) =>
        [
          definitionsDiffer ? names.part(cell, 'definition') : '',
          basesDiffer(setup) ? capitalise(basisWords(cell)) : '',
        ]
          .filter(Boolean)
          .join('. '),
      says: ['definition'],
      must: true,
    },
    { title: (cell) => names.part(cell, 'breakdown'), says: ['breakdown'], must: false },
    { title: (cell) => kinds[kindOf(cell)], says: [], must: false },
  ];
}

const basesDiffer = (setup: ChartContext): boolean =>
  new Set(setup.comparison.cells.map((c) => c.basis)).size > 1;

/** Whether headings would help: there are several groups, and fewer groups than rows. */
function helps(grouping: Grouping, cells: readonly Cell[]): boolean {
  const titles = new Set(cells.map(grouping.title));
  return (
    titles.size > 1 && !titles.has('') && (grouping.must || (titles.size < cells.length && cells.length > 3))
  );
}

/** The rows of some figures below the headings that keep them apart: in order of time where rows are named by
 * their date, else in the order of the answer. */
export function rowGroups(setup: ChartContext, cells: readonly Cell[]): RowGroup[] {
  const { names } = setup;
  // A panel of one definition has it in its heading.
  const definitionsDiffer = new Set(cells.map(({ definition }) => definition)).size > 1;
  const grouping = groupings(setup, definitionsDiffer).find((g) => helps(g, cells));
  const parts = (['area', 'counterpart', 'breakdown', 'definition'] as const).filter(
    (part) =>
      names.differing.includes(part) &&
      !grouping?.says.includes(part) &&
      (part !== 'definition' || definitionsDiffer),
  );
  const periods = new Set(cells.map((cell) => names.period(cell)));
  const who = (cell: Cell): string =>
    parts.length > 0
      ? parts
          .map((part) => names.part(cell, part))
          .filter(Boolean)
          .join(', ')
      : names.part(cell, 'area') || names.series({ key: cell, computed: false });
  const whos = new Set(cells.map(who));
  const whenLeads = periods.size > whos.size;
  const row = (cell: Cell): DotPlotRow => {
    const [lead, rest] = whenLeads ? [names.period(cell), who(cell)] : [who(cell), names.period(cell)];
    return {
      cell,
      lead: capitalise(lead || rest),
      rest: lead === '' || (whenLeads && whos.size === 1 && cells.length > 1) ? '' : rest,
      citation: names.citation(cell),
      credit: names.credit(cell),
    };
  };
  const groups = new Map<string, DotPlotRow[]>();
  const ordered = whenLeads ? cells.toSorted((a, b) => comparePeriods(a.period, b.period)) : cells;
  for (const cell of ordered) {
    const title = grouping?.title(cell) ?? '';
    const rows = groups.get(title);
    if (rows) rows.push(row(cell));
    else groups.set(title, [row(cell)]);
  }
  return [...groups].map(([title, rows]) => ({ title: title ? capitalise(title) : null, rows }));
}
