import { productHome } from '#sources/draft/draft.ts';
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { homesOf } from '#db/embedded/place.ts';
import { claimCheckout, findServing } from '#scripts/server/claim.ts';
import { ifNobodyChanges } from '#scripts/database/sources-lock.ts';

function newCheckout(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'cotejo-claim-')));
  onTestFinished(() => {
    rmSync(homesOf(root).twin, { recursive: true, force: true });
    rmSync(root, { recursive: true });
  });
  return root;
}

/** A site whose health endpoint has this status. */
async function siteWith(status: number): Promise<string> {
  const server = createServer((_req, res) => res.writeHead(status).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a second start says that the first one is already being started, or where it runs', async () => {
  const root = newCheckout();
  const address = await siteWith(200);
  const claim = await claimCheckout(root, address);
  await expect(claimCheckout(root, address)).rejects.toThrow(/already being started .*http:/);
  claim.write({ address, ready: true });
  await expect(claimCheckout(root, address)).rejects.toThrow(/already runs .*npm run stop/);
  expect(findServing(root)?.serving).toMatchObject({ pid: process.pid, address });
  claim.release();
  expect(findServing(root)).toBeUndefined();
});

test('a second start says that the first one cannot answer, where it cannot', async () => {
  const root = newCheckout();
  const address = await siteWith(503);
  const claim = await claimCheckout(root, address);
  claim.write({ address, ready: true });
  await expect(claimCheckout(root, address)).rejects.toThrow(
    /cannot answer \(503\): npm run stop, then npm start/,
  );
  claim.release();
});

test('a checkout that cannot be written to is claimed beside it', async () => {
  const root = newCheckout();
  // Like a read-only file system: nothing can be created in it.
  writeFileSync(join(root, '.cotejo'), '');
  const claim = await claimCheckout(root, 'http://127.0.0.1:1');
  expect(findServing(root)?.note).toBe(join(homesOf(root).twin, 'serving.json'));
  let changed = false;
  ifNobodyChanges(productHome(root), () => (changed = true));
  expect(changed).toBe(false);
  claim.release();
  expect(existsSync(join(homesOf(root).twin, 'serving.json'))).toBe(false);
});
