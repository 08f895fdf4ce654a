/** `npm run check-report` finds the addresses of a report and says what has been revised, on a site that runs. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { CODE_PARAMETERS, CSV_TYPE, EMBED_PARAMETERS } from '#app/_answers/http/format-parameters.ts';
import { FORMATS } from '#app/_answers/http/formats.ts';
import { closeReader } from '#app/_data/pool.ts';
import { main } from '#scripts/commands/check-report.ts';
import { readReport } from '#scripts/report/read-report.ts';
import { shownBy } from '#scripts/report/question.ts';
import { serve } from '#server.ts';
import { testDatabase } from '../../setup/database.ts';
import { LATEST } from '../../setup/releases.ts';

await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'report-'));
const server = await serve({ port: 0, host: '127.0.0.1' }, () =>
  Promise.resolve({ handle: () => Promise.resolve(), close: () => Promise.resolve() }),
);
afterAll(async () => {
  await server.close();
  await closeReader();
  rmSync(folder, { recursive: true });
});

/** The World Bank's homicide rates were revised in 1.3.0; those of the report of 2015 never were. */
const REVISED = '/embed/1.2.0/homicide-rate?country=HND&source=world-bank-homicide&time=2010..2019';
const STANDS =
  '/indicators/homicide-rate?country=HND&source=migrant-crisis-2015&time=2012..2014&release=1.2.0';
const FOLLOWS = '/indicators/homicide-rate?country=HND&time=2014';
const html = (address: string): string => address.replaceAll('&', '&amp;');

const lines: string[] = [];
async function check(name: string, content: string | Uint8Array, ...more: string[]) {
  const path = join(folder, name);
  writeFileSync(path, content);
  lines.length = 0;
  const log = vi.spyOn(console, 'log').mockImplementation((text: string) => void lines.push(text));
  try {
    const code = await main([path, ...more]);
    return { code, text: lines.join('\n'), lock: `${path}.lock.json` };
  } finally {
    log.mockRestore();
  }
}

interface Locked {
  readonly entries: { address: string; release: string | null; figures: number; sha256: string }[];
}
const lockIn = (path: string): Locked => JSON.parse(readFileSync(path, 'utf8')) as Locked;

describe('a report in HTML', () => {
  const page = `<p>See <iframe src="${html(server.address + REVISED)}"></iframe>, <a href='${html(server.address + STANDS)}'>here</a>.`;

  test('with revised figures is said so, figure by figure, with exit code 1, and is locked', async () => {
    const { code, text, lock } = await check('report.html', page);
    expect(code).toBe(1);
    expect(text).toMatch(/\d+ of 10 figures of release 1\.2\.0 revised up to/);
    expect(text).toMatch(/Honduras 2010 \(world-bank-homicide\): [\d.]+ -> [\d.]+/);
    expect(text).toMatch(/2 figures of release 1\.2\.0, none revised up to/);
    const { entries } = lockIn(lock);
    expect(entries.map(({ release, figures }) => [release, figures])).toEqual([
      ['1.2.0', 10],
      ['1.2.0', 2],
    ]);
  });

  test('compared with its own release has nothing revised, and exit code 0', async () => {
    const { code, text } = await check('own.html', page, '--to', '1.2.0');
    expect([code, text]).toEqual([
      0,
      expect.stringContaining('10 figures of release 1.2.0; there is no later one to compare with'),
    ]);
  });

  test('whose address gives others than it gave is said so, and the lock keeps what it gave', async () => {
    const first = await check('altered.html', page, '--to', '1.2.0');
    const { entries } = lockIn(first.lock);
    const forged = entries.map((entry, i) => (i === 0 ? { ...entry, sha256: 'a'.repeat(64) } : entry));
    writeFileSync(first.lock, JSON.stringify({ format: 'cotejo-report-lock', version: 1, entries: forged }));
    const { code, text } = await check('altered.html', page, '--to', '1.2.0');
    expect([code, text]).toEqual([
      1,
      expect.stringContaining('not those that it gave when the report was locked'),
    ]);
    expect(lockIn(first.lock).entries[0]?.sha256).toBe('a'.repeat(64));
  });
});

test('an address without a release is told to be pinned', async () => {
  const { code, text } = await check('a.md', `[rate](${server.address}${FOLLOWS})`);
  expect([code, text]).toEqual([0, expect.stringContaining(`Pin it: release=${LATEST}`)]);
});

test('values, boards, pictures and comparisons are read too', async () => {
  const board = `/embed/1.2.0/board?a=${encodeURIComponent('homicide-rate?country=HND&source=world-bank-homicide&time=2010')}&b=${encodeURIComponent('population?country=HND&time=2010')}`;
  const addresses = [
    '/embed/1.2.0/value?indicator=homicide-rate&country=HND&source=world-bank-homicide&time=2010',
    board,
    '/data/1.2.0/homicide-rate.png?country=HND&source=world-bank-homicide&time=2010&scale=1&size=card',
    '/compare?country=HND~SLV&indicators=homicide-rate~population&time=2010&release=1.2.0',
  ];
  const { code, text } = await check(
    'many.md',
    addresses.map((address) => `- <${server.address}${address}>`).join('\n'),
  );
  expect(code).toBe(1);
  expect(text.match(/Honduras 2010 \(world-bank-homicide\)/g)?.length).toBeGreaterThanOrEqual(3);
  expect(text).not.toContain('not checked');
});

test('an address that names a day is pinned to the release of that day', async () => {
  const of = (day: string): string =>
    `${server.address}${FOLLOWS.replace('time=2014', `asOf=${day}&source=migrant-crisis-2015&time=2012..2014`)}`;
  const { text } = await check('day.md', `<${of('2026-11-25')}>`);
  expect(text).toContain('2 figures of release 1.1.0, none revised up to');
  const early = await check('early.md', `<${of('1999-01-01')}>`);
  expect([early.code, early.text]).toEqual([2, expect.stringContaining('not checked')]);
});

test('an address that cannot be answered is said, with exit code 2', async () => {
  const { code, text } = await check('gone.md', `${server.address}/embed/7.7.7/homicide-rate`);
  expect([code, text]).toEqual([2, expect.stringContaining('not checked: 404')]);
});

test('a report without our addresses has nothing to check', async () => {
  const { code, text } = await check('none.md', 'See https://example.org/data/about and text.');
  expect([code, text]).toEqual([0, 'none.md: no address of a Cotejo in it']);
});

describe('a report in Word', () => {
  const relation = `<Relationship Id="r1" Type="hyperlink" Target="${html(server.address + REVISED)}" TargetMode="External"/>`;
  const parts = {
    'word/document.xml': strToU8(
      `<w:document><w:body><w:p><w:r><w:t>See ${html(server.address)}</w:t></w:r><w:r><w:t>${html(STANDS)}</w:t></w:r></w:p></w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(`<Relationships>${relation}</Relationships>`),
  };

  test('has the addresses of its links, and those in its text although Word cut them', async () => {
    const { code, text } = await check('report.docx', zipSync(parts));
    expect(code).toBe(1);
    expect(text).toContain(server.address + STANDS);
    expect(text).toMatch(/\d+ of 10 figures of release 1\.2\.0 revised/);
  });

  test.each([
    ['a file that is no archive', 'no.docx', strToU8('no')],
    ['an archive of something else', 'other.docx', zipSync({ 'a.txt': strToU8('a') })],
    ['a picture', 'a.png', strToU8('x')],
    ['text that is not UTF-8', 'latin.html', new Uint8Array([0xe1, 0x6e])],
  ])('%s is refused', async (_, name, bytes) => {
    await expect(check(name, bytes)).rejects.toThrow(name);
  });
});

test('an address ends where its sentence does', () => {
  const text = strToU8(
    '(see https://a.test/embed/1.2.0/x?y=1). **https://b.test/data/1.2.0/x.csv?a=b~c**, <https://c.test/>',
  );
  expect(readReport(text, 'a.md')).toEqual([
    'https://a.test/embed/1.2.0/x?y=1',
    'https://b.test/data/1.2.0/x.csv?a=b~c',
    'https://c.test/',
  ]);
});

test('what an address shows is the data of its question, without the look', () => {
  const data = (address: string): readonly string[] | undefined =>
    shownBy(`https://a.test${address}`)?.dataIn('1.3.0');
  expect(data('/es/indicators/homicide-rate?country=HND&tab=table&release=1.2.0&utm_source=x')).toEqual([
    '/data/1.3.0/homicide-rate.json?country=HND',
  ]);
  expect(data('/data/1.2.0/homicide-rate.document.zip?country=HND&lang=es&notes=no')).toEqual([
    '/data/1.3.0/homicide-rate.json?country=HND',
  ]);
  expect(data('/indicators/homicide-rate?country=HND&fbclid=x&MC_CID=y&hsa_acc=z&_ga=1')).toEqual([
    '/data/1.3.0/homicide-rate.json?country=HND',
  ]);
  const names = [
    ...EMBED_PARAMETERS,
    ...CODE_PARAMETERS,
    ...Object.values(FORMATS).flatMap((own) => own.parameters),
  ];
  for (const { name } of names.filter((parameter) => parameter !== CSV_TYPE))
    expect([name, data(`/embed/1.2.0/homicide-rate?country=HND&${name}=x`)]).toEqual([
      name,
      ['/data/1.3.0/homicide-rate.json?country=HND'],
    ]);
  expect(data('/data/1.2.0/homicide-rate.csv?csvType=full')).toEqual([
    '/data/1.3.0/homicide-rate.json?csvType=full',
  ]);
  expect(data('/data/1.2.0%zz/homicide-rate.csv')).toBeUndefined();
  expect(data('/data/1.2.0/indicators.json')).toBeUndefined();
  expect(data('/sources')).toBeUndefined();
});
