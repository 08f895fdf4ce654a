/** A run in progress: which rows are kept, which observations they make, and what is counted of both. */
import { seriesKey, type Observation } from '#stats/model/observation.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { Expecting } from './expect/expect.ts';
import type { Snapshots } from './expect/snapshots.ts';
import type { FaultLog } from './fault-log.ts';
import type { Prepared } from './prepare.ts';
import type { RecipeReport } from './report.ts';
import { Duplicates } from './rows/duplicates.ts';
import type { RecipeFault } from './rows/fault.ts';
import { Groups } from './rows/group.ts';
import { Overlaps } from './rows/overlaps.ts';
import type { SourceRow } from './rows/row.ts';
import type { Recipe } from './schema/shape.ts';
import { lineIn, lineName, placeOfLine } from './source-files.ts';
import type { SayCell } from './values/column-reader.ts';

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
  first: string,
  isAdded: boolean,
): Omit<RecipeFault, 'line' | 'at' | 'column'> => ({
  value,
  rule: `repeats ${first}`,
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

/** A run in progress: its counts, and the keys that it needs to find contradicting rows. */
export class RecipeReading {
  readonly expecting: Expecting;
  private readonly overlaps: Overlaps | null;
  readonly sample: Observation[] = [];
  rows = 0;
  absent = 0;
  /** What is prepared for the file that is read, and for each before it. */
  private prepared: Prepared | null = null;
  private readonly all: Prepared[] = [];
  private file = 0;
  /** If the recipe keeps the last of several snapshots: which rows those are. */
  snapshots: Snapshots | null = null;
  private readonly groups: Groups | null;
  private readonly countAbsent = (): void => void this.absent++;

  constructor(
    private readonly recipe: Recipe,
    private readonly log: FaultLog,
    newer: boolean,
    /** The names of the files. */
    private readonly names: readonly string[],
    readonly duplicates = new Duplicates(),
  ) {
    this.expecting = new Expecting(recipe.expect, newer);
    this.groups = recipe.group ? new Groups() : null;
    this.overlaps = recipe.overlaps ? null : new Overlaps();
  }

  /** Goes on with a file whose header is known. */
  begin(file: number, prepared: Prepared): void {
    this.file = file;
    this.prepared = prepared;
    this.all.push(prepared);
    this.snapshots = prepared.snapshots?.sharing(this.snapshots) ?? null;
  }

  /** The observations of some rows; observations that are summed come at the end. */
  read(rows: readonly SourceRow[], prepared: Prepared, say: SayCell): Observation[] {
    const made: Observation[] = [];
    for (const row of rows) {
      this.rows++;
      if (!this.isKept(row, prepared, say)) continue;
      for (const figure of prepared.figures) {
        const o = figure(row, say, this.countAbsent);
        if (!o) continue;
        if (o.basis === 'interval') this.overlaps?.see(seriesKey(o), o.period, lineIn(this.file, row.line));
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
    const first = this.duplicates.firstLine(o, lineIn(this.file, line));
    if (first === null) this.count(o);
    else {
      const isAdded = this.prepared?.added.has(o.indicator) ?? false;
      this.log.refuseWhole(saidBefore(nameOf(o), lineName(first, this.names), isAdded), line);
    }
    return first === null;
  }

  private count(o: Observation): void {
    this.expecting.see(o);
    if (this.sample.length < 5) this.sample.push(o);
  }

  /** The results that are known only after the last row. */
  finish(): Observation[] | null {
    const { names } = this;
    this.overlaps?.finish((later, earlier) => {
      const { line, ...file } = placeOfLine(later.line, names);
      const rule = `overlaps ${earlier.name} of the same series, in ${lineName(earlier.line, names)}`;
      const advice =
        'keep them apart with a breakdown, remove one with a filter, or write overlaps: true if the source counts so';
      this.log.refuseWhole({ ...file, value: later.name, rule, advice }, line);
    });
    this.duplicates.finish((repeated, first) => {
      const { line, ...file } = placeOfLine(repeated, names);
      this.log.refuseWhole({ ...file, ...saidBefore('', lineName(first, names), false) }, line);
    });
    if (!this.groups) return null;
    const sums = this.groups.observations(this.recipe.file);
    for (const o of sums) this.count(o);
    return sums;
  }

  /** Ends a file: faults that only a whole column shows. */
  end({ checks }: Prepared, say: SayCell): void {
    // Several figures read the same column; each fault is said once.
    const told = new Set<string>();
    for (const check of checks) {
      check((row, at, fault) => {
        const key = `${row.line} ${at} ${fault.rule}`;
        if (!told.has(key)) say(row, at, fault);
        told.add(key);
      });
    }
  }

  /** Rows left out, by the reason, over all files. */
  private get dropped(): Map<string, number> {
    const dropped = new Map<string, number>();
    for (const { filters } of this.all)
      for (const [reason, count] of filters.dropped) dropped.set(reason, (dropped.get(reason) ?? 0) + count);
    return dropped;
  }

  private get droppedTexts(): Map<string, string[]> {
    const texts = new Map<string, string[]>();
    for (const { filters } of this.all)
      for (const [reason, some] of filters.texts)
        texts.set(reason, [...new Set([...(texts.get(reason) ?? []), ...some])]);
    return texts;
  }

  report(): Omit<RecipeReport, 'hash' | 'bytes'> {
    const { recipe, log, expecting, all, dropped } = this;
    const isReadable = all.length > 0 && log.count === 0;
    return {
      source: recipe.source,
      file: recipe.file,
      sheet: log.sheet,
      rows: this.rows,
      observations: expecting.observations,
      dropped,
      droppedTexts: this.droppedTexts,
      unread: [...new Set(all.flatMap(({ unread }) => unread))],
      absent: this.absent,
      gaps: expecting.gaps,
      ...expecting.coverage,
      checks: isReadable
        ? [
            ...expecting.finish(this.rows, dropped),
            ...all.flatMap(({ totals }) => totals.map((total) => total.finish())),
          ]
        : [],
      sample: this.sample,
      newAreas: [...new Map(all.flatMap(({ newAreas }) => [...newAreas])).values()],
      faults: log.faults,
      faultGroups: log.groups,
      faultCount: log.count,
    };
  }
}
