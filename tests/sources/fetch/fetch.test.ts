/** Fetching from a publisher that answers correctly. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pagesOf, sidecarOf } from '#sources/fetch/download-target.ts';
import type { Sidecar } from '#sources/fetch/settle.ts';
import { complaintOf, go, newFolder, testClock } from './errand.ts';
import {
  LAST_UPDATED,
  startPublisher,
  UNHCR_ROWS,
  WORLD_BANK_ROWS,
  type PublisherServer,
} from './publisher-server.ts';

let server: PublisherServer;
beforeEach(async () => void (server = await startPublisher()));
afterEach(() => server.close());

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const hash = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

it('an answer of one page is kept byte for byte, with its hash, date, address and query beside it', async () => {
  const raw = `[{"page":1,"pages":1,"per_page":2000,"total":1,"lastupdated":"${LAST_UPDATED}"},\n [ {"indicator":{"id":"VC.IHR.PSRC.P5"},"value":6.20e1} ] ]\n`;
  server.instead = (_asked, _nth, response) => {
    response.end(raw);
    return true;
  };
  const { file } = await go({ base: server.base, wish: { from: 2000, to: 2024 } });
  expect(readFileSync(file, 'utf8')).toBe(raw);
  expect(basename(file)).toBe(`worldbank-VC.IHR.PSRC.P5-2000-2024@${LAST_UPDATED}.json`);
  const sidecar = read(sidecarOf(file)) as Sidecar;
  expect(sidecar.edition).toEqual({ vintage: LAST_UPDATED, accessed: '2026-11-22', sha256: hash(file) });
  expect(sidecar.query).toEqual({ indicator: 'VC.IHR.PSRC.P5', area: 'all', date: '2000:2024' });
  expect(sidecar.pages[0]?.address).toBe(
    `${server.base}/country/all/indicator/VC.IHR.PSRC.P5?format=json&date=2000%3A2024&per_page=2000&page=1`,
  );
});

it('several pages become one document with every row once, and stay beside it as they came', async () => {
  const { file, sidecar } = await go({ base: server.base, wish: { pageRows: 3 } });
  const [about, rows] = read(file) as [{ total: number }, unknown[]];
  expect(rows).toEqual(WORLD_BANK_ROWS);
  expect(about.total).toBe(WORLD_BANK_ROWS.length);
  const pages = readdirSync(pagesOf(file)).map((name) => join(pagesOf(file), name));
  expect(pages.map(hash)).toEqual(sidecar.pages.map((page) => page.sha256));
  expect(sidecar).toMatchObject({ rows: 7, edition: { sha256: hash(file) } });
  expect(readdirSync(dirname(file)).some((name) => name.endsWith('.part'))).toBe(false);
});

it('the pages of UNHCR are joined in the same way; without a date of its own the vintage is the day', async () => {
  const wish = { origins: ['HND'], asylums: ['USA'], pageRows: 2 };
  const { file, sidecar } = await go({ base: server.base, publisher: 'unhcr', wish });
  expect((read(file) as { items: unknown[] }).items).toEqual(UNHCR_ROWS);
  expect(sidecar.edition.vintage).toBe('2026-11-22');
  expect(sidecar.vintageFrom).toContain('the publisher gives none');
});

it('UNHCR is always asked with ISO codes, both years, and each country of a side that is not named', async () => {
  await go({ base: server.base, publisher: 'unhcr', wish: { origins: ['HND'], from: 2012 } });
  const { pathname, searchParams } = server.asked[0]?.url ?? new URL('http://none.test');
  expect(pathname).toBe('/asylum-decisions/');
  expect(Object.fromEntries(searchParams)).toEqual({
    coo: 'HND',
    coa_all: 'true',
    yearFrom: '2012',
    yearTo: '2026',
    cf_type: 'ISO',
    limit: '5000',
    page: '1',
  });
});

it('pages are asked for one by one, with a pause between, by an asker who says who it is', async () => {
  const clock = testClock();
  await go({ base: server.base, clock, wish: { pageRows: 3 } });
  // Page 1 again at the end, to check that nothing changed meanwhile.
  expect(server.asked.map(({ page }) => page)).toEqual([1, 2, 3, 1]);
  expect(clock.pauses).toEqual([500, 500, 500]);
  expect(new Set(server.asked.map(({ userAgent }) => userAgent))).toEqual(new Set(['Cotejo/test']));
});

it('the same data again changes nothing; other data under the same name is refused, and what was there stays', async () => {
  const out = newFolder();
  const { file } = await go({ base: server.base, out });
  expect((await go({ base: server.base, out })).unchanged).toBe(true);
  server.worldBankRows = server.worldBankRows.slice(1);
  const before = hash(file);
  expect(await complaintOf({ base: server.base, out })).toMatch(
    /already exists with different content; .*--resume/,
  );
  expect(hash(file)).toBe(before);
});

it('a newer vintage stands beside the older one', async () => {
  const out = newFolder();
  const first = await go({ base: server.base, out });
  server.instead = (_asked, _nth, response) => {
    response.end(`[{"page":1,"pages":1,"total":1,"lastupdated":"2026-10-07"},[{"value":1}]]`);
    return true;
  };
  const second = await go({ base: server.base, out });
  expect(second.file).not.toBe(first.file);
  expect(existsSync(first.file)).toBe(true);
});

it('--out may name the file', async () => {
  const out = join(newFolder(), 'homicide.json');
  expect((await go({ base: server.base, out })).file).toBe(out);
  expect(existsSync(join(dirname(out), 'homicide.source.json'))).toBe(true);
});
