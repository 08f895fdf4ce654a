/** A data package whose table is sent while it is made: what describes it comes after it, with its hash. */
import { createHash } from 'node:crypto';
import { BULK_WORDS } from '#app/_words/bulk.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Citation } from '../citation/cited-work.ts';
import { markdownTable, plainText, sections } from '../markdown/text.ts';
import { zipStream, type ZipEntry } from '../zip/zip-stream.ts';
import { descriptionsOf, packaged, tableMetadata, packageTexts } from './data-package.ts';

export interface BulkContent {
  /** The file name of the table. */
  readonly name: string;
  readonly table: AsyncIterable<Uint8Array>;
  /** What the table has figures of, without their cells. */
  readonly answers: readonly Comparison[];
  readonly citation: Citation;
  /** One sentence: what it is. */
  readonly lead: string;
}

/** The text to read first. */
function readmeOf({ answers, citation: { language, work }, lead }: BulkContent): string {
  const words = BULK_WORDS[language];
  const rows = answers.map(({ indicator: { id, title, unit, definition } }) =>
    [id, title[language], unit.label[language], definition[language]].map(plainText),
  );
  return `${[
    `# ${plainText(work.title)}`,
    plainText(lead),
    words.hedge,
    words.rights,
    sections([[words.indicators, markdownTable(words.columns, rows, () => false)]]),
    ...(work.url === null ? [] : [`<${work.url}>`]),
  ].join('\n\n')}\n`;
}

/** The archive, piece by piece. */
export function bulkPackage(content: BulkContent): AsyncGenerator<Uint8Array, void> {
  const { name, table, answers, citation, lead } = content;
  const hash = createHash('sha256');
  let bytes = 0;
  async function* hashed(): AsyncGenerator<Uint8Array, void> {
    for await (const piece of table) {
      hash.update(piece);
      bytes += piece.byteLength;
      yield piece;
    }
  }
  async function* entries(): AsyncGenerator<ZipEntry, void> {
    yield { name, pieces: hashed() };
    const texts = [
      tableMetadata(name, citation.work.title, citation.language),
      ...packageTexts(answers, citation, readmeOf(content)),
    ];
    const own = { name, mediaType: 'text/csv', bytes, sha256: hash.digest('hex'), isTable: true };
    const files = [own, ...texts.map(packaged)];
    yield* descriptionsOf({ comparisons: answers, description: lead, citation, files });
    yield* texts.map((text) => ({ name: text.name, pieces: [text.text] }));
  }
  return zipStream(entries(), citation.work.date);
}
