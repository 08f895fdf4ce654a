// A change of own data that a person asked for: it says what would change, and with --yes does it.

import type { Draft } from '#sources/draft/draft.ts';
import { formatCounts } from '#sources/draft/release.ts';
import type { Text } from '#stats/language.ts';
import { withDraft } from '../database/sources-lock.ts';
import { showProgress } from '../terminal/progress.ts';
import type { DataLine } from './line.ts';
import { publishDraft } from './publish-draft.ts';

interface ChangeWish {
  readonly line: DataLine;
  readonly date: string;
  readonly note: Text;
  /** Whether to do it; otherwise it is only shown. */
  readonly yes: boolean;
  /** The command with `--yes`, for the message. */
  readonly command: string;
  readonly stop: AbortSignal;
  /** Makes the change in the draft. @returns what else it does, one entry per line */
  readonly make: (draft: Draft) => readonly string[];
}

/** @returns the exit code */
export function changeOwnData({ line, date, note, yes, command, stop, make }: ChangeWish): Promise<number> {
  return withDraft(line.home, !yes, async (draft) => {
    const also = make(draft);
    const drafted = await line.draftRelease({ draft, note, date, correction: false });
    if (drafted) {
      console.log(`${drafted.shown}: ${formatCounts(drafted.counts)}.`);
      for (const [source, counts] of drafted.bySource) console.log(`  ${source}: ${formatCounts(counts)}`);
    } else console.log('No release has it, so no release is made.');
    for (const text of also) console.log(`  ${text}`);
    if (drafted)
      console.log('Releases that are published keep what they have, and their addresses answer as before.');
    if (!yes) {
      console.log(`Nothing was changed yet. To do it: ${command}`);
      return 0;
    }
    if (drafted) await publishDraft({ root: line.root, draft, drafted, progress: showProgress(), stop });
    else draft.commit();
    console.log(drafted ? `Done: release ${drafted.shown} is published.` : 'Done.');
    return 0;
  });
}
