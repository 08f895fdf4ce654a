/**
 * A run in progress: the observations of its rows, the keys that find contradicting rows, and what only a whole column
 * or a whole series shows.
 */
import { seriesKey, type Observation } from '#stats/model/observation.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { UnreadableFile } from '../formats/line.ts';
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

/** A run in progress: its counts, and the keys that it needs to find contradicting rows. */
export class Reading {
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
