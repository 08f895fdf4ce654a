// `npm run remove -- SOURCE`: takes a source out of your own data, as a new release that closes its rows.

import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { recipeIds } from '#sources/recipe/schema/source.ts';
import { sourceFolders } from '#sources/metadata/catalogue.ts';
import { takeOut } from '#sources/draft/take-out.ts';
import { suggest } from '#sources/validation/nearest.ts';
import { isOwn } from '#stats/model/own-catalogue.ts';
import { changeOwnData } from '../ingest/change.ts';
import { dayOf } from '../ingest/day.ts';
import { ownLine } from '../ingest/line.ts';
import { defineCommand, type CommandLine } from '../terminal/command.ts';
import { UserError } from '../terminal/user-error.ts';

const USAGE = `npm run remove -- SOURCE [--yes]

Takes a source out of your own data: its table, recipe and card, and the indicators that no other source of yours
gives. That makes a new release without its figures; releases that are published keep them. Without --yes it only says
what would change. npm run undo takes it back.
  --yes    do it
  --date   the day the release bears (default: today, UTC)`;

const options = { yes: { type: 'boolean', default: false }, date: { type: 'string' } } as const;

async function run({ values, positionals }: CommandLine<typeof options>, stop: AbortSignal): Promise<number> {
  const [source, ...more] = positionals;
  if (source === undefined || more.length > 0) throw new UserError(`Give one source.\n\n${USAGE}`);
  const line = ownLine(process.cwd());
  const { folder, name } = line.home;
  if (!isOwn(source)) {
    throw new UserError(
      `${source} is no source of yours: the ids of your own begin with own-. The product's sources stay as they are published.`,
    );
  }
  if (!existsSync(join(folder, source))) {
    const known = existsSync(folder)
      ? [...new Set([...sourceFolders(folder).map((dir) => basename(dir)), ...recipeIds(folder)])]
      : [];
    throw new UserError(
      `${source} is not in ${name}; ${suggest(source, known, known.length > 0 ? `it has ${known.join(', ')}` : 'no source is there')}.`,
    );
  }
  return changeOwnData({
    line,
    stop,
    date: dayOf('--date', values.date),
    note: { en: `${source} is taken out.`, es: `Se retira ${source}.` },
    yes: values.yes,
    command: `npm run remove -- ${source} --yes`,
    make: (draft) => takeOut(draft, source),
  });
}

export const main = defineCommand({ name: 'remove', usage: USAGE, options, positionals: true, run });
