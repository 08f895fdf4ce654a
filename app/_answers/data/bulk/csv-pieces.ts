/** CSV files whose lines PostgreSQL writes, in pieces: little of them is in memory at a time. */
import type { AnswerPlan } from '#app/_data/answer-plan.ts';
import { forEverybody } from '#app/_data/asking.ts';
import { CSV_HEADER } from '#app/_downloads/csv.ts';
import { csvLines } from '#app/_downloads/csv-lines.ts';

/**
 * The rows of published answers below one header; the first lines are sent together with it. Once a file has begun
 * it may take as long as its client does: the server ends it when the client leaves.
 */
export async function* csvPieces(plans: Iterable<AnswerPlan>): AsyncGenerator<Uint8Array, void> {
  let header: Buffer | null = Buffer.from(CSV_HEADER);
  for (const plan of plans) {
    const lines = plan.lines(csvLines(plan.empty))[Symbol.asyncIterator]();
    const next = () => lines.next();
    try {
      for (;;) {
        const { done, value } = await (header ? next() : forEverybody(next));
        if (done) break;
        yield header ? Buffer.concat([header, value]) : value;
        header = null;
      }
    } finally {
      await lines.return?.();
    }
  }
  if (header) yield header;
}
