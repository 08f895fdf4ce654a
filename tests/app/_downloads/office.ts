/** LibreOffice, where it is installed: it opens our files as a reader would. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The program; undefined where there is none. */
export const OFFICE = ['soffice', 'libreoffice'].find((program) => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

/** Opens a file and saves it in another format; `as` is the import filter, `to` the format with its filter. */
export function resave(
  bytes: Uint8Array | string,
  { from, to, as }: { readonly from: string; readonly to: string; readonly as?: string },
): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  try {
    writeFileSync(join(folder, `a.${from}`), bytes);
    const saved = join(folder, 'saved');
    execFileSync(
      OFFICE!,
      [
        '--headless',
        ...(as === undefined ? [] : [`--infilter=${as}`]),
        '--convert-to',
        to,
        '--outdir',
        saved,
        join(folder, `a.${from}`),
      ],
      { env: { ...process.env, HOME: folder }, stdio: 'ignore' },
    );
    return readFileSync(join(saved, `a.${to.split(':')[0]}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
