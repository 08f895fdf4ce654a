/**
 * CSV with a column for each series and a row for each area and period, as spreadsheets and many programs want it.
 * A series has five columns: the value, its ends, its qualifier, and the reason of a gap, so that no hedge is lost.
 */
import { quote } from '#stats/csv.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { ALL, NONE, type Cell } from '#stats/model/observation.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { DOWNLOAD_COLUMNS, type CsvRow, type DownloadColumn } from './columns.ts';
import { csvRowOf } from './csv.ts';
import { rowWriter } from './row.ts';

const OF_A_ROW = ['Entity', 'Code', 'Year', 'period', 'basis', 'unit', 'release'] as const;
const OF_A_SERIES = ['value', 'low', 'high', 'qualifier', 'gap'] as const;

const columnOf = (name: keyof CsvRow): DownloadColumn<unknown> => DOWNLOAD_COLUMNS[name];
const textOf = (row: CsvRow, name: keyof CsvRow): string =>
  row[name] === null ? '' : columnOf(name).format(row[name]);

/** What tells a series from the others, besides its area. */
const AXES = ['counterpart', 'breakdown', 'definition', 'source', 'computed'] as const;

/** The name of a series: the codes that differ between the series of the file. */
function seriesNamer(cells: readonly Cell[], indicator: string): (cell: Cell) => string {
  const differing = AXES.filter((axis) => new Set(cells.map((cell) => cell[axis])).size > 1);
  return (cell) => {
    const codes = differing.flatMap((axis) => {
      const code = cell[axis] ?? 'published';
      return code === ALL || code === NONE ? [] : [code];
    });
    return codes.length === 0 ? indicator : `${indicator} ${codes.join(' ')}`;
  };
}

/** The whole file. Two figures of one source for one place and period stand in two rows. */
export function formatWideCsv(comparison: Comparison): string {
  const { cells, indicator, language } = comparison;
  const nameOf = seriesNamer(cells, indicator.id);
  const series = [...new Set(cells.map(nameOf))];
  const toRow = rowWriter(comparison);
  const rows = new Map<string, Map<string, CsvRow>[]>();
  for (const cell of cells) {
    const key = `${cell.area} ${formatPeriod(cell.period)}`;
    const lines = rows.get(key) ?? [];
    const name = nameOf(cell);
    let line = lines.find((candidate) => !candidate.has(name));
    if (!line) lines.push((line = new Map()));
    line.set(name, csvRowOf(toRow(cell), language));
    rows.set(key, lines);
  }
  const head = [
    ...OF_A_ROW,
    ...series.flatMap((name) =>
      OF_A_SERIES.map((column) => (column === 'value' ? name : `${name} (${column})`)),
    ),
  ];
  const lines = [...rows.values()].flat().map((line) => {
    const [any] = line.values();
    return [
      ...OF_A_ROW.map((name) => (any ? textOf(any, name) : '')),
      ...series.flatMap((name) => {
        const row = line.get(name);
        return OF_A_SERIES.map((column) => (row ? textOf(row, column) : ''));
      }),
    ];
  });
  return [head, ...lines].map((line) => `${line.map(quote).join(',')}\n`).join('');
}
