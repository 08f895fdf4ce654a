// `npm run undo`: takes back the last change of your own data.

import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, readLastChange, type FolderChange } from '#sources/draft/draft.ts';
import { changeOwnData } from '../ingest/change.ts';
import { dayOf } from '../ingest/day.ts';
import { ownLine } from '../ingest/line.ts';
import { defineCommand, type CommandLine } from '../terminal/command.ts';
import { UserError } from '../terminal/user-error.ts';

const USAGE = `npm run undo [-- --yes]

Takes back the last change of your own data (a load, a removal, an undo): the files are as they were before it. If the
change was released, a new release takes it back; the release that has it stays, and its addresses answer as before.
Without --yes it only says what would change.
  --yes    do it
  --date   the day the release bears (default: today, UTC)`;

const options = { yes: { type: 'boolean', default: false }, date: { type: 'string' } } as const;

/** Files that were edited since the change, so that undoing it would lose the edits. */
const editedSince = (folder: string, { after }: FolderChange): string[] =>
  Object.entries(after).flatMap(([path, hash]) =>
    existsSync(join(folder, path)) && hashOf(join(folder, path)) === hash ? [] : [path],
  );

async function run({ values }: CommandLine<typeof options>, stop: AbortSignal): Promise<number> {
  const line = ownLine(process.cwd());
  const { folder, name } = line.home;
  const last = readLastChange(line.home);
  if (!last) throw new UserError(`There is nothing to undo: ${name} has had no change.`);
  const { change, files } = last;
  if (change.created.length + change.existing.length === 0) {
    throw new UserError(
      `The last change, ${line.last()?.version ?? ''}, is a release of files that you edited by hand, and their former text is not kept. Put the old text back, then run npm run release.`,
    );
  }
  const edited = editedSince(folder, change);
  if (edited.length > 0) {
    throw new UserError(
      `${edited.map((path) => `${name}/${path}`).join(', ')} changed after the last load, and undoing it would lose that. Put the files back as they were loaded, or take the source out: npm run remove -- SOURCE`,
    );
  }
  const version = line.last()?.version ?? '';
  return changeOwnData({
    line,
    stop,
    date: dayOf('--date', values.date),
    note: { en: `The change of ${version} is taken back.`, es: `Se deshace el cambio de ${version}.` },
    yes: values.yes,
    command: 'npm run undo -- --yes',
    make: (draft) => {
      for (const path of change.created) draft.remove(path);
      for (const path of change.existing) copyFileSync(join(files, path), draft.place(path));
      return [
        ...change.created.map((path) => `${name}/${path}: goes`),
        ...change.existing.map((path) => `${name}/${path}: as it was before`),
      ];
    },
  });
}

export const main = defineCommand({ name: 'undo', usage: USAGE, options, run });
