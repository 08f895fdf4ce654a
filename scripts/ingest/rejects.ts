import { quoteAlways } from '#stats/csv.ts';
import { createWriteStream } from 'node:fs';
import type { RecipeFault } from '#sources/recipe/rows/fault.ts';

/** Writes refused cells as they come. */
export interface Rejects {
  write(source: string, fault: RecipeFault): void;
  end(): Promise<void>;
}

/** A CSV of what is refused, for whoever has to correct it; nothing where no file is asked for. */
export function rejectsTo(path: string | undefined): Rejects {
  if (path === undefined) return { write: () => undefined, end: () => Promise.resolve() };
  const stream = createWriteStream(path);
  stream.write('line,column,value,rule,advice,source\n');
  return {
    write(source, { line, column, value, rule, advice }) {
      const cells = [String(line ?? ''), column ?? '', value, rule, advice, source];
      stream.write(`${cells.map(quoteAlways).join(',')}\n`);
    },
    end: () => new Promise((done, fail) => stream.on('error', fail).end(done)),
  };
}
