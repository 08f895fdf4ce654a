/**
 * A source's own table, `observations.csv`: one row, one figure, in our columns. The reader refuses a table
 * with any fault and lists all of them; each names file, line, column and value, and says what to do.
 */
import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { seriesKey, type Observation } from '#stats/model/observation.ts';
import { CELL_COLUMNS, type Cells, type TableContext } from './cells.ts';
import { refuse, SourceError } from '../validation/source-error.ts';
import { readRow } from './row.ts';

export interface TableRow {
  /** Line of the file on which the row ends; the header is line 1. */
  readonly line: number;
  /** `F01` to `F70` for the founding figures, else null. */
  readonly figure: string | null;
  readonly observation: Observation;
}

interface Line {
  readonly record: string[];
  readonly line: number;
}

function linesOf(path: string): Line[] {
  let content: string;
  try {
    content = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const what = error instanceof TypeError ? 'is not UTF-8; save it as UTF-8' : 'cannot be read';
    throw new SourceError([`${path}: ${what}`]);
  }
  try {
    const options = { info: true, relax_column_count: true, skip_empty_lines: true } as const;
    // With `info`, csv-parse hands over the record together with where it stands; its types do not say so.
    const read = parse(content, options) as unknown as { record: string[]; info: { lines: number } }[];
    return read.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    if (error instanceof CsvError) throw new SourceError([`${path}: is not CSV; ${error.message}`]);
    throw error;
  }
}

/** Reads and checks a source's table. @throws SourceError with every fault of the table */
export function readTable(path: string, context: TableContext): TableRow[] {
  const [header, ...lines] = linesOf(path);
  if (header?.record.join(',') !== CELL_COLUMNS.join(',')) {
    throw new SourceError([`${path}:1: the header is not valid; expected ${CELL_COLUMNS.join(',')}`]);
  }
  const problems: string[] = [];
  const rows: TableRow[] = [];
  const seen = new Map<string, number>();
  for (const { record, line } of lines) {
    if (record.length !== CELL_COLUMNS.length) {
      const much = record.length > CELL_COLUMNS.length ? 'quote texts with commas' : 'keep empty cells';
      problems.push(`${path}:${line}: ${record.length} cells, expected ${CELL_COLUMNS.length}; ${much}`);
      continue;
    }
    const cells = Object.fromEntries(CELL_COLUMNS.map((column, i) => [column, record[i] ?? ''])) as Cells;
    const { observation, faults } = readRow(cells, context);
    problems.push(
      ...faults.map((f) => `${path}:${line}: column ${f.column}: "${cells[f.column]}" ${f.problem}`),
    );
    if (!observation) continue;
    const { start, end } = observation.period;
    const key = `${seriesKey(observation)} | ${start ?? '..'} | ${end ?? '..'}`;
    const first = seen.get(key);
    if (first !== undefined) {
      const what = `says again what line ${first} says (${observation.indicator}, ${observation.area})`;
      problems.push(`${path}:${line}: column period: "${cells.period}" ${what}; keep one row`);
    }
    seen.set(key, first ?? line);
    rows.push({ line, figure: cells.figure || null, observation });
  }
  refuse(problems);
  return rows;
}
