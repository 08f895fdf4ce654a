// The progress of a command, a line for each step with its duration. On a terminal the line of the running
// step is rewritten in place. Elsewhere (a log, CI) a line is printed when a step is done, and for a long
// step also when it begins, so that a silent minute never looks like a hang.

import { messageOf } from './user-error.ts';

/** Reports the current activity of a step. */
export type ReportStep = (detail: string) => void;

/** Prints steps; made by {@link showProgress}. */
export interface Progress {
  /** Runs a step and prints its line; the work returns the text of the line, or nothing. */
  step<T>(
    name: string,
    work: (report: ReportStep) => Promise<T>,
    summary?: (result: T) => string,
  ): Promise<T>;
  /** Prints a line that is not a step. */
  say(line: string): void;
}

const NAME_WIDTH = 12;
const LONG_STEP_MS = 2_000;

/** A duration in readable form: `40 ms`, `1.6 s`. */
export function formatDuration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** Steps printed to a stream, in place when it is a terminal. */
export function showProgress(out: NodeJS.WriteStream = process.stdout): Progress {
  const rewrite = (line: string) => out.write(`\r\u001b[2K${line.slice(0, (out.columns || 80) - 1)}`);
  return {
    async step(name, work, summary) {
      const since = performance.now();
      const label = name.padEnd(NAME_WIDTH);
      let detail = '';
      let announced = false;
      const show = () => {
        if (out.isTTY) rewrite(`${label}${detail} ${formatDuration(performance.now() - since)}`);
        else if (!announced && performance.now() - since >= LONG_STEP_MS) {
          announced = true;
          out.write(`${label}${detail || 'running'} …\n`);
        }
      };
      const clock = setInterval(show, out.isTTY ? 200 : LONG_STEP_MS);
      const finish = (words: string) => {
        clearInterval(clock);
        const line = [words, formatDuration(performance.now() - since)].filter(Boolean).join(', ');
        out.write(`${out.isTTY ? '\r\u001b[2K' : ''}${label}${line}\n`);
      };
      try {
        const result = await work((words) => {
          detail = words;
          if (out.isTTY) show();
        });
        finish(summary ? summary(result) : detail);
        return result;
      } catch (error) {
        finish(messageOf(error) === 'interrupted' ? 'interrupted' : 'failed');
        throw error;
      }
    },
    say(line) {
      out.write(`${line}\n`);
    },
  };
}
