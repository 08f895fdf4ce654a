/**
 * A source's table as it is read, in any order and of any size. A table small enough to review becomes
 * `observations.csv`, in our own columns; a larger table becomes `rows.csv.gz`, packed, in the columns of a
 * release, because nobody edits it by hand and it need not be read twice.
 */
import type { Observation } from '#stats/model/observation.ts';
import { canonicalLine, canonicalRow } from '#stats/model/canonical-row.ts';
import { PACKED } from '../compile/lines.ts';
import type { Draft } from './draft.ts';
import { formatTable } from '../recipe/own-table.ts';
import { RowsFile } from '../releases/committed.ts';
import { SortedRuns } from '../releases/sorted-runs.ts';
import { join } from 'node:path';

/** A table with more rows than this is packed. */
const MOST_BY_HAND = 75_000;

export class TableDraft {
  private few: Observation[] = [];
  private readonly runs: SortedRuns;
  private readonly scratch: string;
  count = 0;

  /** `signed` tells whether an indicator may be below zero. */
  constructor(
    private readonly draft: Draft,
    private readonly source: string,
    private readonly signed: (indicator: string) => boolean,
    private readonly mostByHand = MOST_BY_HAND,
  ) {
    this.scratch = join(draft.scratch, source);
    this.runs = new SortedRuns(this.scratch);
  }

  /** Adds observations; returns a promise if some are written to disk. */
  add(observations: readonly Observation[]): Promise<void> | undefined {
    this.count += observations.length;
    if (this.count <= this.mostByHand) {
      for (const o of observations) this.few.push(o);
      return undefined;
    }
    const all = this.few.length > 0 ? this.few.concat(observations) : observations;
    if (this.few.length > 0) this.few = [];
    return this.runs.add(all.map((o) => canonicalLine(canonicalRow(o, this.signed(o.indicator)))));
  }

  /** The text of a table that is not packed; null for a packed table. */
  get text(): string | null {
    return this.count <= this.mostByHand ? formatTable(this.few) : null;
  }

  /** Puts the table into the draft and replaces the previous table. */
  async finish(): Promise<void> {
    const [own, packed] = [`${this.source}/observations.csv`, `${this.source}/${PACKED}.gz`];
    const { text } = this;
    if (text !== null) {
      this.draft.write(own, text);
      this.draft.remove(packed);
      return;
    }
    const file = new RowsFile(join(this.scratch, PACKED));
    for await (const lines of this.runs.sorted()) {
      for (const line of lines) {
        const writing = file.add(line);
        if (writing) await writing;
      }
    }
    this.draft.adopt(packed, (await file.finish(true)) ?? '');
    this.draft.remove(own);
  }
}
