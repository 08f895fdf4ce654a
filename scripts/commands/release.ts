// `npm run release -- --note "what is new" --note-es "qué hay de nuevo"`: writes the next committed release
// from the sources. It needs no database: what is in force is read from the releases that are committed.

import { draftRelease, formatCounts } from '#sources/draft/release.ts';
import { readReleases } from '#sources/releases/committed.ts';
import { defineCommand, type CommandLine } from '../terminal/command.ts';
import { UserError } from '../terminal/user-error.ts';
import { dayOf } from '../ingest/day.ts';
import { withDraft } from '../database/sources-lock.ts';

const USAGE = `npm run release -- --note "..." --note-es "..." [--date YYYY-MM-DD] [--correction] [--dry-run]

Compiles the sources, compares them with the last release, and writes the next one to sources/releases/.
  --note, --note-es   what changed, in one sentence, in both languages
  --date              the day the release bears (default: today, UTC)
  --correction        the changes correct our own mistakes (a patch), not the sources; corrections that stand
                      in a corrections.yaml are known as such without it
  --dry-run           says what would change and writes nothing
The number follows from what changes: major when something goes, minor when something comes or is revised by
its source, patch when we correct ourselves. Where nothing changed, no release is made.`;

const options = {
  note: { type: 'string' },
  'note-es': { type: 'string' },
  date: { type: 'string' },
  correction: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
} as const;

async function run({ values }: CommandLine<typeof options>): Promise<number> {
  const root = process.cwd();
  const date = dayOf('--date', values.date);
  return withDraft(root, values['dry-run'], async (draft) => {
    const { note = '', 'note-es': noteEs = '', correction } = values;
    const drafted = await draftRelease({ root, draft, note: { en: note, es: noteEs }, date, correction });
    if (!drafted) {
      console.log(`Nothing changed since ${readReleases(root).at(-1)?.version}: no release is made.`);
      return 0;
    }
    const { release, counts, gone, bySource } = drafted;
    console.log(`${release.version}: ${formatCounts(counts)}.`);
    for (const [source, own] of bySource) console.log(`  ${source}: ${formatCounts(own)}`);
    if (gone.length > 0) console.log(`No longer there: ${gone.join(', ')}.`);
    if (values['dry-run']) return 0;
    if (!note || !noteEs)
      throw new UserError('A release needs a note on what changed: give --note and --note-es.');
    draft.commit();
    console.log(`Written to sources/releases/${release.version}.json. Read it, then commit it.`);
    return 0;
  });
}

export const main = defineCommand({ name: 'release', usage: USAGE, options, run });
