/**
 * Runs a recipe over a file: batches of observations as they are made, and a report at the end. Only keys and
 * checks are kept, so a file may be larger than memory. The caller stores the observations in one transaction
 * and rolls back if the report is not clean.
 */
import { stat } from 'node:fs/promises';
import type { Catalogue, Disclosure } from '#stats/model/catalogue.ts';
import { seriesKey, type Observation } from '#stats/model/observation.ts';
import { formatPeriod } from '#stats/time/period.ts';
import type { AreaTable } from '../aliases/areas.ts';
import { withPlaces } from '../aliases/places.ts';
import { UnreadableFile } from '../formats/line.ts';
import { hashFile, openFile, type Opened } from '../formats/open.ts';
import { cellReader } from './values/cell.ts';
import { Duplicates } from './rows/duplicates.ts';
import { Expecting } from './expect/expect.ts';
import { FaultLog } from './fault-log.ts';
import type { RecipeFault } from './rows/fault.ts';
import { figureFrom, isAddedUp, measureOf } from './values/figure.ts';
import { Filters } from './rows/filters.ts';
import { Groups } from './rows/group.ts';
import { Layout } from './rows/layout.ts';
import { printedTotals } from './expect/printed-totals.ts';
import type { RecipeReport } from './report.ts';
import type { NewArea } from './values/area-role.ts';
import type { ColumnCheck, SayCell } from './values/column-reader.ts';
import { Overlaps } from './rows/overlaps.ts';
import type { HeaderColumns, SourceRow } from './rows/row.ts';
import type { Recipe } from './schema/shape.ts';
import { Snapshots } from './expect/snapshots.ts';

export interface RecipeRun {
  readonly recipe: Recipe;
  /** The path of the file on this machine; it is never written anywhere. */
  readonly path: string;
  readonly table: AreaTable;
  readonly catalogue: Pick<Catalogue, 'indicators' | 'areas'>;
  readonly edition: string;
  /** The SHA-256 on the card; null without a card. */
  readonly sha256: string | null;
  /** The file is newer than the edition that the expectations are about ({@link Expecting}). */
  readonly newer?: boolean;
  /** How the source disguises small numbers, from its card. */
  readonly disclosure?: Disclosure | undefined;
  readonly onFault?: (fault: RecipeFault, sheet: string | null) => void;
  readonly onProgress?: (done: number, of: number) => void;
}

const keyOf = (o: Observation): string =>
  `${seriesKey(o)} | ${o.period.start ?? '..'} | ${o.period.end ?? '..'}`;

/** The name of an observation in messages. */
const nameOf = (o: Observation): string =>
  [o.indicator, o.area, o.counterpart, o.breakdown, o.definition, formatPeriod(o.period)]
    .filter((part) => part !== '_Z' && part !== '_T' && part !== 'main')
    .join(' ');

/** The advice suggests adding rows up only for figures that may be added. */
const saidBefore = (
  value: string,
  first: number,
  isAdded: boolean,
): Omit<RecipeFault, 'line' | 'at' | 'column'> => ({
  value,
  rule: `repeats line ${first}`,
  advice: `remove one with a filter, name a breakdown, or use ${isAdded ? 'group or latest' : 'latest'} in the recipe`,
});

/** Invisible characters may precede it, because some spreadsheets skip them. */
const FORMULA = /^[\u00ad\u200b-\u200f\u2060\ufeff]*=/;
/** What no cell may have. One test for all, because a million rows have a few million cells. */
const SUSPECT = /^[\u00ad\u200b-\u200f\u2060\ufeff]*=|[\0\u0336]/;

/** What is wrong with a cell whatever it stands for; null if nothing. */
function faultOf(cell: string): Pick<RecipeFault, 'rule' | 'advice'> | null {
  if (!SUSPECT.test(cell)) return null;
  if (FORMULA.test(cell)) {
    return {
      rule: 'begins with =, which spreadsheets run as a formula',
      advice: 'put the value in its place; a workbook that was opened and saved has the results',
    };
  }
  // A PostgreSQL text cannot contain it, and no publisher's table needs it.
  if (cell.includes('\0')) {
    return {
      rule: 'holds a null character (U+0000), which no text may have',
      advice: 'remove it, or write encoding: utf-16 under format in the recipe if the file is UTF-16',
    };
  }
  return {
    rule: 'is struck out in the workbook',
    advice:
      'write struck: read or struck: leave-out under format in the recipe, or leave the row out with a filter',
  };
}

const EARLIER = 'earlier snapshots';

/** Everything that is prepared once the header is known. */
function prepare(run: RecipeRun, columns: HeaderColumns, layout: Layout, sheet: string | null) {
  const { recipe, catalogue, edition, disclosure } = run;
  const table = withPlaces(run.table, catalogue.areas);
  const checks: ColumnCheck[] = [];
  const newAreas = new Map<string, NewArea>();
  const read = cellReader(recipe);
  const placeInFile = (row: SourceRow, at: number): number | null => layout.placeInFile(row, at);
  const nameInFile = (row: SourceRow, at: number): string => layout.nameInFile(row, at);
  const places = { placeInFile, nameInFile };
  const found = { checks, newAreas };
  const context = {
    recipe,
    columns,
    table,
    catalogue,
    edition,
    sheet,
    read,
    disclosure,
    ...places,
    ...found,
  };
  const prepared = {
    filters: new Filters(recipe.filters, columns),
    figures: recipe.figures.map((figure) => figureFrom(figure, context)),
    /** Indicators whose figures may be added up. */
    added: new Set(
      recipe.figures
        .filter((figure) => isAddedUp(measureOf(figure, { catalogue }).measure, figure))
        .map((figure) => figure.indicator),
    ),
    totals: printedTotals(recipe.expect, columns, read),
    snapshots: recipe.latest ? new Snapshots(recipe.latest, columns) : null,
    ...found,
  };
  const problems = [...columns.problems, ...layout.hiddenAmong(columns.read)];
  if (problems.length > 0) throw new SyntaxError(problems.join('\n'));
  return { ...prepared, read: [...columns.read] };
}

type Prepared = ReturnType<typeof prepare>;

/** Rows of an opened file, batch by batch, with the layout that reads them. */
async function* rowsOf(
  opened: Opened,
  layout: Layout,
): AsyncGenerator<readonly SourceRow[], void, undefined> {
  for await (const batch of opened.lines) yield layout.lay(batch);
}

async function lastSnapshots(run: RecipeRun): Promise<Snapshots | null> {
  if (!run.recipe.latest) return null;
  const opened = await openFile(run.path, run.recipe.format);
  const layout = new Layout(run.recipe, opened, () => {});
  let found: { filters: Filters; snapshots: Snapshots | null } | null = null;
  for await (const rows of rowsOf(opened, layout)) {
    if (!layout.columns) continue;
    found ??= prepare(run, layout.columns, layout, opened.sheet);
    for (const row of rows) if (found.filters.pass(row)) found.snapshots?.see(row);
  }
  return found?.snapshots ?? null;
}

function checkHash(run: RecipeRun, hash: string): void {
  if (run.sha256 === null || run.sha256 === hash) return;
  throw new UnreadableFile(
    `the file's SHA-256 is ${hash}, and the card says ${run.sha256}`,
    'if the publisher has a new edition, say so with --edition YYYY-MM-DD; else get the file again',
  );
}

/** A run in progress: its counts, and the keys that it needs to find contradicting rows. */
class Reading {
  readonly expecting: Expecting;
  readonly duplicates = new Duplicates();
  private readonly overlaps: Overlaps | null;
  readonly sample: Observation[] = [];
  rows = 0;
  absent = 0;
  prepared: Prepared | null = null;
  /** If the recipe keeps the last of several snapshots: which rows those are. */
  snapshots: Snapshots | null = null;
  private readonly groups: Groups | null;
  private readonly countAbsent = (): void => void this.absent++;

  constructor(
    private readonly recipe: Recipe,
    private readonly log: FaultLog,
    newer: boolean,
  ) {
    this.expecting = new Expecting(recipe.expect, newer);
    this.groups = recipe.group ? new Groups() : null;
    this.overlaps = recipe.overlaps ? null : new Overlaps();
  }

  /** The observations of some rows; observations that are summed come at the end. */
  read(rows: readonly SourceRow[], prepared: Prepared, say: SayCell): Observation[] {
    this.prepared = prepared;
    const made: Observation[] = [];
    for (const row of rows) {
      this.rows++;
      if (!this.isKept(row, prepared, say)) continue;
      for (const figure of prepared.figures) {
        const o = figure(row, say, this.countAbsent);
        if (!o) continue;
        this.overlaps?.see(o, row.line);
        if (this.isNew(o, row.line)) made.push(o);
      }
    }
    return made;
  }

  private isKept(row: SourceRow, { filters, totals, read }: Prepared, say: SayCell): boolean {
    for (const total of totals) total.see(row);
    if (!filters.pass(row)) return false;
    if (row.wrong) {
      this.log.refuseWhole(row.wrong, row.line);
      return false;
    }
    for (const at of read) {
      const fault = faultOf(row.cells[at] ?? '');
      if (!fault) continue;
      say(row, at, fault);
      return false;
    }
    if (!this.snapshots || this.snapshots.isLast(row)) return true;
    filters.count(EARLIER);
    return false;
  }

  /** Whether an observation is not summed and its key is new. */
  private isNew(o: Observation, line: number): boolean {
    if (this.groups) {
      if (!this.groups.add(keyOf(o), o, line)) {
        const rule = 'has another hedge than the rows it is added to';
        this.log.refuseWhole(
          { value: nameOf(o), rule, advice: 'keep the rows apart with a breakdown in the recipe' },
          line,
        );
      }
      return false;
    }
    const first = this.duplicates.firstLine(o, line);
    if (first === null) this.count(o);
    else
      this.log.refuseWhole(
        saidBefore(nameOf(o), first, this.prepared?.added.has(o.indicator) ?? false),
        line,
      );
    return first === null;
  }

  private count(o: Observation): void {
    this.expecting.see(o);
    if (this.sample.length < 5) this.sample.push(o);
  }

  /** The results that are known only after the last row. @throws UnreadableFile if there was no header */
  finish(say: SayCell): Observation[] | null {
    if (!this.prepared)
      throw new UnreadableFile(
        'the file ends before its header does',
        'get the whole file again, or correct header in the recipe',
      );
    this.checkColumns(this.prepared, say);
    this.duplicates.finish((line, first) => this.log.refuseWhole(saidBefore('', first, false), line));
    if (!this.groups) return null;
    const sums = this.groups.observations(this.recipe.file);
    for (const o of sums) this.count(o);
    return sums;
  }

  /** Faults that only a whole column or a whole series shows. */
  private checkColumns({ checks }: Prepared, say: SayCell): void {
    // Several figures read the same column; each fault is said once.
    const told = new Set<string>();
    for (const check of checks) {
      check((row, at, fault) => {
        const key = `${row.line} ${at} ${fault.rule}`;
        if (!told.has(key)) say(row, at, fault);
        told.add(key);
      });
    }
    this.overlaps?.finish((later, earlier) =>
      this.log.refuseWhole(
        {
          value: later.name,
          rule: `overlaps ${earlier.name} of the same series, in line ${earlier.line}`,
          advice:
            'keep them apart with a breakdown, remove one with a filter, or write overlaps: true if the source counts so',
        },
        later.line,
      ),
    );
  }

  report(): Omit<RecipeReport, 'hash' | 'bytes'> {
    const { recipe, log, expecting, prepared } = this;
    const dropped = prepared?.filters.dropped ?? new Map<string, number>();
    const isReadable = prepared !== null && log.count === 0;
    return {
      source: recipe.source,
      file: recipe.file,
      sheet: log.sheet,
      rows: this.rows,
      observations: expecting.observations,
      dropped,
      droppedTexts: new Map(
        [...(prepared?.filters.texts ?? [])].map(([reason, texts]) => [reason, [...texts]]),
      ),
      absent: this.absent,
      gaps: expecting.gaps,
      ...expecting.coverage,
      checks: isReadable
        ? [...expecting.finish(this.rows, dropped), ...prepared.totals.map((total) => total.finish())]
        : [],
      sample: this.sample,
      newAreas: [...(prepared?.newAreas.values() ?? [])],
      faults: log.faults,
      faultGroups: log.groups,
      faultCount: log.count,
    };
  }
}

/**
 * Reads a file by its recipe. Faults of cells do not end the run, so that the user sees all of them; a file
 * that cannot be read further ends it.
 */
export async function* readByRecipe(
  run: RecipeRun,
): AsyncGenerator<readonly Observation[], RecipeReport, undefined> {
  const { recipe, path } = run;
  const log = new FaultLog(run.onFault);
  const bytes = (await stat(path)).size;
  const hash = await hashFile(path);
  const reading = new Reading(recipe, log, run.newer ?? false);
  try {
    checkHash(run, hash);
    reading.snapshots = await lastSnapshots(run);
    const opened = await openFile(path, recipe.format, (done) => run.onProgress?.(done, bytes));
    log.sheet = opened.sheet;
    const layout = new Layout(recipe, opened, log.refuse);
    const say = log.sayCell(layout);
    let prepared: Prepared | null = null;
    for await (const rows of rowsOf(opened, layout)) {
      if (!layout.columns) continue;
      prepared ??= prepare(run, layout.columns, layout, opened.sheet);
      const made = reading.read(rows, prepared, say);
      if (made.length > 0) yield made;
    }
    const sums = reading.finish(say);
    if (sums) yield sums;
  } catch (error) {
    log.end(error);
  } finally {
    reading.duplicates.drop();
  }
  return { ...reading.report(), hash, bytes };
}
