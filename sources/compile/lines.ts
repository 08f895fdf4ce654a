/**
 * The current rows of all sources, as canonical lines in order: the state of the next release. Tables in our
 * own columns are read whole and checked row by row; a packed table (`rows.csv.gz`, too many rows to edit by
 * hand) was checked when it was loaded and is read line by line.
 */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  canonicalLine,
  canonicalRow,
  compareCanonicalRows,
  type CanonicalRow,
} from '#stats/model/canonical-row.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { sourceFolders } from '../metadata/catalogue.ts';
import { compileSources } from './compile.ts';
import { Corrections } from './corrections.ts';
import { refuse, SourceError } from '../validation/source-error.ts';
import { keyOfLine, linesOf, readLines, rowOfLine, type ReleaseLines } from '../releases/lines.ts';
import { mergeLines, type List } from '../releases/merge.ts';

/** A packed table, without its `.gz`. */
export const PACKED = 'rows.csv';

const isPacked = (dir: string): boolean => existsSync(join(dir, `${PACKED}.gz`));

export interface Compiled {
  readonly catalogue: Catalogue;
  /** Reads them all, in order. @throws SourceError if a packed table does not have the hash on its card */
  readonly lines: () => ReleaseLines;
  /** Whether a row, given by its key, has a correction. */
  readonly isCorrected: (key: string) => boolean;
}

/** The corrections of every source that has corrections. */
function correctionsOf(root: string): Map<string, Corrections> {
  const found = new Map<string, Corrections>();
  for (const dir of sourceFolders(root)) {
    const corrections = new Corrections(dir, basename(dir));
    if (corrections.size > 0 || corrections.problems.length > 0) found.set(basename(dir), corrections);
  }
  return found;
}

/** The lines of a packed table, corrected. */
async function* packedLines(
  dir: string,
  edition: string,
  corrections?: Corrections,
): AsyncGenerator<string[]> {
  const own = `,${edition},`;
  for await (const batch of readLines(join(dir, PACKED))) {
    const foreign = batch.find((line) => !line.includes(own));
    if (foreign !== undefined) {
      throw new SourceError([
        `${dir}: its packed rows are not from edition ${edition}, which the card names; run npm run ingest with the file of that edition`,
      ]);
    }
    yield corrections
      ? batch.map((line) =>
          corrections.concerns(keyOfLine(line)) ? canonicalLine(corrections.apply(rowOfLine(line))) : line,
        )
      : batch;
  }
  if (corrections) refuse(corrections.finish());
}

/**
 * Compiles the sources of a root: the folder `sources`, or that of own data with the combined catalogue.
 * @throws SourceError with every problem of every table
 */
export function compileLines(root: string, given?: Catalogue): Compiled {
  const { catalogue, observations } = compileSources(root, given);
  const signed = new Map(catalogue.indicators.map((indicator) => [indicator.id, indicator.signed]));
  const corrections = correctionsOf(root);
  const rows: CanonicalRow[] = observations.map((o) => {
    const row = canonicalRow(o, signed.get(o.indicator) ?? false);
    return corrections.get(o.source)?.apply(row) ?? row;
  });
  const packed = sourceFolders(root).filter(isPacked);
  const later = new Set(packed.map((dir) => basename(dir)));
  refuse([...corrections].flatMap(([source, ofSource]) => (later.has(source) ? [] : ofSource.finish())));
  const lines = rows.sort(compareCanonicalRows).map(canonicalLine);
  const lists = (): List[] =>
    packed.map((dir) => {
      const source = basename(dir);
      const edition = catalogue.editions.find((edition) => edition.source === source)?.id ?? '';
      return { name: dir, lines: packedLines(dir, edition, corrections.get(source)) };
    });
  return {
    catalogue,
    lines: () =>
      packed.length === 0
        ? linesOf(lines)
        : mergeLines([{ name: 'the tables', lines: linesOf(lines) }, ...lists()]),
    isCorrected: (key) => [...corrections.values()].some((ofSource) => ofSource.concerns(key)),
  };
}
