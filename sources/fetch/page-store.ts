/**
 * Pages as they arrived, kept in a folder until all are there, each with its hash; so that an interruption
 * costs one page and not all. The list of pages is written after the page: a page that is not in the list,
 * or whose bytes are not those of its hash, was never received.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { FetchFault } from './fault.ts';

const keptPage = z.strictObject({
  page: z.number().int().min(1),
  address: z.string(),
  /** When it arrived. */
  received: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
});
const list = z.strictObject({ question: z.string(), pages: z.array(keptPage) });

export type KeptPage = z.infer<typeof keptPage>;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Writes a file whole or not at all. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

export class KeptPages {
  private constructor(
    readonly dir: string,
    private readonly question: string,
    private pages: KeptPage[],
  ) {}

  /**
   * Opens the folder. Without `resume` what is in it is dropped.
   *
   * @param question the address of the first page: pages belong together only if that is the same
   * @throws FetchFault where the pages kept answer another question
   */
  static open(dir: string, question: string, resume: boolean): KeptPages {
    const path = join(dir, 'list.json');
    const kept = new KeptPages(dir, question, []);
    if (!resume || !existsSync(path)) {
      kept.drop();
      return kept;
    }
    const found = list.safeParse(parsed(readFileSync(path, 'utf8')));
    if (!found.success || found.data.question !== question) {
      throw new FetchFault(
        'the pages in the .part folder belong to another query',
        'repeat that query exactly, or omit --resume to start again',
      );
    }
    kept.pages = found.data.pages.filter(({ page, sha256: hash }) => {
      const file = kept.file(page);
      return existsSync(file) && sha256(readFileSync(file)) === hash;
    });
    return kept;
  }

  file(page: number): string {
    return join(this.dir, 'pages', `${String(page).padStart(4, '0')}.json`);
  }

  get list(): readonly KeptPage[] {
    return this.pages;
  }

  read(page: number): Uint8Array | null {
    return this.pages.some((kept) => kept.page === page) ? readFileSync(this.file(page)) : null;
  }

  keep(page: number, address: URL, received: Date, bytes: Uint8Array): void {
    mkdirSync(join(this.dir, 'pages'), { recursive: true });
    writeWhole(this.file(page), bytes);
    const entry = {
      page,
      address: address.href,
      received: received.toISOString(),
      bytes: bytes.length,
      sha256: sha256(bytes),
    };
    this.pages = [...this.pages.filter((other) => other.page !== page), entry].sort(
      (a, b) => a.page - b.page,
    );
    writeWhole(
      join(this.dir, 'list.json'),
      JSON.stringify({ question: this.question, pages: this.pages }, null, 2),
    );
  }

  drop(): void {
    this.pages = [];
    rmSync(this.dir, { recursive: true, force: true });
  }
}
