/**
 * Stores hashes that do not fit in memory in files of a temporary folder: a file for each six leading bits,
 * so that equal hashes are in the same file, and each file is small enough to be searched at the end.
 */
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Seen } from './hash-set.ts';

const PARTS = 64;
const RECORD = 3;
const BUFFERED = RECORD * 4096;

export class Spill {
  private readonly dir = mkdtempSync(join(tmpdir(), 'cotejo-keys-'));
  private readonly files: number[] = [];
  private readonly buffers: Uint32Array[] = [];
  private readonly used = new Uint32Array(PARTS);

  constructor() {
    for (let part = 0; part < PARTS; part++) {
      this.files.push(openSync(join(this.dir, String(part)), 'w'));
      this.buffers.push(new Uint32Array(BUFFERED));
    }
  }

  put(a: number, b: number, line: number): void {
    const part = a >>> 26;
    const buffer = this.buffers[part];
    let used = this.used[part] ?? 0;
    if (!buffer) return;
    [buffer[used], buffer[used + 1], buffer[used + 2]] = [a, b, line];
    used += RECORD;
    this.used[part] = used === BUFFERED ? 0 : used;
    if (used === BUFFERED) writeSync(this.files[part] ?? 0, buffer);
  }

  /** Reports every line whose hash an earlier line had, then deletes the files. */
  finish(tell: (line: number, first: number) => void): void {
    for (let part = 0; part < PARTS; part++) {
      const [file, buffer] = [this.files[part] ?? 0, this.buffers[part]];
      if (buffer) writeSync(file, buffer.subarray(0, this.used[part] ?? 0));
      const bytes = readFileSync(join(this.dir, String(part)));
      const records = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
      const seen = new Seen(1 << 14);
      for (let i = 0; i < records.length; i += RECORD) {
        const [a = 0, b = 0, line = 0] = [records[i], records[i + 1], records[i + 2]];
        const first = seen.put(a, b, line);
        if (first !== null) tell(line, first);
      }
    }
    this.drop();
  }

  /** Deletes the files, also when the reading ended early. */
  drop(): void {
    for (const file of this.files.splice(0)) closeSync(file);
    rmSync(this.dir, { recursive: true, force: true });
  }
}
