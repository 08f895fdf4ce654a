// `npm run release -- --note "what is new" --note-es "qué hay de nuevo"`: writes the next committed release
// of own data (or of the product's sources) and publishes it in the database.

import { formatCounts } from '#sources/draft/release.ts';
import { defineCommand, type CommandLine } from '../terminal/command.ts';
import { UserError } from '../terminal/user-error.ts';
import { dayOf } from '../ingest/day.ts';
import { ownLine, productLine } from '../ingest/line.ts';
import { publishDraft } from '../ingest/publish-draft.ts';
import { showProgress } from '../terminal/progress.ts';
import { withDraft } from '../database/sources-lock.ts';

const USAGE = `npm run release -- --note "..." --note-es "..." [--date YYYY-MM-DD] [--dry-run]
npm run release -- --product --note "..." --note-es "..." [--correction] ...

Compares your own data with its last release, makes the next one of what you changed in it (a title, a note, a
correction), and publishes it: a running site shows it within seconds.
  --note, --note-es   what changed, in one sentence, in both languages
  --date              the day the release bears (default: today, UTC)
  --product           a release of the product's own sources instead: for those who maintain them
  --correction        with --product: the changes correct our own mistakes (a patch), not the sources; corrections that stand
                      in a corrections.yaml are known as such without it
  --dry-run           says what would change and writes nothing
Own releases are counted: house.1, house.2. The product's number follows from what changes: major when something
goes, minor when something comes or is revised by its source, patch when we correct ourselves. Where nothing
changed, no release is made.`;

const options = {
  note: { type: 'string' },
  'note-es': { type: 'string' },
  date: { type: 'string' },
  product: { type: 'boolean', default: false },
  correction: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
} as const;

async function run({ values }: CommandLine<typeof options>, stop: AbortSignal): Promise<number> {
  const root = process.cwd();
  const date = dayOf('--date', values.date);
  const line = values.product ? productLine(root) : ownLine(root);
  const { note = '', 'note-es': noteEs = '', correction } = values;
  return withDraft(line.home, values['dry-run'], async (draft) => {
    const drafted = await line.draftRelease({ draft, note: { en: note, es: noteEs }, date, correction });
    if (!drafted) {
      console.log(`Nothing changed since ${line.last()?.version ?? 'the beginning'}: no release is made.`);
      return 0;
    }
    const { shown, counts, gone, bySource } = drafted;
    console.log(`${shown}: ${formatCounts(counts)}.`);
    for (const [source, own] of bySource) console.log(`  ${source}: ${formatCounts(own)}`);
    if (gone.length > 0) console.log(`No longer there: ${gone.join(', ')}.`);
    if (values['dry-run']) return 0;
    if (!note || !noteEs)
      throw new UserError('A release needs a note on what changed: give --note and --note-es.');
    await publishDraft({ root, draft, drafted, progress: showProgress(), stop });
    console.log(`Release ${shown} is in the database and in ${line.home.name}/releases.`);
    return 0;
  });
}

export const main = defineCommand({ name: 'release', usage: USAGE, options, run });
