/**
 * A line of CSV version 1 as a template that PostgreSQL fills in, for files that are too long to be made here: the
 * cells that all lines share, those that the lines of one series share, and those of each row. The columns of
 * `formatCsv` write all but the last.
 */
import type { Comparison } from '#stats/model/comparison.ts';
import { WITHOUT_FIGURE, type Cell, type SeriesKey } from '#stats/model/observation.ts';
import { memoize } from '#stats/memoize.ts';
import type { Language } from '#stats/language.ts';
import { quote } from '#stats/csv.ts';
import { COLUMN_NAMES, DOWNLOAD_COLUMNS, type CsvRow } from './columns.ts';
import { cellWriter, csvRowOf } from './csv.ts';
import { rowWriter } from './row.ts';

/** Where the cells of a column of a published row come from. */
type Origin = 'answer' | 'series' | 'row';

const ORIGINS = {
  Entity: 'series',
  Code: 'series',
  Year: 'row',
  indicator: 'answer',
  measure: 'answer',
  unit: 'answer',
  counterpart: 'series',
  breakdown: 'series',
  definition: 'series',
  period: 'row',
  period_start: 'row',
  period_end: 'row',
  basis: 'series',
  value: 'row',
  low: 'row',
  high: 'row',
  low_inclusive: 'row',
  high_inclusive: 'row',
  qualifier: 'row',
  interval_kind: 'row',
  numerator: 'row',
  denominator: 'row',
  gap: 'row',
  coverage_members: 'answer',
  coverage_weight: 'answer',
  computed: 'answer',
  source: 'series',
  edition: 'row',
  locator: 'row',
  attributed_to: 'row',
  printed: 'row',
  note: 'row',
  status: 'row',
  release: 'answer',
  transform: 'answer',
  rank_low: 'answer',
  rank_high: 'answer',
  rank_of: 'answer',
  last_on_file: 'answer',
} as const satisfies Readonly<Record<keyof CsvRow, Origin>>;

type ColumnOf<From extends Origin> = {
  [Name in keyof typeof ORIGINS]: (typeof ORIGINS)[Name] extends From ? Name : never;
}[keyof typeof ORIGINS];

/** The columns whose cells differ from row to row. */
export type CsvRowColumn = ColumnOf<'row'>;
type CsvSeriesColumn = ColumnOf<'series'>;

/** A part of a line: a text, one of the texts of its series, or a cell of its row. */
export type CsvLinePart =
  { readonly text: string } | { readonly series: number } | { readonly row: CsvRowColumn };

/** A row that holds nothing of its own, only what its series and its answer give it. */
const silent = (series: SeriesKey): Cell => ({
  ...series,
  period: { basis: series.basis, start: null, end: null },
  periodStatus: 'stated',
  ...WITHOUT_FIGURE,
  gap: null,
  coverage: null,
  computed: null,
  editions: [],
  attributedTo: null,
  locator: null,
  printed: null,
  notes: [],
});

const SOMEWHERE: Omit<SeriesKey, 'indicator'> = {
  source: '',
  area: '',
  counterpart: '',
  breakdown: '',
  definition: '',
  basis: 'unstated',
};

type Write = (row: CsvRow) => string;

/** The text between two cells of the row. */
interface Run {
  readonly writes: readonly Write[];
  readonly ofSeries: boolean;
}

/** The line as runs with a cell of the row between each two. */
function runsOf(): { readonly runs: readonly Run[]; readonly cells: readonly CsvRowColumn[] } {
  const cells: CsvRowColumn[] = [];
  const runs: { writes: Write[]; ofSeries: boolean }[] = [{ writes: [], ofSeries: false }];
  for (const [i, name] of COLUMN_NAMES.entries()) {
    const run = runs.at(-1)!;
    if (i > 0) run.writes.push(() => ',');
    if (isOfRow(name)) {
      cells.push(name);
      runs.push({ writes: [], ofSeries: false });
      continue;
    }
    run.writes.push(cellWriter(name));
    run.ofSeries ||= ORIGINS[name] === 'series';
  }
  runs.at(-1)!.writes.push(() => '\n');
  return { runs, cells };
}

const isOfRow = (name: keyof CsvRow): name is CsvRowColumn => ORIGINS[name] === 'row';

/** A template that is filled in for each row. */
export interface CsvLines {
  readonly language: Language;
  readonly parts: readonly CsvLinePart[];
  /** The texts of a series, in the order in which `parts` number them. */
  readonly textsOf: (series: SeriesKey) => readonly string[];
  /** The cell of an edition. */
  readonly editionText: (edition: string) => string;
}

/** The template of the lines of an answer. It must name every area that may occur; its cells are not used. */
export function csvLines(answer: Comparison): CsvLines {
  const { language, indicator } = answer;
  const toRow = rowWriter(answer);
  const rowOf = (series: SeriesKey): CsvRow => csvRowOf(toRow(silent(series)), language);
  const write = ({ writes }: Run, row: CsvRow): string => writes.map((writeCell) => writeCell(row)).join('');
  const nowhere = { ...SOMEWHERE, indicator: indicator.id };
  const common = rowOf(nowhere);
  const entityOf = memoize((area: string) => rowOf({ ...nowhere, area }).Entity);
  const { runs, cells } = runsOf();
  const reused = { ...common };
  const ofSeries = runs.filter((run) => run.ofSeries);
  return {
    language,
    parts: runs.flatMap((run, i): CsvLinePart[] => {
      const row = cells[i];
      const fixed = run.ofSeries ? { series: ofSeries.indexOf(run) } : { text: write(run, common) };
      return row ? [fixed, { row }] : [fixed];
    }),
    textsOf: (series) => {
      const { area, counterpart, breakdown, definition, basis, source } = series;
      const own: Pick<CsvRow, CsvSeriesColumn> = {
        Entity: entityOf(area),
        Code: area,
        counterpart,
        breakdown,
        definition,
        basis,
        source,
      };
      // There are many series and each has but few columns: a whole row for each costs more than all the rest.
      const row: CsvRow = Object.assign(reused, own);
      return ofSeries.map((run) => write(run, row));
    },
    editionText: (edition) => quote(DOWNLOAD_COLUMNS.edition.format([edition])),
  };
}
