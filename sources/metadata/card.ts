/**
 * The card of a source: publisher, title, licence, whether it may be redistributed, and the file (edition)
 * that the figures beside it were read from. Each folder has one card and one table.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { DECLARED_REVISIONS, SOURCE_KINDS, type Edition, type Source } from '#stats/model/catalogue.ts';
import { SourceError } from '../validation/source-error.ts';
import { date, readYaml, slug, nonEmptyText, url } from '../validation/yaml.ts';
import { downloadShape, type CardDownload } from './download.ts';

const shape = z
  .strictObject({
    id: slug,
    kind: z.enum(SOURCE_KINDS),
    form: z.enum(['series', 'publication']),
    title: nonEmptyText,
    shortTitle: nonEmptyText,
    publisher: z.string().trim().min(1),
    author: z.string().trim().min(1).optional(),
    producer: z.string().trim().min(1).optional(),
    compiler: z.string().trim().min(1).optional(),
    published: date,
    url: url.optional(),
    licence: z.strictObject({ name: z.string().trim().min(1), url: url.optional() }),
    redistribute: z.enum(['yes', 'no', 'unknown']),
    redistributeReason: z.string().trim().min(1),
    note: nonEmptyText.optional(),
    more: z.strictObject({ text: nonEmptyText, url: url.optional() }).optional(),
    download: downloadShape.optional(),
    disclosure: z
      .strictObject({
        stands: z
          .array(
            z
              .strictObject({ printed: z.number(), low: z.number().min(0), high: z.number() })
              .refine(({ printed, low, high }) => low <= printed && printed <= high, {
                error: 'does not lie between low and high; write printed: 5, low: 1, high: 5',
              }),
          )
          .min(1),
        text: nonEmptyText,
      })
      .optional(),
    edition: z.strictObject({
      vintage: date,
      accessed: date,
      /**
       * Hash of the publisher's file. Absent if the figures were read from a text: then our table is the
       * file.
       */
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/, { error: 'is not a SHA-256; write 64 hexadecimal digits' })
        .optional(),
      /** The names of the files, where a source has several. */
      files: z.array(z.string().min(1)).min(1).optional(),
      /** What the publisher says of the figures that this file revises. */
      revision: z.enum(DECLARED_REVISIONS).optional(),
    }),
  })
  .superRefine(({ kind, producer, compiler, form, download, url: page }, context) => {
    const refuse = (message: string): void =>
      void context.addIssue({ code: 'custom', path: ['download'], message });
    if (download && form === 'publication')
      refuse('is only for form: series, because a publication has no newer edition; leave it out');
    if (download?.link !== undefined && page === undefined)
      refuse('has link, but the card has no url, the page with the link; write url');
    for (const [name, value] of Object.entries({ producer, compiler })) {
      if ((kind === 'compiled') === (value !== undefined)) continue;
      const message = 'is only for kind: compiled, which needs both producer and compiler; leave it out';
      context.addIssue({ code: 'custom', path: [name], message });
    }
  });

export interface Card {
  readonly source: Source;
  readonly edition: Edition;
  readonly download?: CardDownload;
  /** The names of the files of the edition, where the source has several. */
  readonly files?: readonly string[];
}

/** The hash of a table, the same whether the checkout has LF or CRLF line ends. */
const hashOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path, 'utf8').replaceAll('\r\n', '\n')).digest('hex');

/** Reads `card.yaml` in a source's folder. @throws SourceError */
export function readCard(dir: string): Card {
  const path = join(dir, 'card.yaml');
  const table = join(dir, 'observations.csv');
  const { edition, download, ...source } = readYaml(path, shape);
  if (source.id !== basename(dir)) {
    throw new SourceError([
      `${path}: id: "${source.id}" is not the folder's name; expected "${basename(dir)}"`,
    ]);
  }
  const awaited = edition.sha256 !== undefined && existsSync(join(dir, 'recipe.yaml'));
  if (!existsSync(table) && !awaited) {
    throw new SourceError([`${table}: is missing; a card belongs next to its table`]);
  }
  const { vintage, accessed, sha256 = hashOf(table), files, revision } = edition;
  const id = `${source.id}@${vintage}`;
  return {
    source,
    edition: { id, source: source.id, vintage, accessed, sha256, ...(revision && { revision }) },
    ...(download && { download }),
    ...(files && { files }),
  };
}
