import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildStamp, hashBuildInputs, isFresh, serverBundle } from '#scripts/build/stale.ts';

let root: string;
const write = (file: string, text: string) => {
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), text);
};
const finishBuild = () => {
  write('.next/BUILD_ID', 'one');
  writeFileSync(serverBundle(root), '');
  writeFileSync(buildStamp(root), JSON.stringify({ inputs: hashBuildInputs(root, {}), build: 'one' }));
};
const fresh = () => isFresh(root, hashBuildInputs(root, {}));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cotejo-stale-'));
  write('app/page.tsx', 'a page');
  write('server.ts', 'a server');
  mkdirSync(join(root, '.cotejo/build'), { recursive: true });
});

describe('a build', () => {
  test('is fresh as long as its sources say the same, whatever their dates', () => {
    expect(fresh()).toBe(false);
    finishBuild();
    expect(fresh()).toBe(true);
    utimesSync(join(root, 'server.ts'), new Date(), new Date());
    expect(fresh()).toBe(true);
  });

  test('is stale when a file is changed, added, moved or taken away', () => {
    finishBuild();
    write('app/page.tsx', 'another page');
    expect(fresh()).toBe(false);
    write('app/page.tsx', 'a page');
    expect(fresh()).toBe(true);
    write('stats/new.ts', '');
    expect(fresh()).toBe(false);
    rmSync(join(root, 'stats'), { recursive: true });
    rmSync(join(root, 'server.ts'));
    expect(fresh()).toBe(false);
  });

  test('is stale when its note is missing, which is how one that was broken off looks', () => {
    finishBuild();
    rmSync(buildStamp(root));
    expect(fresh()).toBe(false);
  });

  test('is stale when Next has built something else since', () => {
    finishBuild();
    write('.next/BUILD_ID', 'two');
    expect(fresh()).toBe(false);
  });

  test('is stale for other public settings', () => {
    finishBuild();
    expect(isFresh(root, hashBuildInputs(root, { NEXT_PUBLIC_X: '1' }))).toBe(false);
  });
});
