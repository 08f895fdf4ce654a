/**
 * A recipe run over a file: batches of observations as they are made, and at the end a report. Nothing is
 * kept but keys and checks, so a file may be larger than memory. Whoever stores the observations does so in
 * one transaction and keeps nothing if the report is not clean.
 */
import { stat } from 'node:fs/promises';
import type { Catalogue } from '#stats/catalogue.ts';
import { seriesKey, type Observation } from '#stats/observation.ts';
import { formatPeriod } from '#stats/period.ts';
import type { AreaTable } from '../aliases/areas.ts';
import { UnreadableFile } from '../formats/line.ts';
import { hashFile, openFile, type Opened } from '../formats/open.ts';
import { cellReader } from './cell.ts';
import { Duplicates } from './duplicates.ts';
import { Expecting } from './expect.ts';
import type { Fault } from './fault.ts';
import { figureFrom } from './figure.ts';
import { Filters } from './filters.ts';
import { Groups } from './group.ts';
import { Layout } from './layout.ts';
import { printedTotals } from './printed-totals.ts';
import type { Report } from './report.ts';
import type { SayCell } from './role.ts';
import type { Columns, Row } from './row.ts';
import type { Recipe } from './shape.ts';
import { Snapshots } from './snapshots.ts';

export interface Run {
  readonly recipe: Recipe;
  /** Where the file is on this machine; it is never written anywhere. */
  readonly path: string;
  readonly table: AreaTable;
  readonly catalogue: Pick<Catalogue, 'indicators'>;
  readonly edition: string;
  /** SHA-256 that the card promises; null where there is no card. */
  readonly sha256: string | null;
  readonly onFault?: (fault: Fault, sheet: string | null) => void;
  readonly onProgress?: (done: number, of: number) => void;
}

const keyOf = (o: Observation): string =>
  `${seriesKey(o)} | ${o.period.start ?? '..'} | ${o.period.end ?? '..'}`;

/** An observation as a person would name it. */
const nameOf = (o: Observation): string =>
  [o.indicator, o.area, o.counterpart, o.breakdown, o.definition, formatPeriod(o.period)]
    .filter((part) => part !== '_Z' && part !== '_T' && part !== 'main')
    .join(' ');

const saidBefore = (value: string, first: number): Omit<Fault, 'line' | 'at' | 'column'> => ({
  value,
  rule: `was said before, on line ${first}`,
  advice: 'filter one of the two out, name a breakdown, or write group or latest in the recipe',
});

/** Marks that nobody sees may stand before it: some spreadsheets pass over them. */
const isFormula = (cell: string): boolean => /^[\u00ad\u200b-\u200f\u2060\ufeff]*=/.test(cell);
/** PostgreSQL's texts cannot hold it, and no table of a publisher means it. */
const hasNull = (cell: string): boolean => cell.includes('\0');

const EARLIER = 'earlier snapshots';
const MOST_FAULTS_KEPT = 100;

/** What is made ready once the header is known. */
function prepare(run: Run, columns: Columns, layout: Layout, sheet: string | null) {
  const { recipe, table, catalogue, edition } = run;
  const read = cellReader(recipe);
  const placeInFile = (row: Row, at: number): number | null => layout.placeInFile(row, at);
  const nameInFile = (row: Row, at: number): string => layout.nameInFile(row, at);
  const context = { recipe, columns, table, catalogue, edition, sheet, read, placeInFile, nameInFile };
  const prepared = {
    filters: new Filters(recipe.filters, columns),
    figures: recipe.figures.map((figure) => figureFrom(figure, context)),
    totals: printedTotals(recipe.expect, columns, read),
    snapshots: recipe.latest ? new Snapshots(recipe.latest, columns) : null,
  };
  if (columns.problems.length > 0) throw new SyntaxError(columns.problems.join('\n'));
  return prepared;
}

/** Rows of an opened file, batch by batch, with the layout that reads them. */
async function* rowsOf(opened: Opened, layout: Layout): AsyncGenerator<readonly Row[], void, undefined> {
  for await (const batch of opened.lines) yield layout.lay(batch);
}

async function lastSnapshots(run: Run): Promise<Snapshots | null> {
  if (!run.recipe.latest) return null;
  const opened = await openFile(run.path, run.recipe.format);
  const layout = new Layout(run.recipe, opened.merges, () => {});
  let found: { filters: Filters; snapshots: Snapshots | null } | null = null;
  for await (const rows of rowsOf(opened, layout)) {
    if (!layout.columns) continue;
    found ??= prepare(run, layout.columns, layout, opened.sheet);
    for (const row of rows) if (found.filters.pass(row)) found.snapshots?.see(row);
  }
  return found?.snapshots ?? null;
}

/**
 * Reads a file by its recipe. Faults of cells do not end the run, so that a person sees them all; a file
 * that cannot be read on does.
 */
export async function* readByRecipe(run: Run): AsyncGenerator<readonly Observation[], Report, undefined> {
  const { recipe, path } = run;
  const faults: Fault[] = [];
  let faultCount = 0;
  let sheet: string | null = null;
  const refuse = (fault: Fault): void => {
    faultCount++;
    if (faults.length < MOST_FAULTS_KEPT) faults.push(fault);
    run.onFault?.(fault, sheet);
  };
  const expecting = new Expecting(recipe.expect);
  const duplicates = new Duplicates();
  const groups = recipe.group ? new Groups() : null;
  const sample: Observation[] = [];
  let [rowCount, absent] = [0, 0];
  let prepared: ReturnType<typeof prepare> | null = null;
  let snapshots: Snapshots | null = null;
  const bytes = (await stat(path)).size;
  const hash = await hashFile(path);
  const countAbsent = (): void => void absent++;
  const keep = (o: Observation): void => {
    expecting.see(o);
    if (sample.length < 5) sample.push(o);
  };
  const whole = (about: Omit<Fault, 'line' | 'at' | 'column'>, line: number | null = null): void =>
    refuse({ line, at: null, column: null, ...about });

  try {
    if (run.sha256 !== null && run.sha256 !== hash) {
      throw new UnreadableFile(
        `the file's SHA-256 is ${hash}, and the card says ${run.sha256}`,
        'if the publisher has a new edition, say so with --edition YYYY-MM-DD; else get the file again',
      );
    }
    snapshots = await lastSnapshots(run);
    const opened = await openFile(path, recipe.format, (done) => run.onProgress?.(done, bytes));
    sheet = opened.sheet;
    const layout = new Layout(recipe, opened.merges, refuse);
    for await (const rows of rowsOf(opened, layout)) {
      if (!layout.columns) continue;
      prepared ??= prepare(run, layout.columns, layout, sheet);
      const { filters, figures, totals } = prepared;
      const say: SayCell = (row, at, { rule, advice }) =>
        refuse({
          line: row.line,
          at: layout.placeInFile(row, at),
          column: layout.nameInFile(row, at),
          value: row.cells[at] ?? '',
          rule,
          advice,
        });
      const made: Observation[] = [];
      for (const row of rows) {
        rowCount++;
        const formula = row.cells.findIndex(isFormula);
        if (formula >= 0) {
          say(row, formula, {
            rule: 'begins with =, which spreadsheets run as a formula',
            advice: 'put the value in its place',
          });
          continue;
        }
        const broken = row.cells.findIndex(hasNull);
        if (broken >= 0) {
          say(row, broken, {
            rule: 'holds a null character (U+0000), which no text may have',
            advice: 'take it out, or save the file as UTF-8 if it is UTF-16',
          });
          continue;
        }
        for (const total of totals) total.see(row);
        if (!filters.pass(row)) continue;
        if (snapshots && !snapshots.isLast(row)) {
          filters.count(EARLIER);
          continue;
        }
        for (const figure of figures) {
          const o = figure(row, say, countAbsent);
          if (!o) continue;
          if (groups) {
            if (groups.add(keyOf(o), o, row.line)) continue;
            whole(
              {
                value: nameOf(o),
                rule: 'is hedged otherwise than the rows it is added to',
                advice: 'split them by a breakdown',
              },
              row.line,
            );
            continue;
          }
          const first = duplicates.firstLine(o, row.line);
          if (first === null) {
            made.push(o);
            keep(o);
            continue;
          }
          whole(saidBefore(nameOf(o), first), row.line);
        }
      }
      if (made.length > 0) yield made;
    }
    if (!prepared)
      throw new UnreadableFile(
        'the file ends before its header does',
        'get the whole file again, or correct header in the recipe',
      );
    duplicates.finish((line, first) => whole(saidBefore('', first), line));
    if (groups) {
      const sums = groups.observations(recipe.file);
      sums.forEach(keep);
      yield sums;
    }
  } catch (error) {
    if (error instanceof UnreadableFile) {
      const { rule, advice, place } = error;
      sheet = place.sheet ?? sheet;
      whole({ value: place.value ?? '', rule, advice }, place.line ?? null);
    } else if (error instanceof SyntaxError) {
      whole({ value: '', rule: error.message, advice: 'correct the recipe' });
    } else throw error;
  } finally {
    duplicates.drop();
  }
  const readable = prepared !== null && faultCount === 0;
  const checks = readable
    ? [
        ...expecting.finish(rowCount, prepared?.filters.dropped ?? new Map()),
        ...(prepared?.totals.map((total) => total.finish()) ?? []),
      ]
    : [];
  return {
    source: recipe.source,
    file: recipe.file,
    sheet,
    hash,
    bytes,
    rows: rowCount,
    observations: expecting.observations,
    dropped: prepared?.filters.dropped ?? new Map(),
    absent,
    gaps: expecting.gaps,
    ...expecting.coverage,
    checks,
    sample,
    faults,
    faultCount,
  };
}
