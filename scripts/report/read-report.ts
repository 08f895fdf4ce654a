// The addresses in a report: links, frames and pictures of HTML, Markdown and Word, and addresses that stand as text.

import { unzipSync } from 'fflate';
import { UserError } from '../terminal/user-error.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Undoes the entities of HTML and XML that occur in addresses. */
const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(parseInt(String(hex), 16));
    return ENTITIES[String(name).toLowerCase()] ?? whole;
  });

/** An address ends before white space, quotes and angle brackets; what closes a sentence or a bracket is not part of it. */
const ADDRESS = /https?:\/\/[^\s"'<>\\^`{|}]+/g;

/** @example addressesIn('see (https://a.test/b?c=d).') -> ['https://a.test/b?c=d'] */
function addressesIn(text: string): string[] {
  return [...text.matchAll(ADDRESS)].map(([address]) => {
    let end = address.replace(/[.,;:!?*_]+$/, '');
    while (/[)\]]$/.test(end) && !(end.includes('(') || end.includes('[')))
      end = end.replace(/[)\]].*$|[.,;:!?]+$/, '');
    return end;
  });
}

/** The parts of a Word document that have text or links: the document itself, notes, headers and footers. */
const WORD_PARTS = /^word\/(?:_rels\/)?[^/]+\.(?:xml|xml\.rels)$/;

/** The text of a Word document: links of its parts, fields, and the text of each paragraph in one piece. */
function readWord(bytes: Uint8Array, name: string): string {
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, { filter: (file) => WORD_PARTS.test(file.name) });
  } catch {
    throw new UserError(
      `${name}: not a Word document of the form .docx. Save it as .docx, HTML or Markdown.`,
    );
  }
  if (!('word/document.xml' in files))
    throw new UserError(`${name}: an archive without word/document.xml. A Word document (.docx) has it.`);
  return Object.values(files)
    .map((part) => new TextDecoder().decode(part))
    .map((xml) => {
      const targets = [...xml.matchAll(/\bTarget="([^"]*)"/g)].map(([, target = '']) => target);
      const paragraphs = xml
        .split('</w:p>')
        .map((paragraph) =>
          [...paragraph.matchAll(/<w:(?:t|instrText)(?:\s[^>]*)?>([^<]*)<\/w:(?:t|instrText)>/g)]
            .map(([, words = '']) => words)
            .join(''),
        );
      return [...targets, ...paragraphs].join('\n');
    })
    .join('\n');
}

/**
 * Every address in a report, each once, in their order.
 * @throws UserError for a file that is none of the three
 */
export function readReport(bytes: Uint8Array, name: string): string[] {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip || ending === 'docx') return [...new Set(addressesIn(decodeEntities(readWord(bytes, name))))];
  if (!['html', 'htm', 'xhtml', 'md', 'markdown', 'txt', 'qmd', 'rmd'].includes(ending))
    throw new UserError(`${name}: expected HTML (.html), Markdown (.md) or Word (.docx).`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserError(`${name}: not UTF-8. Save it as UTF-8.`);
  }
  return [...new Set(addressesIn(decodeEntities(text)))];
}
