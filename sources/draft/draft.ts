/**
 * Changes to the sources, all or nothing. A draft is a second `sources` folder made of links, to which files
 * are added. Committing it writes a note of the files to replace, then moves them. If the process is killed
 * before the note, the sources are unchanged; if it is killed after the note, the next command finishes.
 */
import { createHash } from 'node:crypto';
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
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const NOTE = 'moves.json';
const BEFORE = 'before';

/** A folder of sources that a draft changes: the product's `sources`, or own data. */
export interface Home {
  /** The folder. */
  readonly folder: string;
  /** Where its drafts are made. */
  readonly drafts: string;
  /** The file that the command which changes the folder holds. */
  readonly lock: string;
  /** How the folder is called in messages. */
  readonly name: string;
  /** Where the last change is kept, so that it can be undone; null where git does that. */
  readonly undo: string | null;
}

/** The product's sources in a checkout. */
export const productHome = (root: string): Home => ({
  folder: join(root, 'sources'),
  drafts: join(root, '.cotejo/draft'),
  lock: join(root, '.cotejo/sources.json'),
  name: 'sources',
  undo: null,
});

/** A folder of own data. Its drafts are in it, so that everybody who uses it finishes what a killed command left. */
export const ownHome = (folder: string, name: string): Home => ({
  folder,
  drafts: join(folder, '.draft'),
  lock: join(folder, '.lock.json'),
  name,
  undo: join(folder, '.undo'),
});

/** Paths below the folder: files to remove, and files that replace them. */
interface Moves {
  readonly gone: readonly string[];
  readonly moves: readonly string[];
}

const CHANGE = 'change.json';

/** The last change of a folder: files that it replaced or removed, files that it made, and what it left. */
export interface FolderChange {
  readonly existing: readonly string[];
  readonly created: readonly string[];
  /** The hash of each file that the change wrote. */
  readonly after: Readonly<Record<string, string>>;
}

export const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** The last change of a folder, and where its former files are; null if there is none. */
export function readLastChange({ undo }: Home): { change: FolderChange; files: string } | null {
  if (undo === null || !existsSync(join(undo, CHANGE))) return null;
  return {
    change: JSON.parse(readFileSync(join(undo, CHANGE), 'utf8')) as FolderChange,
    files: join(undo, 'files'),
  };
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
function settle({ folder: home, drafts: folder, undo }: Home): void {
  const { gone, moves } = JSON.parse(readFileSync(join(folder, NOTE), 'utf8')) as Moves;
  for (const path of gone) {
    rmSync(join(home, path), { force: true });
    removeIfEmpty(join(home, dirname(path)));
  }
  for (const path of moves) {
    const from = join(folder, 'sources', path);
    if (!existsSync(from)) continue;
    const to = join(home, path);
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
  const before = join(folder, BEFORE);
  if (undo !== null && existsSync(before)) {
    rmSync(undo, { recursive: true, force: true });
    renameSync(before, undo);
  }
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Finishes what an earlier command left: a draft with a note is put in place, a draft without a note is
 * deleted. Call it only while no other command writes.
 * @returns whether files were put in place
 */
export function finishDraft(home: Home): boolean {
  const noted = existsSync(join(home.drafts, NOTE));
  if (noted) settle(home);
  else rmSync(home.drafts, { recursive: true, force: true });
  return noted;
}

function removeIfEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}

export class Draft {
  /** The folder to read instead of the real one: the state after this draft is committed. */
  readonly sources: string;
  /** A folder for temporary files. */
  readonly scratch: string;
  private readonly changed = new Set<string>();
  private readonly gone = new Set<string>();

  private readonly folder: string;

  /** `look`: a draft that is never committed, so that other commands may write meanwhile. */
  constructor(
    private readonly home: Home,
    look: 'look' | null = null,
  ) {
    if (!look) finishDraft(home);
    this.folder = look ? mkdtempSync(join(tmpdir(), 'cotejo-look-')) : home.drafts;
    this.sources = join(this.folder, 'sources');
    this.scratch = join(this.folder, 'scratch');
    const real = home.folder;
    mkdirSync(join(this.sources, 'releases'), { recursive: true });
    if (!existsSync(real)) return;
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

  /** How the folder is called in messages. */
  get name(): string {
    return this.home.name;
  }

  /** The path of a file in the draft, from its path below the folder. */
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
    if (existsSync(join(this.home.folder, path))) this.gone.add(path);
  }

  write(path: string, text: string): void {
    writeFileSync(this.place(path), text);
  }

  /** Moves a finished file from elsewhere in the draft to this path. */
  adopt(path: string, from: string): void {
    renameSync(from, this.place(path));
  }

  /** Paths below the folder that will change. */
  get paths(): readonly string[] {
    return [...this.changed];
  }

  /** The text of an error with the paths of the real folder, because users do not know about drafts. */
  told(text: string): string {
    return text.replaceAll(this.sources, this.home.name);
  }

  /** Puts all files in place, in the order in which they were written. */
  commit(): void {
    if (this.home.undo !== null) this.keepBefore();
    const note = join(this.folder, NOTE);
    const moves: Moves = { gone: [...this.gone], moves: this.paths };
    writeFileSync(`${note}.part`, JSON.stringify(moves));
    renameSync(`${note}.part`, note);
    settle(this.home);
  }

  /** Keeps the files that will change as they are now, and which files are new. */
  private keepBefore(): void {
    const before = join(this.folder, BEFORE);
    const paths = [...this.changed, ...this.gone].filter((path) => !path.startsWith('releases/'));
    const existing = paths.filter((path) => existsSync(join(this.home.folder, path)));
    for (const path of existing) {
      const to = join(before, 'files', path);
      mkdirSync(dirname(to), { recursive: true });
      link(join(this.home.folder, path), to);
    }
    const after = this.paths
      .filter((path) => paths.includes(path))
      .map((path) => [path, hashOf(this.at(path))]);
    const change: FolderChange = {
      existing,
      created: paths.filter((path) => !existing.includes(path)),
      after: Object.fromEntries(after) as Record<string, string>,
    };
    mkdirSync(before, { recursive: true });
    writeFileSync(join(before, CHANGE), JSON.stringify(change));
  }

  /** Discards the draft. */
  drop(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
