/**
 * The card of a source: who published it, under what title and licence, whether it may be passed on, and
 * which file (edition) the figures beside it were read from. One folder, one card, one table.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { SOURCE_KINDS, type Edition, type Source } from '#stats/model/catalogue.ts';
import { SourceError } from '../validation/source-error.ts';
import { date, readYaml, slug, nonEmptyText, url } from '../validation/yaml.ts';

const shape = z.strictObject({
  id: slug,
  kind: z.enum(SOURCE_KINDS),
  form: z.enum(['series', 'publication']),
  title: nonEmptyText,
  shortTitle: nonEmptyText,
  publisher: z.string().trim().min(1),
  author: z.string().trim().min(1).optional(),
  published: date,
  url: url.optional(),
  licence: z.strictObject({ name: z.string().trim().min(1), url: url.optional() }),
  redistribute: z.enum(['yes', 'no', 'unknown']),
  redistributeReason: z.string().trim().min(1),
  note: nonEmptyText.optional(),
  edition: z.strictObject({
    vintage: date,
    accessed: date,
    /** Of the publisher's file. Absent where figures were read from a text: then our table is the file. */
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, { error: 'is not a SHA-256; write 64 hexadecimal digits' })
      .optional(),
  }),
});

export interface Card {
  readonly source: Source;
  readonly edition: Edition;
}

/** The hash of a table, the same whether a checkout ends its lines with LF or CRLF. */
const hashOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path, 'utf8').replaceAll('\r\n', '\n')).digest('hex');

/** Reads `card.yaml` in a source's folder. @throws SourceError */
export function readCard(dir: string): Card {
  const path = join(dir, 'card.yaml');
  const table = join(dir, 'observations.csv');
  const { edition, ...source } = readYaml(path, shape);
  if (source.id !== basename(dir)) {
    throw new SourceError([
      `${path}: id: "${source.id}" is not the folder's name; expected "${basename(dir)}"`,
    ]);
  }
  const awaited = edition.sha256 !== undefined && existsSync(join(dir, 'recipe.yaml'));
  if (!existsSync(table) && !awaited) {
    throw new SourceError([`${table}: is missing; a card belongs next to its table`]);
  }
  const { vintage, accessed, sha256 = hashOf(table) } = edition;
  return { source, edition: { id: `${source.id}@${vintage}`, source: source.id, vintage, accessed, sha256 } };
}
