/** A release after the last committed one, made for a test: rows of it are changed as the test says. */
import { publicationOf } from '#scripts/database/replay.ts';
import { publishAll } from '#db/publish/publish.ts';
import { committedRows, hashRows, readReleases } from '#sources/releases/committed.ts';
import { linesOf } from '#sources/releases/lines.ts';
import { changesOf, linesInForce, type Change } from '#sources/releases/merge.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { canonicalLine, compareCanonicalRows, type CanonicalRow } from '#stats/model/canonical-row.ts';

/**
 * Publishes the release `version`, in which every row is as `revise` gives it back; null takes a row out. Its catalogue
 * is that of the last release, as `withCatalogue` gives it back.
 * @returns how many rows are others
 */
export async function publishNext(
  version: string,
  revise: (row: CanonicalRow) => CanonicalRow | null,
  withCatalogue: (catalogue: Catalogue) => Catalogue = (catalogue) => catalogue,
): Promise<number> {
  const committed = readReleases('.');
  const last = committed.at(-1);
  if (!last) throw new Error('no release is committed');
  const was = await committedRows(linesInForce(committed));
  const is = was.flatMap((row) => revise(row) ?? []).sort(compareCanonicalRows);
  const changes: Change[] = [];
  for await (const some of changesOf(linesOf(was.map(canonicalLine)), linesOf(is.map(canonicalLine))))
    changes.push(...some);
  await publishAll(
    [
      ...committed.map(publicationOf),
      {
        version,
        date: '2099-01-02',
        note: { en: 'A synthetic release', es: 'Una edición sintética' },
        contentHash: hashRows(is),
        catalogue: withCatalogue(last.catalogue),
        added: () => linesOf(changes.flatMap((change) => ('is' in change ? change.is : []))),
        closed: () => linesOf(changes.flatMap((change) => ('was' in change ? change.was : []))),
      },
    ],
    () => undefined,
  );
  return changes.length;
}
