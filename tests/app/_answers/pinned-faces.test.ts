/**
 * What a report shows of a release is the same bytes after the next one, which revises every figure shown: data,
 * embed, its code, pictures of every kind, archives, values, boards and oEmbed. Embeds and boards alone say in one line that figures were
 * revised.
 */
import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { createAnswers } from '#app/_answers/answers.ts';
import { CHART_KINDS } from '#app/_charts/model/kind.ts';
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
  ...CHART_KINDS.map((kind) => `/data/${LATEST}/homicide-rate.svg?${QUESTION}&tab=${kind}`),
  `/data/${LATEST}/homicide-rate.csv?${QUESTION}&parts=yes`,
  `/embed/${LATEST}/homicide-rate/code?${QUESTION}&lang=es`,
  `/embed/${LATEST}/compare/code?${PAIR}`,
  `/embed/${LATEST}/board/code?a=${PANEL}&b=caravan-size`,
  `/embed/${LATEST}/value?${VALUE}`,
  `/embed/${LATEST}/value.txt?${VALUE}`,
  `/embed/${LATEST}/value.svg?${VALUE}`,
  oembed(`/embed/${LATEST}/homicide-rate?${QUESTION}`),
  oembed(`/embed/${LATEST}/homicide-rate?${QUESTION}`, '&format=xml'),
  oembed(`/indicators/homicide-rate?${QUESTION}&release=${LATEST}`),
  oembed(`/embed/${LATEST}/value?${VALUE}`),
  oembed(`/embed/${LATEST}/compare?${PAIR}`),
  oembed(`/embed/${LATEST}/board?a=${PANEL}&b=caravan-size`),
];
/** With how many of its figures are populations, which the next release does not revise. */
const EMBEDS: readonly (readonly [address: string, unrevised: (revised: number) => number])[] = [
  [`/embed/${LATEST}/homicide-rate?${QUESTION}`, () => 0],
  [`/embed/${LATEST}/homicide-rate?${QUESTION}&lang=es&show=table~notes&theme=dark`, () => 0],
  [`/embed/${LATEST}/compare?${PAIR}`, (revised) => revised],
  [
    `/embed/${LATEST}/board?a=${PANEL}&b=${encodeURIComponent('population?country=HND&source=world-bank-population&time=2014')}`,
    () => 1,
  ],
];
const EMBED_ADDRESSES = EMBEDS.map(([address]) => address);

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

const before = await facesNow([...PINNED, ...EMBED_ADDRESSES]);
/** A file of the World Bank whose card says that it has a new population base. */
const NEW_BASE = 'world-bank-homicide@2098-12-31';
const revised = await publishNext(
  '99.0.0',
  (row) =>
    row.indicator === 'homicide-rate' && row.value !== ''
      ? {
          ...row,
          value: String(Number(row.value) + 1),
          ...(row.source === 'world-bank-homicide' && { edition: NEW_BASE }),
        }
      : row,
  ({ editions, ...catalogue }) => {
    const newest = editions.findLast(({ source }) => source === 'world-bank-homicide')!;
    return {
      ...catalogue,
      editions: [
        ...editions,
        {
          ...newest,
          id: NEW_BASE,
          vintage: '2098-12-31',
          sha256: '9'.repeat(64),
          revision: 'population-base',
        },
      ],
    };
  },
);
const after = await facesNow([...PINNED, ...EMBED_ADDRESSES]);

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

test.each(EMBEDS)('%s differs in nothing but the line that says so', async (address, unrevised) => {
  const [was, is] = [before, after].map((faces) => faces.get(address)!.bytes.toString());
  const line = /<p class="newer">.*<\/p>/;
  expect(was).toMatch(/<p class="newer"><\/p>/);
  const [said = ''] = line.exec(is!) ?? [];
  const [, some, all] =
    /(\d+) (?:of|de los) (\d+) (?:values shown|valores mostrados)/.exec(said.replace(/<[^>]*>/g, '')) ?? [];
  expect(Number(some)).toBeGreaterThan(0);
  expect(Number(all) - Number(some)).toBe(unrevised(Number(some)));
  expect(is!.replace(line, '')).toBe(was!.replace(line, ''));
  const href = (/href="([^"]+)"/.exec(said)?.[1] ?? '').replaceAll('&amp;', '&');
  const list = (await facesNow([href])).get(href)!.bytes.toString();
  expect(list.match(/<tr><th scope="row">/g)).toHaveLength(Number(some));
});

test('what the card of the new file declares of its revisions is told of its figures alone', async () => {
  const address = `/data/diff.csv?area=HND&from=${LATEST}&indicator=homicide-rate&to=99.0.0`;
  const text = (await facesNow([address])).get(address)!.bytes.toString();
  const [head = '', ...lines] = text.trim().split('\n');
  expect(head.split(',').at(-1)).toBe('declared');
  const isOfTheBank = (line: string): boolean => line.includes('~world-bank-homicide~');
  const declared = (some: string[]): Set<string | undefined> =>
    new Set(some.map((line) => line.split(',').at(-1)));
  expect(lines.filter(isOfTheBank).length).toBeGreaterThan(10);
  expect(declared(lines.filter(isOfTheBank))).toEqual(new Set(['population-base']));
  expect(declared(lines.filter((line) => !isOfTheBank(line)))).toEqual(new Set(['']));
});
