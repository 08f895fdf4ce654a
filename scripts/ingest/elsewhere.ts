// `--out DIR`: writes the table of a source, and a card to fill in, to a folder outside our sources.

import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readAreaTable } from '#sources/aliases/areas.ts';
import { draftCard } from '#sources/recipe/draft-card.ts';
import { isClean } from '#sources/recipe/report.ts';
import { UserError } from '../terminal/user-error.ts';
import { withDraft } from '../database/sources-lock.ts';
import type { IngestWish } from './ingest.ts';
import type { FoundFile } from './raw-files.ts';
import { readFile, tellReport } from './read.ts';
import { rejectsTo } from './rejects.ts';

export async function writeElsewhere(
  wish: Omit<IngestWish, 'found' | 'missing' | 'told'> & FoundFile & { out: string },
): Promise<number> {
  const { line, source, out, file, more } = wish;
  const { recipe } = source;
  if (basename(out) !== recipe.source)
    throw new UserError(`--out ${out}: the folder must be named ${recipe.source}, as the source is.`);
  const rejects = rejectsTo(wish.rejects);
  return withDraft(line.home, true, async (draft) => {
    const { loading, loaded } = await readFile(
      { source, file, ...(more && { more }) },
      {
        draft,
        table: readAreaTable(join(line.root, 'sources')),
        catalogue: line.catalogueIn(draft),
        today: wish.date,
        ...(wish.vintage !== undefined && { vintage: wish.vintage }),
        rejects,
      },
    );
    await rejects.end();
    const { report, needs, table } = loaded;
    tellReport(report, wish.samples);
    if (!isClean(report)) {
      console.error('Nothing was written.');
      return 1;
    }
    for (const line of needs) console.log(`before a release: ${line}`);
    if (wish.dryRun) {
      console.log('Dry run: nothing was written.');
      return 0;
    }
    const { text } = table;
    if (text === null)
      throw new UserError(
        '--out writes tables that a person can look through; this one has too many rows. Load it without --out.',
      );
    mkdirSync(out, { recursive: true });
    const path = join(out, 'observations.csv');
    writeFileSync(`${path}.part`, text);
    renameSync(`${path}.part`, path);
    console.log(`Written: ${path} (${loaded.rows} rows).`);
    const card = join(out, 'card.yaml');
    if (existsSync(card)) return 0;
    writeFileSync(card, draftCard(recipe, loading.hash, wish.date, wish.vintage));
    console.log(`Drafted: ${card}: say who published the file, when, and under which licence.`);
    return 0;
  });
}
