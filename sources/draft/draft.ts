/**
 * Changes to the sources, all or nothing. A draft is a second `sources` folder made of links, in which files are
 * put; committing it writes down which files take whose place, then moves them. What is killed before that
 * note leaves the sources as they were; what is killed after it is finished by the next command.
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

/** Paths below `sources`: files that go, and files that take their place. */
interface Moves {
  readonly gone: readonly string[];
  readonly moves: readonly string[];
}

/** A file by a second name; a copy where the file system has no links. */
function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Whether a folder of `sources` says something about data: the others hold code, and releases. */
const isAboutData = (folder: string): boolean =>
  existsSync(join(folder, 'card.yaml')) || existsSync(join(folder, 'observations.csv'));

/** Moves what the note says and puts the draft away. Done twice, it does the same as once. */
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
      // Another file system: copied beside its place first, so that no half of it is ever seen there.
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      cpSync(from, `${to}.part`);
      renameSync(`${to}.part`, to);
    }
  }
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Ends what an earlier command left: a draft that was noted is put in place, another is thrown away. Call it
 * only while no other command writes. @returns whether files were put in place
 */
export function finishDraft(root: string): boolean {
  const noted = existsSync(join(root, FOLDER, NOTE));
  if (noted) settle(root);
  else rmSync(join(root, FOLDER), { recursive: true, force: true });
  return noted;
}

export class Draft {
  /** The folder to read instead of `sources`: what will be there once this is committed. */
  readonly sources: string;
  /** A folder for what is thrown away. */
  readonly scratch: string;
  private readonly changed = new Set<string>();
  private readonly gone = new Set<string>();

  private readonly folder: string;

  /** `look`: a draft that is never committed, so that others may write meanwhile. */
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

  /** Where a file of the draft is, by its path below `sources`. */
  at(path: string): string {
    return join(this.sources, path);
  }

  /** A place for a file of the draft that is going to be written; what stood there is let go, not written over. */
  place(path: string): string {
    const to = this.at(path);
    mkdirSync(dirname(to), { recursive: true });
    rmSync(to, { force: true });
    // Last again: what is placed last appears last.
    this.changed.delete(path);
    this.changed.add(path);
    this.gone.delete(path);
    return to;
  }

  /** A file that will not be there any more. */
  remove(path: string): void {
    rmSync(this.at(path), { force: true });
    if (existsSync(join(this.root, 'sources', path))) this.gone.add(path);
  }

  write(path: string, text: string): void {
    writeFileSync(this.place(path), text);
  }

  /** A finished file elsewhere in the draft becomes this one. */
  adopt(path: string, from: string): void {
    renameSync(from, this.place(path));
  }

  /** Paths of what will change, below `sources`. */
  get paths(): readonly string[] {
    return [...this.changed];
  }

  /** An error's paths, as those of the real folder: nobody knows of drafts. */
  told(text: string): string {
    return text.replaceAll(`${this.sources}/`, 'sources/').replaceAll(this.sources, 'sources');
  }

  /** Everything takes its place. What comes last in the order of writing is last to appear. */
  commit(): void {
    const note = join(this.folder, NOTE);
    const moves: Moves = { gone: [...this.gone], moves: this.paths };
    writeFileSync(`${note}.part`, JSON.stringify(moves));
    renameSync(`${note}.part`, note);
    settle(this.root);
  }

  /** Nothing of it was. */
  drop(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
