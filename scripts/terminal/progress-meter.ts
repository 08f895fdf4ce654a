// The progress of a long read: share, rate and time left, rewritten in place on a terminal; elsewhere a plain
// line every few seconds, so that a log stays readable.

import { formatDuration } from './progress.ts';

/** Receives progress; `end` clears the line on a terminal. */
export interface Meter {
  tell(done: number, of: number): void;
  end(): void;
}

const MB = 1024 * 1024;
const PLAIN_EVERY_MS = 5_000;
const TERMINAL_EVERY_MS = 100;

/** A meter of bytes. Tests pass their own clock. */
export function showMeter(
  label: string,
  out: NodeJS.WriteStream = process.stderr,
  now = () => performance.now(),
): Meter {
  const since = now();
  let last = since;
  let written = false;
  return {
    tell(done, of) {
      const at = now();
      if (at - last < (out.isTTY ? TERMINAL_EVERY_MS : PLAIN_EVERY_MS)) return;
      last = at;
      const rate = done / Math.max(1, at - since);
      const left = rate > 0 ? formatDuration((of - done) / rate) : '?';
      const share = of > 0 ? Math.floor((100 * done) / of) : 100;
      const line = `${label}  ${share} %, ${((rate * 1000) / MB).toFixed(1)} MB/s, ${left} left`;
      written = true;
      out.write(out.isTTY ? `\r\u001b[2K${line}` : `${line}\n`);
    },
    end() {
      if (written && out.isTTY) out.write('\r\u001b[2K');
    },
  };
}
