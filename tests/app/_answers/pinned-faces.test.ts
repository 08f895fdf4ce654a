/**
 * What a report shows of a release is the same bytes after the next one, which revises every figure shown: data,
 * embed, pictures, archives, values, boards and oEmbed. The embed alone says in one line that figures were revised.
 */
import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { createAnswers } from '#app/_answers/answers.ts';
import { FORMAT_NAMES } from '#app/_answers/http/formats.ts';
import { createData } from '#app/_data/data.ts';
import { closeReader, reader } from '#app/_data/pool.ts';
import { testDatabase } from '../../setup/database.ts';
import { publishNext } from '../../setup/next-release.ts';
import { LATEST } from '../../setup/releases.ts';
import { answerBytes, requestFor } from './ask.ts';

await testDatabase();
afterAll(closeReader);

const QUESTION = 'country=HND~SLV~GTM&source=migrant-crisis-2015&time=2012..2014';
const PAIR = 'country=HND~SLV&indicators=homicide-rate~population&time=2014';
const VALUE = 'country=HND&indicator=homicide-rate&source=migrant-crisis-2015&time=2014';
const PANEL = encodeURIComponent(`homicide-rate?${QUESTION}`);
const oembed = (path: string, more = ''): string => `/oembed?url=${encodeURIComponent(path)}${more}`;

const PINNED = [
  ...FORMAT_NAMES.flatMap((format) => [
    `/data/${LATEST}/homicide-rate.${format}?${QUESTION}`,
    `/data/${LATEST}/compare.${format}?${PAIR}`,
  ]),
  `/data/${LATEST}/homicide-rate.png?${QUESTION}&scale=1&size=card`,
  `/data/${LATEST}/homicide-rate.svg?${QUESTION}&fonts=system&lang=es&theme=dark`,
  `/embed/${LATEST}/value?${VALUE}`,
  `/embed/${LATEST}/value.txt?${VALUE}`,
  `/embed/${LATEST}/value.svg?${VALUE}`,
  `/embed/${LATEST}/board?a=${PANEL}&b=${encodeURIComponent('population?country=HND&time=2014')}`,
  oembed(`/embed/${LATEST}/homicide-rate?${QUESTION}`),
  oembed(`/embed/${LATEST}/homicide-rate?${QUESTION}`, '&format=xml'),
  oembed(`/indicators/homicide-rate?${QUESTION}&release=${LATEST}`),
  oembed(`/embed/${LATEST}/value?${VALUE}`),
  `/embed/${LATEST}/compare?${PAIR}`,
];
const EMBED = `/embed/${LATEST}/homicide-rate?${QUESTION}`;

/** Bytes and ETag of each address, asked of a site that has cached nothing. */
async function facesNow(
  addresses: readonly string[],
): Promise<Map<string, { hash: string; etag: string; bytes: Buffer }>> {
  const { answer } = createAnswers({ data: createData(reader, Date.now) });
  const faces = new Map<string, { hash: string; etag: string; bytes: Buffer }>();
  for (const address of addresses) {
    const answered = await answer(requestFor(address));
    const bytes = await answerBytes(answered!);
    expect([address, answered?.status]).toEqual([address, 200]);
    const hash = createHash('sha256').update(bytes).digest('hex');
    faces.set(address, { hash, etag: answered?.headers['etag'] ?? '', bytes });
  }
  return faces;
}

const before = await facesNow([...PINNED, EMBED]);
const revised = await publishNext('99.0.0', (row) =>
  row.indicator === 'homicide-rate' && row.value !== ''
    ? { ...row, value: String(Number(row.value) + 1) }
    : row,
);
const after = await facesNow([...PINNED, EMBED]);

test('the next release revises what is shown', async () => {
  expect(revised).toBeGreaterThan(1000);
  const csv = (version: string): string => `/data/${version}/homicide-rate.csv?${QUESTION}`;
  const [old, now] = [before.get(csv(LATEST))?.bytes.toString(), await facesNow([csv('99.0.0')])];
  expect(old).toContain(',68,');
  expect(now.get(csv('99.0.0'))?.bytes.toString()).toContain(',69,');
});

test.each(PINNED)('%s has the same bytes and the same ETag', (address) => {
  const { hash, etag } = after.get(address)!;
  expect({ hash, etag }).toEqual({ hash: before.get(address)!.hash, etag: before.get(address)!.etag });
});

test('the embed differs in nothing but the line that says so', () => {
  const [was, is] = [before, after].map((faces) => faces.get(EMBED)!.bytes.toString());
  const line = /<p class="newer">.*<\/p>/;
  expect(was).toMatch(/<p class="newer"><\/p>/);
  expect(line.exec(is!)?.[0].replace(/<[^>]*>/g, '')).toMatch(
    /^\d+ of \d+ values shown have been revised since/,
  );
  expect(is!.replace(line, '')).toBe(was!.replace(line, ''));
});
