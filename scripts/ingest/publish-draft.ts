// Publishes a drafted release in the database, and puts its files in place in the same transaction.

import type { Draft } from '#sources/draft/draft.ts';
import { openDatabase } from '../database/database.ts';
import type { Progress } from '../terminal/progress.ts';
import type { LineRelease } from './line.ts';

interface Publishing {
  readonly root: string;
  readonly draft: Draft;
  readonly drafted: LineRelease;
  readonly progress: Progress;
  readonly stop: AbortSignal;
}

export async function publishDraft({ root, draft, drafted, progress, stop }: Publishing): Promise<void> {
  const database = await openDatabase({ root, progress, stop });
  try {
    stop.throwIfAborted();
    await progress.step(
      'publish',
      (report) => drafted.publish(report, () => draft.commit()),
      ({ version }) => version,
    );
  } finally {
    await database.release();
  }
}
