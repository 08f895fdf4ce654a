/**
 * Changes to the sources, all or nothing. A draft is a second `sources` folder made of links, to which files
 * are added. Committing it writes a note of the files to replace, then moves them. If the process is killed
 * before the note, the sources are unchanged; if it is killed after the note, the next command finishes.
 */
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const FOLDER = '.cotejo/draft';
const NOTE = 'moves.json';

/** Paths below `sources`: files to remove, and files that replace them. */
interface Moves {
  readonly gone: readonly string[];
  readonly moves: readonly string[];
}

/** A hard link to a file; a copy if the file system has no links. */
function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Whether a folder of `sources` describes data: the others contain code and releases. */
const isAboutData = (folder: string): boolean =>
  existsSync(join(folder, 'card.yaml')) || existsSync(join(folder, 'observations.csv'));

/**
 * Moves the files that the note lists and removes the draft. Running it twice has the same effect as once.
 */
function settle(root: string): void {
  const folder = join(root, FOLDER);
  const { gone, moves } = JSON.parse(readFileSync(join(folder, NOTE), 'utf8')) as Moves;
  for (const path of gone) rmSync(join(root, 'sources', path), { force: true });
  for (const path of moves) {
    const from = join(folder, 'sources', path);
    if (!existsSync(from)) continue;
    const to = join(root, 'sources', path);
    mkdirSync(dirname(to), { recursive: true });
    try {
      renameSync(from, to);
    } catch (error) {
      // On another file system it is first copied next to its place, so that a partial file is never visible
      // there.
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      cpSync(from, `${to}.part`);
      renameSync(`${to}.part`, to);
    }
  }
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Finishes what an earlier command left: a draft with a note is put in place, a draft without a note is
 * deleted. Call it only while no other command writes.
 * @returns whether files were put in place
 */
export function finishDraft(root: string): boolean {
  const noted = existsSync(join(root, FOLDER, NOTE));
  if (noted) settle(root);
  else rmSync(join(root, FOLDER), { recursive: true, force: true });
  return noted;
}

export class Draft {
  /** The folder to read instead of `sources`: the state after this draft is committed. */
  readonly sources: string;
  /** A folder for temporary files. */
  readonly scratch: string;
  private readonly changed = new Set<string>();
  private readonly gone = new Set<string>();

  private readonly folder: string;

  /** `look`: a draft that is never committed, so that other commands may write meanwhile. */
  constructor(
    private readonly root: string,
    look: 'look' | null = null,
  ) {
    if (!look) finishDraft(root);
    this.folder = look ? mkdtempSync(join(tmpdir(), 'cotejo-look-')) : join(root, FOLDER);
    this.sources = join(this.folder, 'sources');
    this.scratch = join(this.folder, 'scratch');
    const real = join(root, 'sources');
    mkdirSync(join(this.sources, 'releases'), { recursive: true });
    for (const entry of readdirSync(real, { withFileTypes: true })) {
      const from = join(real, entry.name);
      if (!entry.isDirectory() || (entry.name !== 'catalogue' && !isAboutData(from))) continue;
      for (const path of readdirSync(from, { recursive: true, withFileTypes: true })) {
        if (!path.isFile()) continue;
        const file = join(path.parentPath, path.name);
        const to = join(this.sources, file.slice(real.length));
        mkdirSync(dirname(to), { recursive: true });
        link(file, to);
      }
    }
  }

  /** The path of a file in the draft, from its path below `sources`. */
  at(path: string): string {
    return join(this.sources, path);
  }

  /**
   * The path of a file of the draft that will be written. An existing link there is removed, so that its
   * target is not overwritten.
   */
  place(path: string): string {
    const to = this.at(path);
    mkdirSync(dirname(to), { recursive: true });
    rmSync(to, { force: true });
    // Moved to the end, because files appear in the order in which they were added.
    this.changed.delete(path);
    this.changed.add(path);
    this.gone.delete(path);
    return to;
  }

  /** Removes a file from the draft. */
  remove(path: string): void {
    rmSync(this.at(path), { force: true });
    if (existsSync(join(this.root, 'sources', path))) this.gone.add(path);
  }

  write(path: string, text: string): void {
    writeFileSync(this.place(path), text);
  }

  /** Moves a finished file from elsewhere in the draft to this path. */
  adopt(path: string, from: string): void {
    renameSync(from, this.place(path));
  }

  /** Paths below `sources` that will change. */
  get paths(): readonly string[] {
    return [...this.changed];
  }

  /** The text of an error with the paths of the real folder, because users do not know about drafts. */
  told(text: string): string {
    return text.replaceAll(`${this.sources}/`, 'sources/').replaceAll(this.sources, 'sources');
  }

  /** Puts all files in place, in the order in which they were written. */
  commit(): void {
    const note = join(this.folder, NOTE);
    const moves: Moves = { gone: [...this.gone], moves: this.paths };
    writeFileSync(`${note}.part`, JSON.stringify(moves));
    renameSync(`${note}.part`, note);
    settle(this.root);
  }

  /** Discards the draft. */
  drop(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
