/**
 * Sorts lines in any order without keeping them in memory: sorted runs go to files of a folder and are
 * merged. A run that continues where the last one ended is appended to it, so a file that is already in order
 * is written once.
 */
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { CANONICAL_HEADER } from '#stats/model/canonical-row.ts';
import { drained } from './committed.ts';
import { readLines } from './lines.ts';
import { mergeLines } from './merge.ts';

/** Lines of a run: about 3 MB of text. */
const RUN = 15_000;

export class SortedRuns {
  private lines: string[] = [];
  private last = '';
  private file: WriteStream | null = null;
  private readonly paths: string[] = [];
  count = 0;

  constructor(private readonly folder: string) {}

  /** Adds lines; returns a promise if a run is written. */
  add(lines: readonly string[]): Promise<void> | undefined {
    for (const line of lines) this.lines.push(line);
    this.count += lines.length;
    return this.lines.length >= RUN ? this.flush() : undefined;
  }

  private async flush(): Promise<void> {
    // Whole lines of two rows sort in the order of their keys, because a key ends before either line does.
    const lines = this.lines.sort();
    this.lines = [];
    const [first] = lines;
    if (first === undefined) return;
    if (!this.file || first <= this.last) {
      await this.close();
      mkdirSync(this.folder, { recursive: true });
      const path = join(this.folder, `run-${this.paths.length}`);
      this.paths.push(path);
      this.file = createWriteStream(path);
      this.file.write(CANONICAL_HEADER);
    }
    this.last = lines.at(-1) ?? '';
    const { file } = this;
    for (let at = 0; at < lines.length; at += 500) {
      if (!file.write(lines.slice(at, at + 500).join(''))) await drained(file);
    }
  }

  private async close(): Promise<void> {
    const { file } = this;
    this.file = null;
    if (file) await new Promise<void>((done, fail) => file.on('error', fail).end(done));
  }

  /** All lines in order. */
  async *sorted(): AsyncGenerator<readonly string[]> {
    await this.flush();
    await this.close();
    yield* mergeLines(this.paths.map((path) => ({ name: path, lines: readLines(path) })));
  }
}
