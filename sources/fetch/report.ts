/**
 * How far a fetch has come: pages, rows, rate and time left, rewritten in place on a terminal; elsewhere a
 * plain line now and then. Waiting is always told, so that a pause never looks like a hang.
 */
import type { FetchFault } from './fault.ts';
import type { ReportedTotal } from './paging.ts';

export interface Out {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const PLAIN_EVERY_MS = 5_000;

const seconds = (ms: number): string =>
  ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`;
const size = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Tells on a stream; `end` leaves a terminal's line free. */
export function tellOn(out: Out, label: string, now: () => number): ReportedTotal & { end(): void } {
  const since = now();
  let lastPlain = Number.NEGATIVE_INFINITY;
  let fetched = 0;
  const put = (line: string): void => {
    if (out.isTTY === true) out.write(`\r\u001b[2K${line.slice(0, (out.columns ?? 80) - 1)}`);
    else out.write(`${line}\n`);
  };
  return {
    page(done, of, rows, bytes, kept) {
      if (!kept) fetched++;
      const at = now();
      // A long fetch in a log: the first page, the last, and one line in a while.
      if (out.isTTY !== true && done !== 1 && done !== of && at - lastPlain < PLAIN_EVERY_MS) return;
      lastPlain = at;
      const rate = fetched / Math.max(1, at - since);
      const left = fetched === 0 || done === of ? '' : `, ${seconds((of - done) / rate)} left`;
      const speed = fetched === 0 || of === 1 ? '' : `, ${Math.round(rate * 60_000)} pages/min`;
      const from = kept ? ' (kept from before)' : '';
      put(`${label}  page ${done} of ${of}${from}${left}, ${rows} rows, ${size(bytes)}${speed}`);
    },
    wait(fault: FetchFault, waitMs, failed) {
      put(`${label}  ${fault.rule}; try ${failed + 1} in ${seconds(waitMs)}`);
    },
    end() {
      if (out.isTTY === true) out.write('\r\u001b[2K');
    },
  };
}
