/**
 * CSV with more columns than its own, on request: the parts of each computed figure in the rows below it, and the
 * doubts about a figure. The first columns are those of every file.
 */
import { quote } from '#stats/csv.ts';
import type { CellParts } from '#stats/evidence/evidence.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { doubtsOf } from '#stats/evidence/doubts-of.ts';
import { plainNumber } from '#stats/number.ts';
import { COLUMN_NAMES } from './columns.ts';
import { cellWriter, csvRowOf } from './csv.ts';
import { formatLine, guard } from './csv-text.ts';
import { rowWriter, type DownloadRow } from './row.ts';
import { NO_PART, PART_COLUMNS, partRows, type PartFields } from './part-rows.ts';

export interface MoreColumns {
  /** The parts of its computed figures; null without them. */
  readonly parts: readonly CellParts[] | null;
  readonly withDoubts: boolean;
}

const extra = (value: string | number | null): string =>
  value === null ? '' : typeof value === 'number' ? plainNumber(value) : quote(guard(value));

/** The whole file. */
export function formatMoreCsv(comparison: Comparison, { parts, withDoubts }: MoreColumns): string {
  const { language } = comparison;
  const toRow = rowWriter(comparison);
  const writers = COLUMN_NAMES.map(cellWriter);
  const names = [...COLUMN_NAMES, ...(parts ? PART_COLUMNS : []), ...(withDoubts ? ['doubt'] : [])];
  const line = (row: DownloadRow, fields: PartFields, doubts: readonly string[]): string => {
    const written = csvRowOf(row, language);
    const more = [
      ...(parts ? PART_COLUMNS.map((name) => extra(fields[name])) : []),
      ...(withDoubts ? [extra(doubts.join('~'))] : []),
    ];
    return `${[...writers.map((write) => write(written)), ...more].join(',')}\n`;
  };
  const below = partRows(comparison, parts ?? []);
  const lines = comparison.cells.flatMap((cell) => [
    line(
      toRow(cell),
      NO_PART,
      doubtsOf(cell, comparison).map(({ id }) => id),
    ),
    ...(below.get(cell) ?? []).map(({ row, fields }) => line(row, fields, [])),
  ]);
  return formatLine(names) + lines.join('');
}
